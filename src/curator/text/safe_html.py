"""HTML from sources made harmless: a short list of elements and attributes is kept, everything else is left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from html import escape
from html.parser import HTMLParser
from typing import NamedTuple

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
# What the window can lay out without being held up: characters of HTML, elements, elements within each other, and
# tables within each other, for each of which Qt takes twice as long.
MOST_CHARACTERS = 500_000
_MOST_ELEMENTS = 20_000
# A cell takes as long as so many other elements.
_CELL = 3
_MOST_DEPTH = 200
_MOST_TABLES = 4
_MOST_WORDS = 300
_LONGEST_VALUE = 40
# A line that nothing breaks is measured over and over as it is laid out.
_UNBROKEN = re.compile(r"\S{1000}")
_BREAK = "\u200b"


class SafeHtml(NamedTuple):
    """Safe HTML, and whether more of the source follows that is not in it."""

    html: str
    is_cut: bool


class _Full(Exception):  # noqa: N818 - it names a state
    """As much is there as is shown."""


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
        self._room, self._elements = MOST_CHARACTERS, _MOST_ELEMENTS
        self._deeper_tables = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _HEAD and self._unseen_count["head"]:
            self._see("head")
        if tag in _DROPPED:
            self._unseen.append(tag)
            self._unseen_count[tag] += 1
        if self._unseen:
            return
        if tag == "img":
            self._add_picture(dict(attrs))
        if tag in _KEPT and not self._is_too_deep(tag):
            self._begin(tag, dict(attrs))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _DROPPED:
            self.handle_starttag(tag, attrs)
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._unseen_count[tag]:
            self._see(tag)
        elif self._deeper_tables and tag in _TABLES and not self._unseen:
            self._deeper_tables -= tag == "table"
        elif not self._unseen and self._count[tag]:
            last = ""
            while last != tag:
                last = self._open.pop()
                self._count[last] -= 1
                self.pieces.append(f"</{last}>")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            shown = data[: self._room]
            self._add(escape(breakable(shown), quote=False))
            if len(shown) < len(data):
                raise _Full

    def _begin(self, tag: str, attributes: dict[str, str | None]) -> None:
        kept = [
            f' {name}="{escape(value)}"'
            for name in sorted(_ATTRIBUTES & attributes.keys())
            if len(value := attributes[name] or "") <= _LONGEST_VALUE
        ]
        self._elements -= _CELL if tag in _TABLES else 1
        self._add(f"<{tag}{''.join(kept)}>")
        if tag not in _EMPTY:
            self._open.append(tag)
            self._count[tag] += 1

    def _is_too_deep(self, tag: str) -> bool:
        """Tell whether an element is left out, its text aside, for what it stands in; lines stay lines."""
        if tag in _TABLES and (self._deeper_tables or (tag == "table" and self._count[tag] >= _MOST_TABLES)):
            self._deeper_tables += tag == "table"
            is_line = tag == "tr"
        elif tag in _EMPTY or len(self._open) < _MOST_DEPTH:
            return False
        else:
            is_line = tag in _BLOCKS or tag in _LISTS
        if is_line:
            self._begin("br", {})
        return True

    def _add(self, piece: str) -> None:
        """Add a piece; raises _Full when there is no room for another."""
        self.pieces.append(piece)
        self._room -= len(piece)
        if self._room <= 0 or self._elements <= 0:
            raise _Full

    def _see(self, tag: str) -> None:
        """End what hides the text, as far as `tag`."""
        last = ""
        while last != tag:
            last = self._unseen.pop()
            self._unseen_count[last] -= 1

    def _add_picture(self, attributes: dict[str, str | None]) -> None:
        name = self._picture(addresses_of(attributes))
        if _PICTURE.fullmatch(name):
            words = escape((attributes.get("alt") or "")[:_MOST_WORDS])
            self._elements -= 1
            self._add(f'<img src="{PICTURE_SCHEME}:{name}" alt="{words}">')

    def finished(self, source: str) -> SafeHtml:
        is_cut = False
        try:
            self.feed(source)
            self.close()
        except _Full:
            is_cut = True
        self.pieces.extend(f"</{tag}>" for tag in reversed(self._open))
        return SafeHtml("".join(self.pieces), is_cut)


def _none(_addresses: tuple[str, ...]) -> str:
    return ""


def safe_html(source: str, picture: Callable[[tuple[str, ...]], str] = _none) -> SafeHtml:
    """Return what can be shown of an HTML source: text with its structure, and not more than can be laid out.

    No scripts, styles, forms, addresses or event handlers are left, so nothing is run or fetched.

    Args:
        source: any HTML (str), however broken; a hostile one takes much time and memory here.
        picture: given what a picture of the page may be found by, returns the SHA-256 (hex) of its file in the
            archive, or "": then it is left out. It stands as "picture:" with that name.
    """
    return _Cleaner(picture).finished(source)


def breakable(text: str) -> str:
    """Return a text whose lines can be broken: after 1000 characters without white space stands U+200B."""
    return _UNBROKEN.sub(lambda run: run[0] + _BREAK, text)
