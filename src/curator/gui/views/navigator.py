"""The navigator by key, mouse and menu: what is done with its entries."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QLineEdit, QMenu, QTreeView, QWidget

from curator.gui.models.navigation_entries import Entry
from curator.gui.session import Session
from curator.gui.theme import theme
from curator.gui.views.article_drag import ARTICLES
from curator.gui.views.entry_acts import EntryActs
from curator.gui.views.navigator_entry import NavigatorEntry, plus_area
from curator.gui.views.navigator_tree import NavigatorTree
from curator.i18n import _
from curator.model.collection import Collection

# What is called as one likes, and can be removed.
_TITLED = ("collection", "search", "folder", "frozen")


class Navigator(NavigatorTree):
    """The tree at the left.

    Attributes:
        acts: what can be done with an entry.
        drop_target: the key of the entry that would take what is being dragged; empty for none.

    Signals:
        said(str): something was done.
        save_wanted(): the plus of the saved searches.
        name_wanted(int): the page of a name is to be shown.
        merge_wanted(int, str, str): a name (id, kind, words) is to be merged with another.
        files_dropped(list[Path], str): files were dropped onto the collection with that path.
        mentions_wanted(int): all mentions of the name with this id are to be tagged.
    """

    said = Signal(str)
    save_wanted = Signal()
    files_dropped = Signal(object, str)
    name_wanted = Signal(int)
    merge_wanted = Signal(int, str, str)
    mentions_wanted = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.drop_target = ""
        self.acts = EntryActs(session, self._model, self)
        self.acts.said.connect(self.said)
        self.acts.made.connect(self._name_new)
        self.acts.opened.connect(self._keep_open)
        self.acts.folder_made.connect(self._name_folder)
        self.acts.filled.connect(lambda collection_id: self._closed.discard(f"collection {collection_id}"))
        self._delegate = NavigatorEntry(self)
        self._delegate.commitData.connect(self._rename)
        self.setItemDelegate(self._delegate)
        self.setMouseTracking(True)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QTreeView.DragDropMode.DragDrop)
        self.setDropIndicatorShown(False)

    def current_name(self) -> int:
        """Return the id of the name that is the current entry; 0 for none."""
        index = self.currentIndex()
        return self._model.entry(index).name_id if index.isValid() else 0

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
        if entry and entry.role == "name":
            name = (int(entry.key.rpartition("#")[2]), entry.kind, entry.title)
            menu.addAction(_("Open its page"), lambda: self.name_wanted.emit(name[0]))
            menu.addAction(_("Merge with..."), lambda: self.merge_wanted.emit(*name))
        if isinstance(record, Collection):
            menu.addAction(_("New collection inside"), lambda: self.acts.new_collection(record))
        menu.addAction(_("New collection") + "\tIns", self.acts.new_collection)
        if entry and entry.role == "search":
            menu.addAction(_("Put into a new folder"), lambda: self.acts.new_folder(entry))
        if entry and entry.role in ("search", "folder") and entry.parent and entry.parent.folder:
            menu.addAction(_("Move out of the folder") + "\tAlt+Left", lambda: self.acts.outwards(entry))
        if entry and entry.role in _TITLED:
            menu.addSeparator()
            menu.addAction(_("Rename") + "\tF2", lambda: self.edit(index))
        if entry and isinstance(record, Collection):
            for by, words in ((-1, _("Move up") + "\tAlt+Up"), (1, _("Move down") + "\tAlt+Down")):
                menu.addAction(words, partial(self.acts.step, entry, by))
            if record.parent_id is not None:
                menu.addAction(_("Move out"), lambda: self.acts.move(record.id, None, len(self.acts.collections(None))))
        if entry and (above := self.acts.neighbour(entry)) is not None:
            put = _("Put under %s") % above.title.replace("&", "&&")
            menu.addAction(put + "\tAlt+Right", lambda: self.acts.move_name(entry, above))
        if entry and entry.role == "name" and entry.parent and entry.parent.role == "name":
            menu.addAction(_("Move out") + "\tAlt+Left", lambda: self._move_out(entry))
        if entry and entry.role in _TITLED:
            words = _("Remove the folder, keep its searches") if entry.folder else _("Remove")
            menu.addAction(words + "\tDel", lambda: self.acts.remove(entry))
        if entry and entry.role == "name":
            menu.addAction(_("Tag all mentions..."), lambda: self.mentions_wanted.emit(entry.name_id))
        if entry and entry.role == "trash":
            empty = menu.addAction(_("Empty the trash"), self.acts.empty_trash)
            empty.setEnabled(bool(entry.count))
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rename, remove, add and move by key."""
        index = self.currentIndex()
        entry = self._model.entry(index) if index.isValid() else None
        key, alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key == Qt.Key.Key_Insert:
            self.acts.new_collection()
        elif entry is None:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_F2 and entry.role in _TITLED:
            self.edit(index)
        elif key == Qt.Key.Key_Delete and entry.role in _TITLED:
            self.acts.remove(entry)
        elif alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and entry.role == "collection":
            self.acts.step(entry, -1 if key == Qt.Key.Key_Up else 1)
        elif alt and key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and entry.role in ("search", "folder"):
            (self.acts.inwards if key == Qt.Key.Key_Right else self.acts.outwards)(entry)
        elif alt and key == Qt.Key.Key_Right and (above := self.acts.neighbour(entry)) is not None:
            self.acts.move_name(entry, above)
        elif alt and key == Qt.Key.Key_Left and entry.role == "name":
            self._move_out(entry)
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
                self.acts.new_collection()
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
            self.acts.put(json.loads(bytes(mime.data(ARTICLES).data())), entry)
        elif isinstance(record, Collection) and mime.hasUrls():
            paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
            self.files_dropped.emit(paths, record.path)
        elif isinstance(record, Collection) and (dragged := self._dragged()) is not None:
            self.acts.move(dragged.id, record.id, len(entry.children))
        elif (search := self._dragged_search()) is not None:
            self.acts.move_search(search, _folder_of(entry))
        elif (name := self._dragged_name()) is not None:
            self.acts.move_name(name, entry if entry.role == "name" else None)

    def _takes(self, event: QDropEvent, entry: Entry | None) -> bool:
        if entry is None:
            return False
        if event.mimeData().hasFormat(ARTICLES):
            return entry.role in ("collection", "name")
        if event.mimeData().hasUrls():
            return entry.role == "collection"
        search, name = self._dragged_search(), self._dragged_name()
        if search is not None:
            inside = f"{entry.folder} / ".startswith(f"{search.folder} / ") and bool(search.folder)
            return event.source() is self and entry.role in ("search", "folder") and not inside
        if name is not None:
            same = entry.kind == name.kind and entry.key not in (name.key, name.parent.key if name.parent else "")
            return event.source() is self and entry.role in ("name", "kind") and same
        return entry.role == "collection" and event.source() is self and entry.record is not self._dragged()

    def _dragged(self) -> Collection | None:
        index = self.currentIndex()
        record = self._model.entry(index).record if index.isValid() else None
        return record if isinstance(record, Collection) else None

    def _dragged_name(self) -> Entry | None:
        index = self.currentIndex()
        entry = self._model.entry(index) if index.isValid() else None
        return entry if entry and entry.role == "name" else None

    def _dragged_search(self) -> Entry | None:
        index = self.currentIndex()
        entry = self._model.entry(index) if index.isValid() else None
        return entry if entry and entry.role in ("search", "folder") else None

    def _move_out(self, entry: Entry) -> None:
        """Put a name beside the one that it stands under."""
        parent = entry.parent
        if parent is not None and parent.role == "name":
            above = parent.parent
            self.acts.move_name(entry, above if above and above.role == "name" else None)

    def _keep_open(self, key: str) -> None:
        self._known.add(key)
        self._closed.discard(key)

    def _set_drop_on(self, index: QModelIndex) -> None:
        self.drop_target = self._model.entry(index).key if index.isValid() else ""
        self.viewport().update()

    def _name_new(self, made: int, inside: int) -> None:
        """Let the title of a new collection be typed over as soon as it is shown."""
        self._waiting = f"collection {made}"
        self._closed.discard(f"collection {inside}")
        self.refresh()

    def _name_folder(self, key: str) -> None:
        """Let the title of a new folder be typed over as soon as it is shown."""
        self._waiting = key
        self._closed.discard(key)
        self.refresh()

    def _rename(self, editor: QWidget) -> None:
        if isinstance(editor, QLineEdit):
            self.acts.rename(self._model.entry(self.currentIndex()), editor.text().strip())


def _folder_of(entry: Entry) -> str:
    """Return the folder that an entry of the saved searches is, or lies in."""
    return entry.folder or (entry.parent.folder if entry.parent else "")


def _droppable(event: QDropEvent) -> bool:
    mime = event.mimeData()
    return mime.hasFormat(ARTICLES) or mime.hasUrls() or isinstance(event.source(), Navigator)
