"""An article as it is shown: its text with marks, hits and lanes; what is current in it is decided by who walks it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from curator.gui.metrics import Metrics
from curator.gui.tokens import Tokens
from curator.gui.views import article_painting as painting
from curator.gui.views.article_document import MARGIN, article_document, set_margins
from curator.gui.views.article_lanes import gutter, paint_lanes
from curator.gui.views.hit_ruler import HitRuler
from curator.gui.views.marks import Marks, in_lanes
from curator.gui.views.prepared_article import PreparedArticle
from curator.gui.views.reading_look import ReadingLook
from curator.gui.views.sentence_walk import Range, SentenceWalk

# A text of more characters is laid out in steps; what needs all of it waits so long (ms) after each of them.
_AT_ONCE = 20_000
_SETTLE_MS = 60


class ArticlePage(QTextEdit):
    """The body of one article, read-only.

    Signals:
        passage_changed(): another sentence, passage or hit is current.
    """

    passage_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.viewport().setAutoFillBackground(False)
        # The measure is kept by the width of the document: so a wider window does not lay the text out again.
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._tokens: Tokens | None = None
        self._metrics, self._look = Metrics(), ReadingLook()
        self._font = self.font()
        self._document: QTextDocument | None = None
        self._settling = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settling.timeout.connect(self._tell_ruler)
        self._body_at = 0
        self._walk = SentenceWalk()
        self._all = Marks()
        self._marks = Marks()
        self._all_suggested = Marks()
        self._suggested = Marks()
        self._reserved: frozenset[str] = frozenset()
        self._shown: tuple[int, int] = (0, 0)
        self._hits: list[Range] = []
        self._hit_now = -1
        self._passage: Range | None = None
        self._hidden: frozenset[str] = frozenset()
        self.ruler = HitRuler()
        self.setVerticalScrollBar(self.ruler)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setObjectName("articleText")

    def set_look(self, tokens: Tokens, metrics: Metrics, look: ReadingLook) -> None:
        """Take colours and sizes; what is shown already is shown anew."""
        self._tokens, self._metrics, self._look = tokens, metrics, look
        self._font = QFont(look.families())
        self._font.setPixelSize(metrics.px(look.px))
        self._set_measure()
        self.viewport().update()

    def show_article(self, prepared: PreparedArticle) -> None:
        """Show an article from its beginning."""
        self._body_at, self._walk, self._passage = prepared.body_at, prepared.walk, None
        self._take_marks(prepared.marks)
        # The same text with other letters: what is suggested in it stays.
        shown = (prepared.reading.text.id, prepared.body_at)
        if shown != self._shown:
            self._shown = shown
            self._take_suggested(Marks())
        article, body = prepared.reading.article, prepared.reading.text.body
        document = article_document(self, article.title, prepared.about, body, self._font, self._tokens)
        set_margins(document, self._gutter())
        self._set_measure()
        self._swap(document)
        self.set_hits(prepared.reading.hits, prepared.title_hits)
        self.passage_changed.emit()

    def take_marks(self, marks: Marks) -> None:
        """Take the marks of the same text again: a tag was made or removed."""
        self._take_marks(marks)
        self._show_lanes()

    def take_suggested(self, marks: Marks) -> None:
        """Take what is suggested in this text, in the places of the document."""
        self._take_suggested(marks)
        self._show_lanes()

    def reserve_lanes(self, kinds: Collection[str]) -> None:
        """Keep lanes for some kinds also where nothing is marked: what comes later does not move the text then."""
        self._reserved = frozenset(kinds)
        self._show_lanes()

    def hide_kinds(self, kinds: Collection[str]) -> None:
        """Leave marks of some kinds out of text and lanes."""
        self._hidden = frozenset(kinds)
        self._take_marks(self._all)
        self._take_suggested(self._all_suggested)
        self._show_lanes()

    @property
    def walk(self) -> SentenceWalk:
        """The sentences of the text, and where its code points stand in the document."""
        return self._walk

    @property
    def suggested(self) -> Marks:
        """What is suggested and shown, in the places of the document."""
        return self._suggested

    @property
    def marks(self) -> Marks:
        """The marks, in the places of the document."""
        return self._marks

    @property
    def all_kinds(self) -> list[str]:
        """The kinds that have lanes, those of hidden marks too, in their order."""
        return in_lanes((*self._all.kinds(), *self._all_suggested.kinds(), *self._reserved))

    @property
    def hit_count(self) -> int:
        """How many places the query found in this text."""
        return len(self._hits)

    @property
    def hit_number(self) -> int:
        """Which of them is current, from 1; 0 before the first."""
        return self._hit_now + 1

    def set_hits(self, hits: Sequence[tuple[int, int]], title: Sequence[Range] = ()) -> None:
        """Show other hits (code points of the body), such as those of finding in this article.

        Args:
            title: hits in the title, in places of the document.
        """
        self._hits = [*title, *(self._walk.units(*hit) for hit in hits)]
        self._hit_now = -1
        self._tell_hits()
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint tints and hits, then the words, then lines and lanes: only of what can be seen."""
        if self._tokens is None:
            super().paintEvent(event)
            return
        scene = painting.Scene(self, self._marks, self._tokens, self._suggested, self.all_kinds)
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
        painting.paint_suggested(painter, scene)
        paint_lanes(painter, scene, self._metrics)
        if self._passage:
            painting.paint_current(painter, scene, *self._passage, self._gutter() - self._metrics.px(8))
        if selected:
            painting.paint_handles(painter, scene, *selected)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the measure: spare width goes to the right."""
        super().resizeEvent(event)
        self._set_measure()
        self._tell_hits()

    def _hit(self) -> Range | None:
        return self._hits[self._hit_now] if self._hit_now >= 0 else None

    def _tell_hits(self) -> None:
        """Show the hits at the scroll bar, and the letters of the current one in an ink that stands out on it."""
        if self._hits and self.document().characterCount() > _AT_ONCE:
            self._settling.start()
        else:
            self._tell_ruler()
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

    def _tell_ruler(self) -> None:
        height = max(1.0, self.document().size().height()) if self._hits else 1.0
        self.ruler.set_hits([self._depth(start) / height for start, _end in self._hits], self._hit_now)

    def _depth(self, place: int) -> float:
        """Return how far down in the text a place is (px)."""
        block = self.document().findBlock(place)
        line = block.layout().lineForTextPosition(place - block.position())
        top = self.document().documentLayout().blockBoundingRect(block).top()
        return top + (line.y() if line.isValid() else 0.0)

    def _take_marks(self, marks: Marks) -> None:
        self._all = marks
        self._marks = Marks(mark for mark in marks if mark.kind not in self._hidden) if self._hidden else marks

    def _take_suggested(self, marks: Marks) -> None:
        self._all_suggested = marks
        self._suggested = Marks(mark for mark in marks if mark.kind not in self._hidden)

    def _show_lanes(self) -> None:
        set_margins(self.document(), self._gutter())
        self._set_measure()
        self.viewport().update()

    def _swap(self, document: QTextDocument) -> None:
        """Show another document."""
        before, self._document = self._document, document
        self.blockSignals(True)
        self.setDocument(document)
        self.blockSignals(False)
        document.documentLayout().documentSizeChanged.connect(self._laid_out)
        if before is not None:
            before.deleteLater()

    def _laid_out(self) -> None:
        """A long text is laid out in steps: hits are shown at the scroll bar once they come no more."""
        if self._hits:
            self._settling.start()

    def _set_measure(self) -> None:
        """Keep lines at the measure: what more width there is stays free at the right."""
        measure = self._gutter() + self._metrics.px(self._look.px) * self._look.measure + MARGIN
        width = min(self.viewport().width(), measure)
        if width != self.lineWrapColumnOrWidth():
            self.setLineWrapColumnOrWidth(width)

    def _gutter(self) -> int:
        return gutter(self._metrics, len(self.all_kinds))
