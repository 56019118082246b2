"""The navigator's tree as it is shown: counted anew as the archive changes, open and marked where it was."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QTreeView, QWidget

from curator.gui import icons
from curator.gui.models.listing import Listing
from curator.gui.models.navigation import ENTRY, Navigation
from curator.gui.models.navigation_entries import Entry, Name, shown_names
from curator.gui.refreshing import Refreshing
from curator.gui.session import Session
from curator.gui.theme import theme
from curator.i18n import _
from curator.model.result_list import ResultList
from curator.model.revision import Changes
from curator.model.saved_search import SavedSearch
from curator.operations import overview, result_lists, saved_searches
from curator.operations.context import Context
from curator.operations.overview import Overview
from curator.operations.review_batch import ReviewState
from curator.operations.saved_search_counts import SavedSearchCounts

_COUNTED = (
    *("article", "collection", "collection_item", "authority", "authority_relation", "mention", "passage"),
    *("saved_search", "result_list", "archive"),
)
# So many names of a kind are shown at first, and more at a time.
_NAMES = 1_000
_Found = tuple[Overview, list[SavedSearch], dict[str, list[Entry | Name]], list[ResultList]]


class NavigatorTree(QTreeView):
    """Inbox, collections, saved searches, names, trash.

    Signals:
        chosen(Listing): an entry was chosen.
        overview_changed(Overview): the counts are new.
        review_wanted(int): the entry of a review was chosen.
        names_wanted(): the entry of the names manager was chosen.
        suggestions_wanted(): that of the queue of suggestions.
    """

    chosen = Signal(object)
    overview_changed = Signal(object)
    review_wanted = Signal(int)
    names_wanted = Signal()
    suggestions_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._model = Navigation(self)
        self._known: set[str] = set()
        self._closed: set[str] = set()
        self._limits: dict[str, int] = {}
        self._waiting = ""
        self._reviews: list[ReviewState] = []
        self._found: _Found | None = None
        self._counter = SavedSearchCounts(session.finder)
        self._counts: dict[int, int | None] = {}
        self._recounting = Refreshing(self._count, self)
        self._quiet = False
        self._refreshing = Refreshing(self.refresh, self)
        self.setModel(self._model)
        self.setObjectName("navigator")
        self.setAccessibleName(_("Navigator"))
        # The delegate draws the selection; the style would fill the gutter, too.
        self.setStyleSheet("selection-background-color: transparent;")
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformRowHeights(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setExpandsOnDoubleClick(False)
        self.expanded.connect(self._opened)
        self.collapsed.connect(lambda index: self._closed.add(index.data(ENTRY).key))
        self.selectionModel().currentChanged.connect(self._choose)
        session.changed.connect(self._changed)
        session.index_changed.connect(lambda _waiting: self._recounting.want())
        theme().changed.connect(self._retheme)
        self._retheme()
        self.refresh()

    def refresh(self) -> None:
        """Count again."""
        kinds, limits = [entry.kind for entry in self._open_kinds()], dict(self._limits)

        def ask(context: Context, _interrupt: object) -> _Found:
            names = {kind: _names(context, kind, limits.get(kind, _NAMES)) for kind in kinds}
            searches, lists = saved_searches.listed(context), result_lists.listed(context)
            return overview.of_archive(context), searches, names, lists

        self._refreshing.begin()
        self._session.read("navigator", ask, self._show, self._refuse)

    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        """Draw the arrow."""
        if self._model.hasChildren(index):
            side = theme().metrics.icon_small
            area = QRect(rect.right() - side - theme().metrics.space_xs, rect.top(), side, rect.height())
            name = "chevron-down" if self.isExpanded(QModelIndex(index)) else "chevron-right"  # type: ignore[arg-type]
            icons.paint(painter, name, theme().tokens.text2, area, side)

    def show_listing(self, listing: Listing) -> None:
        """Mark the entry that lists what is shown, or none, without choosing it again."""
        index = self.currentIndex()
        current = self._model.entry(index).listing if index.isValid() else None
        if current and not current.is_same_list(listing):
            self._quiet = True
            self.setCurrentIndex(QModelIndex())
            self._quiet = False

    def show_reviews(self, reviews: list[ReviewState]) -> None:
        """Show which reviews wait."""
        if reviews != self._reviews:
            self._reviews = reviews
            if self._found is not None:
                self._fill(self._found)

    def mark_review(self, review_id: int) -> None:
        """Mark the entry of the review that is shown; 0: none is."""
        self._quiet = True
        index = self.currentIndex()
        if review_id:
            self.setCurrentIndex(self._model.find(f"review {review_id}"))
        elif index.isValid() and self._model.entry(index).role == "review":
            self.setCurrentIndex(QModelIndex())
        self._quiet = False

    def mark_page(self, key: str, shown: bool) -> None:
        """Mark the entry of a page ("names", "suggestions") as long as that is shown."""
        self._quiet = True
        index = self.currentIndex()
        if shown:
            self.setCurrentIndex(self._model.find(key))
        elif index.isValid() and self._model.entry(index).key == key:
            self.setCurrentIndex(QModelIndex())
        self._quiet = False

    def _show(self, found: _Found) -> None:
        self._refreshing.answered()
        self._found = found
        self._fill(found)
        self._recounting.want()
        self.overview_changed.emit(found[0])

    def _fill(self, found: _Found) -> None:
        index = self.currentIndex()
        first = "" if self._model.rowCount() else "all"
        current = self._model.entry(index).key if index.isValid() else first
        self._quiet = True
        self._model.show(*found, self._reviews, self._counts)
        self._open_again()
        self.setCurrentIndex(self._model.find(current))
        self._quiet = False
        if self._waiting and (made := self._model.find(self._waiting)).isValid():
            self._waiting = ""
            self.setCurrentIndex(made)
            self.setFocus()
            self.closePersistentEditor(made)
            self.edit(made)

    def _count(self) -> None:
        """Count what the saved searches find, when nobody waits for anything else."""
        if self._found is None or not self._found[1]:
            return
        self._recounting.begin()
        self._session.read(
            "search counts",
            lambda _context, interrupt: self._counter.current(interrupt),
            self._take_counts,
            lambda _error: self._recounting.answered(),
            later=True,
        )

    def _take_counts(self, counts: dict[int, int | None]) -> None:
        self._recounting.answered()
        self._counts = counts
        self._model.show_counts(counts)

    def _refuse(self, error: BaseException) -> None:
        self._refreshing.answered()
        self._session.failed.emit(error)

    def _open_again(self) -> None:
        """Open what was open; collections are open until somebody closes them."""
        waiting = [self._model.index(row, 0) for row in range(self._model.rowCount())]
        while waiting:
            index = waiting.pop()
            entry = self._model.entry(index)
            opened = entry.role in ("collection", "folder") or entry.key in self._known
            if entry.role in ("collection", "folder", "kind", "name") and self._model.hasChildren(index):
                self.setExpanded(index, opened and entry.key not in self._closed)
                if entry.children:
                    waiting += [self._model.index(row, 0, index) for row in range(self._model.rowCount(index))]

    def _show_more(self, entry: Entry) -> None:
        self._limits[entry.kind] = self._limits.get(entry.kind, _NAMES) + _NAMES
        self.refresh()

    def _open_kinds(self) -> list[Entry]:
        rows = [self._model.index(row, 0) for row in range(self._model.rowCount())]
        return [self._model.entry(index) for index in rows if self.isExpanded(index) and index.data(ENTRY).kind]

    def _opened(self, index: QModelIndex) -> None:
        entry = self._model.entry(index)
        self._closed.discard(entry.key)
        if entry.role not in ("kind", "name") or self._quiet:
            return
        self._known.add(entry.key)
        if not entry.children and entry.role == "kind":
            kind, key, limit = entry.kind, entry.key, self._limits.get(entry.kind, _NAMES)
            self._session.read(
                f"names {kind}",
                lambda context, _interrupt: _names(context, kind, limit),
                lambda names: self._show_names(key, names),
            )

    def _show_names(self, key: str, names: list[Entry | Name]) -> None:
        index = self._model.find(key)
        if index.isValid():
            self._model.show_names(index, names)
            self.setExpanded(index, True)

    def _choose(self, index: QModelIndex, _before: QModelIndex) -> None:
        if self._quiet or not index.isValid():
            return
        entry = self._model.entry(index)
        if entry.role == "review":
            self.review_wanted.emit(int(entry.key.removeprefix("review ")))
        elif entry.role == "names":
            self.names_wanted.emit()
        elif entry.role == "suggestions":
            self.suggestions_wanted.emit()
        elif entry.listing is not None:
            self.chosen.emit(entry.listing)

    def _changed(self, changes: Changes) -> None:
        if any(changes.ids(record) for record in _COUNTED):
            self._refreshing.want()

    def _retheme(self) -> None:
        self.setIndentation(theme().metrics.px(16))
        self.doItemsLayout()


def _names(context: Context, kind: str, limit: int) -> list[Entry | Name]:
    return shown_names(overview.names(context, kind), kind, limit)  # type: ignore[arg-type]
