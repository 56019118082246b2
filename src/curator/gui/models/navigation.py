"""The navigator's tree: what there is in the archive, with counts, and what is listed when it is chosen.

Entries are few and are objects; names are rows of a list, a thousand of a kind at first: the view asks for each row of
what is open, which takes 20 ms for a thousand. An index carries the number of its parent.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from curator.gui.models.navigation_entries import Entry, Name, entries, name_entry, review_entries, spoken
from curator.model.result_list import ResultList
from curator.model.saved_search import SavedSearch
from curator.operations.overview import Overview
from curator.operations.review_batch import ReviewState

ENTRY = Qt.ItemDataRole.UserRole
_AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Navigation(QAbstractItemModel):
    """The tree; `ENTRY` is the `Entry` of an index."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = Entry("", "")
        self._entries = [self._root]

    def show(
        self,
        overview: Overview,
        searches: Iterable[SavedSearch],
        names: dict[str, list[Entry | Name]],
        lists: Sequence[ResultList] = (),
        reviews: Sequence[ReviewState] = (),
        counts: Mapping[int, int | None] | None = None,
    ) -> None:
        """Fill it anew. What is the same in it keeps its indexes.

        Args:
            names: those of the kinds that are open.
            lists: the frozen lists.
            reviews: what waits for a person before it enters the archive.
            counts: how many articles each saved search finds, as far as that is known.
        """
        fresh = [*review_entries(reviews), *entries(overview, searches, names, lists, counts)]
        if _shape(fresh) == _shape(self._root.children):
            self._refill(self._root, fresh)
            return
        self.beginResetModel()
        self._root = Entry("", "")
        self._entries = [self._root]
        self._adopt(self._root, fresh)
        self.endResetModel()

    def show_names(self, index: QModelIndex, names: list[Entry | Name]) -> None:
        """Put the names of a kind under its entry."""
        entry = self.entry(index)
        if entry.children:
            self.beginRemoveRows(index, 0, len(entry.children) - 1)
            self._forget(entry.children)
            entry.children = []
            self.endRemoveRows()
        if names:
            self.beginInsertRows(index, 0, len(names) - 1)
            self._adopt(entry, names)
            self.endInsertRows()

    def show_counts(self, counts: Mapping[int, int | None]) -> None:
        """Show how many articles each saved search finds now, by its id."""
        for entry in self._entries:
            if isinstance(entry.record, SavedSearch) and entry.count != counts.get(entry.record.id):
                entry.count = counts.get(entry.record.id)
                index = self._index_of(entry)
                self.dataChanged.emit(index, index)

    def entry(self, index: _AnyIndex) -> Entry:
        """Return the entry at an index; one is made for a name."""
        parent = self._entries[index.internalId()]
        child = parent.children[index.row()]
        return child if isinstance(child, Entry) else name_entry(parent, child, index.row())

    def find(self, key: str) -> QModelIndex:
        """Return where an entry is, invalid where it is not."""
        for entry in self._entries[1:]:
            if entry.key == key:
                return self._index_of(entry)
        kind, _sep, number = key.partition("#")
        for entry in self._entries[1:]:
            if number and entry.kind == kind:
                for row, child in enumerate(entry.children):
                    if isinstance(child, Name) and child.id == int(number):
                        return self.createIndex(row, 0, entry.number)
        return QModelIndex()

    def index(self, row: int, column: int, parent: _AnyIndex = _ROOT) -> QModelIndex:
        """Return the index of a row below `parent`."""
        entry = self.entry(parent) if parent.isValid() else self._root
        if column or not 0 <= row < len(entry.children):
            return QModelIndex()
        return self.createIndex(row, 0, entry.number)

    def parent(self, index: _AnyIndex) -> QModelIndex:  # type: ignore[override]
        """Return the index of what an index lies under."""
        if not index.isValid() or index.internalId() == 0:
            return QModelIndex()
        return self._index_of(self._entries[index.internalId()])

    def rowCount(self, parent: _AnyIndex = _ROOT) -> int:
        """Return how many rows lie under `parent`."""
        if not parent.isValid():
            return len(self._root.children)
        child = self._entries[parent.internalId()].children[parent.row()]
        return len(child.children) if isinstance(child, Entry) else 0

    def columnCount(self, _parent: _AnyIndex = _ROOT) -> int:
        """Return 1."""
        return 1

    def hasChildren(self, parent: _AnyIndex = _ROOT) -> bool:
        """Return whether an entry can be opened; the names of a kind are fetched only then."""
        if not parent.isValid():
            return True
        child = self._entries[parent.internalId()].children[parent.row()]
        if isinstance(child, Name):
            return False
        return bool(child.children) or (child.role == "kind" and bool(child.count))

    def flags(self, index: _AnyIndex) -> Qt.ItemFlag:
        """Return what can be done with an entry: headings only part the others; some take what is dropped."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        child = self._entries[index.internalId()].children[index.row()]
        role = child.role if isinstance(child, Entry) else "name" if child.id else "more"
        if role == "section":
            return Qt.ItemFlag.NoItemFlags
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if role in ("collection", "name", "kind", "folder", "search"):
            found |= Qt.ItemFlag.ItemIsDropEnabled
        if role in ("collection", "search", "folder", "frozen"):
            found |= Qt.ItemFlag.ItemIsEditable
        if role in ("collection", "name", "search", "folder"):
            found |= Qt.ItemFlag.ItemIsDragEnabled
        return found

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return title, what is edited, what is said, and the entry itself."""
        if not index.isValid():
            return None
        if role == ENTRY:
            return self.entry(index)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._entries[index.internalId()].children[index.row()].title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(self.entry(index))
        return None

    def _index_of(self, entry: Entry) -> QModelIndex:
        parent = entry.parent
        return QModelIndex() if parent is None else self.createIndex(entry.row, 0, parent.number)

    def _adopt(self, parent: Entry, children: Sequence[Entry | Name]) -> None:
        parent.children = children
        for row, child in enumerate(children):
            if isinstance(child, Entry):
                child.parent, child.row, child.number = parent, row, len(self._entries)
                self._entries.append(child)
                self._adopt(child, child.children)

    def _forget(self, children: Sequence[Entry | Name]) -> None:
        """Let entries that are gone be found no more; the numbers of the others stay."""
        for child in children:
            if isinstance(child, Entry):
                self._entries[child.number] = Entry("", "")
                self._forget(child.children)

    def _refill(self, parent: Entry, fresh: Sequence[Entry | Name]) -> None:
        """Take over counts and titles of a tree of the same shape; tell the view only of what is another."""
        is_other = False
        for old, new in zip(parent.children, fresh, strict=True):
            if isinstance(old, Entry) and isinstance(new, Entry):
                is_other |= (old.title, old.count, old.listing) != (new.title, new.count, new.listing)
                old.title, old.listing, old.count, old.record = new.title, new.listing, new.count, new.record
                old.icon, old.warns = new.icon, new.warns
                self._refill(old, new.children)
        names = [new if isinstance(new, Name) else old for old, new in zip(parent.children, fresh, strict=True)]
        if names != parent.children:
            is_other, parent.children = True, names
        if is_other:
            first = self.createIndex(0, 0, parent.number)
            self.dataChanged.emit(first, self.createIndex(len(fresh) - 1, 0, parent.number))


def _shape(entries: Sequence[Entry | Name]) -> list[object]:
    return [(each.key, _shape(each.children)) if isinstance(each, Entry) else each.id for each in entries]
