"""HTML from sources made harmless: a short list of elements and attributes is kept, everything else is left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from html import escape
from html.parser import HTMLParser

from curator.text.page_images import addresses_of

_TEXT = frozenset(
    {"abbr", "b", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s", "samp", "small"}
)
_TEXT |= {"a", "br", "hr", "span", "strong", "sub", "sup", "time", "u"}
_BLOCKS = frozenset({"address", "article", "blockquote", "div", "figcaption", "figure", "header", "main", "p", "pre"})
_BLOCKS |= {"h1", "h2", "h3", "h4", "h5", "h6", "section"}
_LISTS = frozenset({"dd", "dl", "dt", "li", "ol", "ul"})
_TABLES = frozenset({"caption", "table", "tbody", "td", "tfoot", "th", "thead", "tr"})
_KEPT = _TEXT | _BLOCKS | _LISTS | _TABLES
_EMPTY = frozenset({"br", "hr"})
# Their content is no text to be read.
_DROPPED = frozenset({"script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "head"})
_DROPPED |= {"title", "select", "textarea", "button", "form", "video", "audio", "canvas", "map"}
# What a head may hold; anything else ends it, as its end may be left out.
_HEAD = frozenset({"head", "title", "meta", "link", "script", "style", "base", "noscript", "template"})
_ATTRIBUTES = frozenset({"lang", "dir", "colspan", "rowspan", "datetime"})
# A picture of the archive is named by the SHA-256 of its file, and by nothing else.
_PICTURE = re.compile(r"[0-9a-f]{64}")
PICTURE_SCHEME = "picture"


class _Cleaner(HTMLParser):
    """Reads tags one after the other, without a tree, so that no depth of nesting matters."""

    def __init__(self, picture: Callable[[tuple[str, ...]], str]) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._picture = picture
        self._unseen: list[str] = []
        self._open: list[str] = []
        # How often each tag is open, so that a stray end does not look through all of them.
        self._count: Counter[str] = Counter()
        self._unseen_count: Counter[str] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _HEAD and self._unseen_count["head"]:
            self._see("head")
        if tag in _DROPPED:
            self._unseen.append(tag)
            self._unseen_count[tag] += 1
        if tag == "img" and not self._unseen:
            self._add_picture(dict(attrs))
        if self._unseen or tag not in _KEPT:
            return
        kept = "".join(f' {name}="{escape(value or "")}"' for name, value in attrs if name in _ATTRIBUTES)
        self.pieces.append(f"<{tag}{kept}>")
        if tag not in _EMPTY:
            self._open.append(tag)
            self._count[tag] += 1

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _DROPPED:
            self.handle_starttag(tag, attrs)
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._unseen_count[tag]:
            self._see(tag)
        elif not self._unseen and self._count[tag]:
            last = ""
            while last != tag:
                last = self._open.pop()
                self._count[last] -= 1
                self.pieces.append(f"</{last}>")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.pieces.append(escape(data, quote=False))

    def _see(self, tag: str) -> None:
        """End what hides the text, as far as `tag`."""
        last = ""
        while last != tag:
            last = self._unseen.pop()
            self._unseen_count[last] -= 1

    def _add_picture(self, attributes: dict[str, str | None]) -> None:
        name = self._picture(addresses_of(attributes))
        if _PICTURE.fullmatch(name):
            words = escape(attributes.get("alt") or "")
            self.pieces.append(f'<img src="{PICTURE_SCHEME}:{name}" alt="{words}">')

    def finished(self) -> str:
        self.close()
        self.pieces.extend(f"</{tag}>" for tag in reversed(self._open))
        return "".join(self.pieces)


def _none(_addresses: tuple[str, ...]) -> str:
    return ""


def safe_html(source: str, picture: Callable[[tuple[str, ...]], str] = _none) -> str:
    """Return what can be shown of an HTML source: text with its structure.

    No scripts, styles, forms, addresses or event handlers are left, so nothing is run or fetched.

    Args:
        source: any HTML (str), however broken.
        picture: given what a picture of the page may be found by, returns the SHA-256 (hex) of its file in the
            archive, or "": then it is left out. It stands as "picture:" with that name.
    """
    cleaner = _Cleaner(picture)
    cleaner.feed(source)
    return cleaner.finished()
