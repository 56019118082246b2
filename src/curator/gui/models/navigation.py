"""The navigator's tree: what there is in the archive, with counts, and what is listed when it is chosen."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from curator.gui.kinds import KINDS
from curator.gui.models.listing import Listing
from curator.i18n import _
from curator.model.authority import AuthorityCount, AuthorityKind
from curator.model.collection import Collection
from curator.model.saved_search import SavedSearch
from curator.operations.overview import Overview

LISTING = Qt.ItemDataRole.UserRole
COUNT = Qt.ItemDataRole.UserRole + 1
ICON = Qt.ItemDataRole.UserRole + 2
INK = Qt.ItemDataRole.UserRole + 3
SECTION = Qt.ItemDataRole.UserRole + 4
NAMES = Qt.ItemDataRole.UserRole + 5

_PLURALS = {
    "person": "People",
    "organisation": "Organisations",
    "event": "Events",
    "place": "Places",
    "theme": "Themes",
}


class Navigation(QStandardItemModel):
    """Entries with LISTING (what choosing it lists), COUNT, ICON, INK (a kind's), SECTION (a heading)."""

    def show(self, overview: Overview, searches: Iterable[SavedSearch]) -> None:
        """Fill it anew."""
        self.clear()
        top = self.invisibleRootItem()
        inbox = Listing(_("Inbox"), "status:inbox")
        top.appendRow(_entry(inbox.title, "inbox", inbox, overview.inbox))
        top.appendRow(_entry(_("All articles"), "library", Listing(_("All articles")), overview.articles))
        self._collections(top, overview.collections)
        self._searches(top, searches)
        top.appendRow(_section(_("Names")))
        for kind in overview.names:
            top.appendRow(_kind_entry(kind, overview.names[kind]))
        top.appendRow(_entry(_("Trash"), "trash", Listing(_("Trash"), trash=True), overview.trash))

    def show_names(self, parent: QStandardItem, names: Iterable[AuthorityCount]) -> None:
        """Put the names of a kind under its entry, those in most articles first."""
        parent.removeRows(0, parent.rowCount())
        for counted in sorted(names, key=lambda counted: (-counted.articles, counted.authority.preferred_name)):
            authority = counted.authority
            listing = Listing(authority.preferred_name, f'{authority.kind}:"#{authority.id}"')
            item = _entry(authority.preferred_name, KINDS[authority.kind].icon, listing, counted.articles)
            item.setData(authority.kind, INK)
            parent.appendRow(item)

    def _collections(self, top: QStandardItem, collections: Iterable[tuple[Collection, int]]) -> None:
        top.appendRow(_section(_("Collections")))
        by_id: dict[int, QStandardItem] = {}
        for collection, count in collections:
            item = _entry(collection.title, "folder", Listing(collection.title, f'in:"{collection.path}"'), count)
            by_id[collection.id] = item
            parent = by_id.get(collection.parent_id or 0, top)
            parent.appendRow(item)

    def _searches(self, top: QStandardItem, searches: Iterable[SavedSearch]) -> None:
        found = list(searches)
        if found:
            top.appendRow(_section(_("Saved searches")))
        for search in found:
            top.appendRow(_entry(search.title, "bookmark", Listing(search.title, search.query), None))


def _entry(title: str, icon: str, listing: Listing, count: int | None) -> QStandardItem:
    item = QStandardItem(title)
    item.setEditable(False)
    item.setData(listing, LISTING)
    item.setData(count, COUNT)
    item.setData(icon, ICON)
    if count is not None:
        item.setData(f"{title}, {count}", Qt.ItemDataRole.AccessibleTextRole)
    return item


def _kind_entry(kind: AuthorityKind, count: int) -> QStandardItem:
    title = _(_PLURALS[kind])
    item = _entry(title, KINDS[kind].icon, Listing(title, f"has:{kind}"), count)
    item.setData(kind, INK)
    item.setData(kind, NAMES)
    if count:
        # Stands in until the names are asked for, so that the entry can be opened.
        item.appendRow(QStandardItem(""))
    return item


def _section(title: str) -> QStandardItem:
    item = QStandardItem(title.upper())
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    item.setData(True, SECTION)
    return item
