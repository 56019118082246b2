"""A field of a record: plain text until somebody edits it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLineEdit, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from curator.gui.theme import theme
from curator.gui.widgets.eliding import ElidingLabel
from curator.gui.widgets.painting import box, ring
from curator.gui.widgets.symbol import Symbol
from curator.i18n import _

Check = Callable[[str], str]


class _Value(QAbstractButton):
    """The value as text; a press, Enter or F2 ask for the editor. A button, so that screen readers can press it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 2 * _inset(), theme().metrics.bar_field)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().metrics.target_width, theme().metrics.bar_field)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, tokens, radius = QPainter(self), theme().tokens, theme().metrics.radius_button
        if self.underMouse():
            box(painter, self.rect(), radius, tokens.hover)
        if self.hasFocus():
            ring(painter, self.rect(), radius)
        area = self.rect().adjusted(_inset(), 0, -_inset(), 0)
        painter.setPen(QColor(tokens.text if self.isEnabled() else tokens.text3))
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, area.width())
        self.setToolTip("" if shown == self.text() else self.text())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)


def _inset() -> int:
    """Return how far in the words begin (px): where they stand in the editor, too."""
    return theme().metrics.px(7)


class Field(QWidget):
    """Label and source above, value below. Enter or a click edits, Enter keeps, Esc restores, leaving keeps.

    Args:
        label: the name of the field.
        value: its value, in words.
        source: where the value came from ("from the page").
        guess: whether it is a guess; the source is then drawn as a warning.
        check: says in a sentence what is wrong with a value, or "" when it is right.

    Signals:
        kept: (str) another value was entered, and it is right.
    """

    kept = Signal(str)

    def __init__(
        self,
        label: str,
        value: str = "",
        source: str = "",
        parent: QWidget | None = None,
        *,
        guess: bool = False,
        check: Check | None = None,
    ) -> None:
        super().__init__(parent)
        self._check = check
        self._value = ""
        self._editing = False
        self._label = ElidingLabel(label, role="meta", hug=True)
        self._mark = Symbol("circle-help", "warn", small=True)
        # The name of the field is told first: where its value came from has the room that is left.
        self._source = ElidingLabel(role="faint")
        self._source.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._shown = _Value()
        self._editor = QLineEdit()
        self._message = ElidingLabel(role="error")
        self._message_mark = Symbol("circle-alert", "error", small=True)
        self._build()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_value(value, source, guess=guess)
        theme().changed.connect(self._retheme)
        self._retheme()

    @property
    def value(self) -> str:
        """The value that is kept."""
        return self._value

    @property
    def editor(self) -> QLineEdit:
        """The editor, for a completer or a placeholder."""
        return self._editor

    def set_value(self, value: str, source: str = "", *, guess: bool = False) -> None:
        """Show another value; an editor that is open closes."""
        self._value = value
        self._shown.setText(value or "—")
        self._source.setText(source)
        _say(self._source, "role", "warn" if guess else "faint")
        self._mark.setVisible(guess and bool(source))
        label = self._label.text()
        self._shown.setAccessibleName(f"{label}: {value}" if value else _("%s: empty") % label)
        self._shown.setAccessibleDescription(", ".join(part for part in (source, _("Enter edits")) if part))
        self._editor.setAccessibleName(label)
        self._close()

    def edit(self) -> None:
        """Open the editor with the value selected."""
        self._editor.setText(self._value)
        self._editor.selectAll()
        self._stack.setCurrentWidget(self._editor)
        self._editing = True
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_editing(self) -> bool:
        """Return whether the editor is open."""
        return self._editing

    def show_error(self, message: str) -> None:
        """Say below the editor what is wrong; "" takes it away."""
        self._message.setText(message)
        self._message.setVisible(bool(message))
        self._message_mark.setVisible(bool(message))
        self._editor.setAccessibleDescription(message)
        _say(self._editor, "invalid", bool(message))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep, restore, or keep on leaving."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._keep(stay=True)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._close(focus=True)
                return True
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() != Qt.FocusReason.PopupFocusReason:
            self._keep(stay=False)
        return super().eventFilter(watched, event)

    def _keep(self, *, stay: bool) -> None:
        if not self._editing:
            return
        value = self._editor.text().strip()
        wrong = self._check(value) if self._check and value != self._value else ""
        self.show_error(wrong)
        if wrong:
            return
        changed = value != self._value
        self._close(focus=stay)
        if changed:
            self._value = value
            self._shown.setText(value or "—")
            self.kept.emit(value)

    def _close(self, *, focus: bool = False) -> None:
        # First, since hiding the editor takes the focus from it, and leaving it would keep what it has.
        self._editing = False
        self._stack.setCurrentWidget(self._shown)
        self.show_error("")
        if focus:
            self._shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self._top, self._bottom = QHBoxLayout(), QHBoxLayout()
        for widget, stretch in ((self._label, 0), (self._mark, 0), (self._source, 1)):
            self._top.addWidget(widget, stretch)
        for widget, stretch in ((self._message_mark, 0), (self._message, 1)):
            self._bottom.addWidget(widget, stretch)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._shown)
        self._stack.addWidget(self._editor)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._top)
        self._column.addWidget(self._stack)
        self._column.addLayout(self._bottom)
        self._shown.clicked.connect(self.edit)
        self._editor.installEventFilter(self)
        self.setFocusProxy(self._shown)

    def _retheme(self) -> None:
        metrics = theme().metrics
        self._column.setSpacing(0)
        self._top.setSpacing(metrics.space_s)
        self._bottom.setSpacing(metrics.space_s)
        self._top.setContentsMargins(_inset(), 0, _inset(), 0)
        self._bottom.setContentsMargins(_inset(), 0, _inset(), 0)
        self._stack.setFixedHeight(metrics.bar_field)


def _say(widget: QWidget, name: str, value: object) -> None:
    """Give a widget a property that the style sheet looks at; the style is asked again only where it is another."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().polish(widget)
