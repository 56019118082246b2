"""What a person types into a field of the description, understood: columns of `article`, and words to show for it."""

from __future__ import annotations

import re
import zoneinfo
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from curator.archive.authorities import date_fields
from curator.archive.transaction import Value
from curator.errors import CuratorError
from curator.i18n import N_, _
from curator.model.date_phrases import describe as in_words
from curator.model.dates import UncertainDate, parse_edtf
from curator.model.julian import iso_day
from curator.text.language_tag import language_tag
from curator.text.plain import normalise, one_line, without_control_characters
from curator.text.typed_dates import edtf_from_words

LEVELS = ("fonds", "subfonds", "series", "subseries", "file", "item", "part")
ACCESS = ("open", "restricted", "embargo", "closed")
STATUSES = ("inbox", "read", "described")

_TIME = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])(?::([0-5][0-9]))?")
_OFFSET = re.compile(r"([+\u2212-])(0[0-9]|1[0-4]):?([0-5][0-9])")
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s\x00-\x20\x7f-\x9f<>\"]+")


@dataclass(frozen=True, slots=True)
class FieldValue:
    """A value as it was understood.

    Args:
        columns: what is written to `article`.
        words: the value for people.
        bounds: the first and last day of a date (ISO 8601; None where open), None for what is no date.
    """

    columns: Mapping[str, Value]
    words: str
    bounds: tuple[str | None, str | None] | None = None

    @property
    def shown(self) -> str:
        """The value for people, with the days that a date can mean."""
        return f"{self.words}: {_range(self.bounds)}" if self.bounds else self.words


def understood(field: str, typed: str | None) -> FieldValue:
    """Read what was typed into a field; None and empty clear it.

    Raises:
        CuratorError: naming the field, when the value cannot be one of it.
    """
    kind = _FIELDS[field]
    if typed is None or not typed.strip():
        return FieldValue(kind.cleared or {field: None}, "")
    try:
        return kind.read(field, typed)
    except CuratorError as error:
        raise CuratorError(f"{label(field)}: {error.message}", error.hint) from error


def label(field: str) -> str:
    """Return what a field is called, in the user's language."""
    return _(_FIELDS[field].label)


def read_date(typed: str) -> UncertainDate:
    """Read a date as people type it, in words or EDTF; CuratorError when it is not understood."""
    return parse_edtf(edtf_from_words(typed) or typed)


def read_language(typed: str) -> str:
    """Return a language tag in its usual capitals; CuratorError when it is not well-formed (BCP 47)."""
    tag = language_tag(typed)
    if tag is None:
        raise CuratorError(
            _("“%(value)s” is no language tag.") % {"value": typed},
            _("Write its code, such as az, hy, en-GB or az-Cyrl (BCP 47)."),
        )
    return tag


def _line(field: str, typed: str) -> FieldValue:
    value = without_control_characters(one_line(typed))
    return FieldValue({field: value or None}, value)


def _lines(field: str, typed: str) -> FieldValue:
    value = without_control_characters(normalise(typed)).strip()
    return FieldValue({field: value or None}, value)


def _published(field: str, typed: str) -> FieldValue:
    date = read_date(typed)
    verbatim = without_control_characters(one_line(typed))
    return FieldValue(date_fields(date, field) | {"published_verbatim": verbatim}, in_words(date), _bounds(date))


def _date(field: str, typed: str) -> FieldValue:
    date = read_date(typed)
    return FieldValue({field: date.edtf}, in_words(date), _bounds(date))


def _review(field: str, typed: str) -> FieldValue:
    read = _date(field, typed)
    if read.bounds is None or read.bounds[1] is None:
        raise CuratorError(
            _("“%(value)s” has no last day.") % {"value": typed},
            _("Give the day, month or year in which access is looked at again, such as 2030-01-01."),
        )
    return read


def _time(field: str, typed: str) -> FieldValue:
    match = _TIME.fullmatch(typed.strip())
    if match is None:
        raise CuratorError(
            _("“%(value)s” is no time of day.") % {"value": typed}, _("Write it as 07:45, or 07:45:30 with seconds.")
        )
    value = f"{int(match[1]):02d}:{match[2]}" + (f":{match[3]}" if match[3] else "")
    return FieldValue({field: value}, value)


