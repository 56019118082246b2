"""The names on record as rows of a table: all in memory, filtered at once while somebody types."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from curator.gui.models.names_words import MARK, NAME, NUMBERS, cell, head, spoken
from curator.gui.refreshing import Refreshing
from curator.gui.session import Session
from curator.model.revision import Changes
from curator.names.look_alike import AlikePair
from curator.names.name_filter import Typed
from curator.operations import alike_names, names_listing
from curator.operations.context import Context
from curator.operations.names_listing import Check, Chosen, ListedName, NamesOnRecord, Sort

ROW = Qt.ItemDataRole.UserRole
COLUMNS = 7
_AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
# Among so many it takes no time worth speaking of to find those that look alike: it is done unasked.
_FEW = 2_000
_TOUCHING = ("authority", "variant_name", "mention", "article", "not_same")


class Wanted(NamedTuple):
    """Which rows are wanted, and in which order."""

    kind: str = ""
    typed: str = ""
    check: Check | None = None
    sort: Sort = "name"


class NamesList(QAbstractTableModel):
    """The rows of the names manager.

    Attributes:
        marked: the records that are marked, in the order in which they were.
        chosen: the rows, and how many there are of each kind and under each check.

    Signals:
        told(): the numbers are others.
        looked(): it is known which names look alike.
    """

    told = Signal()
    looked = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._names = NamesOnRecord()
        self._typed = Typed(())
        self._waiting = Changes()
        self._is_asked = self._is_looking = False
        self._looks_again = False
        self.is_ready = False
        self.wanted = Wanted()
        self.chosen = Chosen((), {}, {})
        self.marked: dict[int, None] = {}
        self._refreshing = Refreshing(self._ask_changed, self)
        session.changed.connect(self._changed)

    # -- what is there

    def begin(self) -> None:
        """Read the names, unless they are here: first what they are called, then how often each is used."""
        if self._is_asked:
            return
        self._is_asked = True

        def ask(counted: bool) -> None:
            self._session.read("names listing", lambda context, _interrupt: names_listing.read(context, counted), take)

        def take(found: NamesOnRecord) -> None:
            if not self._is_asked:
                return
            found.pairs = self._names.pairs
            self._names = found
            self._show()
            if found.is_counted:
                self.is_ready = True
                self._refreshing.want()
                self._look_unasked()
            else:
                ask(counted=True)

        ask(counted=False)

    def forget(self) -> None:
        """Let go of the names: nobody looks at them any more."""
        self._names, self.is_ready, self._is_asked = NamesOnRecord(), False, False
        self._waiting = Changes()
        self.marked.clear()
        self._show()

    def show(self, wanted: Wanted) -> None:
        """Show other rows."""
        self.wanted = wanted
        self._typed = Typed.read(wanted.typed)
        if wanted.check == "look-alike" and self._names.pairs is None:
            self.look()
        self._show()

    def look(self) -> None:
        """Find the names that look alike; among 20,000 that takes seconds."""
        if self._is_looking:
            self._looks_again = True
            return
        self._is_looking, self._looks_again = True, False
        self._session.read(
            "names alike", lambda context, _interrupt: alike_names.alike(context), self._take_pairs, self._not_looked
        )

    def part(self, one: int, other: int) -> None:
        """Show two names no longer as alike: somebody said that they are different."""
        self._names.part(one, other)
        self._show()

    @property
    def is_looking(self) -> bool:
        """Whether it is being found out which names look alike."""
        return self._is_looking

    def row(self, place: int) -> ListedName | None:
        """Return the name in a row (from 0)."""
        return self.chosen.rows[place] if 0 <= place < len(self.chosen.rows) else None

    def place_of(self, row: ListedName) -> int:
        """Return where a row stands, or another of the same record; -1 where it is not shown."""
        beside = row.beside.id if row.beside else 0
        same = -1
        for place, each in enumerate(self.chosen.rows):
            if each.id == row.id:
                if (each.beside.id if each.beside else 0) == beside:
                    return place
                same = place if same < 0 else same
        return same

    def of(self, ids: Collection[int]) -> list[ListedName]:
        """Return the records with these ids, as far as they stand by themselves."""
        return [self._names.by_id[each] for each in ids if each in self._names.by_id]

    def mark(self, place: int) -> None:
        """Mark the records of a row, or take their marks away."""
        row = self.row(place)
        if row is None:
            return
        if all(each in self.marked for each in row.ids):
            for each in row.ids:
                del self.marked[each]
        else:
            self.marked |= dict.fromkeys(row.ids)
        self.dataChanged.emit(self.index(place, 0), self.index(place, COLUMNS - 1))
        self.told.emit()

    def unmark(self) -> None:
        """Take all marks away."""
        if self.marked:
            self.marked.clear()
            self.dataChanged.emit(self.index(0, MARK), self.index(self.rowCount() - 1, MARK))
            self.told.emit()

    def is_marked(self, row: ListedName) -> bool:
        """Return whether the records of a row are marked."""
        return bool(row.ids) and all(each in self.marked for each in row.ids)

    # -- as Qt asks

    def rowCount(self, parent: _AnyIndex = _ROOT) -> int:
        """Return the number of names."""
        return 0 if parent.isValid() else len(self.chosen.rows)

    def columnCount(self, parent: _AnyIndex = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else COLUMNS

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the head of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return head(section, self.wanted.check)
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self.is_number(section) else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def is_number(self, column: int) -> bool:
        """Return whether a column holds numbers."""
        return column == NUMBERS[0] or (column in NUMBERS and self.wanted.check != "merged")

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the row for `ROW`, words for everything that speaks or shows tool tips. Never waits."""
        row = self.row(index.row())
        if row is None:
            return None
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return cell(row, index.column(), self._typed)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if index.column() in (MARK, NAME):
                return spoken(row, self._typed, self.is_marked(row), index.row(), self.rowCount())
            return f"{head(index.column(), self.wanted.check)}: {cell(row, index.column(), self._typed)}"
        return None

    # -- asking

    def _show(self) -> None:
        wanted = self.wanted
        self.beginResetModel()
        self.chosen = self._names.choose(wanted.kind or None, wanted.typed, wanted.check, wanted.sort)
        if self.is_ready:
            self.marked = {each: None for each in self.marked if each in self._names.by_id}
        self.endResetModel()
        self.told.emit()

    def _changed(self, changes: Changes) -> None:
        if self._is_asked and any(changes.ids(record) for record in _TOUCHING):
            self._waiting = self._waiting.joined(changes)
            if self.is_ready:
                self._refreshing.want()

    def _ask_changed(self) -> None:
        asked, self._waiting = self._waiting, Changes()
        if not asked:
            return

        def ask(context: Context, _interrupt: object) -> tuple[Changes, Any]:
            return asked, names_listing.touched(context, asked)

        self._refreshing.begin()
        self._session.read("names listing touched", ask, self._take_changed, self._refuse)

    def _take_changed(self, found: tuple[Changes, Any]) -> None:
        self._refreshing.answered()
        if not self.is_ready:
            return
        changes, touched = found
        self._names.update(*touched)
        self._show()
        if changes.ids("authority") or changes.ids("variant_name") or changes.ids("not_same"):
            self._look_unasked()

    def _refuse(self, error: BaseException) -> None:
        self._refreshing.answered()
        self._session.failed.emit(error)

    def _not_looked(self, error: BaseException) -> None:
        self._is_looking = False
        self._session.failed.emit(error)

    def _look_unasked(self) -> None:
        if len(self._names.by_id) <= _FEW or self.wanted.check == "look-alike":
            self.look()

    def _take_pairs(self, found: Sequence[AlikePair]) -> None:
        self._is_looking = False
        if not self._is_asked:
            return
        self._names.pairs = list(found)
        self._show()
        self.looked.emit()
        if self._looks_again:
            self.look()
