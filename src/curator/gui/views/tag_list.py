"""The list of tags in the inspector, by key and by mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent

from curator.gui import keys
from curator.gui.theme import theme
from curator.gui.views.inspector_suggestions import act_of
from curator.gui.views.suggestion_foot import NEXT
from curator.gui.views.tag_rows import ROW, Row, RowList
from curator.i18n import _

if TYPE_CHECKING:
    from curator.gui.views.inspector_tags import TagsPage


class TagList(RowList):
    """The rows; keys and menu go to the page."""

    def __init__(self, page: TagsPage) -> None:
        super().__init__(_("Tags"))
        self._page = page

    def event(self, event: QEvent) -> bool:
        """Keep Backspace, which goes back elsewhere."""
        return keys.claims(event, Qt.Key.Key_Backspace) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open, take off, show, turn; decide about what is suggested."""
        row = self.current_row()
        if row is None or not row.kind:
            super().keyPressEvent(event)
        elif row.suggested:
            self._press_suggested(event, row)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._page.open(row)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._page.remove(row)
        elif event.key() == Qt.Key.Key_Space:
            if row.box:
                self._page.turn(row)
            else:
                self._page.go_to_passage(row)
        else:
            super().keyPressEvent(event)

    def _press_suggested(self, event: QKeyEvent, row: Row) -> None:
        act = act_of(event)
        if not act:
            super().keyPressEvent(event)
            return
        place = self.currentRow()
        self._page.suggestion_pressed.emit(act, row.payload)
        if act != NEXT and self.count():
            # What was decided is gone: the one that follows takes its place.
            self.make_current(min(place, self.count() - 1))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the row under the pointer, or with the current one."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        item = self.currentItem() if by_key else self.itemAt(event.pos())
        if item is not None and (row := item.data(ROW)).kind:
            at = self.visualItemRect(item).bottomLeft() + QPoint(theme().metrics.space_xl, 0)
            self._page.menu_for(row).exec(self.viewport().mapToGlobal(at if by_key else event.pos()))
