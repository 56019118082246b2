"""The visible blocks of a page in their order, each with where it stands: the ground for finding the article."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lxml.etree import _Element

from curator.text.plain import one_line

_BLOCK_TAGS = (
    "address article aside blockquote body button caption center dd details dialog div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td"
    " tfoot th thead tr ul"
)
_BLOCKS = frozenset(_BLOCK_TAGS.split())
_UNSEEN_TAGS = "audio canvas datalist head iframe img input math noscript object option script select style svg"
_UNSEEN = frozenset(_UNSEEN_TAGS.split()) | {"template", "textarea", "title", "video"}
# The elements that mean something here besides their text.
_TRACKED = _BLOCKS | {"a", "br", "time"}
_TAG_ZONES = {
    "nav": "navigation",
    "footer": "site",
    "form": "site",
    "button": "site",
    "dialog": "site",
    "figcaption": "caption",
    "aside": "related",
}
# Words in classes and ids by which sites mark what surrounds an article, the surer first.
_MARKS = (
    ("comments", r"comments?(?:$|[-_ ])|disqus|kommentar|fb-comments|comment-?(?:list|section|area)"),
    (
        "related",
        r"related|recommend|read-?(?:more|also|next)|also-?read|most-?(?:read|popular)|trending|outbrain|taboola",
    ),
    ("share", r"share|sharing|social|addthis"),
    ("advertisement", r"advert|(?:^|[-_ ])ads?(?:$|[-_ ])|sponsor|promo|banner"),
    (
        "site",
        r"newsletter|subscri|paywall|cookie|consent|sign-?up|copyright|(?:^|[-_ ])footer|(?:^|[-_ ])tags?(?:$|[-_ ])",
    ),
    ("navigation", r"breadcrumb|(?:^|[-_ ])(?:nav|menu|sidebar|pagination)(?:$|[-_ ])"),
    ("caption", r"caption|(?:image|photo|picture)-?_?(?:credit|text|description)"),
)
_MARK = re.compile("|".join(f"(?P<{name}>{words})" for name, words in _MARKS), re.I)
_NEVER_A_ZONE = frozenset({"html", "body", "main", "article"})
# Boxes that are part of the text around them.
_FLOW = frozenset({"blockquote", "ul", "ol", "li", "dl", "dd", "table", "tbody", "thead", "tr", "td", "th"})
_HIDDEN = frozenset({"hidden", "d-none", "visually-hidden", "visuallyhidden", "sr-only", "screen-reader-text"})
# "hidden md:block", "d-none d-lg-flex": left out on a telephone alone.
_SHOWN_WHERE_WIDE = re.compile(
    r"(?:^|\s)(?:(?:sm|md|lg|xl|2xl):|d-(?:sm|md|lg|xl|xxl)-)(?:block|flex|grid|inline|table)"
)
# What is marked as a surrounding but holds the headline or so much prose of a page is marked for another reason.
_MOST_PROSE = {"comments": 0.7, "related": 0.5}
_MOST_PROSE_ELSE = 0.3
_DEPTH_OF_A_NAME = 3
_FARTHEST_BOX = 12
_BREAK = "\x1e"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, item, cell: a stretch of text without a block of its own in it.

    Args:
        text: on one line, but for the line breaks that the page sets.
        tag: the element that the text stands in ("p", "h2", "li", "div").
        linked: how many of its letters are links (code points).
        home: tag and class of the box around it, lists and quotations aside: the same for all of an article's text,
            be it in several boxes.
        zone: what the page marks the place as, a word of `Part.why` or "caption"; "" for none.
        stamp: the moment that a time element in it states for machines, or "".
    """

    text: str
    tag: str
    linked: int
    home: str
    zone: str = ""
    stamp: str = ""

    @property
    def is_prose(self) -> bool:
        """Whether it reads as a paragraph of an article: long enough, hardly any links."""
        return len(self.text) >= 80 and self.linked * 3 < len(self.text)


def blocks_of(page: _Element) -> list[Block]:
    """Return the blocks that a browser would show, in the order of the source."""
    blocks = _Walk().through(page)
    prose = sum(len(block.text) for block in blocks if block.is_prose)
    held: dict[str, int] = {}
    for block in blocks:
        if block.zone:
            size = prose if block.tag == "h1" else len(block.text) if block.is_prose else 0
            held[block.zone] = held.get(block.zone, 0) + size
    wrong = {zone for zone, size in held.items() if size > _MOST_PROSE.get(_kind(zone), _MOST_PROSE_ELSE) * prose}
    return [_settled(block, wrong) if block.zone else block for block in blocks]


