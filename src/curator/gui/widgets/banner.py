"""A line inside a pane that says one thing and offers one way on."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from curator.gui.theme import theme
from curator.gui.widgets.buttons import IconButton, LinkButton
from curator.gui.widgets.eliding import ElidingLabel
from curator.gui.widgets.symbol import Symbol
from curator.i18n import _

# The tone gives icon, ink and ground.
_TONES = {
    "info": ("info", "accent", "info_back"),
    "ok": ("check-circle", "ok", "ok_back"),
    "warn": ("triangle-alert", "warn", "warn_back"),
    "error": ("circle-alert", "error", "error_back"),
}


class Banner(QWidget):
    """One message at a time: a newer one takes the place of the one before.

    Signals:
        linked: the link was pressed.
        closed: the x was pressed; the banner has hidden itself.
    """

    linked = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = "info"
        self._act: Callable[[], object] = lambda: None
        self._more: list[LinkButton] = []
        self._symbol = Symbol("info", "accent")
        self._text = ElidingLabel()
        self._link = LinkButton()
        close = IconButton("x", _("Close"))
        self._row = QHBoxLayout(self)
        for widget, stretch in ((self._symbol, 0), (self._text, 1), (self._link, 0), (close, 0)):
            self._row.addWidget(widget, stretch)
        self._link.clicked.connect(self._follow)
        close.clicked.connect(self._close)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self._retheme)
        self._retheme()
        self.hide()

    def say(
        self,
        text: str,
        link: str = "",
        *,
        tone: str = "info",
        icon: str = "",
        act: Callable[[], object] = lambda: None,
        more: Sequence[tuple[str, Callable[[], object]]] = (),
    ) -> None:
        """Show a message instead of the one there is.

        Args:
            text: one sentence; elided when there is no room.
            link: the words of the link, or empty.
            tone: "info", "ok", "warn" or "error".
            icon: another icon than the tone's.
            act: what the link does, besides telling that it was pressed.
            more: further links, each with what it does.
        """
        self._show_more(more)
        self._act = act
        self._tone = tone
        own_icon, ink, _ground = _TONES[tone]
        self._symbol.show_icon(icon or own_icon, ink)
        self._text.setText(text)
        self._link.setText(link)
        self._link.setVisible(bool(link))
        self.setAccessibleName(text)
        self.show()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the ground; a hairline below parts it from the list."""
        painter, tokens, hair = QPainter(self), theme().tokens, theme().metrics.space_hair
        painter.fillRect(self.rect(), QColor(getattr(tokens, _TONES[self._tone][2])))
        painter.fillRect(0, self.height() - hair, self.width(), hair, QColor(tokens.line))

    def _show_more(self, links: Sequence[tuple[str, Callable[[], object]]]) -> None:
        for old in self._more:
            old.hide()
            old.deleteLater()
        self._more = [LinkButton(words) for words, _act in links]
        for place, (button, (_words, act)) in enumerate(zip(self._more, links, strict=True)):
            button.clicked.connect(lambda _checked=False, act=act: act())
            self._row.insertWidget(self._row.indexOf(self._link) + 1 + place, button)

    def _follow(self) -> None:
        act = self._act
        self.linked.emit()
        act()

    def _close(self) -> None:
        self.hide()
        self.closed.emit()

    def _retheme(self) -> None:
        metrics = theme().metrics
        self._row.setContentsMargins(metrics.space_l, 0, metrics.space_s, 0)
        self._row.setSpacing(metrics.space_m)
        self.setFixedHeight(metrics.px(32))
