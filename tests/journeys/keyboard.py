"""The window as someone without a mouse has it: keys go to what has the focus, and are counted."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, QKeyCombination, QSettings, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from curator.gui.session import Session
from curator.gui.theme import theme
from curator.gui.window import Window

_PATIENCE = 1_200


class Desk:
    """A window and the hands at its keyboard.

    Args:
        window: is shown and active.

    Attributes:
        gestures: the keys pressed so far; a key with Ctrl is one gesture, and so is typing one name or query.
    """

    def __init__(self, window: Window) -> None:
        self.window = window
        self.gestures = 0

    @property
    def focus(self) -> QWidget:
        """What the next key goes to."""
        popup = QApplication.activePopupWidget()
        found = (popup.focusWidget() or popup) if popup else QApplication.focusWidget()
        return found or self.window

    def press(self, *keys: str, times: int = 1) -> None:
        """Press keys, as Qt writes them ("J", "Shift+J", "Ctrl+T")."""
        for key in keys * times:
            pressed = _combination(key)
            QTest.keyClick(self.focus, pressed.key(), pressed.keyboardModifiers())
            self.gestures += 1

    def type(self, words: str) -> None:
        """Type words, a letter at a time."""
        for letter in words:
            if letter.isascii():
                QTest.keyClicks(self.focus, letter)
            else:
                # QTest knows Latin letters only.
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                    QApplication.sendEvent(self.focus, event)
        self.gestures += 1

    def wait(self, condition: Callable[[], bool], times: int = 1) -> None:
        """Let the window go on until something has come to be; `times` as long as usual for work on many files."""
        for _attempt in range(_PATIENCE * times):
            if condition():
                return
            QTest.qWait(20)
        raise AssertionError("it did not come to be")

    def rest(self) -> None:
        """Let everything that was asked for come to its end."""
        self.wait(lambda: not self.window.works.open and self.window.session.tasks.pending == 0)
        QCoreApplication.processEvents()

    def command(self, words: str) -> None:
        """Give a command by its name in the search field: three gestures."""
        self.press("Ctrl+K")
        self.type(f">{words}")
        self.press("Return")


def _combination(key: str) -> QKeyCombination:
    """Return a key with its modifiers; letters are those of the key, capital or not."""
    return QKeySequence(key)[0]


@contextmanager
def opened(archive: Path, state: Path) -> Iterator[Desk]:
    """The window on an archive, 1366 x 768; `state` is the file in which it remembers its layout."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication([])
    theme().choose("light")
    theme().apply(app)
    window = Window(Session.open(archive), QSettings(str(state), QSettings.Format.IniFormat))
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    desk = Desk(window)
    desk.wait(lambda: QApplication.activeWindow() is window and window.session.names.is_ready)
    desk.rest()
    try:
        yield desk
    finally:
        if not window.session.closed:
            window.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QCoreApplication.processEvents()
