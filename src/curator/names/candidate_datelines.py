"""Datelines of newswire: the place and day that a text begins with ("GORIS, March 3 -")."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from curator.names.candidate_reasons import DATELINE, Evidence, Part
from curator.names.candidate_roles import CALENDAR
from curator.names.text_words import TextWords

_NAME = r"(?:St\. )?[^\W\d_][^\n,.\d<>]{1,30}"
_DAY = r"(?:[^\W\d_]{3,12}\.? \d{1,2}|\d{1,2}[ .][^\W\d_]{3,12})(?:,? \d{4})?\.?"
_DATELINE = re.compile(
    rf"^ *(?P<place>{_NAME})(?P<more>, [^\n,\d]{{1,20}})?, {_DAY} ?(?:\([^\n)]{{2,20}}\) ?)?[-–—]", re.M
)
_MOST_WORDS = 3
_WEIGHT = 380
# A dateline stands at the beginning of a text (code points).
_WITHIN = 1_000


def datelines(words: TextWords, roles: list[int]) -> Iterator[tuple[Part, int]]:
    """Yield the place of each dateline, with the last word of the dateline.

    Args:
        words: of the text.
        roles: of these words.
    """
    for found in _DATELINE.finditer(words.text, 0, _WITHIN):
        first = bisect_left(words.starts, found.start("place"))
        after = bisect_left(words.starts, found.end("place"))
        end = bisect_left(words.starts, found.end())
        if after - first <= _MOST_WORDS and any(roles[at] & CALENDAR for at in range(after, end)):
            yield Part(first, after - 1, Evidence("place", _WEIGHT, DATELINE)), end - 1
