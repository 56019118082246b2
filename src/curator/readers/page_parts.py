"""The text of a page as received, kept and cut, so that a person sees what was left out and can put it back."""

from __future__ import annotations

from collections.abc import Mapping

from curator.model.reading import Part
from curator.readers.page_blocks import Block

_WHY = {"caption": "other", "": "other"}
# Cut blocks before the first and behind the last paragraph that are still shown.
SHOWN_BESIDE = 12
_MOST_PARTS = 5_000
# How far ahead in a body a block is looked for, and from how many letters on a part of a paragraph is no accident.
_AHEAD = 6
_SURE_LETTERS = 12
# Letters between two blocks of a paragraph; looking no further keeps the time in proportion to the page.
_WIDEST_GAP = 500


def parts_of(
    blocks: list[Block], body: list[str], places: Mapping[int, int], reasons: Mapping[int, tuple[str, str]]
) -> tuple[Part, ...]:
    """Return the paragraphs of a body with the blocks of the page that were left out, each in its place.

    Args:
        blocks: what the page shows, in its order.
        body: the paragraphs of the body, in their order.
        places: the paragraph that a block is in, by the index of the block.
        reasons: of blocks that were cut for a reason of their own: why, and the field that they went to or "".

    The kept parts are `body`, whatever the page looks like; empty when nothing was cut.
    """
    if not places:
        return ()
    parts: list[Part] = []
    written = 0
    first, last = max(0, min(places) - SHOWN_BESIDE), max(places) + 1 + SHOWN_BESIDE
    for index, block in enumerate(blocks[first:last], first):
        if index in places:
            parts += [Part(text) for text in body[written : places[index] + 1]]
            written = max(written, places[index] + 1)
        elif any(map(str.isalnum, block.text)):
            why, field = reasons.get(index) or (_WHY.get(block.zone, block.zone), "")
            parts.append(Part(block.text, kept=False, why=why, field=field))
    parts += [Part(text) for text in body[written:]]
    return tuple(parts) if len(body) < len(parts) <= _MOST_PARTS else ()


def places_in(blocks: list[Block], body: list[str]) -> dict[int, int]:
    """Return which paragraph of a body each block is in; the blocks are looked for in the order of the body."""
    paragraphs = [_letters(paragraph) for paragraph in body]
    found: dict[int, int] = {}
    at, offset = 0, 0
    for index, block in enumerate(blocks):
        wanted = _letters(block.text)
        for paragraph in range(at, min(at + _AHEAD, len(paragraphs))) if wanted else ():
            begin = offset if paragraph == at else 0
            start = paragraphs[paragraph].find(wanted, begin, begin + len(wanted) + _WIDEST_GAP)
            if start >= 0 and (len(wanted) >= _SURE_LETTERS or wanted == paragraphs[paragraph]):
                found[index] = paragraph
                at, offset = paragraph, start + len(wanted)
                break
    return found


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))
