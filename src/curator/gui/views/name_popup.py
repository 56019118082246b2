"""A small popup that asks for one name: the title under which a search is saved."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from curator.gui.theme import theme
from curator.gui.widgets.eliding import ElidingLabel
from curator.gui.widgets.key_hints import Hint, KeyHints
from curator.gui.widgets.painting import box
from curator.i18n import _

_WIDTH = 360


class NamePopup(QWidget):
    """A child of the window. Enter takes the name, Esc gives it up.

    Signals:
        named(str): the name that was entered.
        dismissed(): Esc.
    """

    named = Signal(str)
    dismissed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title, self._about = QLabel(), ElidingLabel(role="meta")
        self._title.setProperty("role", "strong")
        self.line = QLineEdit()
        self.line.returnPressed.connect(self._enter)
        keys = KeyHints((Hint((_("Enter"),), _("save")), Hint((_("Esc"),), _("close"))))
        self._column = QVBoxLayout(self)
        for part in (self._title, self.line, self._about, keys):
            self._column.addWidget(part)
        self.hide()

    def ask(self, title: str, about: str, proposed: str, around: QRect) -> None:
        """Open below the box `around` (px of the parent).

        Args:
            title: what is asked for.
            about: what gets the name.
            proposed: stands in the field, selected.
        """
        metrics = theme().metrics
        self._column.setContentsMargins(*(metrics.space_l,) * 3, metrics.space_s)
        self._title.setText(title)
        self._about.setText(about)
        self.line.setAccessibleName(title)
        self.line.setText(proposed)
        self.line.selectAll()
        self.setFixedWidth(metrics.px(_WIDTH))
        self.adjustSize()
        self.move(around.right() - self.width(), around.bottom() + metrics.space_xs)
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up by Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.dismissed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground with its edge."""
        tokens = theme().tokens
        box(QPainter(self), self.rect(), theme().metrics.radius_popup, tokens.raised, tokens.control)

    def _enter(self) -> None:
        name = " ".join(self.line.text().split())
        if name:
            self.hide()
            self.named.emit(name)
