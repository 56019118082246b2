"""Chips in lines that wrap, like words."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from curator.gui.theme import theme
from curator.gui.widgets.chip import Chip

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class ChipFlow(QWidget):
    """A wrapping row of chips. Tab enters it once; arrows, Home and End go from chip to chip.

    Signals:
        activated: (Chip) it was opened.
        removed: (Chip) its x or Delete; the chip stays until the list is set anew or `remove` is called.
    """

    activated = Signal(object)
    removed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: list[Chip] = []
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme().changed.connect(self._arrange)

    def chips(self) -> list[Chip]:
        """Return the chips in their order."""
        return list(self._chips)

    def set_chips(self, chips: Iterable[Chip]) -> None:
        """Show `chips` instead of those there are."""
        for old in self._chips:
            old.hide()
            old.deleteLater()
        self._chips = []
        for chip in chips:
            self._adopt(chip)
        self._arrange()

    def add(self, chip: Chip) -> None:
        """Put `chip` at the end."""
        self._adopt(chip)
        self._arrange()

    def remove(self, chip: Chip) -> None:
        """Take `chip` away; the focus, if it had it, goes to the next one, or to the one before."""
        place, had_focus = self._chips.index(chip), chip.hasFocus()
        self._chips.remove(chip)
        if had_focus and self._chips:
            self._go_to(min(place, len(self._chips) - 1))
        chip.hide()
        chip.deleteLater()
        self._arrange()

    def hasHeightForWidth(self) -> bool:
        """Return that the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height in px of all lines when they are `width` px wide."""
        return self._layout(width, move=False)

    def sizeHint(self) -> QSize:
        """Return the room for the chips at the width there is."""
        width = self.width() or theme().metrics.limit_chip
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the height that the chips need; any width will do."""
        return QSize(theme().metrics.target_width, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from chip to chip."""
        focused = next((place for place, chip in enumerate(self._chips) if chip.hasFocus()), None)
        if focused is None:
            super().keyPressEvent(event)
        elif event.key() in _STEPS:
            self._go_to(max(0, min(focused + _STEPS[Qt.Key(event.key())], len(self._chips) - 1)))
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go_to(0 if event.key() == Qt.Key.Key_Home else len(self._chips) - 1)
        else:
            super().keyPressEvent(event)

    def _adopt(self, chip: Chip) -> None:
        chip.setParent(self)
        # A child that comes later is put at the end of the window's order, unless it is told after whom it comes,
        # and that must be somebody who takes the focus.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        QWidget.setTabOrder(self._chips[-1] if self._chips else self, chip)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        chip.clicked.connect(lambda: self.activated.emit(chip))
        chip.removed.connect(lambda: self.removed.emit(chip))
        self._chips.append(chip)
        chip.show()

    def _go_to(self, place: int) -> None:
        self._chips[place].setFocus(Qt.FocusReason.TabFocusReason)
        self._give_tab_to(place)

    def _give_tab_to(self, place: int) -> None:
        for number, chip in enumerate(self._chips):
            policy = Qt.FocusPolicy.StrongFocus if number == place else Qt.FocusPolicy.ClickFocus
            if chip.focusPolicy() != policy:
                chip.setFocusPolicy(policy)

    def _arrange(self) -> None:
        height = self._layout(self.width(), move=True)
        # A layout inside a layout does not ask for heightForWidth again: fix it, or lines overlap.
        self.setFixedHeight(height)
        focused = next((place for place, chip in enumerate(self._chips) if chip.hasFocus()), 0)
        self._give_tab_to(focused)
        self.updateGeometry()

    def _layout(self, width: int, *, move: bool) -> int:
        gap, right_to_left = theme().metrics.px(5), self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        corner, line = QPoint(0, 0), 0
        for chip in self._chips:
            size = chip.sizeHint()
            if size.width() > width:
                size.setWidth(max(width, chip.minimumSizeHint().width()))
            if corner.x() and corner.x() + size.width() > width:
                corner = QPoint(0, corner.y() + line + gap)
                line = 0
            if move:
                left = width - corner.x() - size.width() if right_to_left else corner.x()
                chip.setGeometry(QRect(QPoint(left, corner.y()), size))
            corner.setX(corner.x() + size.width() + gap)
            line = max(line, size.height())
        return corner.y() + line
