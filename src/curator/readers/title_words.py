"""The words of a headline in its line: on one line, without what a layout set before it."""

from __future__ import annotations

import re

from curator.text.plain import one_line

# Two elements side by side leave two spaces: a kicker, a dash or colon of the layout, then the headline.
_KICKER = re.compile(r"\s{2,}(?:[-–—|:]\s{1,}|:\s*)?|\s+[-–—|:]\s{2,}|\s?:\s{2,}")
_FEWEST_LETTERS = 15
_INVISIBLE = dict.fromkeys((0x200B, 0x2060), None)


def headline_words(line: str) -> str:
    """Return the headline of a line: the last of its pieces where wide gaps part it, without invisible signs."""
    line = line.translate(_INVISIBLE).strip()
    pieces = [piece for piece in map(one_line, _KICKER.split(line)) if piece]
    if len(pieces) == 2 and len(pieces[1]) >= _FEWEST_LETTERS and len(pieces[0]) < len(pieces[1]):
        return pieces[1]
    return one_line(line)
