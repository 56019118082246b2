"""How wide the panes of the window are as long as nobody has moved them, and what gives way where there is no room.

All limits are px at a text size of 100 %: with larger letters there is room for less.
"""

from __future__ import annotations

from typing import NamedTuple

# From here on the facets have a column beside the navigator; below, they take its place.
WIDE = 1500
REFINE = 214
_READER, _READER_COMFORTABLE = 420, 560
_LIST_BESIDE_FACETS = 330
# Below this there is no room for facets, list and reader beside each other.
REFINE_ROOM = REFINE + 300 + _READER


class Widths(NamedTuple):
    """Widths in px; 0 for a pane that has to go. The list has the column of facets in it."""

    navigator: int
    list: int
    reader: int
    inspector: int


_USUAL, _NARROW, LEAST = Widths(214, 420, 0, 308), Widths(196, 340, 0, 252), Widths(168, 300, 0, 240)


def usual_widths(width: int, scale: float, refine: bool = False) -> Widths:
    """Return the widths that fit.

    The reader has what is left. First the list gives way to it, then the inspector and the navigator, down to their
    least; then the inspector goes, then the navigator.

    Args:
        width: of all panes together (px).
        scale: how much larger than 100 % the text is.
        refine: whether the facets have a column in the list.
    """
    room = round(width / scale)
    navigator, articles, _reader, inspector = _USUAL if room >= WIDE else _NARROW
    facets = REFINE if refine else 0
    if refine:
        articles = min(articles, _LIST_BESIDE_FACETS) if room >= WIDE else articles
        navigator = navigator if room >= WIDE else 0

    def lacking(reader: int) -> int:
        return max(0, reader - (room - navigator - articles - facets - inspector))

    articles -= min(lacking(_READER_COMFORTABLE), max(0, articles - LEAST.list))
    inspector -= min(lacking(_READER), inspector - LEAST.inspector)
    navigator -= min(lacking(_READER), max(0, navigator - LEAST.navigator))
    inspector = 0 if lacking(_READER) else inspector
    navigator = 0 if lacking(_READER) else navigator
    sides = [round(side * scale) for side in (navigator, articles + facets, inspector)]
    return Widths(sides[0], sides[1], max(0, width - sum(sides)), sides[2])
