"""The text of an article: read, walked by sentences, marked, with every hit and name in its place."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QTextEdit, QWidget

from curator.gui import keys
from curator.gui.fonts import reader_families
from curator.gui.metrics import Metrics
from curator.gui.tokens import Tokens
from curator.gui.views import article_painting as painting
from curator.gui.views.article_document import fill
from curator.gui.views.marks import Mark, Marks, marks_of
from curator.operations.reading import Reading
from curator.text.offsets import Offsets
from curator.text.sentences import sentences

_MEASURE_EM = 38
_MARGIN = 24


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
        self._metrics = Metrics()
        self._reader_px = 16
        self._body_at = 0
        self._body = ""
        self._offsets = Offsets("")
        self._all = Marks()
        self._marks = Marks()
        self._hits: list[tuple[int, int]] = []
        self._hit_now = -1
        self._sentences: list[tuple[int, int]] = []
        self._passage: tuple[int, int] | None = None
        self._hidden: frozenset[str] = frozenset()
        self.setObjectName("articleText")
        self.selectionChanged.connect(self._take_selection)

    def set_look(self, tokens: Tokens, metrics: Metrics, reader_px: int) -> None:
        """Take colours and sizes; `reader_px` is the size of the text at 100 %."""
        self._tokens, self._metrics, self._reader_px = tokens, metrics, reader_px
        font = QFont(reader_families())
        font.setPixelSize(metrics.px(reader_px))
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
        size = self._metrics.px(self._reader_px)
        self._body_at = fill(self, reading.article.title, about, body, size, self._tokens)
        self.blockSignals(False)
        self._body, self._offsets = body, Offsets(body)
        units = self._units
        self._sentences = [(units(start), units(end)) for start, end in sentences(body)]
        self._hits = [(units(start), units(end)) for start, end in reading.hits]
        self._hit_now, self._passage = -1, None
        self.take_marks(reading)
        # After filling the cursor stands at the end, and the text would open scrolled down.
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.passage_changed.emit()

    def take_marks(self, reading: Reading) -> None:
        """Take the marks of the same text again: a tag was made or removed."""
        self._all = marks_of(reading.mentions, self._offsets, self._body_at)
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
        if self._passage is None:
            return None
        start, end = self._passage
        return self._offsets.code_points(start - self._body_at), self._offsets.code_points(end - self._body_at)

    def passage_box(self) -> QRect:
        """Return where the current passage is, in pixels of the viewport."""
        box = QRect()
        if self._passage:
            for line in painting.line_boxes(self, *self._passage):
                box = box.united(line.toRect())
        return box

    def show_passage(self, start: int, end: int) -> None:
        """Make a passage (code points of the body) the current one, and bring it into view."""
        self._select(self._units(start), self._units(end))

    def step_sentence(self, by: int, extend: bool = False) -> None:
        """Make the next or the one before the current sentence; with `extend`, stretch or shrink the passage."""
        if not self._sentences:
            return
        if extend and self._passage is not None:
            start, end = self._passage
            ends = [last for _first, last in self._sentences]
            if by > 0:
                end = next((last for last in ends if last > end), end)
            else:
                end = next((last for last in reversed(ends) if start < last < end), end)
            self._select(start, end)
            return
        self._select(*self._sentences[self._next_sentence(by)])

    def step_hit(self, by: int) -> None:
        """Go to the next or the hit before, from the last on to the first."""
        if self._hits:
            self._hit_now = (self._hit_now + by) % len(self._hits) if self._hit_now >= 0 else (0 if by > 0 else -1)
            self._hit_now %= len(self._hits)
            self._reveal(*self._hits[self._hit_now])
            self.passage_changed.emit()

    def set_hits(self, hits: Sequence[tuple[int, int]]) -> None:
        """Show other hits (code points of the body), such as those of finding in this article."""
        self._hits = [(self._units(start), self._units(end)) for start, end in hits]
        self._hit_now = -1
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
            self._select(*self._trimmed(first, last))

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
        first, last = painting.visible_range(self)
        seen = self._marks.between(first, last)
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._tokens.reader))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painting.paint_tints(self, painter, seen, self._tokens)
        shown = [hit for hit in self._hits if hit[1] >= first and hit[0] <= last]
        now = self._hits[self._hit_now] if self._hit_now >= 0 else None
        painting.paint_hits(self, painter, shown, now, self._tokens)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painting.paint_underlines(self, painter, seen, self._tokens)
        painting.paint_lanes(self, painter, self._marks, seen, painting.GUTTER_EDGE, self._tokens)
        if self._passage:
            painting.paint_current(self, painter, *self._passage, self._gutter() - 10, self._tokens)
        painter.end()

    def resizeEvent(self, event: object) -> None:
        """Keep the measure: spare width goes to the right."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._set_margins()

    def _units(self, code_points: int) -> int:
        return self._body_at + self._offsets.units(code_points)

    def _set_margins(self) -> None:
        frame = self.document().rootFrame()
        form = frame.frameFormat()
        left = self._gutter()
        measure = self._metrics.px(self._reader_px) * _MEASURE_EM
        form.setLeftMargin(left)
        form.setTopMargin(_MARGIN)
        form.setBottomMargin(_MARGIN * 2)
        form.setRightMargin(max(_MARGIN, self.viewport().width() - left - measure))
        frame.setFrameFormat(form)

    def _gutter(self) -> int:
        lanes = len(self._marks.kinds())
        return painting.GUTTER_EDGE + lanes * painting.SLOT + _MARGIN

    def _next_sentence(self, by: int) -> int:
        at = self._passage[0] if self._passage else self.cursorForPosition(QPoint(0, 0)).position()
        places = [start for start, _end in self._sentences]
        if self._passage is None:
            return next((number for number, start in enumerate(places) if start >= at), len(places) - 1)
        later = [number for number, start in enumerate(places) if start > at]
        earlier = [number for number, start in enumerate(places) if start < at]
        if by > 0:
            return later[0] if later else len(places) - 1
        return earlier[-1] if earlier else 0

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
            self._passage = self._trimmed(start, end)
            self.viewport().update()
            self.passage_changed.emit()

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        """Leave out white space at both ends, by the body itself: what Qt gives back is not it."""
        first, last = (self._offsets.code_points(at - self._body_at) for at in (start, end))
        words = self._body[first:last]
        first, last = last - len(words.lstrip()), first + len(words.rstrip())
        return (self._units(first), self._units(last)) if first < last else (start, end)


_WALKS = {"j": ("sentence", 1), "k": ("sentence", -1), "h": ("hit", 1), "m": ("mark", 1)}
_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
