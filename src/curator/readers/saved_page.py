"""What browsers write into pages that they save: the address and the moment of saving."""

from __future__ import annotations

import re
from dataclasses import dataclass

from curator.model.reading import Found

# SingleFile: " url: ... saved date: Sun Nov 01 2020 10:00:00 GMT+0400 (Azerbaijan Standard Time)".
_SINGLE_FILE = re.compile(r"Page saved with SingleFile\s+url:\s*(?P<url>\S+)\s+saved date:\s*(?P<date>[^\n]+)")
_DATE = re.compile(r"\w{3} (?P<month>\w{3}) (?P<day>\d{1,2}) (?P<year>\d{4})")
# Internet Explorer and Chromium: the number is the length of the address.
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(?P<url>\S+)\s*-->")
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"
_PROLOGUE = 10_000


@dataclass(frozen=True, slots=True)
class Saved:
    """Where and when a page was saved; None where it does not say."""

    url: Found | None = None
    captured: Found | None = None


def saved(source: str) -> Saved:
    """Read the comment that a browser left near the start of the HTML `source`."""
    prologue = source[:_PROLOGUE]
    if found := _SINGLE_FILE.search(prologue):
        return Saved(Found(found["url"], "file", 950), _captured(found["date"].strip()))
    if found := _SAVED_FROM.search(prologue):
        return Saved(Found(found["url"], "file", 900))
    return Saved()


def _captured(verbatim: str) -> Found | None:
    found = _DATE.match(verbatim)
    if not found or found["month"] not in _MONTHS.split():
        return None
    month = _MONTHS.split().index(found["month"]) + 1
    day = f"{found['year']}-{month:02}-{int(found['day']):02}"
    return Found(day, "file", 1000, verbatim)
