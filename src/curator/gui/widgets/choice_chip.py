"""A row of choices, each with the number it would leave; one of them is chosen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter

from curator.gui import icons
from curator.gui.theme import theme
from curator.gui.widgets.chip import Chip
from curator.gui.widgets.chip_flow import ChipFlow
from curator.gui.widgets.painting import box, ring
from curator.gui.widgets.words import digits
from curator.i18n import _


class ChoiceChip(Chip):
    """One choice; the one that is chosen has a tick and an edge of the accent.

    Args:
        name: what it stands for.
        text: its words.
        kind: one of KINDS, or empty.
    """

    def __init__(self, name: str, text: str, kind: str = "") -> None:
        self.name = name
        self._is_short = False
        super().__init__(text, kind)
        self.setCheckable(True)
        self.setAutoExclusive(True)

    def set_count(self, count: int | None) -> None:
        """Show another number; None as long as it is not known."""
        self.count = count
        self._describe()
        self._retheme()

    def set_short(self, short: bool) -> None:
        """Show only the icon of the kind, as long as it is not chosen, or the words again."""
        if short != self._is_short:
            self._is_short = short
            self._retheme()

    def sizeHint(self) -> QSize:
        """Return the room for the words, or for the icon alone."""
        whole = super().sizeHint()
        if not self._has_icon_only:
            return whole
        return QSize(self._lead() + self._tail() - theme().metrics.px(5), whole.height())

    @property
    def _has_icon_only(self) -> bool:
        return self._is_short and bool(self.kind) and not self.isChecked()

    def _draw_words(self, painter: QPainter, area: QRect) -> None:
        if not self._has_icon_only:
            super()._draw_words(painter, area)

    def _draw_box(self, painter: QPainter) -> None:
        tokens, radius = theme().tokens, theme().metrics.radius_chip
        chosen = self.isChecked()
        box(painter, self.rect(), radius, tokens.sel if chosen else "", tokens.accent if chosen else tokens.control)
        if self.hasFocus():
            ring(painter, self.rect(), radius)

    def _draw_icon(self, painter: QPainter) -> None:
        metrics, tokens, chosen = theme().metrics, theme().tokens, self.isChecked()
        area = QRect(metrics.px(7), 0, metrics.icon_small, self.height())
        if chosen or not self.kind:
            name, ink = ("check", tokens.sel_text) if chosen else ("circle", tokens.control)
            icons.paint(painter, name, ink, area, metrics.icon_small)
        else:
            super()._draw_icon(painter)

    def _icon_width(self) -> int:
        # Room for the tick, so that nothing moves when another is chosen.
        return theme().metrics.icon_small + theme().metrics.px(5)

    def _describe(self) -> None:
        count = "" if self.count is None else digits(self.count)
        self.setAccessibleName(", ".join(part for part in (self.text(), count) if part))
        self.setAccessibleDescription(_("Enter chooses"))
        self.setToolTip(self.text())


class ChoiceFlow(ChipFlow):
    """Choices beside each other; where they do not fit in a line, kinds by their icons, and then in several lines.

    Args:
        name: what is chosen, for screen readers.
        choices: what each stands for, its words, and its kind or "".

    Signals:
        chosen(str): another one was chosen.
    """

    chosen = Signal(str)

    def __init__(self, name: str, choices: Iterable[tuple[str, str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.set_chips(ChoiceChip(*choice) for choice in choices)
        self._choices = [chip for chip in self.chips() if isinstance(chip, ChoiceChip)]
        self._choices[0].setChecked(True)
        self.activated.connect(lambda chip: self.chosen.emit(chip.name))
        for chip in self._choices:
            # The words move to what is chosen.
            chip.toggled.connect(self._choice_moved)

    @property
    def value(self) -> str:
        """What is chosen."""
        return next(chip.name for chip in self._choices if chip.isChecked())

    def choose(self, name: str) -> None:
        """Choose one, without telling."""
        next(chip for chip in self._choices if chip.name == name).setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from choice to choice by Left and Right; Up and Down lead elsewhere."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _choice_moved(self) -> None:
        self._arrange()

    def _arrange(self) -> None:
        chips = [chip for chip in self.chips() if isinstance(chip, ChoiceChip)]
        for chip in chips:
            chip.set_short(False)
        gap = theme().metrics.px(5)
        whole = sum(chip.sizeHint().width() + gap for chip in chips) - gap
        for chip in chips:
            chip.set_short(whole > self.width())
        super()._arrange()

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Show the number of each; those that are not given are not known."""
        for chip in self._choices:
            chip.set_count(counts.get(chip.name))
        self._arrange()
