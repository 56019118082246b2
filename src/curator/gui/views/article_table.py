"""The list of articles: rows of one height, so that a hundred thousand scroll like ten."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from curator.gui import keys
from curator.gui.models.article_list import ArticleList
from curator.gui.models.listing import Listing
from curator.gui.panes import LIST
from curator.gui.theme import theme
from curator.gui.views.article_delegate import ArticleDelegate
from curator.i18n import _


class ArticleTable(QTableView):
    """Shows an `ArticleList`.

    Signals:
        chosen(int): another article is current; its id.
        entered(int): Enter or a double click on an article.
        hit_wanted(int): n or p: the next (1) or the hit before (-1) of the current article.
    """

    chosen = Signal(int)
    entered = Signal(int)
    hit_wanted = Signal(int)

    def __init__(self, articles: ArticleList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.articles = articles
        self.setModel(articles)
        self.setItemDelegate(ArticleDelegate(self))
        self.setAccessibleName(_("Articles"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setMouseTracking(True)
        # Opaque, so that what stays in sight while scrolling is moved, not drawn again.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        # Once, while there are no rows: Qt goes through all of them for it, which takes seconds for a hundred thousand.
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._current, self._place, self._offset, self._scrolled = 0, -1, 0, 0
        self._selected: set[int] = set()
        self._begin_at = 0
        self._before = articles.listing
        articles.modelAboutToBeReset.connect(self._remember)
        articles.listed.connect(self._listed)
        self.activated.connect(lambda index: self.entered.emit(articles.id_at(index.row())))
        theme().changed.connect(self._set_heights)
        self._set_heights()

    def selected_ids(self) -> list[int]:
        """Return the ids of the selected articles, in the order of the list."""
        ids = self.articles.ids()
        spans = sorted((span.top(), span.bottom()) for span in self.selectionModel().selection().toList())
        return [article_id for top, bottom in spans for article_id in ids[top : bottom + 1]]

    def begin_at(self, article_id: int) -> None:
        """Make an article current with the first list that has it; 0 for none."""
        self._begin_at = article_id

    def select_place(self, place: int) -> None:
        """Make a row (from 0) current, as far as there is one."""
        if 0 <= place < self.articles.rowCount():
            # Not selectRow(): while Shift is down, for Shift+Backspace say, that extends the selection.
            index, flags = self.articles.index(place, 0), QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(index)

    def step(self, by: int) -> None:
        """Make the next or the row before current."""
        self.select_place(self.currentIndex().row() + by)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, then the rows."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(theme().tokens.list))
        painter.end()
        super().paintEvent(event)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell of another current article."""
        super().selectionChanged(selected, deselected)
        # Not selectedRows(): that makes an index for each of a hundred thousand rows.
        spans = self.selectionModel().selection().toList()
        alone = len(spans) == 1 and spans[0].height() == 1
        if alone and (found := self.articles.id_at(spans[0].top())) != self._current:
            self._current = found
            # A screen reader selects a row without making it current.
            flag = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(self.articles.index(spans[0].top(), 0), flag)
            self.chosen.emit(found)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Lead by Home and End to the first and last row; of a table Qt means the ends of one row."""
        ends = {QAbstractItemView.CursorAction.MoveHome: 0, QAbstractItemView.CursorAction.MoveEnd: -1}
        if action in ends and (rows := self.articles.rowCount()):
            return self.articles.index(ends[action] % rows, 0)
        return super().moveCursor(action, modifiers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk by J and K, and through the hits by n and p."""
        letter = keys.letter(event, LIST)
        if event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            super().keyPressEvent(event)
        elif letter in ("j", "k"):
            self.step(1 if letter == "j" else -1)
        elif letter in ("n", "p"):
            self.hit_wanted.emit(1 if letter == "n" else -1)
        elif letter.strip():
            # Letters and signs are keys here; Qt would jump to a row that begins with them.
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _remember(self) -> None:
        """Keep what is selected, and how far the current row is from the top, over a change of the list."""
        index = self.currentIndex()
        self._selected = set(self.selected_ids())
        self._place = index.row()
        if self._place >= 0:
            self._current = self.articles.id_at(self._place)
        self._offset = self.rowViewportPosition(self._place) if self._place >= 0 else 0
        self._scrolled = self.verticalScrollBar().value()

    def _listed(self, listing: Listing) -> None:
        """Stay at the same articles, or at the same place where the current one has gone; begin a search at its top."""
        before, self._before = self._before, listing
        self._set_heights()
        if self._begin_at and (place := self.articles.place_of(self._begin_at)) >= 0:
            self._begin_at = 0
            self.select_place(place)
            return
        if self.currentIndex().isValid() or not self.articles.rowCount():
            return
        if not listing.is_same_list(before) and (listing.query or listing.is_fixed):
            self._current = 0
            self.select_place(0)
            self.scrollToTop()
            return
        place = self.articles.place_of(self._current)
        if place < 0:
            self.select_place(min(max(0, self._place), self.articles.rowCount() - 1))
            return
        self._select_again(place)
        self._scroll_to(place)

    def _select_again(self, place: int) -> None:
        model = self.articles
        selection = QItemSelection()
        if len(self._selected) > 1:
            for first, last in runs(model.ids(), self._selected):
                selection.append(QItemSelectionRange(model.index(first, 0), model.index(last, 0)))
        else:
            selection.append(QItemSelectionRange(model.index(place, 0)))
        self.selectionModel().setCurrentIndex(model.index(place, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _scroll_to(self, place: int) -> None:
        """Put a row where it was on the screen; where it was not in sight, the view stays as it was."""
        # The scroll bar learns of the new rows only as they are laid out.
        self.doItemsLayout()
        height = self.verticalHeader().defaultSectionSize()
        in_sight = -height < self._offset < self.viewport().height()
        self.verticalScrollBar().setValue(place * height - self._offset if in_sight else self._scrolled)

    def _set_heights(self) -> None:
        metrics = theme().metrics
        height = metrics.row_snippet if self.articles.node is not None else metrics.row_list
        if height != self.verticalHeader().defaultSectionSize():
            self.verticalHeader().setDefaultSectionSize(height)


def runs(ids: Sequence[int], wanted: Collection[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last place of each unbroken run of `wanted` among `ids`."""
    first = -1
    for place, article_id in enumerate(ids):
        if article_id in wanted:
            first = place if first < 0 else first
        elif first >= 0:
            yield first, place - 1
            first = -1
    if first >= 0:
        yield first, len(ids) - 1
