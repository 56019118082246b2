"""The list of articles: rows of one height, so that a hundred thousand scroll like ten."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from curator.gui.models.article_list import ArticleList
from curator.gui.models.listing import Listing
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
        self.setTabKeyNavigation(False)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._current = 0
        articles.modelAboutToBeReset.connect(self._remember)
        articles.listed.connect(self._listed)
        self.activated.connect(lambda index: self.entered.emit(articles.id_at(index.row())))
        theme().changed.connect(self._set_heights)
        self._set_heights()

    def selected_ids(self) -> list[int]:
        """Return the ids of the selected articles, in the order of the list."""
        return [self.articles.id_at(index.row()) for index in sorted(self.selectionModel().selectedRows())]

    def select_place(self, place: int) -> None:
        """Make a row (from 0) current, as far as there is one."""
        if 0 <= place < self.articles.rowCount():
            self.selectRow(place)
            self.scrollTo(self.articles.index(place, 0))

    def step(self, by: int) -> None:
        """Make the next or the row before current."""
        self.select_place(self.currentIndex().row() + by)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell of another current article."""
        super().selectionChanged(selected, deselected)
        rows = self.selectionModel().selectedRows()
        if len(rows) == 1 and (found := self.articles.id_at(rows[0].row())) != self._current:
            self._current = found
            self.chosen.emit(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk by J and K, and through the hits by n and p."""
        letter = event.text()
        if event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            super().keyPressEvent(event)
        elif letter in ("j", "k"):
            self.step(1 if letter == "j" else -1)
        elif letter in ("n", "p"):
            self.hit_wanted.emit(1 if letter == "n" else -1)
        elif letter.isalpha():
            # Letters are keys here; Qt would jump to a row that begins with them.
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _remember(self) -> None:
        place = self.currentIndex().row()
        self._current = self.articles.id_at(place) if place >= 0 else 0
        self._place = place

    def _listed(self, _listing: Listing) -> None:
        """Stay at the same article; where it has gone, at the same place."""
        self._set_heights()
        place = self.articles.place_of(self._current)
        if place < 0:
            place = min(max(0, getattr(self, "_place", 0)), self.articles.rowCount() - 1)
            self._current = 0
        if place >= 0:
            self.select_place(place)

    def _set_heights(self) -> None:
        metrics = theme().metrics
        height = metrics.row_snippet if self.articles.node is not None else metrics.row_list
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
