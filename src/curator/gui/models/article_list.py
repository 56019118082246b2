"""The list of articles as Qt sees it: any number of rows, of which only those looked at are fetched."""

from __future__ import annotations

from array import array
from functools import lru_cache
from time import perf_counter
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from curator.gui.models.fixed_lists import fixed_list
from curator.gui.models.listing import Listed, Listing
from curator.gui.models.pages import Pages
from curator.gui.refreshing import Refreshing
from curator.gui.session import Session
from curator.i18n import _, ngettext
from curator.model.date_phrases import describe
from curator.model.dates import parse_edtf
from curator.model.revision import Changes
from curator.operations import listing
from curator.operations.context import Context
from curator.operations.listing import ListRow
from curator.operations.similar_to import Similar
from curator.search import Facets, Node, has_words

ROW = Qt.ItemDataRole.UserRole
_AnyIndex = QModelIndex | QPersistentModelIndex
# What shows in a list or decides what is in it.
_SEEN = ("article", "mention", "authority", "collection_item", "collection", "result_list")
# So many pages are fetched at a time; of those that scrolled past before they came, nobody wants any.
_FETCHED_AT_A_TIME = 4


class _Answer(NamedTuple):
    ids: array[int]
    node: Node | None
    facets: Facets | None
    seconds: float
    alike: tuple[Similar, ...] = ()


class ArticleList(QAbstractTableModel):
    """One column of articles; `ROW` is the `ListRow`, or None while it is being fetched.

    Signals:
        listed(Listing): a listing is complete: its ids are here; what was found besides is in `found`.
        counted(Facets): what there is to choose from in it.
        refused(Listing, BaseException): the query could not be carried out.
    """

    listed = Signal(object)
    counted = Signal(object)
    refused = Signal(object, object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._ids = array("q")
        self.listing = self._wanted = Listing(_("All articles"))
        self.found = Listed(0, None, 0.0)
        self._pages: Pages[ListRow] = Pages(self._fetch)
        self._asked: dict[int, int] = {}
        self._state = 0
        self._has_counted = False
        self._refreshing = Refreshing(lambda: self.show(self._wanted), self)
        session.changed.connect(self._changed)

    @property
    def wanted(self) -> Listing:
        """What was asked for last; `listing` once it is there."""
        return self._wanted

    def show(self, wanted: Listing, later: bool = False) -> None:
        """List something else; the old list stays until the new one is there.

        Args:
            later: whether it can wait until what is shown is painted.
        """
        self._wanted = wanted
        self._refreshing.begin()
        # The first list is there before anything has been read that facets are counted from.
        counts = self._has_counted or wanted.is_filtered

        def ask(context: Context, interrupt: Any) -> _Answer:
            started = perf_counter()
            if wanted.is_fixed:
                fixed, alike = fixed_list(context, self._session.finder, wanted)
                return _Answer(array("q", fixed), None, None, perf_counter() - started, alike)
            found = self._session.finder.find(wanted.query, wanted.sort, wanted.filters, counts, interrupt)
            seconds = perf_counter() - started
            # By its bytes: making a hundred thousand numbers of Python holds up the window, too.
            ids = array("q", found.ids.tobytes())
            return _Answer(ids, found.node, found.facets(unit=None) if counts else None, seconds)

        self._session.read(
            "list", ask, lambda found: self._take(wanted, found), lambda error: self._refuse(wanted, error), later
        )

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
        node = self.found.node
        return node if node is not None and has_words(node) else None

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

    def ids(self) -> array[int]:
        """Return the ids of all articles in their order."""
        return self._ids

    def _take(self, wanted: Listing, found: _Answer) -> None:
        self._refreshing.answered()
        ids, node = found.ids, self.found.node
        self.listing, self.found = wanted, Listed(len(ids), found.node, found.seconds, found.alike)
        self._state += 1
        self._asked.clear()
        if ids == self._ids and found.node == node:
            # The same articles: what is shown stays, with its selection, until the rows are read anew.
            self._pages.expire()
            if ids:
                self.dataChanged.emit(self.index(0, 0), self.index(len(ids) - 1, 0))
        else:
            self.beginResetModel()
            self._ids = ids
            self._pages.forget()
            self.endResetModel()
        self.listed.emit(wanted)
        if found.facets is not None:
            self.counted.emit(found.facets)
        elif not self._has_counted and not wanted.is_fixed:
            self._has_counted = True
            self.show(wanted, later=True)

    def _refuse(self, wanted: Listing, error: BaseException) -> None:
        self._refreshing.answered()
        self._wanted = self.listing
        self.refused.emit(wanted, error)

    def _fetch(self, number: int) -> None:
        first, state, node = number * self._pages.size, self._state, self.node
        ids = self._ids[first : first + self._pages.size].tolist()
        slot = number % _FETCHED_AT_A_TIME
        earlier = self._asked.get(slot)
        if earlier is not None and earlier != number:
            self._pages.give_up(earlier)
        self._asked[slot] = number

        def answer(rows: list[ListRow]) -> None:
            if state == self._state:
                by_id = {row.article.id: row for row in rows}
                self._asked.pop(slot, None)
                self._pages.put(number, [by_id.get(article_id) for article_id in ids])  # type: ignore[misc]
                self.dataChanged.emit(self.index(first, 0), self.index(first + len(ids) - 1, 0))

        self._session.read(f"page {slot}", lambda context, _interrupt: listing.rows(context, ids, node), answer)

    def _changed(self, changes: Changes) -> None:
        if any(changes.ids(record) for record in _SEEN):
            self._refreshing.want()

    def _spoken(self, row: ListRow, place: int) -> str:
        article = row.article
        described = (date_of(row), article.publication, language_name(article.language))
        parts = [_("Unread") if article.status == "inbox" else "", article.title or _("No title")]
        parts.append(", ".join(part for part in described if part))
        if row.hits:
            parts.append(ngettext("%(n)d hit", "%(n)d hits", row.hits) % {"n": row.hits})
        parts.append(_("%(place)d of %(total)d") % {"place": place + 1, "total": len(self._ids)})
        return ". ".join(part for part in parts if part) + "."


def about(row: ListRow) -> str:
    """Return date and publication of an article in words."""
    return " · ".join(part for part in (date_of(row), row.article.publication) if part)


def language_name(code: str | None) -> str:
    """Return what a language calls itself ("русский" for "ru"), or the code where nobody knows."""
    if not code:
        return ""
    found = QLocale(code)
    known = found.language() != QLocale.Language.C
    name = found.nativeLanguageName() if known else ""
    # QLocale writes "American English" and the like for a bare code.
    name = QLocale.languageToString(found.language()) if found.language() == QLocale.Language.English else name
    return name[:1].upper() + name[1:] if name else code


def date_of(row: ListRow) -> str:
    """Return when an article was published, in words."""
    return _date_words(row.article.published or "")


@lru_cache(maxsize=4_096)
def _date_words(published: str) -> str:
    """Kept, since a row is drawn many times while it scrolls by."""
    return describe(parse_edtf(published)) if published else _("No date")
