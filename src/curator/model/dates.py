"""Dates that may be vague: EDTF text ("1936~", "193X", "2020-09-27/2020-11-09") with its first and last day.

Source: Extended Date/Time Format (Library of Congress, 2019), which is a profile of ISO 8601-2:2019.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from functools import lru_cache

from curator.errors import CuratorError
from curator.i18n import _
from curator.model.edtf_bounds import Bounds, ImpossibleDate, bounds
from curator.model.edtf_parts import split_edtf
from curator.model.julian import julian_day_of

_PLAIN = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-([0-9]{2}))?)?")
# Long enough for a set of thirty days; what is longer is not a date, and would only be slow to refuse.
_LONGEST = 400
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class UncertainDate:
    """A date as precise as it is known.

    Args:
        edtf: the date in EDTF, as given, without spaces around it.
        earliest, latest: the first and the last day that it can mean (Julian Day Numbers in the proleptic
            Gregorian calendar, both included); None where an interval is open or its end unknown.
    """

    edtf: str
    earliest: int | None
    latest: int | None


@lru_cache(maxsize=16_384)
def parse_edtf(text: str) -> UncertainDate:
    """Read a date in EDTF, levels 0 to 2.

    "About" (~) and "uncertain" (?) do not widen the bounds: nobody said by how much, so "1936~" is found
    under 1936 and its doubt is shown, not guessed at. Unknown ends of an interval are None, like open ones.
    A winter (24) runs from December into February of the next year. "1950S2" spans 1900 to 1999.

    Args:
        text: such as "1936", "1936-05", "1936~", "193X", "1992-21", "2020-09-27/2020-11-09", "../1950".

    Raises CuratorError when it is not EDTF or no such day exists.
    """
    edtf = text.strip()
    try:
        earliest, latest = _plain_bounds(edtf) or _bounds(edtf)
    except ImpossibleDate:
        raise _impossible(edtf) from None
    except ValueError:
        raise _not_understood(edtf) from None
    return UncertainDate(edtf, earliest, latest)


def parse_range(text: str) -> Bounds:
    """Read the dates of a query: "1966", "1966..1970", "..1950", "1966..", with EDTF on each side.

    Args:
        text: what follows `date:`; ".." alone means any date.

    Returns the first and the last day wanted (Julian Day Numbers; None where open).
    Raises CuratorError when a side is not EDTF or the range ends before it begins.
    """
    wanted = text.strip()
    if ".." not in wanted or "/" in wanted or wanted[:1] in ("[", "{"):
        date = parse_edtf(wanted)
        return date.earliest, date.latest
    start, _dots, end = wanted.partition("..")
    earliest = parse_edtf(start).earliest if start.strip() else None
    latest = parse_edtf(end).latest if end.strip() else None
    if earliest is not None and latest is not None and latest < earliest:
        raise _impossible(wanted)
    return earliest, latest


def _plain_bounds(edtf: str) -> Bounds | None:
    """Return the bounds of a year, month or day at once: nearly all dates are one of these."""
    match = _PLAIN.fullmatch(edtf)
    if match is None:
        return None
    year, month, day = (int(group or 0) for group in match.groups())
    if not month:
        return julian_day_of(year, 1, 1), julian_day_of(year, 12, 31)
    last = monthrange(year % 400 + 400, month)[1]
    if match[3] is None:
        return julian_day_of(year, month, 1), julian_day_of(year, month, last)
    if not 1 <= day <= last:
        raise ImpossibleDate
    number = julian_day_of(year, month, day)
    return number, number


def _bounds(edtf: str) -> Bounds:
    if len(edtf) > _LONGEST:
        raise ValueError(edtf)
    return bounds(split_edtf(edtf))


def _impossible(value: str) -> CuratorError:
    return CuratorError(
        _('There is no such date as "%(value)s".') % {"value": _shortened(value)},
        _("Check the month and the day, and that a stretch of time does not end before it begins."),
    )


def _not_understood(value: str) -> CuratorError:
    return CuratorError(
        _('The date "%(value)s" is not understood.') % {"value": _shortened(value)},
        _(
            "Write it as 1936, 1936-05 or 1936-05-01; 1936~ for about 1936, 1936? when uncertain, 193X for "
            "the 1930s, 1992-21 for spring 1992, 1936/1938 for a stretch of time, ../1950 for until 1950."
        ),
    )


def _shortened(value: str) -> str:
    return value if len(value) <= _SHOWN else value[:_SHOWN] + "…"
