"""A sheet over the window: one task, its buttons at the lower right, Esc leaves and gives the focus back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from curator.gui.theme import theme
from curator.gui.widgets.buttons import IconButton, PushButton
from curator.gui.widgets.eliding import ElidingLabel
from curator.gui.widgets.painting import box, shadow
from curator.i18n import _


class Sheet(QDialog):
    """A panel on a scrim that covers `window`; at most 600 px high, its foot always in sight, its body scrolls.

    Args:
        window: what it lies over; the focus cannot leave the sheet while it is open.
        title: what the task is.
        subtitle: what it is about ("212 articles").

    What the task needs goes into `content` (a column), what belongs beside the title into `head`.

    Signals:
        accepted: the primary button was pressed. The sheet stays until `close_sheet`.
        closed: it is gone, whatever was the reason.
    """

    accepted = Signal()
    closed = Signal()

    def __init__(self, window: QWidget, title: str, subtitle: str = "") -> None:
        # A dialog for screen readers, a child of the window for everybody else.
        super().__init__(window)
        self.setWindowFlags(Qt.WindowType.Widget)
        self._window = window
        self._before: QWidget | None = None
        self._primary: PushButton | None = None
        self.setAccessibleName(title)
        self.panel = QWidget(self)
        self.panel.setAccessibleName(title)
        self.body = QWidget()
        self.body.setProperty("plain", True)
        self.content = QVBoxLayout(self.body)
        self.head = QHBoxLayout()
        self.foot = QHBoxLayout()
        self._note = ElidingLabel(role="meta")
        self._build(title, subtitle)
        self.hide()
        theme().changed.connect(self._retheme)
        self._retheme()

    def add_button(self, text: str, *, primary: bool = False) -> PushButton:
        """Add a button at the right of the foot and return it; the primary one comes last and answers to Ctrl+Enter."""
        button = PushButton(text, primary=primary)
        self.foot.addWidget(button)
        if primary:
            self._primary = button
            button.clicked.connect(self.accepted)
        return button

    def add_cancel(self) -> PushButton:
        """Add the button that leaves without doing anything."""
        button = self.add_button(_("Cancel"))
        button.clicked.connect(self.close_sheet)
        return button

    def set_note(self, text: str) -> None:
        """Say something at the left of the foot."""
        self._note.setText(text)

    def open_sheet(self, first: QWidget | None = None) -> None:
        """Show it and give the focus to `first`, or to the first control of the body."""
        # In a window that is not active yet nothing has the focus, but the window knows what will have it.
        self._before = QApplication.focusWidget() or self._window.window().focusWidget()
        self._window.installEventFilter(self)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]
        self._place()
        self.show()
        self.raise_()
        target = first or next(iter(self._stops()), None)
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_sheet(self) -> None:
        """Take it away and give the focus back to where it was."""
        if self.isHidden():
            return
        QApplication.instance().focusChanged.disconnect(self._focus_moved)  # type: ignore[union-attr]
        self._window.removeEventFilter(self)
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves, Ctrl+Enter does what the primary button does; no other key reaches the window."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        elif enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier and self._primary:
            self._primary.click()
        event.accept()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Let Tab go round inside the sheet."""
        stops = self._stops()
        if not stops:
            return True
        focused = QApplication.focusWidget()
        place = stops.index(focused) if focused in stops else (-1 if next else 0)
        reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        stops[(place + (1 if next else -1)) % len(stops)].setFocus(reason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the window."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the scrim, the shadow and the panel."""
        painter, tokens, radius = QPainter(self), theme().tokens, theme().metrics.radius_popup
        scrim = QColor(tokens.scrim)
        scrim.setAlphaF(0.5 if tokens.dark else 0.35)
        painter.fillRect(self.rect(), scrim)
        shadow(painter, self.panel.geometry(), radius)
        box(painter, self.panel.geometry(), radius, tokens.raised, tokens.line2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep presses from what lies below."""
        event.accept()

    def _build(self, title: str, subtitle: str) -> None:
        self._column = QVBoxLayout(self.panel)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.head.addWidget(ElidingLabel(title, role="sheet", hug=True))
        self.head.addWidget(ElidingLabel(subtitle, role="meta", hug=True))
        self.head.addStretch(1)
        close = IconButton("x", _("Close"), "Esc")
        close.clicked.connect(self.close_sheet)
        # The x comes last at the right, whatever is added to the head.
        outer = QHBoxLayout()
        outer.addLayout(self.head, 1)
        outer.addWidget(close)
        self._close = close
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self.body)
        self.foot.addWidget(self._note, 1)
        self._outer = outer
        self._column.addLayout(outer)
        self._column.addWidget(_Hairline())
        self._column.addWidget(self._scroll, 1)
        self._column.addWidget(_Hairline())
        self._column.addLayout(self.foot)

    def _stops(self) -> list[QWidget]:
        """Return where Tab stops: body, foot, then the x."""
        found = []
        widget = self.panel.nextInFocusChain()
        while widget is not None and widget is not self.panel:
            if self.panel.isAncestorOf(widget) and widget.isVisibleTo(self) and _takes_tab(widget):
                found.append(widget)
            widget = widget.nextInFocusChain()
        return sorted(found, key=lambda stop: stop is self._close)

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or new.window() is not self.window() or self.isAncestorOf(new):
            return
        if not _in_other_sheet(self, new):
            self.focusNextPrevChild(True)

    def _place(self) -> None:
        metrics, window = theme().metrics, self._window.rect()
        self.setGeometry(window)
        margin = metrics.space_xxl
        width = min(metrics.limit_sheet_width, window.width() - 2 * margin)
        wanted = self._column.sizeHint().height() + self.body.sizeHint().height() - self._scroll.sizeHint().height()
        height = min(metrics.limit_sheet_height, window.height() - 2 * margin, wanted)
        left, top = (window.width() - width) // 2, (window.height() - height) // 2
        self.panel.setGeometry(QRect(left, top, width, height))

    def _retheme(self) -> None:
        metrics = theme().metrics
        side = metrics.px(20)
        self._outer.setContentsMargins(side, metrics.space_l, metrics.space_l, metrics.space_l)
        self.content.setContentsMargins(side, metrics.space_l, side, metrics.space_l)
        self.content.setSpacing(metrics.space_m)
        self.head.setSpacing(metrics.space_m)
        self.foot.setContentsMargins(side, metrics.space_l, side, metrics.space_l)
        self.foot.setSpacing(metrics.space_m)
        if not self.isHidden():
            self._place()
        self.update()


class _Hairline(QWidget):
    """A line across the sheet."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(theme().metrics.space_hair)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(theme().tokens.line))


def _takes_tab(widget: QWidget) -> bool:
    return widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None


def _in_other_sheet(sheet: Sheet, widget: QWidget) -> bool:
    """Return whether `widget` is in a sheet that was opened over `sheet`."""
    others = (other for other in sheet.window().findChildren(Sheet) if other is not sheet)
    return any(other.isVisible() and other.isAncestorOf(widget) for other in others)
