"""The text of an article: read, walked by sentences, marked, with every hit and name in its place."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from curator.gui import keys
from curator.gui.metrics import Metrics
from curator.gui.tokens import Tokens
from curator.gui.views import article_painting as painting
from curator.gui.views.article_document import fill
from curator.gui.views.article_lanes import gutter, paint_lanes
from curator.gui.views.hit_ruler import HitRuler
from curator.gui.views.line_boxes import line_boxes
from curator.gui.views.marks import Mark, Marks, marks_of
from curator.gui.views.reading_look import ReadingLook
from curator.gui.views.sentence_walk import Range, SentenceWalk
from curator.operations.reading import Reading
from curator.text.offsets import Offsets

_MARGIN = 24
_NEAR_HANDLE = 6


class ArticleText(QTextEdit):
    """The body of one article, read-only.

    Signals:
        key_wanted(str): a letter was pressed that the text does not use itself ("p", "#" ...).
        passage_changed(): another sentence or passage is current.
        mark_opened(Mark): Enter or a click on a mark.
    """

    key_wanted = Signal(str)
    passage_changed = Signal()
    mark_opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.viewport().setAutoFillBackground(False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._tokens: Tokens | None = None
        self._metrics, self._look = Metrics(), ReadingLook()
        self._body_at = 0
        self._walk = SentenceWalk()
        self._all = Marks()
        self._marks = Marks()
        self._hits: list[Range] = []
        self._hit_now = -1
        self._passage: Range | None = None
        self._hidden: frozenset[str] = frozenset()
        self._dragged = ""
        self.ruler = HitRuler()
        self.setVerticalScrollBar(self.ruler)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setUndoRedoEnabled(False)
        self.setObjectName("articleText")
        self.selectionChanged.connect(self._take_selection)

    def set_look(self, tokens: Tokens, metrics: Metrics, look: ReadingLook) -> None:
        """Take colours and sizes; what is shown already is shown anew."""
        self._tokens, self._metrics, self._look = tokens, metrics, look
        font = QFont(look.families())
        font.setPixelSize(metrics.px(look.px))
        self.document().setDefaultFont(font)
        self._set_margins()
        self.viewport().update()

    def show_reading(self, reading: Reading, about: str) -> None:
        """Show an article from its beginning.

        Args:
            about: the line below the title: publication, date, byline.
        """
        body = reading.text.body
        self.blockSignals(True)
        self.clear()
        # In one step with the margins: else the text is laid out anew for every line, and once more for these.
        cursor = self.textCursor()
        cursor.beginEditBlock()
        size = self._metrics.px(self._look.px)
        self._body_at = fill(self, reading.article.title, about, body, size, self._tokens)
        self._walk = SentenceWalk(body, self._body_at)
        self._passage = None
        self.take_marks(reading)
        cursor.endEditBlock()
        self.blockSignals(False)
        self.set_hits(reading.hits)
        # After filling the cursor stands at the end, and the text would open scrolled down.
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.passage_changed.emit()

    def take_marks(self, reading: Reading) -> None:
        """Take the marks of the same text again: a tag was made or removed."""
        self._all = marks_of(reading.mentions, reading.notes, Offsets(reading.text.body), self._body_at)
        self.hide_kinds(self._hidden)

    def hide_kinds(self, kinds: Collection[str]) -> None:
        """Leave marks of some kinds out of text and lanes."""
        self._hidden = frozenset(kinds)
        self._marks = Marks(mark for mark in self._all if mark.kind not in self._hidden)
        self._set_margins()
        self.viewport().update()

    @property
    def marks(self) -> Marks:
        """The marks, in the places of the document."""
        return self._marks

    @property
    def all_kinds(self) -> list[str]:
        """The kinds of marks in this text, hidden ones too, in the order of their lanes."""
        return self._all.kinds()

    @property
    def hit_count(self) -> int:
        """How many places the query found in this text."""
        return len(self._hits)

    @property
    def hit_number(self) -> int:
        """Which of them is current, from 1; 0 before the first."""
        return self._hit_now + 1

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

    def set_hits(self, hits: Sequence[tuple[int, int]]) -> None:
        """Show other hits (code points of the body), such as those of finding in this article."""
        self._hits = [self._walk.units(*hit) for hit in hits]
        self._hit_now = -1
        self._tell_hits()
        self.viewport().update()

    def step_mark(self, by: int) -> None:
        """Make the next or the mark before the current passage."""
        at = self._passage[0] if self._passage else self._body_at - 1
        mark = self._marks.after(at) if by > 0 else self._marks.before(at)
        if mark:
            self._select(mark.start, mark.end)

    def marks_here(self) -> Sequence[Mark]:
        """Return the marks over the current passage, those that are exactly it first."""
        if self._passage is None:
            return []
        start, end = self._passage
        here = self._marks.between(start, max(start, end - 1))
        return sorted(here, key=lambda mark: (mark.start, mark.end) != (start, end))

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the text; hand on what is for the pane."""
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        typed = keys.letter(event)
        letter = typed.lower()
        if plain and letter in _WALKS:
            step, by = _WALKS[letter]
            if step == "sentence":
                self.step_sentence(by, extend=shift)
            elif step == "hit":
                self.step_hit(-1 if shift else 1)
            else:
                self.step_mark(-1 if shift else 1)
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

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the mark under the pointer, else choose the word."""
        here = self._marks.at(self.cursorForPosition(event.position().toPoint()).position())
        if here:
            self._select(here[-1].start, here[-1].end)
            self.mark_opened.emit(here[-1])
        else:
            super().mouseDoubleClickEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint tints and hits, then the words, then lines and lanes: only of what can be seen."""
        if self._tokens is None:
            super().paintEvent(event)
            return
        scene = painting.Scene(self, self._marks, self._tokens)
        selected = self._passage if self._passage and not self._walk.is_sentence(self._passage) else None
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._tokens.reader))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painting.paint_tints(painter, scene)
        if selected:
            painting.paint_passage(painter, scene, *selected)
        shown = [hit for hit in self._hits if hit[1] >= scene.first and hit[0] <= scene.last]
        painting.paint_hits(painter, scene, shown, self._hit())
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painting.paint_underlines(painter, scene)
        paint_lanes(painter, scene, self._metrics)
        if self._passage:
            painting.paint_current(painter, scene, *self._passage, self._gutter() - self._metrics.px(8))
        if selected:
            painting.paint_handles(painter, scene, *selected)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the measure: spare width goes to the right."""
        super().resizeEvent(event)
        self._set_margins()
        self._tell_hits()

    def _hit(self) -> Range | None:
        return self._hits[self._hit_now] if self._hit_now >= 0 else None

    def _tell_hits(self) -> None:
        """Show the hits at the scroll bar, and the letters of the current one in an ink that stands out on it."""
        height = max(1.0, self.document().size().height()) if self._hits else 1.0
        self.ruler.set_hits([self._depth(start) / height for start, _end in self._hits], self._hit_now)
        now = self._hit()
        if now is None or self._tokens is None:
            self.setExtraSelections([])
            return
        letters = QTextEdit.ExtraSelection()
        cursor = self.textCursor()
        cursor.setPosition(now[0])
        cursor.setPosition(now[1], QTextCursor.MoveMode.KeepAnchor)
        form = QTextCharFormat()
        form.setForeground(QColor(self._tokens.hit_now_text))
        letters.cursor, letters.format = cursor, form
        self.setExtraSelections([letters])

    def _depth(self, place: int) -> float:
        """Return how far down in the text a place is (px)."""
        block = self.document().findBlock(place)
        line = block.layout().lineForTextPosition(place - block.position())
        top = self.document().documentLayout().blockBoundingRect(block).top()
        return top + (line.y() if line.isValid() else 0.0)

    def _handle_at(self, point: QPoint) -> str:
        if self._passage is None or self._walk.is_sentence(self._passage):
            return ""
        for name, area in painting.handles(self, *self._passage).items():
            if area.adjusted(-_NEAR_HANDLE, -2, _NEAR_HANDLE, 2).contains(point):
                return name
        return ""

    def _set_margins(self) -> None:
        frame = self.document().rootFrame()
        form = frame.frameFormat()
        left, measure = self._gutter(), self._metrics.px(self._look.px) * self._look.measure
        right = max(_MARGIN, self.viewport().width() - left - measure)
        if (form.leftMargin(), form.rightMargin(), form.topMargin()) == (left, right, _MARGIN):
            # Setting them lays the whole text out again.
            return
        form.setLeftMargin(left)
        form.setTopMargin(_MARGIN)
        form.setBottomMargin(_MARGIN * 2)
        form.setRightMargin(right)
        frame.setFrameFormat(form)

    def _gutter(self) -> int:
        return gutter(self._metrics, len(self._marks.kinds()))

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


_WALKS = {"j": ("sentence", 1), "k": ("sentence", -1), "h": ("hit", 1), "m": ("mark", 1)}
_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
