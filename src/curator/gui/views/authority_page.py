"""The page of a name: what is on record of it at the left, what the articles tell of it at the right."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from curator.gui.models.listing import Listing
from curator.gui.refreshing import Refreshing
from curator.gui.session import Session
from curator.gui.theme import theme
from curator.gui.views.authority_articles import AuthorityArticles
from curator.gui.views.authority_facts import AuthorityFacts
from curator.gui.views.authority_head import AuthorityHead
from curator.gui.widgets.empty_state import EmptyState
from curator.i18n import _
from curator.model.authority import Authority
from curator.model.authority_page import NameInArticles, NameOnRecord
from curator.model.revision import Changes
from curator.operations import authority_page
from curator.operations.context import Context

_SHOWN = ("authority", "variant_name", "authority_relation", "external_id", "mention", "passage", "article")
# Narrower than this (px at 100 %), one side stands above the other.
_BESIDE = 640
_LEFT = 330


class AuthorityPage(QWidget):
    """Shows one name with all that is known of it; every field is edited where it stands.

    Signals:
        opened(int, int, int): an article is to be shown: its id, start and end of the name in its text (code points),
            both -1 where it is tagged as a whole.
        name_opened(int): another name is to be shown.
        taken_out(int): a merged name (its id) is to be taken out again.
        listing_wanted(Listing): the articles with this name are to be listed.
        shown(int): a name is shown; its id, merges resolved.
        said(str): why something is not done.
    """

    opened = Signal(int, int, int)
    name_opened = Signal(int)
    taken_out = Signal(int)
    listing_wanted = Signal(object)
    shown = Signal(int)
    said = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("authority-page")
        self.setAccessibleName(_("Name"))
        self._session = session
        self._wanted = 0
        # Whether something was changed while the page was not in sight.
        self._is_stale = False
        self._record: NameOnRecord | None = None
        self._refreshing = Refreshing(self._ask, self)
        self.head = AuthorityHead()
        self.facts, self.articles = AuthorityFacts(session), AuthorityArticles(session)
        self.sides = QSplitter(Qt.Orientation.Horizontal)
        self.sides.setChildrenCollapsible(False)
        self.sides.addWidget(self.facts)
        self.sides.addWidget(self.articles)
        self.sides.setStretchFactor(1, 1)
        # What has no room is cut or hidden: nothing makes the window grow.
        for side in (self.facts, self.articles):
            side.setMinimumHeight(1)
        self._gone = EmptyState(_("No name"), _("Choose a name to see what is on record of it."))
        self._pages = QStackedWidget()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.sides, 1)
        for page in (self._gone, inside):
            self._pages.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)
        self._connect()

    @property
    def authority_id(self) -> int:
        """The name that is shown, merges resolved; 0 for none."""
        return self._record.authority.id if self._record else 0

    @property
    def authority(self) -> Authority | None:
        """The record that is shown; None for none."""
        return self._record.authority if self._record else None

    def show_name(self, authority_id: int) -> None:
        """Show a name; of one that was merged, what it stands for. 0 shows none."""
        self._wanted = authority_id
        if authority_id:
            self._ask()
        else:
            self._show_none()

    def add_button(self, button: QWidget) -> None:
        """Put a button at the right of the head, before those there are."""
        self.head.add_button(button)

    def focus_first(self) -> None:
        """Take the focus to the first part of the page."""
        self.facts.focus_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the sides one above the other where both have no room."""
        super().resizeEvent(event)
        beside = self.width() >= theme().metrics.px(_BESIDE)
        way = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if self.sides.orientation() != way or not event.oldSize().isValid():
            self.sides.setOrientation(way)
            self._share_out()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask anew for what was changed while another page was shown."""
        super().showEvent(event)
        if self._is_stale and self._wanted:
            self._refreshing.want()

    def _ask(self) -> None:
        wanted, self._is_stale = self._wanted, False
        self._refreshing.begin()

        def ask(context: Context, _interrupt: object) -> NameOnRecord:
            return authority_page.facts(context, wanted)

        self._session.read(f"name {id(self)}", ask, self._show, self._refuse)

    def _show(self, record: NameOnRecord) -> None:
        other = self._record is None or self._record.authority.id != record.authority.id
        self._record = record
        self._pages.setCurrentIndex(1)
        self.head.show_record(record)
        if other:
            # Seen at once: the parts below take longer to be made.
            self.head.repaint()
        self.facts.show_record(record)
        if other:
            # The parts of the left side are made after the right one; Tab goes through them first.
            order = [self.facts.sections["merged"].list, *self.articles.stops]
            for before, after in pairwise(order):
                QWidget.setTabOrder(before, after)
            self.articles.show_record(record.authority)
            self.facts.verticalScrollBar().setValue(0)
        self._count(record)
        if other:
            self.shown.emit(record.authority.id)

    def _count(self, record: NameOnRecord) -> None:
        def ask(context: Context, _interrupt: object) -> NameInArticles:
            return authority_page.in_articles(context, record.authority.id)

        def take(counted: NameInArticles) -> None:
            self._refreshing.answered()
            if self._record is not None and self._record.authority.id == record.authority.id:
                self.head.show_articles(record, counted)
                self.facts.show_articles(counted)
                self.articles.show_articles(record.authority, counted)

        self._session.read(f"name in articles {id(self)}", ask, take, self._refuse)

    def _show_none(self) -> None:
        self._record = None
        self._pages.setCurrentIndex(0)

    def _refuse(self, error: BaseException) -> None:
        """Show that the name is gone: undone, or erased."""
        self._refreshing.answered()
        self._show_none()

    def _changed(self, changes: Changes) -> None:
        if self._wanted and any(changes.ids(record) for record in _SHOWN):
            self._is_stale = True
            if self.isVisible():
                self._refreshing.want()

    def _connect(self) -> None:
        self.facts.name_opened.connect(self.name_opened)
        self.facts.taken_out.connect(self.taken_out)
        self.facts.said.connect(self.said)
        self.articles.opened.connect(self.opened)
        self.head.articles_wanted.connect(self._list_articles)
        self._session.changed.connect(self._changed)
        theme().changed.connect(self._share_out)

    def _list_articles(self) -> None:
        if self._record is not None:
            record = self._record.authority
            self.listing_wanted.emit(Listing(record.preferred_name, f'{record.kind}:"#{record.id}"'))

    def _share_out(self) -> None:
        if self.sides.orientation() == Qt.Orientation.Horizontal:
            left = min(theme().metrics.px(_LEFT), self.width() // 2)
            self.sides.setSizes([left, max(1, self.width() - left)])
        else:
            self.sides.setSizes([self.height() // 2, self.height() // 2])
