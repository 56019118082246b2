"""Families of letters: one that has Latin, Cyrillic and Armenian where the system offers it."""

from __future__ import annotations

import sys

from PySide6.QtGui import QFont, QFontDatabase

# What a desktop says when it has no opinion.
_GENERIC = {"Sans Serif", "Sans", "sans-serif", ""}
_UI = {
    "win32": ("Segoe UI Variable Text", "Segoe UI"),
    "darwin": (".AppleSystemUIFont", "Noto Sans Armenian"),
}
_UI_ELSEWHERE = ("Noto Sans", "Noto Sans Armenian", "Inter", "DejaVu Sans")
_READER = ("Noto Serif", "Noto Serif Armenian")


def ui_families(system: str, platform: str = sys.platform) -> list[str]:
    """Return the families of the window, best first.

    Args:
        system: the family that the desktop asks for.
        platform: as `sys.platform` has it.
    """
    ours = _UI.get(platform, _UI_ELSEWHERE)
    first = () if system in _GENERIC or platform in _UI else (system,)
    return [*first, *(family for family in ours if family not in first)]


def reader_families() -> list[str]:
    """Return the families of article text that are there, best first, then the system's serif."""
    present = set(QFontDatabase.families())
    serif = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    serif.setStyleHint(QFont.StyleHint.Serif)
    found = [family for family in _READER if family in present]
    return found or [serif.defaultFamily() or "serif"]
