"""Dates as people type them in English ("c. 1936", "12 March 2023", "before 1969") turned into EDTF."""

from __future__ import annotations

import re

from curator.errors import CuratorError
from curator.model.date_phrases import MONTHS
from curator.model.dates import parse_edtf

_MONTH_NAMES = tuple(name.lower() for name in MONTHS)
# No date as typed is longer; what is, would only be slow to refuse.
_LONGEST = 100
_SEASONS = {"spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24"}
_ABOUT = re.compile(r"(?:about|approximately|approx\.?|around|circa|ca?\.?)\s*(?=[0-9a-z])")
_PERHAPS = re.compile(r"(?:perhaps|possibly|probably|maybe|uncertain:?)\s+")
_DOUBT = re.compile(r"\s*(?:\(\?\)|\?|,?\s*\(?uncertain\)?)$")
# EDTF has no "early": the whole month, year or decade is meant, which is wider but true.
_PART = re.compile(r"(?:the\s+)?(?:(?:early|mid|middle|late|end|beginning)\b(?:\s+of\b)?[\s-]*)?(?:the\s+)?(?:in\s+)?")
_DAY_FIRST = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?(?:\s+of)?\s+([a-z]+)\.?,?\s+([0-9]{4})")
_MONTH_FIRST = re.compile(r"([a-z]+)\.?\s+(?:([0-9]{1,2})(?:st|nd|rd|th)?,?\s+)?(?:of\s+)?([0-9]{4})")
_NUMBERS = re.compile(r"([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{4})")
_DECADE = re.compile(r"([0-9]{3})0'?s")
_CENTURY = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)\s+c(?:entury|\.)")
_ENDS = (
    (re.compile(r"(?:from|between)?\s*(.+?)\s+(?:to|until|till|and)\s+(.+)"), "{}/{}"),
    (re.compile(r"([0-9]{4})-([0-9]{4})"), "{}/{}"),
    (re.compile(r"(?:from\s+)?(.+?)(?:\s+[-–—]\s+|\s*[–—]\s*)(.+)"), "{}/{}"),
)
_ONE_END = (
    (re.compile(r"(?:until|till|up to)\s+(.+)"), "../{}"),
    (re.compile(r"(?:since|from)\s+(.+)"), "{}/.."),
)
_BEFORE_OR_AFTER = re.compile(r"(before|after)\s+(?:the\s+)?([0-9]{4})")


def edtf_from_words(text: str) -> str | None:
    """Return the EDTF of a date as typed, or None when it is not understood.

    Months may be shortened ("Feb"); "12.03.2023" is day, month, year, and "12/03/2023" is only taken where
    it can be read one way. "Early", "mid" and "late" are not kept: "early Feb 1992?" becomes "1992-02?".
    "The 1900s" is taken as the century. EDTF itself comes back as it is.

    Args:
        text: English words, in any case, or EDTF.
    """
    stripped = text.strip()
    if _is_edtf(stripped):
        return stripped
    if len(stripped) > _LONGEST:
        return None
    words = re.sub(r"\s+", " ", stripped).lower()
    found = _stretch(words) or _qualified(words)
    return found if found and _is_edtf(found) else None


def _is_edtf(text: str) -> bool:
    try:
        parse_edtf(text)
    except CuratorError:
        return False
    return True


def _stretch(words: str) -> str | None:
    """Read two dates, or one with "before", "after", "since" or "until"."""
    if match := _BEFORE_OR_AFTER.fullmatch(words):
        year = int(match[2])
        return f"[..{year - 1:04d}]" if match[1] == "before" else f"[{year + 1:04d}..]"
    for pattern, form in (*_ONE_END, *_ENDS):
        match = pattern.fullmatch(words)
        ends = [_qualified(group) for group in match.groups()] if match else [None]
        if all(ends):
            return form.format(*ends)
    return None


def _qualified(words: str) -> str | None:
    """Read one date with what it says about its own doubt: "c. 1936?" is "1936%"."""
    rest = _PERHAPS.sub("", words, count=1) if _PERHAPS.match(words) else words
    certain = _DOUBT.sub("", rest)
    uncertain = certain != words
    plain = _ABOUT.sub("", certain, count=1) if _ABOUT.match(certain) else certain
    about = plain != certain
    date = _date(plain) or _date(_PART.sub("", plain, count=1))
    mark = "%" if uncertain and about else "?" if uncertain else "~" if about else ""
    return date + mark if date else None


def _date(words: str) -> str | None:
    if "/" not in words and _is_edtf(words.upper()):
        return words.upper()
    return _by_name(words) or _by_number(words) or _long_stretch(words)


def _by_name(words: str) -> str | None:
    if match := _DAY_FIRST.fullmatch(words):
        day, name, year = match.groups()
    elif match := _MONTH_FIRST.fullmatch(words):
        name, day, year = match.groups()
    else:
        return None
    if name in _SEASONS:
        return None if day else f"{year}-{_SEASONS[name]}"
    month = _month(name)
    if not month:
        return None
    return f"{year}-{month:02d}-{int(day):02d}" if day else f"{year}-{month:02d}"


def _month(name: str) -> int:
    """Return the number of a month from its name or the first three or more letters of it, else 0."""
    if len(name) < 3:
        return 0
    return next((n for n, full in enumerate(_MONTH_NAMES, 1) if full.startswith(name)), 0)


def _by_number(words: str) -> str | None:
    match = _NUMBERS.fullmatch(words)
    if match is None:
        return None
    first, second = int(match[1]), int(match[3])
    if match[2] != "." and first != second and max(first, second) <= 12:
        return None  # 12/03/2023 is December in some countries, March in others
    day, month = (second, first) if second > 12 and match[2] != "." else (first, second)
    return f"{match[4]}-{month:02d}-{day:02d}"


def _long_stretch(words: str) -> str | None:
    if match := _DECADE.fullmatch(words):
        return f"{match[1][:2]}XX" if match[1].endswith("0") else f"{match[1]}X"
    if match := _CENTURY.fullmatch(words):
        return f"{int(match[1]) - 1:02d}XX" if int(match[1]) else None
    return None
