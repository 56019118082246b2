"""The pull-downs above the list: one for each facet, as many as two lines hold, the others under More."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from curator.gui import icons
from curator.gui.kinds import KINDS
from curator.gui.models.listing import chosen
from curator.gui.theme import theme
from curator.gui.views.facet_names import FACET_NAMES
from curator.gui.views.facet_popup import FacetPopup
from curator.gui.widgets.painting import box, ring
from curator.i18n import _, ngettext
from curator.search import Facets, Filters

_LINES = 2


class _Button(QPushButton):
    """A pull-down: icon, name, how many are chosen, and an arrow."""

    def __init__(self, text: str, icon: str, ink: str, menu: QMenu, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._icon, self._ink = icon, ink
        self._chosen = 0
        self.setMenu(menu)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_chosen(self, number: int) -> None:
        """Tell how many values are chosen in it."""
        self._chosen = number
        said = ngettext("%(n)d chosen", "%(n)d chosen", number) % {"n": number}
        self.setAccessibleName(f"{self.text()}, {said}" if number else self.text())
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for all of it."""
        metrics = theme().metrics
        icon = metrics.icon_small + metrics.px(5) if self._icon else 0
        words = QFontMetrics(self._font()).horizontalAdvance(self._words()) + 1
        return QSize(metrics.px(7) + icon + words + metrics.px(3) + metrics.icon_small + metrics.px(5), metrics.px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it; with something chosen its edge and words are in the accent."""
        painter, tokens, metrics = QPainter(self), theme().tokens, theme().metrics
        edge = tokens.accent if self._chosen else tokens.control
        over = self.underMouse() or self.isDown()
        box(painter, self.rect(), metrics.radius_chip, tokens.hover if over else tokens.raised, edge)
        if self.hasFocus():
            ring(painter, self.rect(), metrics.radius_chip)
        left, size = metrics.px(7), metrics.icon_small
        if self._icon:
            ink = tokens.kinds[self._ink].ink if self._ink else tokens.text2
            icons.paint(painter, self._icon, ink, QRect(left, 0, size, self.height()), size)
            left += size + metrics.px(5)
        painter.setFont(self._font())
        painter.setPen(QColor(tokens.accent if self._chosen else tokens.text))
        area = QRect(left, 0, self.width() - left, self.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._words())
        arrow = QRect(self.width() - size - metrics.px(5), 0, size, self.height())
        icons.paint(painter, "chevron-down", tokens.text2, arrow, size)

    def _words(self) -> str:
        return f"{self.text()} {self._chosen}" if self._chosen else self.text()

    def _font(self) -> QFont:
        return theme().font("meta", QFont.Weight.DemiBold if self._chosen else QFont.Weight.Normal)


class FacetBar(QWidget):
    """Buttons with the facets that have anything to choose.

    Signals:
        turned(facet, key, FacetState): a value was given another state.
    """

    turned = Signal(str, object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.popups = {name: FacetPopup(name, self) for name in FACET_NAMES}
        self._buttons = {
            name: _Button(facet.head, facet.icon, name if name in KINDS else "", self.popups[name], self)
            for name, facet in FACET_NAMES.items()
        }
        self._more_menu = QMenu(self)
        self._more = _Button(_("More"), "", "", self._more_menu, self)
        self._present: list[str] = []
        for popup in self.popups.values():
            popup.turned.connect(self.turned)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self._retheme)
        self._retheme()

    def show_facets(self, facets: Facets, filters: Filters) -> None:
        """Take other counts."""
        for name, popup in self.popups.items():
            popup.show_facet(facets.by_name[name], filters)
            self._buttons[name].set_chosen(len(chosen(filters, name)))
        # A pull-down with one value in all articles is nothing to choose from.
        self._present = [name for name in FACET_NAMES if len(facets.by_name[name]) > 1 or chosen(filters, name)]
        self._arrange()

    def focus_first(self) -> None:
        """Lead to the first pull-down."""
        shown = [self._buttons[name] for name in self._present if not self._buttons[name].isHidden()]
        (shown[0] if shown else self._more).setFocus(Qt.FocusReason.OtherFocusReason)

    def open_popup(self, facet: str, at: QPoint) -> None:
        """Open the pull-down of a facet at a place of the screen (px)."""
        self.popups[facet].popup(at)

    def sizeHint(self) -> QSize:
        """Return the room of the lines there are."""
        return QSize(theme().metrics.limit_chip, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Put the buttons into two lines; what does not fit goes under More."""
        metrics = theme().metrics
        places, fitting = self._places(self._present)
        if fitting < len(self._present):
            while fitting and self._places([*self._present[:fitting], ""])[1] <= fitting:
                fitting -= 1
            places, _all = self._places([*self._present[:fitting], ""])
        shown = dict(zip([*self._present[:fitting], ""], places, strict=False))
        for name, button in self._buttons.items():
            button.setVisible(name in shown)
            if name in shown:
                button.setGeometry(shown[name])
        hidden = self._present[fitting:]
        self._more.setVisible(bool(hidden))
        if hidden:
            self._more.setGeometry(shown[""])
            self._more_menu.clear()
            for name in hidden:
                self._more_menu.addMenu(self.popups[name])
        bottom = max((box.bottom() + 1 for box in places), default=-metrics.space_s)
        self.setFixedHeight(bottom + metrics.space_s)
        self.updateGeometry()

    def _places(self, names: list[str]) -> tuple[list[QRect], int]:
        """Return where buttons stand ("" is More), and how many of them two lines hold."""
        metrics = theme().metrics
        left, width, gap, line, placed = metrics.space_l, self.width() - metrics.space_m, metrics.px(5), 0, []
        height = metrics.px(24)
        for name in names:
            size = (self._buttons[name] if name else self._more).sizeHint().width()
            if left + size > width and left > metrics.space_l:
                line, left = line + 1, metrics.space_l
            if line == _LINES:
                break
            placed.append(QRect(left, line * (height + gap), size, height))
            left += size + gap
        return placed, len(placed)

    def _retheme(self) -> None:
        tokens, size = theme().tokens, theme().metrics.icon_normal
        for name, popup in self.popups.items():
            ink = tokens.kinds[name].ink if name in KINDS else tokens.text2
            popup.setIcon(icons.icon(FACET_NAMES[name].icon, ink, size))
        self._arrange()
