"""The list with what belongs to it: head, facets, years, what is chosen, and words where nothing is found."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from curator.gui.kinds import KINDS
from curator.gui.models.article_list import ArticleList
from curator.gui.models.listing import Dates, Key, Listing, chosen
from curator.gui.models.narrowing import Way, ways_out
from curator.gui.models.saved_query import not_tokens
from curator.gui.pane_widths import REFINE, REFINE_ROOM
from curator.gui.session import Session
from curator.gui.theme import theme
from curator.gui.views.article_table import ArticleTable
from curator.gui.views.empty_list import EmptyList
from curator.gui.views.facet_bar import FacetBar
from curator.gui.views.facet_names import FACET_NAMES, key_of, value_name
from curator.gui.views.list_head import ListHead
from curator.gui.views.refine import Refine
from curator.gui.views.year_brush import YearBrush
from curator.gui.widgets.banner import Banner
from curator.gui.widgets.chip import Chip, ChipState
from curator.gui.widgets.chip_flow import ChipFlow
from curator.gui.widgets.empty_state import Choice
from curator.gui.widgets.facet_model import FacetState
from curator.i18n import _
from curator.operations import listing as list_rows
from curator.operations import review_batch
from curator.operations.context import Context
from curator.search import Facets

# The hits of more articles are not counted together: that reads all their texts.
_HITS_COUNTED_IN = 256
_AT_A_TIME = 16


class ListPane(QWidget):
    """An `ArticleList` and everything that narrows and orders it.

    Signals:
        wanted(str): the id of an action.
        refine_shown(bool): the column of facets came or went.

    Args:
        session: whose articles they are.
        articles: the model.
    """

    wanted = Signal(str)
    refine_shown = Signal(bool)

    def __init__(self, session: Session, articles: ArticleList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self.articles = session, articles
        self._facets: Facets | None = None
        self.head, self.table = ListHead(), ArticleTable(articles)
        self.bar, self.refine, self.years, self.chips = FacetBar(), Refine(), YearBrush(), ChipFlow()
        self.banner, self.empty = Banner(), EmptyList()
        self._stack = QStackedWidget()
        self._build()
        self._connect()

    def focus_list(self) -> None:
        """Lead to the rows; where there are none, to the first way on."""
        ways = [way for way in self.empty.findChildren(Choice) if way.isVisible()]
        (self.table if self.table.isVisible() else ways[0] if ways else self.empty).setFocus()

    def has_room_to_refine(self) -> bool:
        """Return whether facets, list and reader fit beside each other."""
        return self.window().width() >= theme().metrics.px(REFINE_ROOM)

    def show_refine(self, shown: bool) -> None:
        """Show the facets in a column of their own, or as pull-downs."""
        self.refine.setVisible(shown)
        self.bar.setVisible(not shown)
        self.head.refine.setChecked(shown)
        self.refine_shown.emit(shown)

    def toggle_refine(self) -> None:
        """Show the column of facets and lead into it, or hide it; where it has no room, lead to the pull-downs."""
        shown = self.refine.isHidden()
        if shown and not self.has_room_to_refine():
            self.head.refine.setChecked(False)
            self.bar.focus_first()
            return
        self.show_refine(shown)
        if shown:
            self.refine.focus_first()
        else:
            self.table.setFocus()

    def names(self) -> dict[tuple[str, Key], str]:
        """Return what is chosen in facets, (facet, key) -> name."""
        found = self._facets
        filters = self.articles.listing.filters
        return {
            (name, key_of(value)): value_name(name, value.value)
            for name in filters.facets
            if found is not None
            for value in found.by_name[name].values(0)
        }

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the ground."""
        QPainter(self).fillRect(event.rect(), QColor(theme().tokens.list))

    # -- what is shown

    def _listed(self, listing: Listing) -> None:
        found = self.articles.found
        self.head.show_listing(listing, found)
        # The list is the one thing that Tab leads to here; words need no focus.
        self._stack.setCurrentWidget(self.table if found.total else self.empty)
        self._set_narrowing_visible(not listing.is_fixed and bool(found.total or listing.is_filtered))
        if not found.total:
            self._explain(listing)
        elif self.articles.node is not None and found.total <= _HITS_COUNTED_IN:
            self._count_hits(listing)

    def _set_narrowing_visible(self, visible: bool) -> None:
        self.bar.setVisible(visible and self.refine.isHidden())
        self.years.setVisible(visible and self.years.isVisible())
        self.chips.setVisible(visible)

    def _counted(self, facets: Facets) -> None:
        self._facets = facets
        listing = self.articles.listing
        self.bar.show_facets(facets, listing.filters)
        self.refine.show_facets(facets, listing)
        self.years.show_years(facets.years, listing.filters.dates)
        if not self.articles.found.total and not listing.is_filtered:
            self.years.hide()
        self._show_chips(listing)

    def _show_chips(self, listing: Listing) -> None:
        """Show what is chosen and no token in the search field: one of several values of a facet, say."""
        names = self.names()
        shown = not_tokens(listing, names)
        chips = [
            self._chip(facet, key, names.get((facet, key), str(key)), state)
            for facet in FACET_NAMES
            for key, state in chosen(listing.filters, facet).items()
            if (facet, key) in shown
        ]
        self.chips.set_chips(chips)
        self._chip_row.setVisible(bool(chips))

    def _chip(self, facet: str, key: Key, name: str, state: FacetState) -> Chip:
        excluded = state is FacetState.EXCLUDED
        chip = Chip(
            name,
            facet if facet in KINDS else "",
            prefix=_(FACET_NAMES[facet].field),
            removable=True,
            state=ChipState.EXCLUDED if excluded else ChipState.NORMAL,
        )
        other = FacetState.INCLUDED if excluded else FacetState.EXCLUDED
        chip.clicked.connect(lambda: self._turn(facet, key, other))
        chip.removed.connect(lambda: self._turn(facet, key, FacetState.NEITHER))
        return chip

    def _explain(self, listing: Listing) -> None:
        """Say why the list is empty, as soon as it is known what would help."""
        if listing == Listing(listing.title, sort=listing.sort):
            self.empty.show_archive()
            self._session.read("waiting", lambda context, _interrupt: _waiting(context), self._tell_waiting)
            return
        self.empty.show_listing(listing, [], {})
        finder = self._session.finder

        def ask(_context: Context, interrupt: Callable[[], object]) -> list[Way]:
            return [] if listing.is_fixed else ways_out(finder, listing, interrupt)

        def show(ways: list[Way]) -> None:
            if ways and self.articles.listing is listing:
                self.empty.show_listing(listing, ways, self.names())

        self._session.read("ways out", ask, show)

    def _tell_waiting(self, waiting: int) -> None:
        if waiting and not self.articles.rowCount():
            self.empty.show_archive(waiting)

    def showEvent(self, event: QShowEvent) -> None:
        """Look anew what waits: the pane comes back when a review is left."""
        super().showEvent(event)
        if self._stack.currentWidget() is self.empty:
            self._explain(self.articles.listing)

    def _count_hits(self, listing: Listing) -> None:
        ids, node = self.articles.ids().tolist(), self.articles.node

        def ask(context: Context, interrupt: Callable[[], object]) -> int:
            hits = 0
            for first in range(0, len(ids), _AT_A_TIME):
                interrupt()
                hits += sum(row.hits for row in list_rows.rows(context, ids[first : first + _AT_A_TIME], node))
            return hits

        def show(hits: int) -> None:
            if self.articles.listing is listing:
                self.head.show_listing(listing, self.articles.found, hits)

        self._session.read("hits", ask, show)

    # -- what is chosen

    def _show(self, listing: Listing) -> None:
        self.articles.show(listing)

    def _turn(self, facet: str, key: Key, state: FacetState) -> None:
        self._show(self.articles.wanted.turned(facet, key, state))

    def _date(self, dates: Dates | None) -> None:
        self._show(self.articles.wanted.dated(dates))

    # -- making

    def _build(self) -> None:
        self._chip_row = QWidget()
        self._chip_margins = QVBoxLayout(self._chip_row)
        self._chip_margins.addWidget(self.chips)
        self._chip_row.hide()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout()
        column.setSpacing(0)
        for part in (self.head, self.bar, self.years, self._chip_row, self.banner):
            column.addWidget(part)
        column.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.refine)
        row.addLayout(column, 1)
        self.refine.hide()

    def _connect(self) -> None:
        self.articles.listed.connect(self._listed)
        self.articles.counted.connect(self._counted)
        self.head.sort_chosen.connect(lambda sort: self._show(self.articles.wanted.sorted_by(sort)))
        self.head.refine_wanted.connect(self.toggle_refine)
        self.bar.turned.connect(self._turn)
        self.refine.turned.connect(self._turn)
        self.refine.more_wanted.connect(self.bar.open_popup)
        self.refine.cleared.connect(lambda: self._show(self.articles.wanted.unfiltered()))
        self.years.dated.connect(self._date)
        self.years.misread.connect(lambda words: self.banner.say(words, tone="warn"))
        self.empty.listing_wanted.connect(self._show)
        self.empty.wanted.connect(self.wanted)
        theme().changed.connect(self._retheme)
        self._retheme()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def _retheme(self) -> None:
        metrics = theme().metrics
        self._chip_margins.setContentsMargins(metrics.space_l, 0, metrics.space_m, metrics.space_m)
        self.refine.setFixedWidth(metrics.px(REFINE))
        self.update()


def _waiting(context: Context) -> int:
    return sum(each.counts.waiting for each in review_batch.listed(context))
