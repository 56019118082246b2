"""The body of a page with what was cut from it: by our own quick choice where that is sure, else by trafilatura."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element, iterwalk
from lxml.html import HtmlElement

from curator.model.reading import Part
from curator.readers.article_blocks import Choice, Layout
from curator.readers.article_frame import Frame, cuts, is_standfirst, reason_beside
from curator.readers.page_blocks import Block
from curator.readers.page_parts import SHOWN_BESIDE, parts_of, places_in
from curator.text.plain import normalise, one_line

# The vocabulary of trafilatura's trees; everything else in them stands within a line.
_BLOCKS = frozenset({"p", "head", "quote", "code", "list", "item", "table", "row", "div", "ab", "body"})
_LINES = frozenset({"item", "row"})
_CELL_END = " | "
_BREAK = "\x1e"
# A paragraph that is one link and hardly a word more points to another piece ("Read also: ...").
_TEASER = "//p[count(.//a) = 1 and string-length(normalize-space(.)) <= string-length(normalize-space(.//a)) + 12]"
# Per mille, and code points. What other thresholds give is told by tests/benchmarks/score_pages.py --trade.
TRUSTED = 800
_SHORTEST_TRUSTED = 500
# Their layout is more than paragraphs.
_LAID_OUT = frozenset({"td", "th", "pre", "dd", "dt", "caption"})
_REACH_OF_A_STANDFIRST = 25
_FIELD_OF = {"headline": "title", "date": "published", "byline": "authors", "section": "section"}


@dataclass(frozen=True, slots=True)
class PageText:
    """The body of a page, "" when none was found, and all parts as received; () when nothing was cut."""

    body: str = ""
    parts: tuple[Part, ...] = ()


def text_of(page: HtmlElement, layout: Layout, frame: Frame, trusted: int = TRUSTED) -> PageText:
    """Return the text of the article in `page`.

    Args:
        page: its tree, which is changed.
        layout: what it shows.
        frame: what it says of its article elsewhere, for what stands around the text.
        trusted: from which trust on (per mille) the quick choice stands; below it trafilatura is asked.
    """
    blocks, choice = layout.blocks, layout.choice
    if is_sure(layout, trusted):
        paragraphs, places = _chosen(blocks, choice)
    else:
        paragraphs = [text for text in body_of(page).split("\n\n") if text]
        places = places_in(blocks, paragraphs)
    own = {at for index, at in places.items() if blocks[index].home == choice.home}
    return _framed(blocks, paragraphs, places, cuts(paragraphs, own, frame), frame)


def is_sure(layout: Layout, trusted: int = TRUSTED) -> bool:
    """Tell whether the quick choice stands: trusted, of plain paragraphs, and more than a few words."""
    kept = [layout.blocks[index] for index in layout.choice.kept]
    is_long = sum(len(block.text) for block in kept) >= _SHORTEST_TRUSTED
    return is_long and layout.choice.trust >= trusted and not any(block.tag in _LAID_OUT for block in kept)


def _chosen(blocks: list[Block], choice: Choice) -> tuple[list[str], dict[int, int]]:
    """The paragraphs of the blocks taken; the items of a list are lines of one."""
    paragraphs: list[str] = []
    places: dict[int, int] = {}
    for index in choice.kept:
        if blocks[index].tag == "li" and places.get(index - 1) == len(paragraphs) - 1 and blocks[index - 1].tag == "li":
            paragraphs[-1] += f"\n{blocks[index].text}"
        else:
            paragraphs.append(blocks[index].text)
        places[index] = len(paragraphs) - 1
    return paragraphs, places


def _framed(
    blocks: list[Block], paragraphs: list[str], places: dict[int, int], cut: dict[int, str], frame: Frame
) -> PageText:
    """Leave out the paragraphs that are cut, put the standfirst before the others."""
    reasons = {index: (cut[at], _FIELD_OF.get(cut[at], "")) for index, at in places.items() if at in cut}
    kept = [at for at in range(len(paragraphs)) if at not in cut]
    moved = {at: number for number, at in enumerate(kept)}
    body = [paragraphs[at] for at in kept]
    stands = {index: moved[at] for index, at in places.items() if at in moved}
    lead = _standfirst(blocks, stands, body, frame)
    if lead is not None:
        body = [blocks[lead].text, *body]
        stands = {lead: 0} | {index: at + 1 for index, at in stands.items()}
    reasons = _reasons_beside(blocks, stands, frame) | reasons
    return PageText(normalise("\n\n".join(body)), parts_of(blocks, body, stands, reasons))


def _reasons_beside(blocks: list[Block], stands: dict[int, int], frame: Frame) -> dict[int, tuple[str, str]]:
    """Why the blocks right above and below the text are none of it, where they are not marked as anything."""
    if not stands:
        return {}
    first, last = min(stands), max(stands)
    beside = (*range(max(0, first - SHOWN_BESIDE), first), *range(last + 1, min(len(blocks), last + 1 + SHOWN_BESIDE)))
    whys = {index: reason_beside(blocks[index].text, frame) for index in beside if not blocks[index].zone}
    return {index: (why, _FIELD_OF.get(why, "")) for index, why in whys.items() if why}


def _standfirst(blocks: list[Block], stands: dict[int, int], body: list[str], frame: Frame) -> int | None:
    """Return the block above the text that is its lead and is not in it."""
    if not stands or any(is_standfirst(text, frame) for text in body[:2]):
        return None
    first = min(stands)
    above = range(first - 1, max(-1, first - _REACH_OF_A_STANDFIRST), -1)
    return next((index for index in above if is_standfirst(blocks[index].text, frame)), None)


def body_of(page: HtmlElement) -> str:
    """Return the text of the article in `page` by trafilatura, or "" when it finds none.

    Source: Barbaresi, "Trafilatura: A Web Scraping Library and Command-Line Tool for Text Discovery and
    Extraction", ACL 2021.
    """
    from trafilatura import bare_extraction

    document = bare_extraction(page, include_comments=False, prune_xpath=_TEASER)
    body = getattr(document, "body", None)
    return "" if body is None else rendered(body)


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
