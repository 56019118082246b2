"""The language of each paragraph of a text in one short line: "az*12 ru az*3"."""

from __future__ import annotations

import itertools
from collections.abc import Sequence


def packed(languages: Sequence[str]) -> str | None:
    """Return the languages of paragraphs in a line, or None for none.

    Args:
        languages: BCP 47 codes in the order of the paragraphs; "" where it is not known.
    """
    runs = ((language or "und", len(list(same))) for language, same in itertools.groupby(languages))
    return " ".join(language if number == 1 else f"{language}*{number}" for language, number in runs) or None


def unpacked(line: str | None) -> tuple[str, ...]:
    """Return the languages of paragraphs; "" where it is not known, nothing for None or a damaged line."""
    languages: list[str] = []
    for run in (line or "").split():
        language, _times, number = run.partition("*")
        if number and not number.isdecimal():
            return ()
        languages += ["" if language == "und" else language] * int(number or 1)
    return tuple(languages)
