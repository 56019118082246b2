"""The head of a pane: what it shows, how much of it, and what can be done with it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from curator.gui.theme import theme
from curator.gui.widgets.eliding import ElidingLabel


class PaneHead(QWidget):
    """A title, a line below it, and buttons at the right.

    Args:
        title: what the pane shows.
        subtitle: how much of it ("212 articles").
        role: how the title looks ("title" 15 px, "page" 20 px).
    """

    def __init__(
        self, title: str = "", subtitle: str = "", parent: QWidget | None = None, *, role: str = "title"
    ) -> None:
        super().__init__(parent)
        self._title = ElidingLabel(title, role=role)
        self._subtitle = ElidingLabel(subtitle, role="meta")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch()
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        words.addStretch()
        self._row = QHBoxLayout(self)
        self._row.addLayout(words, 1)
        self._subtitle.setVisible(bool(subtitle))
        theme().changed.connect(self._retheme)
        self._retheme()

    def set_title(self, title: str, subtitle: str = "") -> None:
        """Show other words; without `subtitle` there is no second line."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))

    def add_button(self, button: QWidget) -> None:
        """Put `button` at the right of those there are."""
        self._row.addWidget(button)

    def _retheme(self) -> None:
        metrics = theme().metrics
        self._row.setContentsMargins(metrics.space_l, 0, metrics.space_m, 0)
        self._row.setSpacing(metrics.space_s)
        self.setMinimumHeight(metrics.bar_pane_head)
