"""The text of an item as received: what stands, what was cut struck through in its place, what became a field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from curator import settings
from curator.gui import keys
from curator.gui.panes import REVIEW
from curator.gui.theme import theme
from curator.gui.views.reading_look import reading_look
from curator.gui.views.review_text_look import field_name, letters, paragraph, reason
from curator.i18n import _
from curator.operations.review_item import PartOfItem


class ReviewText(QTextEdit):
    """Shows the parts of an item; those that were cut can be walked and restored.

    Signals:
        part_wanted(int): restore this part, or cut it again.
        walked(str): another part is current; what it is, in words.
    """

    part_wanted = Signal(int)
    walked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: list[PartOfItem] = []
        self._spans: dict[int, tuple[int, int]] = {}
        self._title, self._heading, self._px = "", -1, 0
        self.current = -1
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setObjectName("articleText")
        self.setAccessibleName(_("Text of the item"))
        theme().changed.connect(self._retheme)
        self._retheme()

    def show_parts(self, title: str, parts: Sequence[PartOfItem], same: bool = False) -> None:
        """Show a text.

        Args:
            title: shown above, unless one of the parts became it.
            same: of the same item as before: the view stays where it is.
        """
        self._title, self._parts = title, list(parts)
        kept, place = self.current, self.verticalScrollBar().value()
        self.current = kept if same and kept in self._movable() else -1
        self._draw()
        if same:
            self.verticalScrollBar().setValue(place)

    def cut_number(self) -> int:
        """Return how many parts are cut now."""
        return sum(not part.kept for part in self._parts)

    def step(self, by: int) -> None:
        """Go to the next (1) or the part before (-1) that was cut."""
        movable = self._movable()
        if not movable:
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + by * self.fontMetrics().height() * 3)
            return
        at = movable.index(self.current) + by if self.current in movable else (0 if by > 0 else -1)
        self.current = movable[max(0, min(len(movable) - 1, at)) if self.current in movable else at]
        cursor = self.textCursor()
        cursor.setPosition(self._spans[self.current][0])
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self.viewport().update()
        self.walked.emit(self._spoken(self.current))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the cut parts by J and K or the arrows; restore by R, Enter or Space. The rest is the page's."""
        letter, key = keys.letter(event, REVIEW), event.key()
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            event.ignore() if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) else super().keyPressEvent(event)
        elif letter in ("j", "k") or key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.step(1 if letter == "j" or key == Qt.Key.Key_Down else -1)
        elif self.current >= 0 and (letter in ("r", " ") or key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)):
            self.part_wanted.emit(self.current)
        elif key == Qt.Key.Key_Escape or letter.strip() or key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first part that was cut."""
        super().focusInEvent(event)
        if self.current < 0 and event.reason() != Qt.FocusReason.MouseFocusReason and self._movable():
            self.step(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, and a bar beside the current part."""
        super().paintEvent(event)
        if self.current < 0 or self.current not in self._spans:
            return
        first, last = (QTextCursor(self.document()) for _n in range(2))
        first.setPosition(self._spans[self.current][0])
        last.setPosition(self._spans[self.current][1])
        top, bottom = self.cursorRect(first).top(), self.cursorRect(last).bottom()
        metrics, tokens = theme().metrics, theme().tokens
        ink = tokens.focus if self.hasFocus() else tokens.control
        left = metrics.space_s
        QPainter(self.viewport()).fillRect(QRect(left, top, metrics.focus_bar, bottom - top + 1), QColor(ink))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the measure: spare width goes to the right."""
        super().resizeEvent(event)
        self._set_margins()

    def _movable(self) -> list[int]:
        return [part.index for part in self._parts if not part.kept or part.by_person]

    def _spoken(self, index: int) -> str:
        part = next(part for part in self._parts if part.index == index)
        state = _("Restored") if part.kept else _("Cut")
        return f"{state}: {reason(part)}. {part.text}"

    def _draw(self) -> None:
        self.clear()
        self._spans = {}
        cursor = self.textCursor()
        cursor.beginEditBlock()
        is_first = True
        # Of a headline that stands there several times, one became the title.
        self._heading = next((part.index for part in self._parts if part.field == "title" and not part.kept), -1)
        if self._title and self._heading < 0:
            paragraph(cursor, self._title, letters(self._px, "title"), True)
            is_first = False
        for part in self._parts:
            start = cursor.position() + (0 if is_first else 1)
            for line in part.text.split("\n"):
                if line.strip():
                    self._line(cursor, line, part, is_first)
                    is_first = False
            self._spans[part.index] = (start, cursor.position())
        cursor.endEditBlock()
        self._set_margins()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _line(self, cursor: QTextCursor, line: str, part: PartOfItem, is_first: bool) -> None:
        if part.kept:
            paragraph(cursor, line, letters(self._px, "kept"), is_first)
            if part.by_person:
                cursor.insertText("  " + _("restored"), letters(self._px, "note"))
        elif part.index == self._heading:
            paragraph(cursor, line, letters(self._px, "title"), is_first)
        elif part.field and part.field != "title":
            paragraph(cursor, line, letters(self._px, "moved"), is_first, tight=True)
            cursor.insertText(f"  →  {field_name(part.field)}", letters(self._px, "moved"))
        else:
            paragraph(cursor, line, letters(self._px, "cut"), is_first, tight=True)

    def _retheme(self) -> None:
        metrics, look = theme().metrics, reading_look(settings.load(), self.window().width())
        font = QFont(look.families())
        font.setPixelSize(metrics.px(look.px))
        self.document().setDefaultFont(font)
        self._px = font.pixelSize()
        self._draw()

    def _set_margins(self) -> None:
        metrics, look = theme().metrics, reading_look(settings.load(), self.window().width())
        frame = self.document().rootFrame()
        form = frame.frameFormat()
        form.setMargin(metrics.space_l)
        form.setLeftMargin(metrics.space_l + metrics.space_s)
        spare = self.viewport().width() - metrics.px(look.px) * look.measure
        form.setRightMargin(max(metrics.space_l, spare))
        frame.setFrameFormat(form)
