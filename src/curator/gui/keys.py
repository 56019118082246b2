"""Which letter a key stands for where the layout has no Latin letters: its place on a US keyboard decides.

Measured on X11: with Russian or Armenian as the only layout no shortcut of Qt fires, not even Ctrl+K; on Turkish and
Azerbaijani no key gives a bracket. X11 and Wayland number keys as evdev does, plus 8; the codes of Windows and macOS
are those of their headers, not tried there.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping

from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

_ROWS = ("1234567890-=", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./")
_SHIFTED = dict(
    zip("".join(_ROWS), '!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>?', strict=True),
)
_X11 = {
    first + place: letter
    for first, row in zip((10, 24, 38, 52), _ROWS, strict=True)
    for place, letter in enumerate(row)
}
# WinUser.h: letters and digits are their ASCII codes, the rest VK_OEM_*.
_WINDOWS = {
    **{ord(letter.upper()): letter for letter in "abcdefghijklmnopqrstuvwxyz0123456789"},
    **{0xBA: ";", 0xBB: "=", 0xBC: ",", 0xBD: "-", 0xBE: ".", 0xBF: "/", 0xDB: "[", 0xDD: "]", 0xDE: "'"},
}
# Carbon's Events.h, kVK_ANSI_*.
_MACOS = (
    dict(enumerate("asdfhgzxcv"))
    | {11: "b", 12: "q", 13: "w", 14: "e", 15: "r", 16: "y", 17: "t"}
    | dict(enumerate("123465=97-80]ou[ip", 18))
    | {37: "l", 38: "j", 39: "'", 40: "k", 41: ";", 43: ",", 44: "/", 45: "n", 46: "m", 47: "."}
)

_LATIN_END = 0x7F
# Qt's own keys (arrows, F1 ...) begin here; below are code points.
_NAMED_KEYS = 0x0100_0000
_NO_LETTER = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


# A key whose letter was given to another: it does nothing, but is not the letter that it writes either.
_NO_MEANING = "\0"
# (pane, Curator's letter) -> the letter that the user chose for it; capitals.
_chosen: dict[tuple[str, str], str] = {}


def take_letters(chosen: Mapping[tuple[str, str], str]) -> None:
    """Take over which letters of which panes are others than Curator's own: (pane, letter) -> letter, capitals."""
    _chosen.clear()
    _chosen.update(chosen)


def claims(event: QEvent, *wanted: Qt.Key) -> bool:
    """Keep one of the keys `wanted` from being taken for a shortcut of the window; return whether it was one."""
    found = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in wanted
    if found:
        event.accept()
    return found


def physical(event: QKeyEvent) -> str:
    """Return what the key at this place writes on a US keyboard, without Shift; empty for keys that write nothing."""
    if sys.platform in ("win32", "darwin"):
        codes: Mapping[int, str] = _WINDOWS if sys.platform == "win32" else _MACOS
        return codes.get(event.nativeVirtualKey(), "")
    return _X11.get(event.nativeScanCode(), "")


def letter(event: QKeyEvent, pane: str = "") -> str:
    """Return the character that a key stands for: what it writes if that is ASCII, else that of its place.

    Args:
        pane: where it was pressed; a letter that the user chose there stands for Curator's own.

    Returns:
        one character ("p", "P", "?"), or empty: with Ctrl, Alt or Meta, and for keys that write nothing.
    """
    written = _written(event)
    own = next((own for (where, own), key in _chosen.items() if where == pane and key == written.upper()), "")
    if written and own:
        return own if written.isupper() else own.lower()
    return _NO_MEANING if (pane, written.upper()) in _chosen else written


def _written(event: QKeyEvent) -> str:
    text = event.text()
    if event.modifiers() & _NO_LETTER or not text or not text.isprintable():
        return ""
    if ord(text[0]) <= _LATIN_END:
        return text
    found = physical(event)
    return _SHIFTED.get(found, found) if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else found or text


def sequence(event: QKeyEvent) -> QKeySequence | None:
    """Return the shortcut that a key with Ctrl would be on a US keyboard, where its own letter is not Latin."""
    found = physical(event)
    if not event.modifiers() & Qt.KeyboardModifier.ControlModifier or not found:
        return None
    if not _LATIN_END < event.key() < _NAMED_KEYS:
        return None
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return QKeySequence(QKeyCombination(modifiers, Qt.Key(ord(found.upper()))))
