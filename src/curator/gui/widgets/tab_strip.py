"""Tabs as words where all fit, else as icons with the word of the one in use."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar, QWidget

from curator.gui import icons
from curator.gui.theme import theme
from curator.gui.widgets.painting import ring


class TabStrip(QTabBar):
    """A row of tabs that fits by measuring, not by language. `currentChanged` tells which is in use.

    Args:
        tabs: (icon, word) of each.
    """

    def __init__(self, tabs: list[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = [icon for icon, _word in tabs]
        self.setDrawBase(False)
        self.setExpanding(True)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for place, (_icon, word) in enumerate(tabs):
            self.addTab(word)
            self.setTabToolTip(place, word)
        self.currentChanged.connect(self._lay_out)
        theme().changed.connect(self._lay_out)

    def shows_words(self) -> bool:
        """Return whether all words fit."""
        return sum(self._word_width(place) for place in range(self.count())) <= self.width()

    def tabSizeHint(self, index: int) -> QSize:
        """Return the room of a tab."""
        height = theme().metrics.bar_tabs
        if self.shows_words():
            return QSize(self._word_width(index), height)
        narrow = theme().metrics.icon_normal + theme().metrics.space_l
        if index != self.currentIndex():
            return QSize(narrow, height)
        room = self.width() - narrow * (self.count() - 1)
        wanted = narrow + theme().metrics.space_m + self._word_width(index)
        return QSize(max(narrow, min(wanted, room)), height)

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Return the room of a tab: it is measured, not squeezed."""
        return self.tabSizeHint(index)

    def sizeHint(self) -> QSize:
        """Return the room in which all words fit."""
        return QSize(sum(self._word_width(place) for place in range(self.count())), theme().metrics.bar_tabs)

    def minimumSizeHint(self) -> QSize:
        """Return the room in which the icons fit."""
        metrics = theme().metrics
        return QSize((metrics.icon_normal + metrics.space_l) * self.count(), metrics.bar_tabs)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose between words and icons."""
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the tabs, a hairline below, a bar under the one in use."""
        painter, tokens, metrics = QPainter(self), theme().tokens, theme().metrics
        hair = metrics.space_hair
        painter.fillRect(0, self.height() - hair, self.width(), hair, QColor(tokens.line))
        pointed = self.tabAt(self.mapFromGlobal(self.cursor().pos())) if self.underMouse() else -1
        for place in range(self.count()):
            area = self.tabRect(place)
            if place == pointed and place != self.currentIndex():
                painter.fillRect(area.adjusted(0, 0, 0, -hair), QColor(tokens.hover))
            self._draw_tab(painter, place, area)
        if self.hasFocus():
            ring(painter, self.tabRect(self.currentIndex()), metrics.radius_button)

    def _draw_tab(self, painter: QPainter, place: int, area: QRect) -> None:
        tokens, metrics = theme().tokens, theme().metrics
        current = place == self.currentIndex()
        ink = tokens.text if current else tokens.text2
        if current:
            inset = metrics.space_s
            below = QRect(
                area.left() + inset,
                area.bottom() + 1 - metrics.focus_ring,
                area.width() - 2 * inset,
                metrics.focus_ring,
            )
            painter.fillRect(below, QColor(tokens.accent))
        words = self.shows_words()
        if words or current:
            self._draw_word(painter, place, area, ink, with_icon=not words)
        else:
            icons.paint(painter, self._icons[place], ink, area, metrics.icon_normal)

    def _draw_word(self, painter: QPainter, place: int, area: QRect, ink: str, *, with_icon: bool) -> None:
        metrics = theme().metrics
        font = theme().font(
            "base", theme().font().Weight.DemiBold if place == self.currentIndex() else theme().font().weight()
        )
        painter.setFont(font)
        painter.setPen(QColor(ink))
        lead = metrics.icon_normal + metrics.px(6) if with_icon else 0
        word = painter.fontMetrics().elidedText(self.tabText(place), Qt.TextElideMode.ElideRight, area.width() - lead)
        width = lead + painter.fontMetrics().horizontalAdvance(word)
        left = area.left() + (area.width() - width) // 2
        if with_icon:
            icons.paint(
                painter,
                self._icons[place],
                ink,
                QRect(left, area.top(), metrics.icon_normal, area.height()),
                metrics.icon_normal,
            )
        painter.drawText(area.adjusted(left - area.left() + lead, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), word)

    def _word_width(self, place: int) -> int:
        # As wide as it is in bold, so that nothing moves when another tab is chosen.
        bold = theme().font("base", theme().font().Weight.DemiBold)
        return QFontMetrics(bold).horizontalAdvance(self.tabText(place)) + theme().metrics.space_xl

    def _lay_out(self) -> None:
        # QTabBar measures its tabs again only when one of them changes.
        if self.count():
            self.setTabText(0, self.tabText(0))
        self.updateGeometry()
        self.update()
