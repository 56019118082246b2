"""The text of an article, walked by sentences, hits and marks, and passages chosen in it, by keys and by mouse."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget

from curator.gui import keys
from curator.gui.panes import READER
from curator.gui.views import article_painting as painting
from curator.gui.views.article_page import ArticlePage
from curator.gui.views.line_boxes import line_boxes
from curator.gui.views.marks import Mark

_NEAR_HANDLE = 6


class ArticleText(ArticlePage):
    """The body of one article, to be walked through.

    Signals:
        key_wanted(str): a letter was pressed that the text does not use itself ("p", "#" ...).
        mark_opened(Mark): Enter or a double click on a mark.
        hit_wanted(int): H (1) or Shift+H (-1).
        suggestion_pressed(str): a key on the suggestion that is current: "accept", "accept-all" or "reject".
    """

    key_wanted = Signal(str)
    mark_opened = Signal(object)
    hit_wanted = Signal(int)
    suggestion_pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dragged = ""
        self.selectionChanged.connect(self._take_selection)

    def passage(self) -> tuple[int, int] | None:
        """Return the current passage in code points of the body, or None."""
        return self._walk.code_points(*self._passage) if self._passage else None

    def passage_box(self) -> QRect:
        """Return where the current passage is, in pixels of the viewport."""
        box = QRect()
        if self._passage:
            for line in line_boxes(self, *self._passage):
                box = box.united(line.toRect())
        return box

    def show_passage(self, start: int, end: int) -> None:
        """Make a passage (code points of the body) the current one, and bring it into view."""
        self._select(*self._walk.units(start, end))

    def step_sentence(self, by: int, extend: bool = False) -> None:
        """Make the next or the one before the current sentence; with `extend`, stretch or shrink the passage."""
        if extend and self._passage is not None:
            self._select(*self._walk.stretched(self._passage, by))
            return
        if self._passage is None:
            found = self._walk.first_from(self.cursorForPosition(QPoint(0, 0)).position())
        else:
            found = self._walk.step(self._passage[0], by)
        if found:
            self._select(*found)

    def step_hit(self, by: int) -> None:
        """Go to the next or the hit before, from the last on to the first."""
        if self._hits:
            self._hit_now = (self._hit_now + by) % len(self._hits) if self._hit_now >= 0 else (0 if by > 0 else -1)
            self._hit_now %= len(self._hits)
            self._reveal(*self._hits[self._hit_now])
            self._tell_hits()
            self.passage_changed.emit()

    def has_hit(self, by: int) -> bool:
        """Return whether a step to the next hit (1) or the one before (-1) stays within the article."""
        if self._hit_now < 0:
            return bool(self._hits)
        return 0 <= self._hit_now + by < len(self._hits)

    def begin_hits(self, by: int) -> None:
        """Go to the first hit (1) or the last (-1)."""
        self._hit_now = -1
        self.step_hit(by)

    def step_mark(self, by: int) -> None:
        """Make the next or the mark before the current passage."""
        at = self._passage[0] if self._passage else self._body_at - 1
        mark = self._marks.after(at) if by > 0 else self._marks.before(at)
        if mark:
            self._select(mark.start, mark.end)

    def step_suggestion(self, by: int) -> bool:
        """Make the next or the suggestion before the current passage; return whether there is one."""
        at = self._passage[0] if self._passage else self._body_at - 1
        mark = self._suggested.after(at) if by > 0 else self._suggested.before(at)
        if mark:
            self._select(mark.start, mark.end)
        return mark is not None

    def suggestion_here(self) -> Mark | None:
        """Return the suggestion that is exactly the current passage, or None."""
        if self._passage is None:
            return None
        here = self._suggested.between(*self._passage)
        return next((mark for mark in here if (mark.start, mark.end) == self._passage), None)

    def marks_here(self) -> Sequence[Mark]:
        """Return the marks over the current passage, those that are exactly it first."""
        if self._passage is None:
            return []
        start, end = self._passage
        here = self._marks.between(start, max(start, end - 1))
        return sorted(here, key=lambda mark: (mark.start, mark.end) != (start, end))

    def exact_marks(self) -> Sequence[Mark]:
        """Return the marks that are exactly the current passage."""
        return [mark for mark in self.marks_here() if (mark.start, mark.end) == self._passage]

    def clear_passage(self) -> bool:
        """Let go of the current passage; return whether there was one."""
        had = self._passage is not None
        self._passage = None
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)
        self.viewport().update()
        self.passage_changed.emit()
        return had

    def move_end(self, by: int, start: bool = False) -> None:
        """Move the end (or the start) of the passage by a word."""
        if self._passage is None:
            return
        first, last = self._passage
        cursor = self.textCursor()
        cursor.setPosition(first if start else last)
        cursor.movePosition(QTextCursor.MoveOperation.NextWord if by > 0 else QTextCursor.MoveOperation.PreviousWord)
        at = max(self._body_at, cursor.position())
        first, last = (at, last) if start else (first, at)
        if first < last:
            self._select(*self._walk.trimmed(first, last))

    def event(self, event: QEvent) -> bool:
        """Keep Backspace, which goes back elsewhere, for rejecting a suggestion."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride and self.suggestion_here() is not None
        return (is_asked and keys.claims(event, Qt.Key.Key_Backspace)) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the text; hand on what is for the pane."""
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        typed = keys.letter(event, READER)
        letter = typed.lower()
        if plain and letter in _WALKS:
            step, by = _WALKS[letter]
            if step == "sentence":
                self.step_sentence(by, extend=shift)
            elif step == "hit":
                self.hit_wanted.emit(-1 if shift else 1)
            elif step == "suggestion":
                if not self.step_suggestion(-1 if shift else 1):
                    self.key_wanted.emit(typed)
            else:
                self.step_mark(-1 if shift else 1)
        elif plain and event.key() in _DECISIONS and self.suggestion_here():
            act = _DECISIONS[Qt.Key(event.key())]
            self.suggestion_pressed.emit("accept-all" if act == "accept" and shift else act)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in _ARROWS:
            self.move_end(_ARROWS[Qt.Key(event.key())], start=shift)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (here := self.marks_here()):
            self.mark_opened.emit(here[0])
        elif plain and letter.strip():
            self.key_wanted.emit(typed)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a handle of the passage, else select anew."""
        is_left = event.button() == Qt.MouseButton.LeftButton
        self._dragged = self._handle_at(event.position().toPoint()) if is_left else ""
        if not self._dragged:
            if is_left and self._passage is not None:
                self.clear_passage()
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the end of the passage that is held."""
        if not self._dragged or self._passage is None:
            super().mouseMoveEvent(event)
            return
        start, end = self._passage
        place = max(self._body_at, self.cursorForPosition(event.position().toPoint()).position())
        start, end = (place, end) if self._dragged == "start" else (start, place)
        if start < end:
            self._passage = (start, end)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of the handle."""
        if self._dragged and self._passage is not None:
            self._passage = self._walk.trimmed(*self._passage)
            self._dragged = ""
            self.viewport().update()
            self.passage_changed.emit()
        else:
            super().mouseReleaseEvent(event)
            if event.button() == Qt.MouseButton.LeftButton and self._passage is None:
                self._take_suggestion(event.position().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the mark under the pointer, else choose the word."""
        here = self._marks.at(self.cursorForPosition(event.position().toPoint()).position())
        if here:
            self._select(here[-1].start, here[-1].end)
            self.mark_opened.emit(here[-1])
        else:
            super().mouseDoubleClickEvent(event)

    def _take_suggestion(self, point: QPoint) -> None:
        """Make the suggestion under the pointer the current passage."""
        here = self._suggested.at(self.cursorForPosition(point).position())
        if here:
            self._select(here[-1].start, here[-1].end)

    def _handle_at(self, point: QPoint) -> str:
        if self._passage is None or self._walk.is_sentence(self._passage):
            return ""
        for name, area in painting.handles(self, *self._passage).items():
            if area.adjusted(-_NEAR_HANDLE, -2, _NEAR_HANDLE, 2).contains(point):
                return name
        return ""

    def _select(self, start: int, end: int) -> None:
        self._passage = (start, end)
        self._reveal(start, end)
        self.passage_changed.emit()

    def _reveal(self, start: int, end: int) -> None:
        """Bring a passage into view in one jump, with the line before it."""
        cursor = self.textCursor()
        self.blockSignals(True)
        for place in (end, start):
            cursor.setPosition(place)
            self.setTextCursor(cursor)
            self.ensureCursorVisible()
        self.blockSignals(False)
        self.viewport().update()

    def _take_selection(self) -> None:
        cursor = self.textCursor()
        start, end = max(self._body_at, cursor.selectionStart()), cursor.selectionEnd()
        if cursor.hasSelection() and start < end:
            self._passage = self._walk.trimmed(start, end)
            self.viewport().update()
            self.passage_changed.emit()


_WALKS = {"j": ("sentence", 1), "k": ("sentence", -1), "h": ("hit", 1), "m": ("mark", 1), "u": ("suggestion", 1)}
_DECISIONS = {
    Qt.Key.Key_Return: "accept",
    Qt.Key.Key_Enter: "accept",
    Qt.Key.Key_Delete: "reject",
    Qt.Key.Key_Backspace: "reject",
}
_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
