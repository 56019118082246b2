"""Dragging articles from the list: onto a collection to collect them, onto a name to tag them."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QDrag, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QApplication

from curator.gui.theme import theme
from curator.gui.widgets.painting import box
from curator.i18n import ngettext

# The ids of the articles as a JSON list.
ARTICLES = "application/x-curator-articles"


class ArticleDrag(QObject):
    """Starts a drag of what is selected in a list.

    Args:
        view: the list.
        selected: returns the ids of its selected articles.
    """

    def __init__(self, view: QAbstractItemView, selected: Callable[[], Sequence[int]]) -> None:
        super().__init__(view)
        self._view, self._selected = view, selected
        self._pressed: QPoint | None = None
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold a press on what is selected back until it is a click or a drag: the list would select one row."""
        if not isinstance(event, QMouseEvent):
            return super().eventFilter(watched, event)
        at = event.position().toPoint()
        if event.type() == QEvent.Type.MouseButtonPress:
            return self._press(event, at)
        if event.type() == QEvent.Type.MouseMove and self._pressed is not None:
            if (at - self._pressed).manhattanLength() >= QApplication.startDragDistance():
                self._pressed = None
                self._drag()
            return True
        if event.type() == QEvent.Type.MouseButtonRelease and self._pressed is not None:
            self._pressed = None
            self._view.setCurrentIndex(self._view.indexAt(at))
            return True
        return super().eventFilter(watched, event)

    def _press(self, event: QMouseEvent, at: QPoint) -> bool:
        index = self._view.indexAt(at)
        plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        if not (plain and index.isValid() and self._view.selectionModel().isSelected(index)):
            self._pressed = None
            return False
        self._pressed = at
        self._view.setFocus(Qt.FocusReason.MouseFocusReason)
        return True

    def _drag(self) -> None:
        ids = list(self._selected())
        drag = QDrag(self._view)
        drag.setMimeData(packed(ids))
        drag.setPixmap(_picture(len(ids), self._view.devicePixelRatioF()))
        drag.exec(Qt.DropAction.CopyAction)


def packed(ids: Sequence[int]) -> QMimeData:
    """Return articles as they are carried in a drag."""
    mime = QMimeData()
    mime.setData(ARTICLES, json.dumps(list(ids)).encode())
    return mime


def _picture(count: int, ratio: float) -> QPixmap:
    words = ngettext("%(n)d article", "%(n)d articles", count) % {"n": count}
    metrics, tokens = theme().metrics, theme().tokens
    width, height = metrics.px(130), metrics.bar_field
    picture = QPixmap(round(width * ratio), round(height * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setOpacity(0.8)
    box(painter, QRect(0, 0, width, height), metrics.radius_chip, tokens.sel)
    painter.setFont(theme().font("base"))
    painter.setPen(tokens.sel_text)
    painter.drawText(0, 0, width, height, Qt.AlignmentFlag.AlignCenter, words)
    painter.end()
    return picture
