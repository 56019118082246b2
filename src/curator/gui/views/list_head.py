"""The head of the list: what it is, how many, in which order."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from curator.gui import icons
from curator.gui.models.listing import Listed, Listing
from curator.gui.theme import theme
from curator.gui.widgets.buttons import IconButton
from curator.gui.widgets.pane_head import PaneHead
from curator.gui.widgets.words import digits
from curator.i18n import N_, _, ngettext
from curator.operations.find import Sort
from curator.search import has_words

# The order -> what it is called in the menu, and on the button.
_SORTS: dict[Sort, tuple[str, str]] = {
    "relevance": (N_("Relevance"), N_("Relevance")),
    "-date": (N_("Date, newest first"), N_("Newest")),
    "date": (N_("Date, oldest first"), N_("Oldest")),
    "title": (N_("Title"), N_("Title")),
    "accession": (N_("Order of import"), N_("Imported")),
}


class ListHead(PaneHead):
    """Signals: sort_chosen(str), an order; refine_wanted(), the column of facets."""

    sort_chosen = Signal(str)
    refine_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        menu = QMenu(self)
        group = QActionGroup(menu)
        self.sorts: dict[Sort, QAction] = {}
        for sort, (words, _short) in _SORTS.items():
            action = QAction(_(words), group)
            action.setCheckable(True)
            action.triggered.connect(lambda _checked=False, sort=sort: self.sort_chosen.emit(sort))
            menu.addAction(action)
            self.sorts[sort] = action
        self.order = QToolButton()
        self.order.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.order.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.order.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.order.setMenu(menu)
        self.refine = IconButton("sliders", _("Refine"), "Ctrl+R", checkable=True)
        self.refine.clicked.connect(lambda _checked=False: self.refine_wanted.emit())
        self.add_button(self.order)
        self.add_button(self.refine)
        theme().changed.connect(self._draw_icon)
        self._draw_icon()

    def show_listing(self, listing: Listing, found: Listed, hits: int | None = None) -> None:
        """Say what is listed.

        Args:
            hits: how many hits all articles have together; None while nobody knows.
        """
        counts = ngettext("%(n)s article", "%(n)s articles", found.total) % {"n": digits(found.total)}
        if hits is not None:
            counts += " · " + ngettext("%(n)s hit", "%(n)s hits", hits) % {"n": digits(hits)}
        if listing.is_search:
            took = _("in all articles · %(n)d ms") % {"n": max(1, round(found.seconds * 1000))}
            self.set_title(counts, took)
        else:
            self.set_title(listing.title, counts)
        self.sorts["relevance"].setEnabled(found.node is not None and has_words(found.node))
        self._show_sort(listing)

    def _show_sort(self, listing: Listing) -> None:
        for sort, action in self.sorts.items():
            action.setChecked(sort == listing.sort)
        words, short = _SORTS[listing.sort]
        self.order.setText(_(short))
        self.order.setAccessibleName(_("Order: %(order)s") % {"order": _(words)})
        self.order.setToolTip(self.order.accessibleName())
        self.order.setEnabled(not listing.is_fixed)
        # These have an order of their own.
        self.order.setVisible(not listing.frozen and not listing.like)

    def _draw_icon(self) -> None:
        tokens, size, gap = theme().tokens, theme().metrics.icon_normal, theme().metrics.space_xs
        self.order.setIcon(icons.icon("sort", tokens.text2, size, tokens.line2, gap))
        self.order.setIconSize(QSize(size + gap, size))
