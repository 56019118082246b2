"""A field that takes the next key pressed in it, instead of what that key writes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from curator.gui import keys
from curator.gui.widgets.buttons import key_text
from curator.i18n import _

_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta)
_LEAVING = (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_EMPTYING = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class KeyField(QLineEdit):
    """Shows a key and takes another. Backspace takes the key away, Esc and Tab leave it.

    Args:
        name: whose key it is, for screen readers.
        letter: only letters and signs are taken, without Ctrl, whatever the keyboard's layout.

    Signals:
        chosen(str): a key was pressed, as Qt writes keys, portable; empty for none.
    """

    chosen = Signal(str)

    def __init__(self, name: str, letter: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letter = letter
        self.setReadOnly(True)
        self.setAccessibleName(name)
        self.setAccessibleDescription(_("Press a key. Backspace takes it away."))
        self.setPlaceholderText(_("none"))

    def show_key(self, key: str) -> None:
        """Show a key."""
        self.setText(key_text(key) if key else "")

    def event(self, event: QEvent) -> bool:
        """Take keys that would otherwise be shortcuts of the window."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the key."""
        key = Qt.Key(event.key())
        if key in _LEAVING:
            super().keyPressEvent(event)
        elif key in _EMPTYING and not event.modifiers():
            self.chosen.emit("")
        elif self._letter:
            written = keys.letter(event)
            if written.strip():
                self.chosen.emit(written.upper())
        elif key not in _MODIFIERS:
            modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            found = keys.sequence(event) or QKeySequence(QKeyCombination(modifiers, key))
            self.chosen.emit(found.toString(QKeySequence.SequenceFormat.PortableText))
