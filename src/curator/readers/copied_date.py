"""The day of publication among the dates of a copied page: the one at the headline, never one told of in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from curator.model.reading import Found
from curator.readers.line_features import Lines, is_finished
from curator.readers.page_signs import loosened
from curator.text.dates_in_text import find
from curator.text.fold import fold
from curator.text.written_date import WrittenDate

_ABOVE, _BELOW, _FAR_BELOW, _BEHIND, _FAR_BEHIND = 4, 2, 10, 4, 10
_LEAST_SHARE, _MOST_OF_A_LINE = 0.25, 0.5
_LONGEST_LINE = 250
_GAP = re.compile(r"\s*[|•·]\s*|\s{2,}|\s[-–—]\s")
_GUESS = 500
_WHOLE_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# What is said of a change, and of first publication: beginnings of words before the date, folded.
_CHANGED = re.compile(
    r"\b(?:updat|modif|edit|aktualis|stand\b|geandert|yenil|guncel|duzel|обновл|измен|исправл|оновл|թարմաց|განახლ"
    r"|maj\b|mis a jour|actualiz|aggiorn|oppdat|uppdat|opdat|aktualiz)"
)
_STATED = re.compile(
    r"\b(?:publish|posted|date|datum|veroffent|erstellt|derc|tarix|tarih|yayin|yayim|paylas|giris|опубл|размещ|дата"
    r"|հրապարակ|ամսաթիվ|გამოქვეყ|თარიღი|publi|pubbl|offentlig)"
)


@dataclass(frozen=True, slots=True)
class PageDate:
    """A date that may be that of publication.

    Args:
        at: the line it stands in.
        date: the date.
        rank: the lowest is the surest: -1 at the headline and said to be that of publication, 4 below the article.
    """

    at: int
    date: WrittenDate
    rank: int

    @property
    def is_guess(self) -> bool:
        """Whether it could be read another way, or is what is left of a template."""
        return self.date.confidence < _GUESS

    @property
    def found(self) -> Found:
        """The day as a value of a field; less sure than the reading itself, as its place was inferred."""
        sure = self.date.confidence - 50 * (1 + max(0, self.rank))
        return Found(self.date.edtf, "text", max(100, min(sure, 900)), self.date.verbatim)


def date_of_page(lines: Lines, headline: int | None, first: int, last: int, language: str | None) -> PageDate | None:
    """Return the day of publication, None where no date stands where such a day stands.

    Args:
        headline: the line of the headline.
        first, last: the first and the last line of the article.
        language: of the article, for dates in numbers.
    """
    dates = list(_dates(lines, headline, first, last, language))
    if not dates:
        return None
    rank = min(date.rank for date in dates)
    best = [date for date in dates if date.rank == rank]
    # Two dates side by side are those of publication and of the last change.
    return min(best, key=lambda found: (found.is_guess, found.date.edtf, found.at))


def _dates(lines: Lines, headline: int | None, first: int, last: int, language: str | None) -> Iterator[PageDate]:
    top = first if headline is None else min(headline, first)
    end = min(len(lines.texts), last + 1 + _FAR_BEHIND)
    for at in range(max(0, top - _ABOVE), end):
        text = lines.texts[at]
        if len(text) > _LONGEST_LINE:
            continue
        for date in find(loosened(text), language):
            if _WHOLE_DAY.fullmatch(date.edtf) and (rank := _rank(at, text, date, (top, first, last))) is not None:
                yield PageDate(at, date, rank)


def _rank(at: int, text: str, date: WrittenDate, span: tuple[int, int, int]) -> int | None:
    """How far its place is from that of a line of publication; None for a date told of in a sentence or a caption."""
    top, first, last = span
    said = fold(text[: date.start])
    is_stated, is_changed = bool(_STATED.search(said)), bool(_CHANGED.search(said))
    share = _share(text, date)
    opens = not any(map(str.isalnum, said))
    is_open = opens or not is_finished(text)
    is_plain = share >= _MOST_OF_A_LINE or (is_open and (share >= _LEAST_SHARE or bool(date.time)))
    if not (is_stated or is_changed or is_plain):
        return None
    if at > last + _BEHIND and not is_stated:
        return None
    if first + _BELOW <= at <= last and not (is_stated or (date.time and at < first + _FAR_BELOW)):
        return None
    rank = 0 if top <= at < first + _BELOW else 1 if top <= at <= last else 2 if at < top else 3
    return rank - is_stated + is_changed


def _share(text: str, date: WrittenDate) -> float:
    """The share of the letters and digits that are the date, of its piece of the line (between bars or wide gaps)."""
    start = max((gap.end() for gap in _GAP.finditer(text, 0, date.start)), default=0)
    gap = _GAP.search(text, date.end)
    piece = text[start : gap.start() if gap else len(text)]
    return sum(map(str.isalnum, text[date.start : date.end])) / max(1, sum(map(str.isalnum, piece)))
