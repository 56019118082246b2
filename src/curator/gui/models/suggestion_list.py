"""The queue of suggestions as rows of a table: each name once, those in most articles first."""

from __future__ import annotations

from typing import Any, NamedTuple, cast

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from curator.gui.kinds import KINDS
from curator.gui.refreshing import Refreshing
from curator.gui.session import Session
from curator.gui.widgets.words import digits
from curator.i18n import N_, _, ngettext
from curator.model.authority import AuthorityKind
from curator.model.revision import Changes
from curator.operations import suggestion_queue
from curator.operations.context import Context
from curator.operations.suggestion_queue import QueuedName
from curator.text.name_key import name_key

ROW = Qt.ItemDataRole.UserRole
NAME, STANDING, ARTICLES, PLACES, WHY = range(5)
NUMBERS = (ARTICLES, PLACES)
_HEADS = (N_("Name"), N_("On record"), N_("Articles"), N_("Places"), N_("Why"))
# So many are read, and so many more where words narrow them down.
_MOST, _MOST_TO_NARROW = 1_000, 20_000
_TOUCHING = ("authority", "variant_name", "mention", "rejected_name", "article", "article_text")
_AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class WantedNames(NamedTuple):
    """Which names are wanted.

    Args:
        kind: only of this kind; empty for all.
        new: True: not on record; False: on record; None: both.
        typed: words that must stand in the name, in any spelling.
    """

    kind: str = ""
    new: bool | None = None
    typed: str = ""


class SuggestionList(QAbstractTableModel):
    """The rows.

    Attributes:
        is_read: whether an answer has come.
        has_more: whether there are names beyond those that were read.

    Signals:
        told(): the rows, or their number, are others.
    """

    told = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rows: list[QueuedName] = []
        self._decided: set[tuple[str, str, int | None]] = set()
        self._writing = 0
        self.wanted = WantedNames()
        self.is_read = self.has_more = self._is_shown = False
        self._refreshing = Refreshing(self._ask, self)
        session.changed.connect(self._changed)

    def show(self, wanted: WantedNames) -> None:
        """Show other rows."""
        self.wanted, self._is_shown = wanted, True
        self._ask()

    def refresh(self) -> None:
        """Look anew at what is in the queue."""
        if self._is_shown:
            self._refreshing.want()

    def forget(self) -> None:
        """Let go of the rows: nobody looks at them."""
        self._is_shown = self.is_read = False
        self._fill([])

    def row(self, place: int) -> QueuedName | None:
        """Return the name in a row (from 0)."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def place_of(self, name: QueuedName) -> int:
        """Return where a name stands, or -1."""
        wanted = key_of(name)
        return next((place for place, row in enumerate(self._rows) if key_of(row) == wanted), -1)

    def begin_decision(self, name: QueuedName) -> None:
        """Take a name out at once: it is being decided about."""
        self._writing += 1
        self._decided.add(key_of(name))
        place = self.place_of(name)
        if place >= 0:
            self.beginRemoveRows(_ROOT, place, place)
            del self._rows[place]
            self.endRemoveRows()
            self.told.emit()

    def end_decision(self, name: QueuedName) -> None:
        """Look anew: the decision is written, or failed."""
        self._writing -= 1
        self._decided.discard(key_of(name))
        self.refresh()

    # -- as Qt asks

    def rowCount(self, parent: _AnyIndex = _ROOT) -> int:
        """Return the number of names."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _AnyIndex = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(_HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the head of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(_HEADS[section])
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section in NUMBERS else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the name for `ROW`, words for everything that speaks or shows tool tips."""
        row = self.row(index.row())
        if row is None:
            return None
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return (row.name, standing(row), digits(row.articles), digits(row.places), row.why)[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(row)
        return None

    def _ask(self) -> None:
        wanted = self.wanted
        self._refreshing.begin()

        def ask(context: Context, _interrupt: object) -> tuple[list[QueuedName], bool]:
            key = name_key(wanted.typed)
            most = _MOST_TO_NARROW if key else _MOST
            kind = cast(AuthorityKind, wanted.kind) if wanted.kind else None
            found = suggestion_queue.queue(context, kind, wanted.new, most)
            named = [each for each in found if all(word in name_key(each.name) for word in key.split())]
            return named[:_MOST], len(found) == most or len(named) > _MOST

        self._session.read("suggestion queue", ask, self._take, self._refuse)

    def _take(self, found: tuple[list[QueuedName], bool]) -> None:
        self._refreshing.answered()
        if self._is_shown and not self._writing:
            rows, self.has_more = found
            self.is_read = True
            self._fill([row for row in rows if key_of(row) not in self._decided])

    def _fill(self, rows: list[QueuedName]) -> None:
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
        self.told.emit()

    def _refuse(self, error: BaseException) -> None:
        self._refreshing.answered()
        self._session.failed.emit(error)

    def _changed(self, changes: Changes) -> None:
        if self._is_shown and any(changes.ids(record) for record in _TOUCHING):
            self._refreshing.want()


def key_of(name: QueuedName) -> tuple[str, str, int | None]:
    """Return what tells a name of the queue from others."""
    return name.kind, name.folded if name.authority_id is None else "", name.authority_id


def standing(name: QueuedName) -> str:
    """Return whether a name is on record, in a word."""
    return _("new") if name.authority_id is None else _("on record")


def where(name: QueuedName) -> str:
    """Return where a name stands: "41 places in 12 articles"."""
    places = ngettext("%(n)s place", "%(n)s places", name.places) % {"n": digits(name.places)}
    articles = ngettext("%(n)s article", "%(n)s articles", name.articles) % {"n": digits(name.articles)}
    return _("%(places)s in %(articles)s") % {"places": places, "articles": articles}


def spoken(name: QueuedName) -> str:
    """Return what assistive technology says of a name."""
    return ", ".join((KINDS[name.kind].name, name.name, standing(name), where(name), name.why))
