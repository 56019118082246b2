"""Numbers of people, places and things in the files of others: what they look like, and their check digits."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from curator.errors import CuratorError
from curator.i18n import N_, _

_CHECKED = re.compile(r"[0-9]{15}[0-9X]")


def identifier_of(scheme: str, identifier: str) -> tuple[str, str]:
    """Return a scheme and an identifier in the form in which they are kept.

    ISNI, ORCID, VIAF, Wikidata and GeoNames are checked, and their addresses are taken too; others are free.

    Args:
        scheme: the name of the file, in any capitals.
        identifier: as it is printed there, with or without spaces and hyphens.

    Raises:
        CuratorError: when it cannot be an identifier of that scheme.
    """
    name, value = " ".join(scheme.split()).lower(), " ".join(identifier.split())
    if not name or not value:
        raise CuratorError(_("An identifier has a scheme and a value."), _("Such as: wikidata Q2044"))
    known = _SCHEMES.get(name)
    if known is None:
        return name, value
    found = known.read(known.address.sub("", value))
    if found is None:
        raise CuratorError(
            _("“%(value)s” is no identifier of %(scheme)s.") % {"value": value, "scheme": name}, _(known.hint)
        )
    return name, found


def check_digit(digits: str) -> str:
    """Return the check character of a row of digits by ISO/IEC 7064, MOD 11-2: "0" to "9" or "X"."""
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2 % 11
    rest = (12 - total) % 11
    return "X" if rest == 10 else str(rest)


def _checked(value: str) -> str | None:
    """Return the 16 characters of an ISNI (ISO 27729) if their check character is right."""
    compact = re.sub(r"[\s-]", "", value).upper()
    return compact if _CHECKED.fullmatch(compact) and check_digit(compact[:15]) == compact[15] else None


def _isni(value: str) -> str | None:
    return _checked(re.sub(r"^isni:?\s*", "", value, flags=re.IGNORECASE))


def _orcid(value: str) -> str | None:
    found = _checked(value)
    return "-".join(found[at : at + 4] for at in range(0, 16, 4)) if found else None


def _digits(value: str) -> str | None:
    return value if re.fullmatch("[1-9][0-9]{0,21}", value) else None


def _wikidata(value: str) -> str | None:
    return value.upper() if re.fullmatch("[Qq][1-9][0-9]{0,11}", value) else None


@dataclass(frozen=True, slots=True)
class _Scheme:
    address: re.Pattern[str]
    read: Callable[[str], str | None]
    hint: str


_SCHEMES = {
    "isni": _Scheme(
        re.compile(r"^https?://(?:www\.)?isni\.org/(?:isni/)?|/$"),
        _isni,
        N_("An ISNI has 16 digits, of which the last one checks the others, such as 0000 0001 2103 2683."),
    ),
    "orcid": _Scheme(
        re.compile(r"^https?://(?:www\.)?orcid\.org/|/$"),
        _orcid,
        N_("An ORCID iD has 16 digits, of which the last one checks the others, such as 0000-0002-1825-0097."),
    ),
    "viaf": _Scheme(
        re.compile(r"^https?://(?:www\.)?viaf\.org/(?:viaf/)?|/$"),
        _digits,
        N_("A VIAF identifier has digits only, such as 96994048."),
    ),
    "wikidata": _Scheme(
        re.compile(r"^https?://(?:www\.)?wikidata\.org/(?:wiki|entity)/|/$"),
        _wikidata,
        N_("A Wikidata identifier is a Q with digits, such as Q2044."),
    ),
    "geonames": _Scheme(
        re.compile(r"^https?://(?:www\.|sws\.)?geonames\.org/|/.*$"),
        _digits,
        N_("A GeoNames identifier has digits only, such as 586523."),
    ),
}
