"""The column of facets beside the list: the first values of each, with boxes; the rest in the facet's pull-down."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from curator.gui.models.listing import Listing, chosen
from curator.gui.sheets.form import paragraph
from curator.gui.theme import theme
from curator.gui.views.facet_names import FACET_NAMES, in_place, rows
from curator.gui.widgets.buttons import LinkButton
from curator.gui.widgets.facet_list import FacetList
from curator.gui.widgets.key_hints import Hint, KeyHints
from curator.gui.widgets.pane_head import PaneHead
from curator.gui.widgets.section_head import SectionHead
from curator.gui.widgets.words import digits
from curator.i18n import _, ngettext
from curator.search import Facets, Filters

_SHOWN = 5


class Refine(QWidget):
    """All facets at once.

    Signals:
        turned(facet, key, FacetState): a value was given another state.
        more_wanted(facet, QPoint): all values of a facet are asked for, at a place of the screen.
        cleared(): nothing is to be chosen any more.
    """

    turned = Signal(str, object, object)
    more_wanted = Signal(str, object)
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Refine"))
        self._query = ""
        self._clear = LinkButton()
        self._clear.clicked.connect(self.cleared)
        self._clear.hide()
        head = PaneHead(_("Refine"))
        head.add_button(self._clear)
        self.sections = {name: _Section(name) for name in FACET_NAMES}
        holder = QWidget()
        holder.setProperty("plain", True)
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        for name, section in self.sections.items():
            section.list.changed.connect(lambda key, state, name=name: self.turned.emit(name, key, state))
            section.more.clicked.connect(lambda _checked=False, name=name: self._ask_more(name))
            inside.addWidget(section)
        self._nothing = paragraph(_("No article is listed, so there is nothing to choose."), "faint")
        space = theme().metrics.space_l
        self._nothing.setContentsMargins(space, space, space, 0)
        self._nothing.hide()
        inside.addWidget(self._nothing)
        inside.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(holder)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        keys = KeyHints((Hint((_("Space"),), _("include")), Hint(("−",), _("exclude"))))
        for part in (head, area, keys):
            column.addWidget(part, 1 if part is area else 0)

    def show_facets(self, facets: Facets, listing: Listing) -> None:
        """Take other counts; rows keep their places as long as the same query is refined."""
        keep = listing.query == self._query
        self._query = listing.query
        number = sum(len(chosen(listing.filters, name)) for name in FACET_NAMES) + (listing.filters.dates is not None)
        self._clear.setText(_("Clear %(n)s") % {"n": digits(number)})
        self._clear.setAccessibleName(ngettext("Clear %(n)d choice", "Clear %(n)d choices", number) % {"n": number})
        self._clear.setVisible(number > 0)
        for section in self.sections.values():
            section.show_facet(facets, listing.filters, keep)
        self._nothing.setVisible(not any(section.list.rows() for section in self.sections.values()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the ground; a hairline at the right parts it from the list."""
        painter, tokens, hair = QPainter(self), theme().tokens, theme().metrics.space_hair
        painter.fillRect(self.rect(), QColor(tokens.nav))
        painter.fillRect(self.width() - hair, 0, hair, self.height(), QColor(tokens.line))

    def focus_first(self) -> None:
        """Lead into the first facet that has rows."""
        for section in self.sections.values():
            if section.list.rows():
                section.list.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _ask_more(self, name: str) -> None:
        more = self.sections[name].more
        self.more_wanted.emit(name, more.mapToGlobal(QPoint(0, more.height())))


class _Section(QWidget):
    """One facet: its head, its first values, and a way to all of them."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._head = SectionHead(FACET_NAMES[name].head)
        self.list = FacetList(FACET_NAMES[name].head)
        self.more = LinkButton()
        row = QHBoxLayout()
        # Under the names: after the box.
        metrics = theme().metrics
        row.setContentsMargins(
            metrics.space_l + metrics.icon_box + metrics.space_s, 0, metrics.space_m, metrics.space_s
        )
        row.addWidget(self.more)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self.list)
        column.addLayout(row)

    def show_facet(self, facets: Facets, filters: Filters, keep: bool) -> None:
        facet = facets.by_name[self._name]
        found = rows(self._name, facet, filters, _SHOWN)
        self.list.set_rows(in_place(self.list.rows(), found) if keep else found)
        rest = len(facet) - len(found)
        self.more.setText(_("%(n)s more...") % {"n": digits(rest)})
        self.more.setAccessibleName(f"{FACET_NAMES[self._name].head}: {self.more.text()}")
        self.more.setVisible(rest > 0)
        self.setVisible(len(facet) > 0)
