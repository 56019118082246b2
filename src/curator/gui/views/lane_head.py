"""The heads of the lanes: a letter for each kind of mark in the text; a press hides the kind or shows it again.

The lanes are narrower than what can be pressed: a line leads from each letter to its lane.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from curator.gui.kinds import KINDS
from curator.gui.theme import theme
from curator.gui.views.article_lanes import slot
from curator.gui.views.marks import LANES
from curator.gui.widgets.painting import ring
from curator.i18n import _


class LaneHead(QWidget):
    """Signals: hidden_changed(frozenset[str]), the kinds that are not to be seen."""

    hidden_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # All from the beginning: made late, they would come after everything else in the window by Tab.
        self._letters = {kind: self._letter(kind) for kind in LANES}
        self._buttons: dict[str, _Letter] = {}
        self._kinds: list[str] = []
        self._scale = 0.0

    def show_kinds(self, kinds: Sequence[str]) -> None:
        """Have a letter for each of `kinds`, in the order of their lanes."""
        if list(kinds) == self._kinds and self._scale == theme().metrics.scale:
            return
        self._scale = theme().metrics.scale
        self._kinds = list(kinds)
        self._buttons = {kind: self._letters[kind] for kind in kinds}
        metrics = theme().metrics
        for letter in self._letters.values():
            letter.hide()
        for place, letter in enumerate(self._buttons.values()):
            left = metrics.space_s + place * metrics.target_width
            letter.setGeometry(left, 0, metrics.target_width, metrics.target_height)
            letter.show()
        self.setFixedHeight(theme().metrics.target_height + theme().metrics.space_l if kinds else 0)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Stand on the ground of the text, with a line from each letter to its lane."""
        painter, tokens, metrics = QPainter(self), theme().tokens, theme().metrics
        painter.fillRect(self.rect(), QColor(tokens.reader))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, (kind, button) in enumerate(self._buttons.items()):
            lane = (slot(metrics, place) + slot(metrics, place + 1)) / 2
            top, tick = button.height() - metrics.space_xs, self.height() - metrics.space_s
            painter.setPen(QColor(tokens.line2))
            painter.drawLine(QPointF(button.geometry().center().x() + 0.5, top), QPointF(lane, tick))
            ink = tokens.kinds[kind].ink if button.isChecked() else tokens.line2
            painter.fillRect(QRectF(round(lane - 1), tick, metrics.px(3), metrics.space_s), QColor(ink))

    def _letter(self, kind: str) -> _Letter:
        button = _Letter(kind, self)
        button.hide()
        button.toggled.connect(lambda _shown: self.update())
        button.toggled.connect(lambda _shown: self.hidden_changed.emit(self._hidden()))
        return button

    def _hidden(self) -> frozenset[str]:
        return frozenset(kind for kind, button in self._letters.items() if not button.isChecked())


class _Letter(QAbstractButton):
    def __init__(self, kind: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._kind = kind
        self.setCheckable(True)
        self.setChecked(True)
        name = KINDS[kind].name
        self.setAccessibleName(_("%(kind)s in the text") % {"kind": name})
        self.setToolTip(_("Show or hide: %(kind)s") % {"kind": name})

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), theme().tokens
        painter.setFont(theme().font("caps", QFont.Weight.Bold))
        painter.setPen(QColor(tokens.kinds[self._kind].ink if self.isChecked() else tokens.text3))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, KINDS[self._kind].key)
        if not self.isChecked():
            # Struck through: not said by colour alone.
            middle = self.rect().center().y()
            side = theme().metrics.px(5)
            painter.drawLine(side, middle, self.width() - side - 1, middle)
        if self.hasFocus():
            ring(painter, self.rect(), theme().metrics.radius_mark)