def _settled(block: Block, wrong: set[str]) -> Block:
    return replace(block, zone="" if block.zone in wrong else _kind(block.zone))


def _kind(zone: str) -> str:
    return zone.partition(" ")[0]


class _Walk:
    """A walk over the elements of a page. A zone is numbered, so that each can be judged by what it holds."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.pieces: list[str] = []
        self.linked = 0
        self.link_depth = 0
        self.boxes: list[tuple[str, str]] = []
        self.zones: list[tuple[_Element | None, str]] = [(None, "")]
        self.count = 0
        self.stamp = ""

    def through(self, page: _Element) -> list[Block]:
        """Return the blocks within `page`; without recursion, as pages may be nested as deep as they like."""
        self._open(page, str(page.tag))
        above = [(page, iter(page))]
        while above:
            element, children = above[-1]
            child = next(children, None)
            if child is None:
                above.pop()
                self._close(element)
            elif child.tag in _UNSEEN or _is_hidden(child):
                self._add(child.tail)
            elif child.tag not in _TRACKED and not len(child):
                self._add(child.text)
                self._add(child.tail)
            else:
                self._open(child, child.tag)
                above.append((child, iter(child)))
        self._flush()
        return self.blocks

    def _open(self, element: _Element, tag: str) -> None:
        if tag in _BLOCKS:
            self._flush()
            mark = element.get("class") or element.get("id") or ""
            self.boxes.append((tag, mark))
            zone = _zone(element, tag) if not self.zones[-1][1] else ""
            if zone:
                self.count += 1
                self.zones.append((element, f"{zone} {self.count}"))
        elif tag == "a":
            self.link_depth += 1
        elif tag == "br":
            self.pieces.append(_BREAK)
        elif tag == "time" and not self.stamp:
            self.stamp = element.get("datetime") or ""
        self._add(element.text)

    def _close(self, element: _Element) -> None:
        tag = element.tag
        if tag in _BLOCKS:
            self._flush()
            self.boxes.pop()
            if self.zones[-1][0] is element:
                self.zones.pop()
        elif tag == "a":
            self.link_depth -= 1
        self._add(element.tail)

    def _add(self, text: str | None) -> None:
        if text:
            self.pieces.append(text)
            if self.link_depth:
                self.linked += len(text.strip())

    def _flush(self) -> None:
        if not self.pieces:
            return
        texts = _texts("".join(self.pieces))
        linked, self.linked = self.linked, 0
        stamp, self.stamp = self.stamp, ""
        self.pieces.clear()
        if texts and self.boxes:
            home, zone, tag = self._home(), self.zones[-1][1], self.boxes[-1][0]
            for text in texts:
                share = linked if len(texts) == 1 else min(linked, len(text) // len(texts))
                self.blocks.append(Block(text, tag, share, home, zone, stamp))

    def _home(self) -> str:
        """The box around the last one that is no part of the flow; a nameless one is named after those around it."""
        names: list[str] = []
        for tag, mark in self.boxes[-2 : -2 - _FARTHEST_BOX : -1]:
            if tag in _FLOW and not names:
                continue
            names.append(f"{tag} {mark}")
            if mark or len(names) == _DEPTH_OF_A_NAME:
                break
        return " < ".join(names)


def _texts(text: str) -> list[str]:
    """The paragraphs of a stretch of text: two line breaks part them, one is a line end."""
    if text.isspace():
        return []
    if _BREAK not in text:
        line = one_line(text)
        return [line] if line else []
    lines = "\n".join(map(one_line, text.split(_BREAK)))
    return [paragraph.strip("\n") for paragraph in lines.split("\n\n") if paragraph.strip()]


def _zone(element: _Element, tag: str) -> str:
    if tag in _NEVER_A_ZONE:
        return ""
    if tag in _TAG_ZONES:
        return _TAG_ZONES[tag]
    marks = f"{element.get('class') or ''} {element.get('id') or ''}"
    found = _MARK.search(marks) if len(marks) > 1 else None
    return found.lastgroup or "" if found else ""


def _is_hidden(element: _Element) -> bool:
    attributes = element.attrib
    if not attributes:
        return False
    marks = attributes.get("class", "")
    if "hidden" in attributes or (not _HIDDEN.isdisjoint(marks.split()) and not _SHOWN_WHERE_WIDE.search(marks)):
        return True
    return "display:none" in attributes.get("style", "").replace(" ", "").lower()
