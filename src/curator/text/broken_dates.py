"""Dates of which a template left a part unfilled: "7 phrase_var_language.ay2 2026" still holds three numbers."""

from __future__ import annotations

import re

from curator.text.written_date import WrittenDate, day_edtf

# A word with signs that no word has, in the place of the month. Its only number is taken for that of the month.
_SLOT = r"(?P<slot>(?=[^\s\d]*[_{}$%\[\]<>])[^\s\d]{2,60}(?P<month>\d{1,2})?[^\s\d]{0,20})"
_DAY_FIRST = re.compile(rf"(?<![\d.:/-])(?P<day>\d{{1,2}})[.,]?\s{{1,3}}{_SLOT},?\s{{1,3}}(?P<year>[12]\d{{3}})(?!\d)")
_MONTH_FIRST = re.compile(rf"(?<!\S){_SLOT}\s{{1,3}}(?P<day>\d{{1,2}}),?\s{{1,3}}(?P<year>[12]\d{{3}})(?!\d)")
_SIGNS = re.compile(r"[_{}$%\[\]<>]")
_WHOLE, _YEAR_ALONE = 300, 150


def broken_dates(line: str) -> list[WrittenDate]:
    """Return what can be read of dates with a leftover of a template in them: always a guess.

    Args:
        line: one line of text.
    """
    if not _SIGNS.search(line):
        return []
    found = _DAY_FIRST.finditer(line)
    dates = [_read(match) for match in found] or [_read(match) for match in _MONTH_FIRST.finditer(line)]
    return dates


def _read(match: re.Match[str]) -> WrittenDate:
    year, month, day = int(match["year"]), int(match["month"] or 0), int(match["day"])
    edtf = day_edtf(year, month, day)
    confidence = _WHOLE if edtf else _YEAR_ALONE
    return WrittenDate(*match.span(), edtf or match["year"], "", "", match.group(), confidence, "broken")
