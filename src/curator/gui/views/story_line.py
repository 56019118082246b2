"""The line below the reader's bar that says of which story an article is a version."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from curator.gui.models.story_words import story_line
from curator.gui.theme import theme
from curator.gui.widgets.buttons import LinkButton
from curator.gui.widgets.eliding import ElidingLabel
from curator.gui.widgets.symbol import Symbol
from curator.i18n import _
from curator.operations.stories import StoryVersion


class StoryLine(QWidget):
    """Hidden for an article that stands alone.

    Signals:
        wanted: show the versions.
    """

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = ElidingLabel(role="meta")
        self.link = LinkButton(_("Show them"), small=True)
        self.link.setAccessibleName(_("Versions of this story"))
        self.link.clicked.connect(self.wanted)
        self._row = QHBoxLayout(self)
        for part, stretch in ((Symbol("layers", "text2"), 0), (self.words, 1), (self.link, 0)):
            self._row.addWidget(part, stretch)
        theme().changed.connect(self._retheme)
        self._retheme()
        self.hide()

    def show_story(self, story: Sequence[StoryVersion], article_id: int) -> None:
        """Say which version of a story an article is; nothing of no story."""
        self.words.setText(story_line(story, article_id) if story else "")
        self.setVisible(bool(story))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on the link does what a click does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wanted.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, and a hairline below."""
        painter, tokens = QPainter(self), theme().tokens
        painter.fillRect(self.rect(), QColor(tokens.reader))
        hair = theme().metrics.space_hair
        painter.fillRect(0, self.height() - hair, self.width(), hair, QColor(tokens.line))

    def _retheme(self) -> None:
        metrics = theme().metrics
        self._row.setContentsMargins(metrics.space_l, metrics.space_xs, metrics.space_l, metrics.space_xs)
        self._row.setSpacing(metrics.space_s)
