"""Dates as people type them ("c. 1936", "12 mart 2023", "before 1969") turned into EDTF.

Months may be named in any language of dates_in_text.py; what is said of doubt and of stretches is read in English.
"""

from __future__ import annotations

import re

from curator.errors import CuratorError
from curator.model.dates import parse_edtf
from curator.text.dates_in_text import read

# No date as typed is longer; what is, would only be slow to refuse.
_LONGEST = 100
_SEASONS = {"spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24"}
_ABOUT = re.compile(r"(?:about|approximately|approx\.?|around|circa|ca?\.?)\s*(?=\w)")
_PERHAPS = re.compile(r"(?:perhaps|possibly|probably|maybe|uncertain:?)\s+")
_DOUBT = re.compile(r"\s*(?:\(\?\)|\?|,?\s*\(?uncertain\)?)$")
# EDTF has no "early": the whole month, year or decade is meant, which is wider but true.
_PART = re.compile(r"(?:the\s+)?(?:(?:early|mid|middle|late|end|beginning)\b(?:\s+of\b)?[\s-]*)?(?:the\s+)?(?:in\s+)?")
_SEASON = re.compile(r"([a-z]+)\s+(?:of\s+)?([0-9]{4})")
# Per mille. What names its month is sure enough even where it is short; numbers must have one reading.
_SURE = 800
_NAMED = frozenset({"named", "month"})
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
    return _season(words) or _long_stretch(words) or _written(words)


def _season(words: str) -> str | None:
    match = _SEASON.fullmatch(words)
    return f"{match[2]}-{_SEASONS[match[1]]}" if match and match[1] in _SEASONS else None


def _written(words: str) -> str | None:
    # With capitals, as "may" typed alone with a year is no verb.
    date = read(words.title())
    if date is None or date.time or date.verbatim.lower() != words.rstrip("."):
        return None
    return date.edtf if date.why in _NAMED or date.confidence >= _SURE else None


def _long_stretch(words: str) -> str | None:
    if match := _DECADE.fullmatch(words):
        return f"{match[1][:2]}XX" if match[1].endswith("0") else f"{match[1]}X"
    if match := _CENTURY.fullmatch(words):
        return f"{int(match[1]) - 1:02d}XX" if int(match[1]) else None
    return None
