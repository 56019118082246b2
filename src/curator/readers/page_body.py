"""The body of a page by trafilatura, one paragraph for each block of its tree."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element, iterwalk
from lxml.html import HtmlElement

from curator.readers.titles import alike
from curator.text.plain import normalise, one_line

# The vocabulary of trafilatura's trees; everything else in them stands within a line.
_BLOCKS = frozenset({"p", "head", "quote", "code", "list", "item", "table", "row", "div", "ab", "body"})
_LINES = frozenset({"item", "row"})
_CELL_END = " | "
_BREAK = "\x1e"
# A paragraph that is one link and hardly a word more points to another piece ("Read also: ...").
_TEASER = "//p[count(.//a) = 1 and string-length(normalize-space(.)) <= string-length(normalize-space(.//a)) + 12]"


def body_of(page: HtmlElement) -> str:
    """Return the text of the article in `page`, or "" when trafilatura finds none.

    Source: Barbaresi, "Trafilatura: A Web Scraping Library and Command-Line Tool for Text Discovery and
    Extraction", ACL 2021.
    """
    from trafilatura import bare_extraction

    document = bare_extraction(page, include_comments=False, prune_xpath=_TEASER)
    body = getattr(document, "body", None)
    return "" if body is None else rendered(body)


def without_title(body: str, title: str) -> str:
    """Return `body` without a first paragraph that only repeats the `title` of the article."""
    first, _gap, rest = body.partition("\n\n")
    return rest if rest and alike(first, title) else body


def rendered(body: _Element) -> str:
    """Return the text of a tree of trafilatura, its blocks parted by an empty line.

    The items of a list and the rows of a table are parted by a line end alone, the cells of a row by a bar.
    """
    text, after_line = "", False
    for block, is_line in _blocks(body):
        if text:
            text_end = "\n" if is_line and after_line else "\n\n"
            block = text_end + block
        text, after_line = text + block, is_line
    return normalise(text)


def _blocks(body: _Element) -> Iterator[tuple[str, bool]]:
    """Each block of text, and whether it is one line of a list or a table."""
    pieces: list[str] = []
    for event, element in iterwalk(body, events=("start", "end")):
        tag = str(element.tag)
        if tag in _BLOCKS:
            block = _lines("".join(pieces))
            pieces.clear()
            if block:
                yield block, event == "end" and tag in _LINES
        pieces.append(_text_at(event, element, tag))
    if block := _lines("".join(pieces)):
        yield block, False


def _text_at(event: str, element: _Element, tag: str) -> str:
    if event == "start":
        text = element.text or ""
        return text.replace("\n", _BREAK) if tag == "code" else text
    return {"lb": _BREAK, "cell": _CELL_END}.get(tag, "") + (element.tail or "")


def _lines(text: str) -> str:
    lines = (one_line(line).strip("| ") if _CELL_END in text else one_line(line) for line in text.split(_BREAK))
    return "\n".join(line for line in lines if line)
