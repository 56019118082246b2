"""The mentions of a name as Qt sees them: any number of rows, of which only those looked at are read."""

from __future__ import annotations

from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from curator.gui.models.pages import Pages
from curator.gui.session import Session
from curator.i18n import _
from curator.model.authority_page import Mentioned
from curator.model.date_phrases import describe
from curator.model.dates import parse_edtf
from curator.operations import authority_page

MENTION = Qt.ItemDataRole.UserRole
_AnyIndex = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class MentionRow(NamedTuple):
    """A mention and when its article was published, in words."""

    mention: Mentioned
    date: str


class MentionList(QAbstractListModel):
    """Mentions by date; `MENTION` is the `MentionRow`, or None while it is being read."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._authority_id = 0
        self._ids: tuple[int, ...] = ()
        self._pages: Pages[MentionRow] = Pages(self._fetch)

    def show(self, authority_id: int, ids: tuple[int, ...]) -> None:
        """Show the mentions `ids` of a name, in their order; the same ones are read anew as they are looked at."""
        if (authority_id, ids) == (self._authority_id, self._ids):
            self._pages.expire()
            self.dataChanged.emit(self.index(0), self.index(max(0, len(ids) - 1)))
            return
        self.beginResetModel()
        self._authority_id, self._ids = authority_id, ids
        self._pages.forget()
        self.endResetModel()

    def row(self, place: int) -> MentionRow | None:
        """Return the mention in a row (from 0), None while it is being read."""
        return self._pages.row(place)

    def rowCount(self, parent: _AnyIndex = _NO_PARENT) -> int:
        """Return the number of mentions."""
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the row for `MENTION`, and words for everything that speaks. Never waits."""
        row = self._pages.row(index.row())
        if role == MENTION:
            return row
        if row is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.mention.context.sentence or row.mention.context.title or _("No title")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index.row(), row)
        return None

    def _spoken(self, place: int, row: MentionRow) -> str:
        context = row.mention.context
        words = context.sentence or _("tagged as a whole")
        parts = (row.date, context.title, row.mention.publication, words)
        where = _("%(row)d of %(rows)d") % {"row": place + 1, "rows": len(self._ids)}
        return ", ".join(part for part in (*parts, where) if part)

    def _fetch(self, number: int) -> None:
        authority_id, size = self._authority_id, self._pages.size
        ids = self._ids[number * size : (number + 1) * size]

        def take(found: list[Mentioned]) -> None:
            if (authority_id, ids) == (self._authority_id, self._ids[number * size : (number + 1) * size]):
                self._pages.put(number, [_row(each) for each in found])
                self.dataChanged.emit(self.index(number * size), self.index(number * size + len(ids) - 1))

        def refuse(error: BaseException) -> None:
            self._pages.give_up(number)
            self._session.failed.emit(error)

        self._session.read(
            f"mentions {id(self)} {number}",
            lambda context, _interrupt: authority_page.mentions(context, authority_id, ids),
            take,
            refuse,
        )


def _row(mention: Mentioned) -> MentionRow:
    return MentionRow(mention, describe(parse_edtf(mention.context.date)) if mention.context.date else _("no date"))
