"""The navigator: inbox, collections, saved searches, names, trash; and what can be done with them."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import QFrame, QLineEdit, QMenu, QTreeView, QWidget

from curator.gui import icons
from curator.gui.models.listing import Listing
from curator.gui.models.navigation import ENTRY, Entry, Name, Navigation, shown_names
from curator.gui.session import Session
from curator.gui.theme import theme
from curator.gui.views.article_drag import ARTICLES
from curator.gui.views.navigator_entry import NavigatorEntry, plus_area
from curator.i18n import _, ngettext
from curator.model.collection import Collection
from curator.model.revision import Changes
from curator.model.saved_search import SavedSearch
from curator.operations import collect, overview, saved_searches, tag, trash
from curator.operations.context import Context
from curator.operations.overview import Overview

_COUNTED = ("article", "collection", "collection_item", "authority", "mention", "passage", "saved_search", "archive")
# So many names of a kind are shown at first, and more at a time.
_NAMES = 1_000
_Found = tuple[Overview, list[SavedSearch], dict[str, list[Name]]]


class Navigator(QTreeView):
    """The tree at the left.

    Attributes:
        drop_target: the key of the entry that would take what is being dragged; empty for none.

    Signals:
        chosen(Listing): an entry was chosen.
        overview_changed(Overview): the counts are new.
        said(str): something was done.
        save_wanted(): the plus of the saved searches.
        files_dropped(list[Path], str): files were dropped onto the collection with that path.
    """

    chosen = Signal(object)
    overview_changed = Signal(object)
    said = Signal(str)
    save_wanted = Signal()
    files_dropped = Signal(object, str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._model = Navigation(self)
        self._known: set[str] = set()
        self._closed: set[str] = set()
        self._limits: dict[str, int] = {}
        self._waiting = ""
        self._quiet = False
        self.drop_target = ""
        self.setModel(self._model)
        self.setObjectName("navigator")
        self.setAccessibleName(_("Navigator"))
        self._delegate = NavigatorEntry(self)
        self._delegate.commitData.connect(self._rename)
        self.setItemDelegate(self._delegate)
        # The delegate draws the selection; the style would fill the gutter, too.
        self.setStyleSheet("selection-background-color: transparent;")
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformRowHeights(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QTreeView.DragDropMode.DragDrop)
        self.setDropIndicatorShown(False)
        self.expanded.connect(self._opened)
        self.collapsed.connect(lambda index: self._closed.add(index.data(ENTRY).key))
        self.selectionModel().currentChanged.connect(self._choose)
        session.changed.connect(self._changed)
        theme().changed.connect(self._retheme)
        self._retheme()
        self.refresh()

    def refresh(self) -> None:
        """Count again."""
        kinds, limits = [entry.kind for entry in self._open_kinds()], dict(self._limits)

        def ask(context: Context, _interrupt: object) -> _Found:
            names = {kind: _names(context, kind, limits.get(kind, _NAMES)) for kind in kinds}
            return overview.of_archive(context), list(saved_searches.listed(context)), names

        self._session.read("navigator", ask, self._show)

    def new_collection(self, inside: Collection | None = None) -> None:
        """Make a collection with a title that is free, and let it be typed over."""
        taken = {entry.title for entry in self._collections(inside)}
        title, number = _("New collection"), 2
        while title in taken:
            title, number = _("New collection %(n)d") % {"n": number}, number + 1
        path = f"{inside.path} / {title}" if inside else title

        def made(changes: Changes) -> None:
            self._waiting = f"collection {max(changes.ids('collection'))}"
            if inside:
                self._closed.discard(f"collection {inside.id}")
            self.refresh()

        self._session.write(lambda context: collect.create(context, path), made)

    def remove(self, entry: Entry) -> None:
        """Remove a collection or a saved search; undo brings it back."""
        record = entry.record
        if isinstance(record, Collection):
            self._do(lambda context: collect.remove(context, record.id), _("Removed: %s") % entry.title)
        elif isinstance(record, SavedSearch):
            self._do(lambda context: saved_searches.remove(context, record.path), _("Removed: %s") % entry.title)

    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        """Draw the arrow."""
        if self._model.hasChildren(index):
            side = theme().metrics.icon_small
            area = QRect(rect.right() - side - theme().metrics.space_xs, rect.top(), side, rect.height())
            name = "chevron-down" if self.isExpanded(QModelIndex(index)) else "chevron-right"  # type: ignore[arg-type]
            icons.paint(painter, name, theme().tokens.text2, area, side)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the entry under the pointer, or with the current one."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        menu = self.menu_for(index)
        at = self.visualRect(index).bottomLeft() + QPoint(theme().metrics.space_xl, 0) if by_key else event.pos()
        menu.exec(self.viewport().mapToGlobal(at))

    def menu_for(self, index: QModelIndex) -> QMenu:
        """Return the menu of an entry."""
        menu = QMenu(self)
        entry = self._model.entry(index) if index.isValid() else None
        record = entry.record if entry else None
        if entry and entry.listing is not None:
            menu.addAction(_("Open articles"), lambda: self.setCurrentIndex(index))
        if isinstance(record, Collection):
            menu.addAction(_("New collection inside"), lambda: self.new_collection(record))
        menu.addAction(_("New collection") + "\tIns", self.new_collection)
        if entry and entry.role in ("collection", "search"):
            menu.addSeparator()
            menu.addAction(_("Rename") + "\tF2", lambda: self.edit(index))
        if entry and isinstance(record, Collection):
            for by, words in ((-1, _("Move up") + "\tAlt+Up"), (1, _("Move down") + "\tAlt+Down")):
                menu.addAction(words, partial(self._step, entry, by))
            if record.parent_id is not None:
                menu.addAction(_("Move out"), lambda: self._move(record.id, None, len(self._collections(None))))
        if entry and entry.role in ("collection", "search"):
            menu.addAction(_("Remove") + "\tDel", lambda: self.remove(entry))
        if entry and entry.role == "trash":
            empty = menu.addAction(_("Empty the trash"), self.empty_trash)
            empty.setEnabled(bool(entry.count))
        return menu

    def empty_trash(self) -> None:
        """Delete what is in the trash; undo brings it back."""
        self._do(trash.empty, _("The trash is empty."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rename, remove, add and move by key."""
        index = self.currentIndex()
        entry = self._model.entry(index) if index.isValid() else None
        key, alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key == Qt.Key.Key_Insert:
            self.new_collection()
        elif entry is None:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_F2 and entry.role in ("collection", "search"):
            self.edit(index)
        elif key == Qt.Key.Key_Delete and entry.role in ("collection", "search"):
            self.remove(entry)
        elif alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and entry.role == "collection":
            self._step(entry, -1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and entry.role == "more":
            self._show_more(entry)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and entry.listing is not None:
            self.chosen.emit(entry.listing)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Add where the plus of a heading is."""
        index = self.indexAt(event.position().toPoint())
        entry = self._model.entry(index) if index.isValid() else None
        if entry and entry.add and plus_area(self.visualRect(index)).contains(event.position().toPoint()):
            if entry.key == "section collections":
                self.new_collection()
            else:
                self.save_wanted.emit()
            return
        if entry and entry.role == "more":
            self._show_more(entry)
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open and close what lies below an entry."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.setExpanded(index, not self.isExpanded(index))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take articles, and collections from here; files go on to the window where no collection is."""
        if _droppable(event):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Frame the entry that would take what is dragged."""
        index = self.indexAt(event.position().toPoint())
        entry = self._model.entry(index) if index.isValid() else None
        if _droppable(event) and self._takes(event, entry):
            self._set_drop_on(index)
            event.acceptProposedAction()
        else:
            self._set_drop_on(QModelIndex())
            # Files go on to the window, which takes them everywhere.
            event.ignore()

    def dragLeaveEvent(self, _event: QEvent) -> None:
        """Take the frame away."""
        self._set_drop_on(QModelIndex())

    def dropEvent(self, event: QDropEvent) -> None:
        """Collect or tag the articles, import the files, or move the collection."""
        index = self.indexAt(event.position().toPoint())
        self._set_drop_on(QModelIndex())
        entry = self._model.entry(index) if index.isValid() else None
        if not self._takes(event, entry):
            event.ignore()
            return
        assert entry is not None
        event.acceptProposedAction()
        mime, record = event.mimeData(), entry.record
        if mime.hasFormat(ARTICLES):
            self.drop_articles(json.loads(bytes(mime.data(ARTICLES).data())), entry)
        elif isinstance(record, Collection) and mime.hasUrls():
            paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
            self.files_dropped.emit(paths, record.path)
        elif isinstance(record, Collection) and (dragged := self._dragged()) is not None:
            self._move(dragged.id, record.id, len(entry.children))

    def drop_articles(self, ids: list[int], entry: Entry) -> None:
        """Collect articles, or tag them with a name."""
        record, kind = entry.record, entry.kind
        values = {"n": len(ids), "name": entry.title}
        if isinstance(record, Collection):
            words = ngettext("%(n)d article put into %(name)s", "%(n)d articles put into %(name)s", len(ids)) % values
            self._do(lambda context: collect.put(context, record.path, ids), words)
        elif entry.role == "name":
            words = ngettext("%(n)d article tagged with %(name)s", "%(n)d articles tagged with %(name)s", len(ids))
            number = "#" + entry.key.rpartition("#")[2]
            self._do(lambda context: tag.add(context, ids, [(kind, number)]), words % values)  # type: ignore[list-item]

    def _takes(self, event: QDropEvent, entry: Entry | None) -> bool:
        if entry is None:
            return False
        if event.mimeData().hasFormat(ARTICLES):
            return entry.role in ("collection", "name")
        if event.mimeData().hasUrls():
            return entry.role == "collection"
        return entry.role == "collection" and event.source() is self and entry.record is not self._dragged()

    def _dragged(self) -> Collection | None:
        index = self.currentIndex()
        record = self._model.entry(index).record if index.isValid() else None
        return record if isinstance(record, Collection) else None

    def _set_drop_on(self, index: QModelIndex) -> None:
        self.drop_target = self._model.entry(index).key if index.isValid() else ""
        self.viewport().update()

    def _step(self, entry: Entry, by: int) -> None:
        """Move a collection among its neighbours."""
        record = entry.record
        assert isinstance(record, Collection)
        beside = [each.record.id for each in self._collections_beside(entry) if isinstance(each.record, Collection)]
        place = beside.index(record.id) + by
        if 0 <= place < len(beside):
            self._move(record.id, record.parent_id, place)

    def _move(self, collection_id: int, parent_id: int | None, place: int) -> None:
        if parent_id is not None:
            self._closed.discard(f"collection {parent_id}")
        self._do(lambda context: collect.move(context, collection_id, parent_id, place))

    def _collections_beside(self, entry: Entry) -> list[Entry]:
        found = entry.parent.children if entry.parent else ()
        return [each for each in found if isinstance(each, Entry) and each.role == "collection"]

    def _collections(self, inside: Collection | None) -> list[Entry]:
        index = self._model.find(f"collection {inside.id}") if inside else QModelIndex()
        rows = [self._model.entry(self._model.index(row, 0, index)) for row in range(self._model.rowCount(index))]
        return [entry for entry in rows if entry.role == "collection"]

    def _rename(self, editor: QWidget) -> None:
        entry = self._model.entry(self.currentIndex())
        title = editor.text().strip() if isinstance(editor, QLineEdit) else ""
        record = entry.record
        if not title or title == entry.title:
            return
        if isinstance(record, Collection):
            self._do(lambda context: collect.rename(context, record.id, title))
        elif isinstance(record, SavedSearch):
            path = f"{record.folder} / {title}" if record.folder else title
            self._do(lambda context: saved_searches.rename(context, record.path, path))

    def _do(self, operation: object, done: str = "") -> None:
        self._session.write(operation, lambda _changes: self.said.emit(done) if done else None)  # type: ignore[arg-type]

    def _show(self, found: _Found) -> None:
        index = self.currentIndex()
        first = "" if self._model.rowCount() else "all"
        current = self._model.entry(index).key if index.isValid() else first
        self._quiet = True
        self._model.show(*found)
        self._open_again()
        self.setCurrentIndex(self._model.find(current))
        self._quiet = False
        if self._waiting and (made := self._model.find(self._waiting)).isValid():
            self._waiting = ""
            self.setCurrentIndex(made)
            self.setFocus()
            self.closePersistentEditor(made)
            self.edit(made)
        self.overview_changed.emit(found[0])

    def _open_again(self) -> None:
        """Open what was open; collections are open until somebody closes them."""
        waiting = [self._model.index(row, 0) for row in range(self._model.rowCount())]
        while waiting:
            index = waiting.pop()
            entry = self._model.entry(index)
            wanted = entry.key in self._known if entry.role == "kind" else entry.key not in self._closed
            if entry.role in ("collection", "kind") and self._model.hasChildren(index):
                self.setExpanded(index, wanted)
                if entry.role == "collection":
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
        if entry.role != "kind" or self._quiet:
            return
        self._known.add(entry.key)
        if not entry.children:
            kind, key, limit = entry.kind, entry.key, self._limits.get(entry.kind, _NAMES)
            self._session.read(
                f"names {kind}",
                lambda context, _interrupt: _names(context, kind, limit),
                lambda names: self._show_names(key, names),
            )

    def _show_names(self, key: str, names: list[Name]) -> None:
        index = self._model.find(key)
        if index.isValid():
            self._model.show_names(index, names)
            self.setExpanded(index, True)

    def _choose(self, index: QModelIndex, _before: QModelIndex) -> None:
        if not self._quiet and index.isValid() and (listing := self._model.entry(index).listing) is not None:
            self.chosen.emit(listing)

    def show_listing(self, listing: Listing) -> None:
        """Mark the entry that lists what is shown, or none, without choosing it again."""
        index = self.currentIndex()
        current = self._model.entry(index).listing if index.isValid() else None
        if current and (current.query, current.trash) != (listing.query, listing.trash):
            self._quiet = True
            self.setCurrentIndex(QModelIndex())
            self._quiet = False

    def _changed(self, changes: Changes) -> None:
        if any(changes.ids(record) for record in _COUNTED):
            self.refresh()

    def _retheme(self) -> None:
        self.setIndentation(theme().metrics.px(16))
        self.doItemsLayout()


def _names(context: Context, kind: str, limit: int) -> list[Name]:
    return shown_names(overview.names(context, kind), limit)  # type: ignore[arg-type]


def _droppable(event: QDropEvent) -> bool:
    mime = event.mimeData()
    return mime.hasFormat(ARTICLES) or mime.hasUrls() or isinstance(event.source(), Navigator)
