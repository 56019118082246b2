"""A page of the inspector: a column that scrolls."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from curator.gui.theme import theme


class InspectorPage(QScrollArea):
    """A column of widgets, at the top as long as there is room."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)
        inside = QWidget()
        inside.setProperty("plain", True)
        # With large text a button may need more than the pane has: it is cut, not the whole page.
        inside.setMinimumWidth(1)
        self.column = QVBoxLayout(inside)
        self.column.addStretch(1)
        self.setWidget(inside)
        theme().changed.connect(self._set_spaces)
        self._set_spaces()

    def add(self, widget: QWidget) -> None:
        """Put a widget below those there are."""
        self.column.insertWidget(self.column.count() - 1, widget)

    def clear(self, keep: int = 0) -> None:
        """Remove all widgets but the first `keep`."""
        while self.column.count() > keep + 1:
            item = self.column.takeAt(keep)
            if item is not None and (widget := item.widget()):
                widget.hide()
                widget.deleteLater()

    def _set_spaces(self) -> None:
        metrics = theme().metrics
        self.column.setContentsMargins(metrics.space_m, metrics.space_m, metrics.space_m, metrics.space_l)
        self.column.setSpacing(metrics.space_s)


def wrapped(text: str, role: str = "") -> QLabel:
    """Return a label of plain text that wraps and never widens what it stands in."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setMinimumWidth(1)
    if role:
        label.setProperty("role", role)
    return label
