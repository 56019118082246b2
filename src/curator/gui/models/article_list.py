"""The list of articles as Qt sees it: any number of rows, of which only those looked at are fetched."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from curator.gui.models.listing import Listing
from curator.gui.models.pages import Pages
from curator.gui.session import Session
from curator.i18n import _, ngettext
from curator.model.date_phrases import describe
from curator.model.dates import parse_edtf
from curator.model.revision import Changes
from curator.operations import listing, trash
from curator.operations.context import Context
from curator.operations.listing import ListRow
from curator.search import Facets, Node, has_words

ROW = Qt.ItemDataRole.UserRole
_AnyIndex = QModelIndex | QPersistentModelIndex
# What shows in a list or decides what is in it.
_SEEN = ("article", "mention", "authority", "collection_item", "collection")


class ArticleList(QAbstractTableModel):
    """One column of articles; `ROW` is the `ListRow`, or None while it is being fetched.

    Signals:
        listed(Listing): a listing is complete: its ids are here.
        counted(Facets): what there is to choose from in it.
        refused(BaseException): the query could not be carried out.
    """

    listed = Signal(object)
    counted = Signal(object)
    refused = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._ids = array("q")
        self._node: Node | None = None
        self.listing = Listing(_("All articles"))
        self._pages: Pages[ListRow] = Pages(self._fetch)
        self._state = 0
        session.changed.connect(self._changed)

    def show(self, wanted: Listing) -> None:
        """List something else; the old list stays until the new one is there."""

        def ask(context: Context, interrupt: Any) -> tuple[Sequence[int], Node | None, Facets | None]:
            if wanted.trash:
                return [article.id for article in trash.listed(context)], None, None
            found = self._session.finder.find(wanted.query, wanted.sort, wanted.filters, True, interrupt)
            return found.ids.tolist(), found.node if has_words(found.node) else None, found.facets()

        def answer(found: tuple[Sequence[int], Node | None, Facets | None]) -> None:
            self._take(wanted, *found)

        self._session.read("list", ask, answer, self.refused.emit)

    def id_at(self, place: int) -> int:
        """Return the id of the article in a row (from 0)."""
        return self._ids[place]

    def place_of(self, article_id: int) -> int:
        """Return the row of an article, or -1."""
        try:
            return self._ids.index(article_id)
        except ValueError:
            return -1

    @property
    def node(self) -> Node | None:
        """The query as parsed, when it has words to be highlighted."""
        return self._node

    def rowCount(self, parent: _AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """Return the number of articles."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: _AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """Return 1."""
        return 0 if parent.isValid() else 1

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the row for `ROW`, and words for everything that speaks or shows tool tips. Never waits."""
        row = self._pages.row(index.row())
        if role == ROW:
            return row
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.article.title or _("No title")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, index.row())
        return None

    def _take(self, wanted: Listing, ids: Sequence[int], node: Node | None, facets: Facets | None) -> None:
        self.beginResetModel()
        self.listing, self._node = wanted, node
        self._ids = array("q", ids)
        self._pages.forget()
        self._state += 1
        self.endResetModel()
        self.listed.emit(wanted)
        if facets is not None:
            self.counted.emit(facets)

    def _fetch(self, number: int) -> None:
        first, state, node = number * self._pages.size, self._state, self._node
        ids = self._ids[first : first + self._pages.size].tolist()

        def answer(rows: list[ListRow]) -> None:
            if state == self._state:
                by_id = {row.article.id: row for row in rows}
                self._pages.put(number, [by_id.get(article_id) for article_id in ids])  # type: ignore[misc]
                self.dataChanged.emit(self.index(first, 0), self.index(first + len(ids) - 1, 0))

        self._session.read(f"page {number}", lambda context, _interrupt: listing.rows(context, ids, node), answer)

    def _changed(self, changes: Changes) -> None:
        if any(changes.ids(record) for record in _SEEN):
            self.show(self.listing)

    def _spoken(self, row: ListRow, place: int) -> str:
        article = row.article
        parts = [_("Unread") if article.status == "inbox" else "", article.title or _("No title"), about(row)]
        if row.hits:
            parts.append(ngettext("%(n)d hit", "%(n)d hits", row.hits) % {"n": row.hits})
        parts.append(_("%(place)d of %(total)d") % {"place": place + 1, "total": len(self._ids)})
        return ". ".join(part for part in parts if part) + "."


def about(row: ListRow) -> str:
    """Return date and publication of an article in words."""
    article = row.article
    date = describe(parse_edtf(article.published)) if article.published else _("No date")
    return " · ".join(part for part in (date, article.publication) if part)
