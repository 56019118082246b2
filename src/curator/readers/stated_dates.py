"""Dates as machines state them (ISO 8601, RFC 5322, a few plain orders): day, time of day and zone as stated."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

from curator.text.dates_in_text import find

_ISO = re.compile(
    r"""\s*(?P<year>\d{4})[-/.]?(?P<month>\d{2})[-/.]?(?P<day>\d{2})
        (?:[T\s,]\s*(?P<hour>\d{1,2}):?(?P<minute>\d{2})(?::?(?P<second>\d{1,2})(?:[.,]\d+)?)?
           \s*(?P<zone>Z|UTC|GMT|[+-]\d{2}:?(?:\d{2})?)?)?""",
    re.VERBOSE,
)
_MONTH = re.compile(r"\s*(\d{4})-(\d{2})\s*$")
_YEAR = re.compile(r"\s*(\d{4})\s*$")
_ZULU = frozenset({"Z", "UTC", "GMT"})
_EARLIEST, _LATEST = 1000, 2200
_SURE = 800


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A point in time as precisely as it is stated.

    Args:
        day: EDTF level 0 ("2020-09-27", "2020-09", "2020").
        time: "HH:MM" or "HH:MM:SS", or "" where none is stated.
        zone: "+04:00" or "Z", or "".
    """

    day: str
    time: str = ""
    zone: str = ""

    def moment(self) -> datetime.datetime | None:
        """Return the point in time, None when the time of day or the zone is not stated."""
        if not (self.time and self.zone):
            return None
        return datetime.datetime.fromisoformat(f"{self.day}T{self.time}{self.zone.replace('Z', '+00:00')}")


@dataclass(frozen=True, slots=True)
class DateStatement:
    """A date with where it is stated.

    Args:
        stated: day, time and zone.
        source: as of `Found`: "json-ld", "opengraph", "meta", "time", "text", "url".
        confidence: per mille.
        verbatim: its words.
    """

    stated: StatedDate
    source: str
    confidence: int
    verbatim: str


def parse_date(text: str) -> StatedDate | None:
    """Read a date as in ISO 8601 (basic or extended), RFC 5322 or as people write it; None when it is none."""
    text = text.strip()[:80]
    return _iso(text) or _partial(text) or _mail(text) or _written(text)


def is_past(stated: StatedDate) -> bool:
    """Tell whether a date is not after tomorrow, which is today somewhere."""
    tomorrow = datetime.date.today() + datetime.timedelta(days=1)
    return stated.day <= tomorrow.isoformat()


def _iso(text: str) -> StatedDate | None:
    found = _ISO.match(text)
    return _stated(found.groupdict()) if found and not text[found.end() : found.end() + 1].isdigit() else None


def _written(text: str) -> StatedDate | None:
    """A date in words or with dots, unless it can be read in two ways."""
    date = next(iter(find(text)), None)
    if date is None or date.start or date.confidence < _SURE or "/" in date.edtf:
        return None
    return StatedDate(date.edtf, date.time, date.zone) if _is_in_range(date.edtf[:4]) else None


def _partial(text: str) -> StatedDate | None:
    if (found := _MONTH.match(text)) and 1 <= int(found[2]) <= 12 and _is_in_range(found[1]):
        return StatedDate(f"{found[1]}-{found[2]}")
    if (found := _YEAR.match(text)) and _is_in_range(found[1]):
        return StatedDate(found[1])
    return None


def _is_in_range(year: str) -> bool:
    return _EARLIEST <= int(year) <= _LATEST


def _mail(text: str) -> StatedDate | None:
    if ":" not in text:
        return None  # it would be taken for midnight
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if not _EARLIEST <= moment.year <= _LATEST:
        return None
    zone = moment.strftime("%z")
    stated = f"{zone[:3]}:{zone[3:5]}" if zone else ""
    return StatedDate(f"{moment:%Y-%m-%d}", f"{moment:%H:%M:%S}", stated)


def _stated(part: dict[str, str | None]) -> StatedDate | None:
    try:
        day = datetime.date(int(part["year"] or 0), int(part["month"] or 0), int(part["day"] or 0))
    except ValueError:
        return None
    if not _EARLIEST <= day.year <= _LATEST:
        return None
    return StatedDate(day.isoformat(), *_time(part))


def _time(part: dict[str, str | None]) -> tuple[str, str]:
    hour, minute, second = (part.get(name) for name in ("hour", "minute", "second"))
    if hour is None or minute is None or int(hour) > 23 or int(minute) > 59 or int(second or 0) > 59:
        return "", ""
    time = f"{int(hour):02}:{minute}" + (f":{second:0>2}" if second else "")
    return time, _zone(part.get("zone") or "")


def _zone(stated: str) -> str:
    if stated in _ZULU:
        return "Z"
    digits = stated[1:].replace(":", "")
    return f"{stated[0]}{digits[:2]}:{digits[2:4] or '00'}" if digits else ""
