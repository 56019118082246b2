"""Code points and UTF-16 units: Python counts the one, Qt and JavaScript the other."""

from __future__ import annotations

from bisect import bisect_left, bisect_right


class Offsets:
    """Converts places in one text.

    Args:
        text: the text; only its characters beyond U+FFFF, two units each, make a difference.
    """

    def __init__(self, text: str) -> None:
        self._wide = [] if text.isascii() else [at for at, character in enumerate(text) if character > "\uffff"]
        # Where the wide ones stand in units.
        self._wide_units = [at + before for before, at in enumerate(self._wide)]

    def units(self, code_points: int) -> int:
        """Return the place in UTF-16 units of a place in code points."""
        return code_points + bisect_left(self._wide, code_points)

    def code_points(self, units: int) -> int:
        """Return the place in code points of a place in UTF-16 units; the middle of a character is its beginning."""
        return units - bisect_right(self._wide_units, units - 1)
