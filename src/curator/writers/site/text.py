"""The text of an article on its page: paragraphs, with the words that tags stand at linked to their names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from curator.model.export import ExportRecord, ExportTag


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, and the tag that stands at it."""

    words: str
    tag: ExportTag | None = None


def paragraphs(record: ExportRecord) -> list[list[Piece]]:
    """Return the paragraphs (parted by empty lines) of a text, each in pieces.

    Where passages overlap, the one that begins first is linked; those that are not at their words are left out.
    """
    found: list[list[Piece]] = []
    start = 0
    marks = _marks(record)
    for paragraph in record.text.split("\n\n"):
        if paragraph.strip():
            found.append(list(_pieces(paragraph, start, marks)))
        start += len(paragraph) + 2
    return found


def _marks(record: ExportRecord) -> list[tuple[int, int, ExportTag]]:
    places = [
        (passage.start, passage.end, tag)
        for tag in record.tags
        for passage in tag.passages
        if passage.start < passage.end and record.text[passage.start : passage.end] == passage.quote
    ]
    kept: list[tuple[int, int, ExportTag]] = []
    for start, end, tag in sorted(places, key=lambda place: (place[0], -place[1], place[2].uid)):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end, tag))
    return kept


def _pieces(paragraph: str, start: int, marks: list[tuple[int, int, ExportTag]]) -> Iterator[Piece]:
    """Yield the pieces of a paragraph that begins at `start`; a mark across paragraphs is cut at their ends."""
    at = 0
    for first, last, tag in marks:
        low, high = max(first - start, at), min(last - start, len(paragraph))
        if low >= high:
            continue
        if low > at:
            yield Piece(paragraph[at:low])
        yield Piece(paragraph[low:high], tag)
        at = high
    if at < len(paragraph):
        yield Piece(paragraph[at:])
