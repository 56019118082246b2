"""The reader: an article, its bar, and tagging by keyboard."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from curator.gui.kinds import KINDS
from curator.gui.session import Session
from curator.gui.theme import theme
from curator.gui.views.article_text import ArticleText
from curator.gui.widgets.buttons import IconButton
from curator.gui.widgets.empty_state import EmptyState
from curator.i18n import _
from curator.model.date_phrases import describe
from curator.model.dates import parse_edtf
from curator.model.revision import Changes
from curator.operations import reading
from curator.operations.reading import Reading
from curator.search import Node

_READER_PX = 16
_NEXT = {"inbox": "read", "read": "described", "described": "described"}
_BEFORE = {"inbox": "inbox", "read": "inbox", "described": "read"}
_SHOWN = ("article", "article_text", "mention", "passage", "authority", "note", "collection_item", "field_source")


class Reader(QWidget):
    """Shows one article.

    Signals:
        opened(Reading): an article, or its new state, is shown.
        tag_wanted(str, QRect): tag the current passage with a kind; where the passage is, in the reader's pixels.
        status_wanted(int): R (1) or Shift+R (-1).
    """

    opened = Signal(object)
    tag_wanted = Signal(str, QRect)
    status_wanted = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reader")
        self._session = session
        self.reading: Reading | None = None
        self._node: Node | None = None
        self._wanted = 0
        self.text = ArticleText()
        self.text.setAccessibleName(_("Text of the article"))
        self._hits = QLabel()
        self._hits.setProperty("role", "meta")
        self._status = QLabel()
        self._status.setProperty("role", "meta")
        empty = EmptyState(_("No article is open"), _("Choose one in the list."), "book-open")
        self._stack = QStackedWidget()
        self._stack.addWidget(empty)
        self._stack.addWidget(self.text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar())
        column.addWidget(self._stack, 1)
        self.text.key_wanted.connect(self._key)
        self.text.passage_changed.connect(self._tell)
        session.changed.connect(self._changed)
        theme().changed.connect(self._retheme)
        self._retheme()

    def show_article(self, article_id: int, node: Node | None = None) -> None:
        """Open an article; `node` is the query whose words are marked in it."""
        self._wanted, self._node = article_id, node
        self._session.read(
            "article", lambda context, _interrupt: reading.open_article(context, article_id, node), self._show
        )

    def _show(self, found: Reading) -> None:
        same_text = self.reading is not None and self.reading.text.id == found.text.id
        same = same_text and self.reading is not None and self.reading.article == found.article
        self.reading = found
        if same and self._stack.currentWidget() is self.text:
            self.text.take_marks(found)
        else:
            self.text.show_reading(found, _about(found))
            self._stack.setCurrentWidget(self.text)
        self._tell()
        self.opened.emit(found)

    def _changed(self, changes: Changes) -> None:
        if self._wanted and any(changes.ids(record) for record in _SHOWN):
            self.show_article(self._wanted, self._node)

    def _key(self, letter: str) -> None:
        for kind, look in KINDS.items():
            if letter.upper() == look.key and kind not in ("statement", "figure", "note"):
                box = self.text.passage_box()
                corner = self.text.viewport().mapTo(self, box.topLeft())
                self.tag_wanted.emit(kind, QRect(corner, box.size()))
                return
        if letter in ("r", "R"):
            self.status_wanted.emit(1 if letter == "r" else -1)

    def next_status(self, by: int) -> str | None:
        """Return the status after (1) or before (-1) that of the open article."""
        if self.reading is None:
            return None
        return (_NEXT if by > 0 else _BEFORE)[self.reading.article.status]

    def _tell(self) -> None:
        count = self.text.hit_count
        values = {"n": self.text.hit_number, "count": count}
        self._hits.setText(_("Hit %(n)d of %(count)d in this article") % values if count else "")
        words = {"inbox": _("Inbox"), "read": _("Read"), "described": _("Described")}
        self._status.setText(words[self.reading.article.status] if self.reading else "")

    def _bar(self) -> QWidget:
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 4, 8, 4)
        previous = IconButton("chevron-up", _("Previous hit"), "Shift+F3")
        following = IconButton("chevron-down", _("Next hit"), "F3")
        previous.clicked.connect(lambda: self.text.step_hit(-1))
        following.clicked.connect(lambda: self.text.step_hit(1))
        row.addStretch(1)
        for part in (previous, self._hits, following):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self._status)
        return bar

    def _retheme(self) -> None:
        self.text.set_look(theme().tokens, theme().metrics, _READER_PX)
        if self.reading:
            self.text.show_reading(self.reading, _about(self.reading))


def _about(found: Reading) -> str:
    """Return the line below the title."""
    article = found.article
    date = describe(parse_edtf(article.published)) if article.published else None
    by = _("by %(names)s") % {"names": article.byline} if article.byline else None
    return " · ".join(part for part in (article.publication, date, by, article.language) if part)
