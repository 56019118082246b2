"""What the lists of a site are made of: one short row for each article, in groups, on pages of limited length."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from curator.model.authority import AuthorityKind
from curator.model.export import ExportRecord

ROWS_A_PAGE = 500
_SAFE = re.compile(r"[0-9a-z]+(-[0-9a-z]+)*")
_Item = TypeVar("_Item")

# The folder or file of each kind of name.
KIND_PAGES: dict[AuthorityKind, str] = {
    "person": "people",
    "organisation": "organisations",
    "event": "events",
    "place": "places",
    "theme": "themes",
}
UNDATED, UNCERTAIN = "undated", "uncertain"


@dataclass(frozen=True, slots=True)
class Row:
    """An article in a list.

    Args:
        file: its page, from the top of the site.
        date: EDTF; None where unknown.
        order: sorts by date, those without one last.
        year: the page of its year: "1966", UNCERTAIN when it may be one of several, UNDATED.
        tags: uids of the names that it is tagged with.
    """

    file: str
    title: str | None
    date: str | None
    order: tuple[int, int, str, str]
    year: str
    language: str | None
    publication: str | None
    byline: str | None
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page(Generic[_Item]):
    """One page of a long list: its file, its number from 1, how many there are, and what stands on it."""

    file: str
    number: int
    files: tuple[str, ...]
    items: Sequence[_Item]


def row_of(record: ExportRecord) -> Row:
    """Return the row of an article."""
    year = _year(record)
    earliest = record.published_earliest
    return Row(
        f"articles/{safe_name(record.uid)}.html",
        record.title,
        record.published,
        (*_sortable(earliest), record.published_latest or "", record.uid),
        year,
        record.language,
        record.publication,
        record.byline,
        tuple(dict.fromkeys(tag.uid for tag in record.tags)),
    )


def pages(file: str, items: Sequence[_Item]) -> list[Page[_Item]]:
    """Return the pages of a list; the first is `file` ("years/1966.html"), then "years/1966-2.html" and so on."""
    parts = [items[start : start + ROWS_A_PAGE] for start in range(0, len(items), ROWS_A_PAGE)] or [items]
    stem = file.removesuffix(".html")
    files = tuple(file if number == 1 else f"{stem}-{number}.html" for number in range(1, len(parts) + 1))
    return [Page(files[number], number + 1, files, part) for number, part in enumerate(parts)]


def safe_name(word: str) -> str:
    """Return a file name for a uid or language code: itself where that is safe on every system, else a hash of it."""
    lowered = word.lower()
    if _SAFE.fullmatch(lowered) and len(lowered) <= 40:
        return lowered
    return hashlib.sha256(word.encode()).hexdigest()[:32]


def _year(record: ExportRecord) -> str:
    first, last = record.published_earliest, record.published_latest
    if record.published is None:
        return UNDATED
    if first is None or last is None or first[:-6] != last[:-6]:
        return UNCERTAIN
    return first[:-6]


def _sortable(day: str | None) -> tuple[int, int]:
    """Return a day (ISO 8601, years before 0 too) as numbers that sort."""
    if day is None:
        return 10**9, 0
    year, month, of_month = day.rsplit("-", 2)
    return int(year), int(month) * 100 + int(of_month)
