"""What can be done with the entries of the navigator: collections made, named, moved, filled; searches; the trash."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, Signal

from curator.gui.models.navigation import Navigation
from curator.gui.models.navigation_entries import Entry, name_entry
from curator.gui.session import Session
from curator.i18n import _, ngettext
from curator.model.collection import Collection
from curator.model.result_list import ResultList
from curator.model.revision import Changes
from curator.model.saved_search import SEPARATOR, SavedSearch
from curator.operations import collect, name_edits, result_lists, saved_searches, tag, trash


class EntryActs(QObject):
    """Writes what is done in the navigator.

    Signals:
        said(str): something was done.
        made(int, int): a new collection, and the one that it is in (0 for none): their ids.
        filled(int): a collection was put into the one with this id.
        opened(str): a name was put under the entry with this key.
        folder_made(str): a new folder of searches; its key.
    """

    said = Signal(str)
    made = Signal(int, int)
    filled = Signal(int)
    opened = Signal(str)
    folder_made = Signal(str)

    def __init__(self, session: Session, entries: Navigation, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._entries = session, entries

    def new_collection(self, inside: Collection | None = None) -> None:
        """Make a collection with a title that is free, and let it be typed over."""
        taken = {entry.title for entry in self.collections(inside)}
        title, number = _("New collection"), 2
        while title in taken:
            title, number = _("New collection %(n)d") % {"n": number}, number + 1
        path = f"{inside.path} / {title}" if inside else title

        def made(changes: Changes) -> None:
            self.made.emit(max(changes.ids("collection")), inside.id if inside else 0)

        self._session.write(lambda context: collect.create(context, path), made)

    def remove(self, entry: Entry) -> None:
        """Remove a collection, a saved search, or a folder, out of which its searches come; undo brings it back."""
        record = entry.record
        if isinstance(record, Collection):
            self._do(lambda context: collect.remove(context, record.id), _("Removed: %s") % entry.title)
        elif isinstance(record, SavedSearch):
            self._do(lambda context: saved_searches.remove(context, record.path), _("Removed: %s") % entry.title)
        elif isinstance(record, ResultList):
            self._do(lambda context: result_lists.remove(context, record.sha256), _("Removed: %s") % entry.title)
        elif entry.folder:
            self._rename_folder(entry, _outside(entry.folder))

    def new_folder(self, entry: Entry) -> None:
        """Put a saved search into a folder with a title that is free, and let that be typed over."""
        record = entry.record
        assert isinstance(record, SavedSearch)
        title, number = _("New folder"), 2

        def path() -> str:
            return SEPARATOR.join(filter(None, (record.folder, title)))

        while self._entries.find(f"folder {path()}").isValid():
            title, number = _("New folder %(n)d") % {"n": number}, number + 1
        folder = path()

        def made(_changes: Changes) -> None:
            self.folder_made.emit(f"folder {folder}")

        self._session.write(lambda context: saved_searches.move(context, record.path, folder), made)

    def move_search(self, entry: Entry, folder: str) -> None:
        """Put a saved search, or a folder of them, into another folder (a path; empty: into none)."""
        record = entry.record
        if isinstance(record, SavedSearch) and record.folder != folder:
            self._do(lambda context: saved_searches.move(context, record.path, folder))
        elif entry.folder and _outside(entry.folder) != folder:
            self._rename_folder(entry, SEPARATOR.join(filter(None, (folder, entry.title))))

    def inwards(self, entry: Entry) -> None:
        """Put a saved search into the folder above it; into a new one where there is none."""
        beside = entry.parent.children if entry.parent else ()
        above = [each.folder for each in beside[: entry.row] if isinstance(each, Entry) and each.folder]
        if above:
            self.move_search(entry, above[-1])
        elif entry.role == "search":
            self.new_folder(entry)

    def outwards(self, entry: Entry) -> None:
        """Take a saved search, or a folder of them, out of the folder that it lies in."""
        if entry.parent is not None and entry.parent.folder:
            self.move_search(entry, _outside(entry.parent.folder))

    def empty_trash(self) -> None:
        """Delete what is in the trash; undo brings it back."""
        self._do(trash.empty, _("The trash is empty."))

    def put(self, ids: list[int], entry: Entry) -> None:
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

    def step(self, entry: Entry, by: int) -> None:
        """Move a collection among its neighbours."""
        record = entry.record
        assert isinstance(record, Collection)
        beside = [each.record.id for each in _collections_beside(entry) if isinstance(each.record, Collection)]
        place = beside.index(record.id) + by
        if 0 <= place < len(beside):
            self.move(record.id, record.parent_id, place)

    def move(self, collection_id: int, parent_id: int | None, place: int) -> None:
        """Put a collection into another (None: into none), at a place among those that are there."""
        if parent_id is not None:
            self.filled.emit(parent_id)
        self._do(lambda context: collect.move(context, collection_id, parent_id, place))

    def move_name(self, entry: Entry, above: Entry | None) -> None:
        """Put a name under another one of its kind, out of the one that it stands under here; None: to the top."""
        out_of = entry.parent.name_id if entry.parent else 0
        name, broader = entry.name_id, above.name_id if above else 0
        if above is not None:
            self.opened.emit(above.key)
        self._do(lambda context: name_edits.move_under(context, name, broader or None, out_of or None))

    def neighbour(self, entry: Entry) -> Entry | None:
        """Return the name right above one in its list, under which Alt+Right puts it; None for the first."""
        if entry.role != "name" or entry.parent is None or entry.row == 0:
            return None
        other = entry.parent.children[entry.row - 1]
        return other if isinstance(other, Entry) else name_entry(entry.parent, other, entry.row - 1)

    def collections(self, inside: Collection | None) -> list[Entry]:
        """Return the entries of the collections in another, or of the outermost."""
        entries = self._entries
        index = entries.find(f"collection {inside.id}") if inside else QModelIndex()
        rows = [entries.entry(entries.index(row, 0, index)) for row in range(entries.rowCount(index))]
        return [entry for entry in rows if entry.role == "collection"]

    def rename(self, entry: Entry, title: str) -> None:
        """Give a collection or a saved search another title."""
        record = entry.record
        if not title or title == entry.title:
            return
        if isinstance(record, Collection):
            self._do(lambda context: collect.rename(context, record.id, title))
        elif isinstance(record, SavedSearch):
            path = f"{record.folder} / {title}" if record.folder else title
            self._do(lambda context: saved_searches.rename(context, record.path, path))
        elif isinstance(record, ResultList):
            self._do(lambda context: result_lists.rename(context, record.sha256, title))
        elif entry.folder:
            self._rename_folder(entry, SEPARATOR.join(filter(None, (_outside(entry.folder), title))))

    def _rename_folder(self, entry: Entry, path: str) -> None:
        self._do(lambda context: saved_searches.rename_folder(context, entry.folder, path))

    def _do(self, operation: object, done: str = "") -> None:
        self._session.write(operation, lambda _changes: self.said.emit(done) if done else None)  # type: ignore[arg-type]


def _outside(folder: str) -> str:
    """Return the path of the folder that one lies in; empty for none."""
    return folder.rpartition(SEPARATOR)[0]


def _collections_beside(entry: Entry) -> list[Entry]:
    found = entry.parent.children if entry.parent else ()
    return [each for each in found if isinstance(each, Entry) and each.role == "collection"]
