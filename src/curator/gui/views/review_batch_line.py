"""What all articles of a review take, in one line, with the way to change it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from curator.gui.theme import theme
from curator.gui.views.described_fields import value_in_words
from curator.gui.widgets.buttons import LinkButton
from curator.gui.widgets.symbol import Symbol
from curator.i18n import N_, _

NAMES = {
    "title": N_("Title of the batch"),
    "collection": N_("Collection"),
    "publication": N_("Publication"),
    "language": N_("Language"),
    "rights_note": N_("Rights"),
    "access": N_("Access"),
    "collector": N_("Collector"),
}
# Said also where nothing is given, as what holds then.
_UNSTATED = {
    "collection": N_("None"),
    "rights_note": N_("Not stated"),
    "access": N_("Open"),
    "collector": N_("Not stated"),
}
_ORDER = ("collection", "publication", "language", "rights_note", "access", "collector")


def stated(defaults: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return (name, value) of what a batch gives, in words."""
    found = []
    for field in _ORDER:
        if value := defaults.get(field):
            found.append((_(NAMES[field]), value_in_words(field, value)))
        elif field in _UNSTATED:
            found.append((_(NAMES[field]), _(_UNSTATED[field])))
    return found


class BatchLine(QWidget):
    """Names and values, those at the end elided.

    Signals:
        change_wanted: the link was pressed.
    """

    change_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts = _Facts()
        link = LinkButton(_("Change for all..."))
        link.clicked.connect(self.change_wanted)
        self._row = QHBoxLayout(self)
        for part, stretch in ((Symbol("layers"), 0), (self._facts, 1), (link, 0)):
            self._row.addWidget(part, stretch)
        theme().changed.connect(self._retheme)
        self._retheme()

    def show_defaults(self, defaults: Mapping[str, str]) -> None:
        """Show what a batch gives."""
        self._facts.show_facts(stated(defaults))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw hairlines above and below."""
        painter, hair = QPainter(self), theme().metrics.space_hair
        for top in (0, self.height() - hair):
            painter.fillRect(0, top, self.width(), hair, theme().tokens.line)

    def _retheme(self) -> None:
        metrics = theme().metrics
        self._row.setContentsMargins(metrics.space_xl, 0, metrics.space_l, 0)
        self._row.setSpacing(metrics.space_m)
        self.setFixedHeight(metrics.px(34))


class _Facts(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._shown: list[tuple[str, str]] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_facts(self, facts: list[tuple[str, str]]) -> None:
        self._shown = facts
        words = ", ".join(f"{name}: {value}" for name, value in facts)
        self.setAccessibleName(_("All articles take: %(facts)s") % {"facts": words})
        self.setToolTip("\n".join(f"{name}: {value}" for name, value in facts))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(0, theme().metrics.row_navigator)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, metrics, tokens = QPainter(self), theme().metrics, theme().tokens
        left = 0
        plain, strong = theme().font("meta"), theme().font("meta", QFont.Weight.DemiBold)
        for name, value in self._shown:
            for words, font, ink, gap in ((name, plain, tokens.text2, metrics.space_m),
                                          (value, strong, tokens.text, metrics.space_xl)):  # fmt: skip
                measured = QFontMetrics(font)
                shown = measured.elidedText(words, Qt.TextElideMode.ElideRight, self.width() - left)
                painter.setFont(font)
                painter.setPen(ink)
                area = QRect(left, 0, self.width() - left, self.height())
                painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
                left += measured.horizontalAdvance(shown) + gap
                if shown != words:
                    return
