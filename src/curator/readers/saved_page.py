"""What browsers write into pages that they save: the address and the moment of saving."""

from __future__ import annotations

import re
from dataclasses import dataclass

from curator.model.reading import Found

# SingleFile: " url: ... saved date: Sun Nov 01 2020 10:00:00 GMT+0400 (Azerbaijan Standard Time)".
_SINGLE_FILE = re.compile(r"Page saved with SingleFile\s+url:\s*(?P<url>\S+)\s+saved date:\s*(?P<date>[^\n]+)")
# Save Page WE.
_SAVE_PAGE = re.compile(r"""<meta name="?savepage-(?P<key>url|date)"? content=["'](?P<value>[^"'<>]{1,2000})["']""")
# Internet Explorer, Chromium and others: the number is the length of the address.
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(?P<url>\S+?)\s*-->")
# A page that was saved from a web archive: what was archived, and when.
_WAYBACK = re.compile(r"https?://web\.archive\.org/web/(?P<day>\d{8})\d{0,6}[a-z_]*/(?P<url>https?://.+)")
_DATE = re.compile(r"\w{3} (?P<month>\w{3}) (?P<day>\d{1,2}) (?P<year>\d{4})")
_ISO_DATE = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)")
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
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
        return _of_web_archive(Saved(Found(found["url"], "file", 950), captured_on(found["date"].strip())))
    stated = {found["key"]: found["value"] for found in _SAVE_PAGE.finditer(source)} if "savepage-" in source else {}
    if "url" in stated:
        return _of_web_archive(Saved(Found(stated["url"], "file", 950), captured_on(stated.get("date", ""))))
    if found := _SAVED_FROM.search(prologue):
        return _of_web_archive(Saved(Found(found["url"], "file", 900)))
    return Saved()


def captured_on(verbatim: str) -> Found | None:
    """Return the day of a moment of saving in the words of a browser, None when it cannot be read."""
    found = _DATE.match(verbatim) or _ISO_DATE.match(verbatim)
    if not found:
        return None
    month = found["month"]
    number = _MONTHS.index(month) + 1 if month in _MONTHS else int(month) if month.isdecimal() else 0
    if not (1 <= number <= 12 and 1 <= int(found["day"]) <= 31):
        return None
    return Found(f"{found['year']}-{number:02}-{int(found['day']):02}", "file", 1000, verbatim)


def _of_web_archive(page: Saved) -> Saved:
    """Look through the address of a web archive: what it names was captured on the day that it names."""
    found = _WAYBACK.fullmatch(page.url.value) if page.url else None
    if not found:
        return page
    day = found["day"]
    captured = captured_on(f"{day[:4]}-{day[4:6]}-{day[6:]}")
    return Saved(Found(found["url"], "file", 850), captured or page.captured)
