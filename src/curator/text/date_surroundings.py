"""What stands beside a written date and belongs to it: a weekday, a time of day, its zone."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

from curator.text.date_tokens import Tokens
from curator.text.date_vocabulary import SECOND_WORDS
from curator.text.written_date import WrittenDate

_WEEKDAY_BEFORE = re.compile(r"w(v?)[,.]{0,2}~?$")
_WEEKDAY_AFTER = re.compile(r",?\(?w(v?)\.?\)?")
_AT = r"(?:saatı?|at|um|à|в|о|об|ժամը|ժ[.․]|დრო|kl\.?)"
_CLOCK = r"""(?P<hour>[0-2]?\d)(?P<sign>[:.h])(?P<minute>[0-5]\d)
    (?:(?P=sign)(?P<second>[0-5]\d)(?:[.,]\d+)?)?(?!\d|[.,:]\d)
    (?:\s?(?P<half>[ap])\.?\s?m\b\.?)?"""
_ZONE = r"""(?:\s?\(?(?:
    (?P<name>GMT|UTC)\s?(?P<offset>[-+−]\d{1,2}(?::?\d{2})?)?|(?P<zulu>Z)\b|(?P<bare>[-+−]\d{2}:?\d{2})\b
    )\)?)?"""
_AFTER = re.compile(
    rf"(?:T|(?P<gap>\s{{0,3}}(?:[-,;|/·•–—(]\s{{0,3}})?)(?P<at>{_AT}\s{{1,3}})?){_CLOCK}{_ZONE}", re.VERBOSE | re.I
)
_HALF_DAY = re.compile(r"[\s,|]{0,4}(?:at\s)?(?P<hour>1[0-2]|0?[1-9])\s?(?P<half>[ap])\.?\s?m\b\.?", re.I)
_BEFORE = re.compile(rf"(?<![\d:.]){_CLOCK}{_ZONE}\s{{0,3}}(?:[-,;|/·•–—]|on)?\s{{0,3}}$", re.VERBOSE | re.I)
# Code points: the longest time of day with its zone and the signs around it.
_REACH = 40
_DAY_LENGTH = 10
_ZULU = "Z"


def with_weekday(date: WrittenDate, tokens: Tokens, first: int, last: int, line: str) -> WrittenDate:
    """Return the date with the weekday beside it: one that fits makes it surer, another is a doubt.

    Args:
        date: as read from the tokens `first` to `last` (excluded) of `line`.
        tokens, line: all of the line.
    """
    before = _WEEKDAY_BEFORE.search(tokens.kinds, max(0, first - 5), first)
    found = before or _WEEKDAY_AFTER.match(tokens.kinds, last)
    if found is None:
        return date
    at = tokens.kinds.index("w", found.start())
    weekday = tokens.number(at)
    if found[1]:
        weekday = SECOND_WORDS.get((weekday, tokens.plain(at + 1)), weekday)
    start = tokens.places[at][0] if before else date.start
    end = date.end if before else tokens.places[found.end() - 1][1]
    return _judged(replace(date, start=start, end=end, verbatim=line[start:end]), weekday)


def _judged(date: WrittenDate, weekday: int) -> WrittenDate:
    if len(date.edtf) != _DAY_LENGTH or not date.edtf[0].isdigit():
        return date
    if _weekday(date.edtf) == weekday:
        return replace(date, confidence=max(850, min(980, date.confidence + 30)))
    swapped = f"{date.edtf[:5]}{date.edtf[8:]}-{date.edtf[5:7]}"
    if date.why == "order" and _weekday(swapped) == weekday:
        return replace(date, edtf=swapped, confidence=850)
    return replace(date, confidence=min(450, date.confidence // 2), why="weekday")


def _weekday(day: str) -> int:
    return datetime.date.fromisoformat(day).weekday()


def with_time(date: WrittenDate, line: str, start: int) -> WrittenDate:
    """Return the date with the time of day that follows it, else that before it.

    Args:
        date: a date of `line`.
        start: where the last date before it ended, whose time must not be taken (code points).
    """
    found = _AFTER.match(line, date.end, date.end + _REACH)
    if found and (found["sign"] != "." or found["at"] or (found["gap"] or "").strip()):
        return _timed(date, found, line, date.start, found.end())
    if found := _HALF_DAY.match(line, date.end, date.end + _REACH):
        return _timed(date, found, line, date.start, found.end())
    found = _BEFORE.search(line, max(start, date.start - _REACH), date.start)
    if found and found["sign"] != ".":
        return _timed(date, found, line, found.start(), date.end)
    return date


def _timed(date: WrittenDate, found: re.Match[str], line: str, start: int, end: int) -> WrittenDate:
    part = found.groupdict()
    hour = int(part["hour"])
    if half := part.get("half"):
        hour = hour % 12 + (12 if half in "pP" else 0)
    if hour > 23:
        return date
    second = part.get("second")
    time = f"{hour:02}:{part.get('minute') or '00'}" + (f":{second}" if second else "")
    return replace(date, start=start, end=end, verbatim=line[start:end], time=time, zone=_zone(part))


def _zone(part: dict[str, str | None]) -> str:
    offset = (part.get("offset") or part.get("bare") or "").replace("−", "-")
    if not offset:
        return _ZULU if part.get("name") or part.get("zulu") else ""
    digits = offset[1:].replace(":", "")
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "00")
    return f"{offset[0]}{int(hours):02}:{minutes}"
