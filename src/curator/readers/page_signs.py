"""Signs that a text was copied off a page: buttons, rights, addresses, a headline twice, a line that is a date."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from curator.readers.line_features import Lines
from curator.text.dates_in_text import find

_SHORT = 60
_BARS = re.compile(r"\s[|•·]\s")
_ADDRESS_ALONE = re.compile(r"(?:https?://|www\.)?[\w-]+(?:\.[\w-]+)+(?:/\S*)?")
_HEAD = 12
_MENU_ENTRY, _FEWEST_ENTRIES = 30, 6
_MOST_OF_A_DATELINE = 0.3
_SHORTEST_HEADLINE = 2
# Labels that stand before a date ("Published:"); the finder of dates takes a colon for part of a time.
_LABEL = re.compile(r"(?<=[^\W\d_]):(?=\s)|\s/(?=\s)|(?<=\d{4})-(?=\d{1,2}:\d\d)")
_EASTERN = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")


def page_signs(lines: Lines, first: int) -> int:
    """Return how many signs of a page a text has, two being as good as sure; lines that say the same count once.

    Args:
        first: the first line of what is likely the article.
    """
    signs = {lines.folded[at] for at in range(len(lines.texts)) if _is_of_page(lines, at)}
    has_dateline = any(is_dateline(lines.texts[at]) for at in range(min(first + 2, _HEAD, len(lines.texts))))
    return len(signs) + headline_twice(lines, first) + has_dateline + has_menu(lines, first)


def has_menu(lines: Lines, first: int) -> bool:
    """Tell whether many short lines that are no sentences stand above the article, in whatever language."""
    short = (lines.sizes[:first] < _MENU_ENTRY) & (lines.column("finished")[:first] == 0)
    return int(short.sum()) >= _FEWEST_ENTRIES


def headline_twice(lines: Lines, first: int) -> bool:
    """Tell whether one of the lines above the article stands there twice."""
    above = [
        words for words in lines.folded[: min(_HEAD, max(first, 0)) + 1] if len(words.split()) >= _SHORTEST_HEADLINE
    ]
    return any(count > 1 for count in Counter(above).values())


# Several parts of the reader ask about the same few lines.
@lru_cache(maxsize=32)
def is_dateline(text: str) -> bool:
    """Tell whether a line is little more than a date."""
    if len(text) > 2 * _SHORT:
        return False
    dates = find(loosened(text))
    letters = sum(map(str.isalnum, text))
    dated = sum(sum(map(str.isalnum, text[date.start : date.end])) for date in dates if "X" not in date.edtf)
    return dated > _MOST_OF_A_DATELINE * letters


def loosened(text: str) -> str:
    """Return a line of the same length in which layout does not hide a date.

    Marks between a label and its date, and a hyphen between day and time, become spaces; the year, month and day of
    Japanese, Chinese and Korean figures become ISO 8601.
    """
    text = _LABEL.sub(lambda found: " " * len(found.group()), text)
    return _EASTERN.sub(lambda found: "-".join(found.groups()).ljust(len(found.group())), text)


def _is_of_page(lines: Lines, at: int) -> bool:
    text = lines.texts[at].strip()
    if len(text) > _SHORT or lines.column("finished")[at]:
        return bool(lines.column("legal words")[at] > 0.5 and len(text) < 5 * _SHORT)
    if lines.column("chrome first")[at] or lines.column("legal")[at]:
        return True
    return len(_BARS.findall(text)) > 1 or bool(_ADDRESS_ALONE.fullmatch(text))
