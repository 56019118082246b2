"""How article text looks, as the user set it: family, size, length of the lines."""

from __future__ import annotations

from dataclasses import dataclass

from curator.gui.fonts import reader_families
from curator.settings import Settings

USUAL_PX, NARROW_PX = 16, 15
SIZES = (12, 13, 14, 15, 16, 17, 18, 20, 22, 24, 28, 32)
MEASURES = (30, 34, 38, 44, 52)
# In a window narrower than this (px) the usual size is the smaller one.
_WIDE = 1500


@dataclass(frozen=True, slots=True)
class ReadingLook:
    """Args: family, empty for Curator's choice; px, the size at 100 %; measure, the longest line in em."""

    family: str = ""
    px: int = USUAL_PX
    measure: int = 38

    def families(self) -> list[str]:
        """Return the families, the user's first."""
        return [self.family, *reader_families()] if self.family else reader_families()


def reading_look(kept: Settings, width: int) -> ReadingLook:
    """Return the look of the settings in a window of `width` px; sizes that no text can have are passed over."""
    usual = USUAL_PX if width >= _WIDE else NARROW_PX
    px = kept.reader_px if SIZES[0] <= kept.reader_px <= SIZES[-1] else usual
    measure = kept.reader_measure if 20 <= kept.reader_measure <= 120 else ReadingLook().measure
    return ReadingLook(kept.reader_font, px, measure)


def next_size(px: int, by: int) -> int:
    """Return the size after (1) or before (-1) `px`."""
    larger = [size for size in SIZES if size > px]
    smaller = [size for size in SIZES if size < px]
    return (larger[:1] or [px])[0] if by > 0 else (smaller[-1:] or [px])[0]
