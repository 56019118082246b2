"""Dates as people write them in prose and in datelines, in the languages of the press that Curator meets.

A month that is named is read without knowing the language. Numbers alone are read in the order of the language,
and where that leaves two readings the confidence says so: it is never high for what could be another day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from curator.text.broken_dates import broken_dates
from curator.text.date_readings import Reading, read_named, read_numbers
from curator.text.date_surroundings import with_time, with_weekday
from curator.text.date_tokens import Tokens, tokens_of
from curator.text.east_asian_dates import east_asian_dates
from curator.text.written_date import WrittenDate

_DAY = r"d(?:[-q]?o)?"
_DAY_FIRST = r"d(?:[-q]?o|\.)?"
_MONTH = r"[Mm]\.?k?"
_YEAR = r"y(?:[-q]?o)?(?:g\.?)?"
_TO = r"[-~r]"
# The kinds of date_tokens. What follows a hyphen, a colon or a slash is part of a name, a time, a fraction.
_FORMS = re.compile(
    rf"""(?<![-:/])(?:
      (?P<days>{_DAY_FIRST},?f?{_MONTH},?(?:{_YEAR})?,?{_TO}{_DAY_FIRST}f?{_MONTH}[,.]?f?{_YEAR}
        |{_MONTH}f?{_DAY},?(?:{_YEAR})?,?{_TO}{_MONTH}f?{_DAY},?{_YEAR}
        |{_DAY_FIRST}{_TO}{_DAY_FIRST}f?{_MONTH}[,.]?f?{_YEAR}
        |{_MONTH}f?{_DAY}{_TO}{_DAY},?{_YEAR}
        |{_YEAR},?(?:{_MONTH}{_DAY}{_TO}{_DAY}|{_DAY_FIRST}{_TO}{_DAY_FIRST}{_MONTH})(?!,?y))
      |(?P<day>{_DAY_FIRST},?f?{_MONTH}[,.]?f?{_YEAR}
        |{_MONTH}f?{_DAY},?f?{_YEAR}
        |{_YEAR},?(?:{_MONTH}{_DAY}|{_DAY_FIRST}{_MONTH})(?!,?y))
      |(?P<months>{_MONTH}{_TO}{_MONTH},?f?{_YEAR}|{_YEAR},?{_MONTH}{_TO}{_MONTH}(?![dy]))
      |(?P<month>{_MONTH},?f?{_YEAR}|{_YEAR},?Mk?(?![dy]))
      |(?P<short>{_DAY_FIRST}f?{_MONTH}(?:q[dn]|[dn]g\.?|[dn](?=$|,?[dn]:)))
      |(?P<yearless>(?:{_DAY_FIRST}f?Mk?|Mk?f?{_DAY})(?![-.,~]?f?[Mmy:]))
      |(?P<number>(?<![dny#]\.)d(?P<sign>[-./])d(?P=sign)[ydn]|y(?P<mark>[-./])d(?P=mark)d)(?![-:./#][dny#])
    )""",
    re.VERBOSE,
)
_FORM_NAMES = ("days", "day", "months", "month", "short", "yearless", "number")
_YEAR_ALONE = re.compile(r"\W*(?P<year>1[0-9]{3}|20[0-9]{2})\W*")
# A line is worked on in stretches of this length (code points).
_LINE = re.compile(r"[^\n]{1,20000}")
_DIGIT = re.compile(r"\d")
_LONGEST_READ = 200
_FIRST_YEAR, _LAST_YEAR = "1700", "2199"
# Months only with a capital in English ("it may 2011 times", "march 5 miles").
_VERBS = frozenset({"may", "march"})


def find(text: str, language: str | None = None) -> list[WrittenDate]:
    """Return the dates written in `text`, in their order, none within another.

    Args:
        text: prose or single lines; a date never runs across a line end. The time grows with the length alone.
        language: BCP 47 code of the language ("az", "en-GB"), for numbers alone; None when not known.

    Returns dates whose `start` and `end` are code points of `text`. A year alone is no date here.
    """
    found: list[WrittenDate] = []
    for match in _LINE.finditer(text):
        line = match.group()
        if _DIGIT.search(line):
            found += [_moved(date, match.start()) for date in _in_line(line, language)]
    return found


def read(text: str, language: str | None = None) -> WrittenDate | None:
    """Return the date that `text` is as a whole, weekday and time of day included, else None.

    Args:
        text: such as "14 mart 2011, 13:00" or "2011"; signs around the date do not matter, words do.
        language: as in `find`.
    """
    line = text.strip()
    if len(line) > _LONGEST_READ or "\n" in line:
        return None
    start = text.index(line)
    if year := _YEAR_ALONE.fullmatch(line):
        first, last = year.span("year")
        return WrittenDate(start + first, start + last, year["year"], "", "", year["year"], 500, "year")
    dates = list(_in_line(line, language))
    if len(dates) != 1 or any(map(str.isalnum, line[: dates[0].start] + line[dates[0].end :])):
        return None
    return _moved(dates[0], start)


def _moved(date: WrittenDate, by: int) -> WrittenDate:
    return replace(date, start=date.start + by, end=date.end + by) if by else date


def _in_line(line: str, language: str | None) -> Iterator[WrittenDate]:
    tokens, end = tokens_of(line), 0
    dates = [*_whole(tokens, line, language), *east_asian_dates(line), *broken_dates(line)]
    for date in sorted(dates, key=lambda date: date.start):
        if date.start >= end:
            date = with_time(date, line, end)
            end = date.end
            yield date


def _whole(tokens: Tokens, line: str, language: str | None) -> Iterator[WrittenDate]:
    for match in _FORMS.finditer(tokens.kinds):
        first, last = match.span()
        form = next(name for name in _FORM_NAMES if match[name])
        start, end = tokens.places[first][0], tokens.places[last - 1][1]
        if form == "number":
            reading = read_numbers(line[start:end], language)
        elif form in ("month", "yearless") and _is_verb(tokens.words[first:last], language):
            continue
        else:
            reading = _less_sure(read_named(form, tokens.values(first, last), "m" in match.group()), match.group())
        if reading:
            edtf, confidence, why = reading
            date = WrittenDate(start, end, edtf, "", "", line[start:end], confidence, why)
            yield with_weekday(date, tokens, first, last, line)


def _less_sure(reading: Reading | None, kinds: str) -> Reading | None:
    """A year that no newspaper writes of may be a count: "14 мая 1500 человек". A word for year says it is none."""
    if reading is None or "g" in kinds or _FIRST_YEAR <= reading[0][:4] <= _LAST_YEAR or reading[0][0] == "X":
        return reading
    return reading[0], min(reading[1], 400), reading[2]


def _is_verb(words: tuple[str, ...], language: str | None) -> bool:
    return (language or "en").startswith("en") and any(word in _VERBS for word in words)
