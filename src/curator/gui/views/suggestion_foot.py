"""The foot of the reader: how many names are suggested; of the one that is current the reason, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from curator.gui.theme import theme
from curator.gui.views.suggested_name import SuggestedName
from curator.gui.views.suggested_places import SuggestedPlace
from curator.gui.widgets.buttons import LinkButton, key_text
from curator.gui.widgets.eliding import ElidingLabel
from curator.gui.widgets.key_hints import KeyCap
from curator.i18n import _, ngettext

NEXT, ACCEPT, ALL, REJECT = "next", "accept", "accept-all", "reject"
_KEYS = {NEXT: "U", ACCEPT: "Enter", ALL: "Shift+Enter", REJECT: "Del"}


class SuggestionFoot(QWidget):
    """Hidden while nothing is suggested.

    Signals:
        pressed(str): NEXT, ACCEPT, ALL or REJECT.
    """

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = SuggestedName()
        self.words = ElidingLabel(role="meta")
        self.acts = {act: LinkButton(small=True) for act in _KEYS}
        self._caps = {act: KeyCap(key_text(key)) for act, key in _KEYS.items()}
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.name)
        self._row.addWidget(self.words, 1)
        for act, button in self.acts.items():
            button.clicked.connect(lambda _on=False, act=act: self.pressed.emit(act))
            self._row.addWidget(self._caps[act])
            self._row.addWidget(button)
        theme().changed.connect(self._retheme)
        self._retheme()
        self.hide()

    def show_state(self, places: int, current: SuggestedPlace | None, alike: int) -> None:
        """Say what there is.

        Args:
            places: how many places of the article are suggested.
            current: the one that is selected.
            alike: how many places its name has.
        """
        self.setVisible(places > 0)
        choices = current.choices if current else ()
        self.name.setVisible(bool(choices))
        if choices:
            self.name.show_name(choices[0].kind, choices[0].name)
        self.words.setText(_about(places, current))
        several = len(choices) > 1
        wanted = {NEXT: _("next"), ACCEPT: "", ALL: "", REJECT: ""}
        if choices:
            every = ngettext("all %(n)d", "all %(n)d", alike) % {"n": alike} if alike > 1 and not several else ""
            wanted = {
                NEXT: "",
                ACCEPT: _("choose...") if several else _("accept"),
                ALL: every,
                REJECT: _("reject"),
            }
        for act, words in wanted.items():
            self.acts[act].setText(words)
            self.acts[act].setVisible(bool(words))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the keys where there is room for them."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, and a hairline above."""
        painter, tokens = QPainter(self), theme().tokens
        painter.fillRect(self.rect(), QColor(tokens.reader))
        painter.fillRect(0, 0, self.width(), theme().metrics.space_hair, QColor(tokens.line))

    def _fit(self) -> None:
        """Leave the keys to the tool tips where the words would have no room beside them."""
        shown = [act for act in self.acts if not self.acts[act].isHidden()]
        gap = theme().metrics.space_s
        room = self.width() - (0 if self.name.isHidden() else self.name.sizeHint().width()) - theme().metrics.px(120)
        room -= sum(self.acts[act].sizeHint().width() + self._caps[act].sizeHint().width() + 2 * gap for act in shown)
        for act, cap in self._caps.items():
            cap.setVisible(act in shown and room >= 0)
            self.acts[act].setToolTip(key_text(_KEYS[act]))

    def _retheme(self) -> None:
        metrics = theme().metrics
        self._row.setContentsMargins(metrics.space_l, metrics.space_xs, metrics.space_l, metrics.space_xs)
        self._row.setSpacing(metrics.space_s)
        self.setFixedHeight(max(metrics.bar_strip, self.name.sizeHint().height() + 2 * metrics.space_xs))
        self._fit()


def _about(places: int, current: SuggestedPlace | None) -> str:
    if current is None:
        return ngettext("%(n)d place with a suggested name", "%(n)d places with suggested names", places) % {
            "n": places
        }
    many = len(current.choices)
    if many > 1:
        return ngettext("%(n)d record may be meant", "%(n)d records may be meant", many) % {"n": many}
    return current.choices[0].why
