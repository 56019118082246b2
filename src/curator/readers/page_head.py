"""The head of a text that bears no sign of a page: a headline, a date, a byline above the first paragraph, or nothing.

All lines of such a head must be understood; otherwise the text stays as it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from curator.model.reading import Found
from curator.readers.copied_date import PageDate
from curator.readers.copied_fields import CopiedFields, Roles
from curator.readers.line_features import Lines
from curator.readers.page_names import byline_at
from curator.readers.page_signs import is_dateline, loosened
from curator.readers.text_units import Unit
from curator.readers.title_words import headline_words
from curator.text.dates_in_text import find

_MOST_LINES = 5
_PARAGRAPH = 80
_SHORTEST, _LONGEST = 8, 160
_MOST_WORDS = 22
# A greeting, a speaker, the head of a list.
_OPEN_ENDS = frozenset(",:;!-–—")
_ALIKE_LINES = 0.5


def plain_head(units: Sequence[Unit], lines: Lines) -> CopiedFields:
    """Return the fields of the head; none where a line of it is not understood."""
    first = _first_paragraph(units, lines)
    if not first:
        return CopiedFields()
    head = range(first)
    dates = [at for at in head if is_dateline(lines.texts[at])]
    byline = byline_at(lines, [at for at in head if at not in dates])
    rest = [at for at in head if at not in dates and (not byline or at != byline[0])]
    if not rest or len(dates) > 1 or len({lines.folded[at] for at in rest}) > 1 or not _is_headline(lines, rest[0]):
        return CopiedFields()
    is_marked = bool(dates or byline) or len(rest) > 1
    if not is_marked and not (_is_known(lines, rest[0], first) and units[rest[0]].block != units[first].block):
        return CopiedFields()
    roles: Roles = dict.fromkeys(rest, ("headline", "title"))
    roles |= dict.fromkeys(dates, ("date", "published"))
    if byline:
        roles[byline[0]] = ("byline", "authors")
    title = Found(headline_words(lines.texts[rest[0]]), "text", 800 if is_marked else 700)
    return CopiedFields(title, None, None, byline[1] if byline else (), _date(lines, dates), roles=roles)


def _first_paragraph(units: Sequence[Unit], lines: Lines) -> int | None:
    """The first whole sentence of some length, if it stands near the top and what follows is no verse."""
    for at in range(min(len(units), _MOST_LINES + 1)):
        if lines.column("finished")[at] and lines.sizes[at] >= _PARAGRAPH:
            rest = lines.column("finished")[at:]
            return at if rest.mean() >= _ALIKE_LINES else None
    return None


def _is_headline(lines: Lines, at: int) -> bool:
    text = lines.texts[at].strip()
    if not _SHORTEST <= len(text) <= _LONGEST or not 2 <= lines.counts[at] <= _MOST_WORDS or text[-1] in _OPEN_ENDS:
        return False
    return not lines.column("finished")[at] or bool(lines.column("question")[at])


def _is_known(lines: Lines, at: int, first: int) -> bool:
    """Whether the text speaks of what the line speaks of."""
    return any(lines.content[at] & lines.content[other] for other in range(first, len(lines.texts)))


def _date(lines: Lines, places: Sequence[int]) -> PageDate | None:
    for at in places:
        for date in find(loosened(lines.texts[at])):
            if "X" not in date.edtf and "/" not in date.edtf:
                return PageDate(at, date, 0)
    return None
