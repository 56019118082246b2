"""HTML from sources made harmless: a short list of elements and attributes is kept, everything else is left out."""

from __future__ import annotations

from html import escape
from html.parser import HTMLParser

_KEPT = frozenset(
    [
        "a",
        "abbr",
        "address",
        "article",
        "b",
        "blockquote",
        "br",
        "caption",
        "cite",
        "code",
        "dd",
        "del",
        "dfn",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "i",
        "ins",
        "kbd",
        "li",
        "main",
        "mark",
        "ol",
        "p",
        "pre",
        "q",
        "s",
        "samp",
        "section",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "time",
        "tr",
        "u",
        "ul",
    ]
)
_EMPTY = frozenset({"br", "hr"})
# Their content is no text to be read.
_DROPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "iframe",
        "object",
        "embed",
        "head",
        "title",
        "select",
        "textarea",
        "button",
        "form",
        "video",
        "audio",
        "canvas",
        "map",
    ]
)
_ATTRIBUTES = frozenset({"lang", "dir", "colspan", "rowspan", "datetime"})


class _Cleaner(HTMLParser):
    """Reads tags one after the other, without a tree, so that no depth of nesting matters."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._unseen: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _DROPPED:
            self._unseen.append(tag)
        if self._unseen or tag not in _KEPT:
            return
        kept = "".join(f' {name}="{escape(value or "")}"' for name, value in attrs if name in _ATTRIBUTES)
        self.pieces.append(f"<{tag}{kept}>")
        if tag not in _EMPTY:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _DROPPED:
            self.handle_starttag(tag, attrs)
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._unseen:
            while self._unseen.pop() != tag:
                pass
        elif not self._unseen and tag in self._open:
            while (last := self._open.pop()) != tag:
                self.pieces.append(f"</{last}>")
            self.pieces.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.pieces.append(escape(data, quote=False))

    def finished(self) -> str:
        self.close()
        self.pieces.extend(f"</{tag}>" for tag in reversed(self._open))
        return "".join(self.pieces)


def safe_html(source: str) -> str:
    """Return what can be shown of an HTML source: text with its structure.

    No scripts, styles, images, forms, addresses or event handlers are left, so nothing is run or fetched.

    Args:
        source: any HTML (str), however broken.
    """
    cleaner = _Cleaner()
    cleaner.feed(source)
    return cleaner.finished()
