"""Dates as Chinese, Japanese and Korean write them (2025年1月14日, 2025년 1월 14일): signs say what each number is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from curator.text.written_date import WrittenDate

# Digits of full width, too; the weekday in brackets that may follow says nothing more.
_DATE = re.compile(
    r"(?<!\d)(?P<year>\d{4})\s?[年년]\s?(?P<month>\d{1,2})\s?[月월](?:\s?(?P<day>\d{1,2})\s?[日일])?(?:\s?[(（]\w[)）])?"
)
_DAY, _MONTH = 950, 900


def east_asian_dates(line: str) -> Iterator[WrittenDate]:
    """Yield the dates of a line that signs for year, month and day are written in.

    Args:
        line: without line ends.
    """
    for match in _DATE.finditer(line):
        year, month, day = (int(match[name] or 0) for name in ("year", "month", "day"))
        try:
            date(year, month, day or 1)
        except ValueError:
            continue
        edtf = f"{year:04}-{month:02}" + (f"-{day:02}" if day else "")
        yield WrittenDate(
            *match.span(), edtf, "", "", match.group(), _DAY if day else _MONTH, "day" if day else "month"
        )