def _zone(field: str, typed: str) -> FieldValue:
    value = typed.strip()
    if match := _OFFSET.fullmatch(value):
        sign = "+" if match[1] == "+" else "-"
        value = f"{sign}{match[2]}:{match[3]}"
    elif value.upper() == "Z":
        value = "Z"
    elif not _is_zone(value):
        raise CuratorError(
            _("“%(value)s” is no time zone.") % {"value": typed},
            _("Write it as +04:00, as Z, or by its name, such as Asia/Baku."),
        )
    return FieldValue({field: value}, value)


def _is_zone(name: str) -> bool:
    try:
        zoneinfo.ZoneInfo(name)
    except (ValueError, OSError, zoneinfo.ZoneInfoNotFoundError):
        return False
    return True


def _language(field: str, typed: str) -> FieldValue:
    tag = read_language(typed)
    return FieldValue({field: tag}, tag)


def _address(field: str, typed: str) -> FieldValue:
    value = typed.strip()
    if not _ADDRESS.fullmatch(value):
        raise CuratorError(
            _("“%(value)s” is no address.") % {"value": typed},
            _("It begins with a scheme, such as https:, and has no spaces."),
        )
    return FieldValue({field: value}, value)


def _one_of(values: tuple[str, ...]) -> Callable[[str, str], FieldValue]:
    def read(field: str, typed: str) -> FieldValue:
        value = typed.strip().lower()
        if value not in values:
            raise CuratorError(
                _("there is no “%(value)s”.") % {"value": typed},
                _("There are: %(values)s") % {"values": ", ".join(values)},
            )
        return FieldValue({field: value}, value)

    return read


@dataclass(frozen=True, slots=True)
class _Field:
    label: str
    read: Callable[[str, str], FieldValue] = _line
    # What clearing the field writes, where it is not just NULL.
    cleared: Mapping[str, Value] | None = None


_NO_DATE = date_fields(None, "published") | dict.fromkeys(("published_verbatim", "published_time", "published_zone"))
_FIELDS = {
    "title": _Field(N_("Title")),
    "publication": _Field(N_("Publication")),
    "section": _Field(N_("Section")),
    "byline": _Field(N_("Byline")),
    # A time and a zone mean nothing without the day.
    "published": _Field(N_("Date"), _published, _NO_DATE),
    "published_time": _Field(N_("Time"), _time),
    "published_zone": _Field(N_("Time zone"), _zone),
    "captured": _Field(N_("Captured"), _date),
    "language": _Field(N_("Language"), _language),
    "url": _Field(N_("Address"), _address),
    "reference_code": _Field(N_("Reference code")),
    "level": _Field(N_("Level"), _one_of(LEVELS), {"level": "item"}),
    "container_box": _Field(N_("Box")),
    "container_folder": _Field(N_("Folder")),
    "container_page": _Field(N_("Page")),
    "extent": _Field(N_("Extent")),
    "access": _Field(N_("Access"), _one_of(ACCESS), {"access": "open"}),
    "access_reason": _Field(N_("Reason for the access"), _lines),
    "access_review": _Field(N_("Review of the access"), _review),
    "rights_uri": _Field(N_("Address of the rights"), _address),
    "rights_holder": _Field(N_("Rights holder")),
    "rights_note": _Field(N_("Note on rights"), _lines),
    "advisory": _Field(N_("Advisory"), _lines),
    "status": _Field(N_("Status"), _one_of(STATUSES), {"status": "inbox"}),
}
DESCRIBABLE = tuple(_FIELDS)


def _bounds(date: UncertainDate) -> tuple[str | None, str | None]:
    earliest = None if date.earliest is None else iso_day(date.earliest)
    return earliest, None if date.latest is None else iso_day(date.latest)


def _range(bounds: tuple[str | None, str | None]) -> str:
    earliest, latest = bounds
    if earliest and latest:
        return earliest if earliest == latest else _("%(first)s to %(last)s") % {"first": earliest, "last": latest}
    if earliest:
        return _("from %(first)s on") % {"first": earliest}
    return _("until %(last)s") % {"last": latest} if latest else _("any day")
