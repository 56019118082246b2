"""The page of a name: what is on record of it at the left, what the articles tell of it at the right."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from curator.gui import icons
from curator.gui.kinds import KINDS
from curator.gui.models.listing import Listing
from curator.gui.refreshing import Refreshing
from curator.gui.session import Session
from curator.gui.theme import theme
from curator.gui.views.authority_articles import AuthorityArticles
from curator.gui.views.authority_facts import AuthorityFacts
from curator.gui.views.authority_words import dates_in_words
from curator.gui.widgets.buttons import PushButton
from curator.gui.widgets.eliding import ElidingLabel
from curator.gui.widgets.empty_state import EmptyState
from curator.gui.widgets.painting import box
from curator.gui.widgets.words import digits
from curator.i18n import _, ngettext
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
        self.head = _Head()
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


class _Head(QFrame):
    """Picture, names, dates and counts, and what can be done.

    Signals:
        articles_wanted(): the articles are to be listed.
    """

    articles_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._picture = _Picture()
        self._title = ElidingLabel("", role="page")
        self._about = ElidingLabel("", role="second")
        self._counts = ElidingLabel("", role="meta")
        search = PushButton(_("Articles"), "list")
        search.setToolTip(_("List the articles with this name"))
        search.clicked.connect(self.articles_wanted)
        words = QVBoxLayout()
        words.setSpacing(0)
        for label in (self._title, self._about, self._counts):
            words.addWidget(label)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._picture)
        self._row.addLayout(words, 1)
        self._row.addWidget(search)
        theme().changed.connect(self._retheme)
        self._retheme()

    def add_button(self, button: QWidget) -> None:
        """Put a button before the last one."""
        self._row.insertWidget(self._row.count() - 1, button)

    def show_record(self, record: NameOnRecord) -> None:
        """Show what is on record: all parallel forms, none as the first."""
        authority = record.authority
        self._picture.show_kind(authority.kind)
        forms = list(dict.fromkeys(form.name for form in record.parallel))
        self._title.setText("  ·  ".join(forms))
        about = [KINDS[authority.kind].name.lower(), dates_in_words(authority)]
        about += [", ".join(each.authority.preferred_name for each in record.places)]
        about += [(authority.note or "").partition("\n")[0]]
        self._about.setText("  ·  ".join(part for part in about if part))
        self._counts.setText(_articles(record.articles))

    def show_articles(self, record: NameOnRecord, counted: NameInArticles) -> None:
        """Add what was counted."""
        mentions = len(counted.mentions)
        parts = [ngettext("%s mention", "%s mentions", mentions) % digits(mentions), _articles(record.articles)]
        if counted.with_narrower is not None:
            parts.append(_("%s with what is under it") % digits(counted.with_narrower))
        self._counts.setText("  ·  ".join(parts))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a hairline below."""
        super().paintEvent(event)
        hair = theme().metrics.space_hair
        QPainter(self).fillRect(0, self.height() - hair, self.width(), hair, theme().tokens.line)

    def _retheme(self) -> None:
        metrics = theme().metrics
        self._row.setContentsMargins(metrics.space_l, metrics.space_m, metrics.space_l, metrics.space_m)
        self._row.setSpacing(metrics.space_l)


class _Picture(QWidget):
    """The picture of a kind on its tint."""

    def __init__(self) -> None:
        super().__init__()
        self._kind = "person"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def show_kind(self, kind: str) -> None:
        """Show the picture of another kind."""
        self._kind = kind
        self.setAccessibleName(KINDS[kind].name)
        self.update()

    def sizeHint(self) -> QSize:
        side = theme().metrics.px(44)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, tokens, metrics = QPainter(self), theme().tokens, theme().metrics
        colours = tokens.kinds[self._kind]
        edge = "" if tokens.tints else colours.ink
        box(painter, self.rect(), metrics.radius_button, colours.tint if tokens.tints else "", edge)
        side = metrics.px(24)
        middle = QRect((self.width() - side) // 2, 0, side, self.height())
        icons.paint(painter, KINDS[self._kind].icon, colours.ink, middle, side)


def _articles(number: int) -> str:
    return ngettext("%s article", "%s articles", number) % digits(number)
