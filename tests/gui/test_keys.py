from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from curator.gui import keys

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the codes of X11 and Wayland")

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def pressed(scan_code: int, text: str, modifiers: Qt.KeyboardModifier = NONE, key: int = 0) -> QKeyEvent:
    code = key or (ord(text.upper()[0]) if text else 0)
    return QKeyEvent(QEvent.Type.KeyPress, code, modifiers, scan_code, 0, 0, text)


# X11 key codes, as xev shows them, with what each layout writes there.
@pytest.mark.parametrize(
    ("scan_code", "written", "meant"),
    [
        (33, "з", "p"),
        (26, "у", "e"),
        (28, "е", "t"),
        (32, "щ", "o"),
        (46, "д", "l"),
        (44, "о", "j"),
        (33, "փ", "p"),
        (28, "թ", "t"),
        (44, "ջ", "j"),
        (34, "ğ", "["),
        (35, "ü", "]"),
        (34, "ö", "["),
        (33, "p", "p"),
        (24, "a", "a"),
    ],
)
def test_a_letter_is_that_of_its_place_unless_it_is_latin(scan_code: int, written: str, meant: str) -> None:
    assert keys.letter(pressed(scan_code, written)) == meant


@pytest.mark.parametrize(
    ("scan_code", "written", "meant"), [(48, "Э", '"'), (12, "№", "#"), (33, "З", "P"), (58, "Ь", "M")]
)
def test_shift_counts(scan_code: int, written: str, meant: str) -> None:
    assert keys.letter(pressed(scan_code, written, SHIFT)) == meant


def test_keys_that_write_nothing_and_keys_with_ctrl_are_no_letters() -> None:
    assert keys.letter(pressed(111, "", key=Qt.Key.Key_Up)) == ""
    assert keys.letter(pressed(33, "з", CONTROL)) == ""
    assert keys.letter(pressed(36, "\r", key=Qt.Key.Key_Return)) == ""


def test_a_shortcut_is_found_by_its_place_where_the_letter_is_not_latin() -> None:
    assert keys.sequence(pressed(45, "", CONTROL, ord("Л"))) == QKeySequence("Ctrl+K")
    assert keys.sequence(pressed(52, "", CONTROL | SHIFT, ord("Զ"))) == QKeySequence("Ctrl+Shift+Z")
    assert keys.sequence(pressed(45, "", CONTROL, ord("K"))) is None
    assert keys.sequence(pressed(45, "л", NONE, ord("Л"))) is None
    assert keys.sequence(pressed(113, "", CONTROL, Qt.Key.Key_Left)) is None
