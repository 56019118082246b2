"""The line below the table of a review: what was done, or why not."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from curator.gui.theme import theme
from curator.gui.widgets.eliding import ElidingLabel
from curator.gui.widgets.symbol import Symbol


class ReviewMessage(QWidget):
    """One sentence with its mark; hidden when there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark, self._words = Symbol("check-circle", "ok"), ElidingLabel(role="meta")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._mark)
        self._row.addWidget(self._words, 1)
        theme().changed.connect(self._retheme)
        self._retheme()
        self.hide()

    @property
    def text(self) -> str:
        """What is said."""
        return self._words.text()

    def say(self, words: str, fault: bool = False) -> None:
        """Say something else; empty hides the line."""
        self._words.setText(words)
        self._words.setProperty("role", "error" if fault else "meta")
        self._words.style().polish(self._words)
        self._mark.show_icon(*(("circle-alert", "error") if fault else ("check-circle", "ok")))
        self.setVisible(bool(words))

    def _retheme(self) -> None:
        metrics = theme().metrics
        self._row.setContentsMargins(metrics.space_l, metrics.space_s, metrics.space_l, metrics.space_s)
        self._row.setSpacing(metrics.space_m)
