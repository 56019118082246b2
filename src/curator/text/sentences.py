"""Sentences of a text, for moving through it by keyboard: paragraphs first, then full stops that end something."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Full stop, question, exclamation, ellipsis; the Armenian full stop; what closes after them.
_END = re.compile(r"[.!?…։]+[\"'”’»)\]]*(?=\s)")
_PARAGRAPH = re.compile(r"[^\n]+")
# A word that stands before a full stop without ending a sentence: initials, titles, "No.", "г.", "cild.", "s."
_OPEN = re.compile(
    r"(?:^|[\s(«“\"])(?:\w|Dr|Mr|Mrs|Ms|Prof|St|No|vol|pp|ca|cf|etc|vs|Jr|Sr|approx|fig|ed|eds"
    r"|г|гг|в|вв|им|ул|стр|см|т|др|акад|проф|тыс|млн|млрд"
    r"|cild|səh|prof|akad|yüz|bkz|hz|sf|Dç|Doç|Av|հմր|պրոֆ)\.$",
    re.IGNORECASE,
)
# Beyond so many code points around a place no sentence is looked for.
_AROUND = 400
_NEXT = re.compile(r"\s+[\"'“‘«(\[—–-]*\s*(\S)")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of the sentences of a text: start and end in code points, white space left out.

    A full stop ends a sentence when something follows that can begin one (no lower-case letter), and what stands
    before it is no initial or common abbreviation of English, Russian, Azerbaijani, Turkish or Armenian.
    """
    for paragraph in _PARAGRAPH.finditer(text):
        yield from _of_paragraph(text, paragraph.start(), paragraph.end())


def _of_paragraph(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for stop in _END.finditer(text, start, end):
        if _ends(text, stop.start(), stop.end(), end, begin):
            if trimmed := _trimmed(text, begin, stop.end()):
                yield trimmed
            begin = stop.end()
    if trimmed := _trimmed(text, begin, end):
        yield trimmed


def _ends(text: str, stop: int, after: int, end: int, begin: int) -> bool:
    following = _NEXT.match(text, after, end)
    if following is None or following[1].islower():
        return False
    return not (text[stop] == "." and _OPEN.search(text, begin, stop + 1))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def sentence_at(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the place of the sentence, or of those, that hold a stretch of a text (code points, end excluded).

    Of a sentence that is longer only what stands within 400 code points is told.
    """
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    if first:
        # Not from within a word.
        first = text.find(" ", first, start) + 1 or start
    near = text[first:last]
    holding = [each for each in sentences(near) if each[0] < end - first and each[1] > start - first]
    if not holding:
        return start, end
    return min(holding[0][0] + first, start), max(holding[-1][1] + first, end)
