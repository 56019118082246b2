"""A field of several lines: its words, wrapped, until somebody edits them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from curator.gui.theme import theme
from curator.gui.views.inspector_notes import NoteEditor
from curator.gui.widgets.eliding import ElidingLabel
from curator.gui.widgets.key_hints import Hint, KeyHints
from curator.gui.widgets.painting import box, ring
from curator.i18n import _

_WRAPPED = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)


class LongField(QWidget):
    """Label above, words below. Enter, F2 or a click edits, Ctrl+Enter keeps, Esc restores.

    Args:
        label: the name of the field.

    Signals:
        kept(str): other words were entered; "" clears.
    """

    kept = Signal(str)

    def __init__(self, label: str) -> None:
        super().__init__()
        self._label = label
        self.value = ""
        self.shown = _Words()
        self.shown.clicked.connect(self.edit)
        self.editor = NoteEditor(label, may_be_empty=True)
        self.editor.kept.connect(self._keep)
        self.editor.left.connect(self._close)
        self._hints = KeyHints((Hint((_("Ctrl"), _("Enter")), _("keep")), Hint((_("Esc"),), _("leave"))))
        self._head = ElidingLabel(label, role="meta")
        self._column = QVBoxLayout(self)
        for part in (self._head, self.shown, self.editor, self._hints):
            self._column.addWidget(part)
        self.setFocusProxy(self.shown)
        theme().changed.connect(self._retheme)
        self._retheme()
        self._show_editor(False)
        self.show_value("")

    def show_value(self, value: str) -> None:
        """Show other words; while they are edited the editor keeps its own."""
        self.value = value
        self.shown.setText(value or "—")
        self.shown.setAccessibleName(f"{self._label}: {value}" if value else _("%s: empty") % self._label)
        self.shown.setAccessibleDescription(_("Enter edits"))

    def edit(self) -> None:
        """Open the editor."""
        self.editor.setPlainText(self.value)
        self._show_editor(True)
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.editor.selectAll()

    def _keep(self, words: str) -> None:
        changed = words.strip() != self.value
        self._close()
        if changed:
            self.show_value(words.strip())
            self.kept.emit(words.strip())

    def _close(self) -> None:
        self._show_editor(False)
        self.shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_editor(self, is_open: bool) -> None:
        self.shown.setVisible(not is_open)
        self.editor.setVisible(is_open)
        self._hints.setVisible(is_open)

    def _retheme(self) -> None:
        metrics = theme().metrics
        self._head.setContentsMargins(metrics.px(7), 0, metrics.px(7), 0)
        self._column.setSpacing(0)
        self._column.setContentsMargins(0, 0, 0, metrics.space_s)


class _Words(QAbstractButton):
    """Words that wrap and can be pressed."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def setText(self, text: str) -> None:
        super().setText(text)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(theme().metrics.limit_chip, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().metrics.target_width, theme().metrics.bar_field)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        inset, metrics = theme().metrics.px(7), theme().metrics
        inside = self.fontMetrics().boundingRect(0, 0, max(1, width - 2 * inset), 1_000_000, _WRAPPED, self.text())
        return max(metrics.bar_field, inside.height() + 2 * metrics.space_s)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._fit()

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
        inset, height = theme().metrics.px(7), theme().metrics.space_s
        painter.setPen(QColor(tokens.text))
        painter.drawText(self.rect().adjusted(inset, height, -inset, -height), _WRAPPED, self.text())

    def _fit(self) -> None:
        # A layout in a scroll area asks for heights before it knows widths.
        height = self.heightForWidth(self.width())
        if height != self.height() or height != self.minimumHeight():
            self.setFixedHeight(height)
