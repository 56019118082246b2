"""The pull-down of a facet: a field that narrows the names, and the names with their boxes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QScrollArea, QVBoxLayout, QWidget, QWidgetAction

from curator.gui.theme import theme
from curator.gui.views.facet_names import FACET_NAMES, in_place, matching, rows
from curator.gui.widgets.facet_list import FacetList
from curator.gui.widgets.facet_model import FacetRow, FacetState
from curator.gui.widgets.key_hints import Hint, KeyHints
from curator.i18n import _
from curator.search import Facet, Filters

_WIDTH, _MOST_ROWS_IN_SIGHT = 280, 12
# More are found by typing; a list of ten thousand is no choice.
_LISTED = 200


class FacetPopup(QMenu):
    """A menu with one facet in it; it stays open while boxes are pressed.

    Args:
        facet: one of FACET_NAMES.

    `line` and `list` are there once it was opened: most of nine never are, and together they took a tenth of the time
    in which a window is made.

    Signals:
        turned(facet, key, FacetState): a value was given another state.
    """

    turned = Signal(str, object, object)

    def __init__(self, facet: str, parent: QWidget | None = None) -> None:
        super().__init__(FACET_NAMES[facet].head, parent)
        self._name = facet
        self._facet: Facet | None = None
        self._filters = Filters()
        self._all: list[FacetRow] | None = None
        self._is_made = False
        self.aboutToShow.connect(self._opened)

    def show_facet(self, facet: Facet, filters: Filters) -> None:
        """Take other counts; while it is open, no row changes its place."""
        self._facet, self._filters, self._all = facet, filters, None
        if self.isVisible():
            self._fill(keep_order=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from the field into the list by Down, and back by Up from its first row."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if watched is self.line and key == Qt.Key.Key_Down and self.list.rows():
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if watched is self.list and key == Qt.Key.Key_Up and self.list.currentIndex().row() <= 0:
                self.line.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if watched is self.line and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._include_first()
                return True
        return super().eventFilter(watched, event)

    def _include_first(self) -> None:
        for row in self.list.rows():
            if row.state is FacetState.NEITHER:
                self.turned.emit(self._name, row.key, FacetState.INCLUDED)
                return

    def _fill(self, keep_order: bool = False) -> None:
        typed = self.line.text().strip()
        if self._facet is None:
            return
        if typed and self._all is None:
            self._all = rows(self._name, self._facet, self._filters)
        found = matching(self._all, typed)[:_LISTED] if typed and self._all else []
        found = found if typed else rows(self._name, self._facet, self._filters, _LISTED)
        self.list.set_rows(in_place(self.list.rows(), found) if keep_order else found)
        height = min(max(1, len(found)), _MOST_ROWS_IN_SIGHT) * theme().metrics.row_facet
        self._area.setFixedHeight(height)

    def _opened(self) -> None:
        if not self._is_made:
            self._make()
        self.line.clear()
        self._fill()
        # The menu takes the focus as it opens.
        QTimer.singleShot(0, self.line.setFocus)

    def _follow(self, index: QModelIndex) -> None:
        box = self.list.visualRect(index)
        self._area.ensureVisible(0, box.center().y(), 0, box.height())

    def _make(self) -> None:
        self._is_made = True
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("Type to narrow the list"))
        self.line.setAccessibleName(_("Narrow %(facet)s") % {"facet": self.title()})
        self.list = FacetList(self.title())
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._build()
        self._connect()

    def _build(self) -> None:
        holder = QWidget()
        column = QVBoxLayout(holder)
        metrics = theme().metrics
        column.setContentsMargins(metrics.space_s, metrics.space_s, metrics.space_s, 0)
        column.setSpacing(metrics.space_s)
        self._area.setWidget(self.list)
        keys = KeyHints((Hint((_("Space"),), _("include")), Hint(("−",), _("exclude"))))
        for part in (self.line, self._area, keys):
            column.addWidget(part)
        holder.setFixedWidth(metrics.px(_WIDTH))
        action = QWidgetAction(self)
        action.setDefaultWidget(holder)
        self.addAction(action)

    def _connect(self) -> None:
        self.line.installEventFilter(self)
        self.list.installEventFilter(self)
        self.line.textChanged.connect(lambda _text: self._fill())
        self.list.changed.connect(lambda key, state: self.turned.emit(self._name, key, state))
        self.list.selectionModel().currentChanged.connect(lambda index, _before: self._follow(index))
