"""The head of a section in a list: small capitals, and a plus where something can be added."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from curator.gui.theme import theme
from curator.gui.widgets.buttons import IconButton
from curator.gui.widgets.eliding import ElidingLabel


class SectionHead(QWidget):
    """A heading in capitals.

    Args:
        title: in sentence case; the capitals are made here, and screen readers get it as it is.
        add: what the plus does ("New collection"); empty: no plus.
        key: the key of the plus.

    Signals:
        add_pressed: the plus was pressed.
    """

    add_pressed = Signal()

    def __init__(self, title: str, add: str = "", key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = ElidingLabel(role="caps")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._label, 1)
        self.set_title(title)
        if add:
            button = IconButton("plus", add, key)
            button.clicked.connect(self.add_pressed)
            self._row.addWidget(button)
        theme().changed.connect(self._retheme)
        self._retheme()

    def set_title(self, title: str) -> None:
        """Show another heading."""
        # By the user's language: a Turkish i becomes İ.
        self._label.setText(QLocale().toUpper(title))
        self._label.setAccessibleName(title)
        self.setAccessibleName(title)

    def _retheme(self) -> None:
        metrics = theme().metrics
        self._row.setContentsMargins(metrics.space_l, 0, metrics.space_m, 0)
        self.setMinimumHeight(metrics.row_navigator)
