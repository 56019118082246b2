"""Vague dates in words for people: "about 1936", "the 1930s", "27 September 2020 to 9 November 2020"."""

from __future__ import annotations

import re

from curator.i18n import N_, _
from curator.model.dates import UncertainDate
from curator.model.edtf_bounds import bounds
from curator.model.edtf_parts import Choice, End, Point, Span, split_edtf
from curator.model.julian import calendar_day

MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)
_SEASONS = (N_("spring %(year)s"), N_("summer %(year)s"), N_("autumn %(year)s"), N_("winter %(year)s"))
_PARTS_OF_THE_YEAR = (
    *_SEASONS,
    *_SEASONS,
    *_SEASONS,
    N_("first quarter of %(year)s"),
    N_("second quarter of %(year)s"),
    N_("third quarter of %(year)s"),
    N_("fourth quarter of %(year)s"),
    N_("first third of %(year)s"),
    N_("second third of %(year)s"),
    N_("last third of %(year)s"),
    N_("first half of %(year)s"),
    N_("second half of %(year)s"),
)
_FIRST_SEASON = 21
_PLAIN_YEAR = re.compile(r"-?[0-9]+")


def describe(date: UncertainDate) -> str:
    """Return a date in words, in the user's language.

    A doubt about any part of a date is told of the whole date; a time of day is left out.

    Args:
        date: as read by `parse_edtf`.
    """
    parts = split_edtf(date.edtf)
    if isinstance(parts, Point):
        return _point(parts)
    return _span(parts) if isinstance(parts, Span) else _choice(parts)


def _point(point: Point) -> str:
    words = {"date": _exact(point)}
    approximate = bool(point.qualifiers & {"~", "%"})
    if not point.qualifiers & {"?", "%"}:
        return _("about %(date)s") % words if approximate else words["date"]
    return _("about %(date)s, uncertain") % words if approximate else _("%(date)s, uncertain") % words


def _exact(point: Point) -> str:
    """Return the words of a date without its qualifiers."""
    if point.significant:
        return _("%(range)s, estimated %(year)s") % {"range": _spread(point), "year": _year(int(point.year))}
    if not _PLAIN_YEAR.fullmatch(point.year):
        return _vague_year(point)
    year = _year(int(point.year))
    if point.month.isdigit() and int(point.month) >= _FIRST_SEASON:
        return _(_PARTS_OF_THE_YEAR[int(point.month) - _FIRST_SEASON]) % {"year": year}
    if point.month in ("", "XX") and point.day in ("", "XX"):
        return year if not point.month else _("%(year)s, month unknown") % {"year": year}
    if "X" in point.month or point.day.replace("XX", "").count("X"):
        return _spread(point)
    if not point.day or point.day == "XX":
        month = _month(year, int(point.month))
        return month if not point.day else _("%(month)s, day unknown") % {"month": month}
    return _day(int(point.year), int(point.month), int(point.day))


def _vague_year(point: Point) -> str:
    decade = re.fullmatch(r"([1-9][0-9]{2})X", point.year)
    if decade and not point.month:
        return _("the %(year)ss") % {"year": decade[1] + "0"}
    return _spread(point)


def _spread(point: Point) -> str:
    """Say between which dates a date lies whose digits are not all given."""
    first, last = bounds(point)
    assert first is not None and last is not None
    start, end = calendar_day(first), calendar_day(last)
    if not point.month:
        return _between(_year(start[0]), _year(end[0]))
    return _between(_day(*start), _day(*end))


def _between(start: str, end: str) -> str:
    return _("some time from %(start)s to %(end)s") % {"start": start, "end": end}


def _span(span: Span) -> str:
    if isinstance(span.start, End) and isinstance(span.end, End):
        return _("any time")
    if isinstance(span.start, End):
        end = {"end": _end(span.end)}
        return _("until %(end)s") % end if span.start is End.OPEN else _("unknown start to %(end)s") % end
    start = {"start": _end(span.start)}
    if isinstance(span.end, End):
        return _("since %(start)s") % start if span.end is End.OPEN else _("%(start)s to unknown end") % start
    return _("%(start)s to %(end)s") % {**start, "end": _end(span.end)}


def _end(end: Point | End) -> str:
    return "" if isinstance(end, End) else _point(end)


def _choice(choice: Choice) -> str:
    members = [_span(part) if isinstance(part, Span) else _point(part) for part in choice.members]
    if choice.every:
        return _(", ").join(members)
    if len(members) > 1:
        return _("one of %(dates)s") % {"dates": _(", ").join(members)}
    only = choice.members[0]
    return _one_of(only) if isinstance(only, Span) else members[0]


def _one_of(span: Span) -> str:
    """Return the words for one unknown date of a stretch: "before 1969" for [..1968]."""
    if isinstance(span.start, Point) and isinstance(span.end, Point):
        return _between(_point(span.start), _point(span.end))
    if isinstance(span.start, Point):
        if _is_plain_year(span.start):
            return _("after %(date)s") % {"date": _year(int(span.start.year) - 1)}
        return _("%(date)s or later") % {"date": _point(span.start)}
    if isinstance(span.end, Point) and _is_plain_year(span.end):
        return _("before %(date)s") % {"date": _year(int(span.end.year) + 1)}
    return _("%(date)s or earlier") % {"date": _end(span.end)}


def _is_plain_year(point: Point) -> bool:
    return bool(_PLAIN_YEAR.fullmatch(point.year)) and point == Point(point.year)


def _year(year: int) -> str:
    return str(year) if year > 0 else _("%(year)d BCE") % {"year": 1 - year}


def _month(year: str, month: int) -> str:
    return _("%(month)s %(year)s") % {"month": _(MONTHS[month - 1]), "year": year}


def _day(year: int, month: int, day: int) -> str:
    words = {"day": day, "month": _(MONTHS[month - 1]), "year": _year(year)}
    return _("%(day)d %(month)s %(year)s") % words
