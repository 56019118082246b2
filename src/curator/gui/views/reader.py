"""The reader: an article's text and its original, hits walked, words found, passages tagged by keyboard."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from curator import settings
from curator.archive import texts
from curator.errors import CuratorError
from curator.gui.kinds import KINDS
from curator.gui.refreshing import Refreshing
from curator.gui.session import Session
from curator.gui.sheets.picture import PictureSheet
from curator.gui.theme import theme
from curator.gui.views.article_text import ArticleText
from curator.gui.views.find_bar import FindBar
from curator.gui.views.lane_head import LaneHead
from curator.gui.views.marks import Marks
from curator.gui.views.original_page import OriginalPage
from curator.gui.views.picture_strip import PictureStrip
from curator.gui.views.prepared_article import PreparedArticle, prepare
from curator.gui.views.reader_bar import ReaderBar
from curator.gui.views.reading_look import next_size, reading_look
from curator.gui.views.story_line import StoryLine
from curator.gui.views.suggestion_foot import SuggestionFoot
from curator.gui.views.versions_page import VersionsPage
from curator.gui.widgets.empty_state import EmptyState
from curator.i18n import _
from curator.model.revision import Changes
from curator.model.text_version import TextVersion
from curator.operations import reading, stories, text_versions
from curator.operations.context import Context
from curator.operations.reading import Reading
from curator.operations.stories import StoryVersion
from curator.search import Node, QueryError, hits, parse

_TAGS = ("person", "organisation", "event", "place", "theme")
_STATUSES = ("inbox", "read", "described")
_SHOWN = (
    "article", "article_text", "mention", "passage", "authority", "note", "collection_item", "field_source", "not_same",
)  # fmt: skip


class _Found(NamedTuple):
    prepared: PreparedArticle
    versions: list[TextVersion]
    story: tuple[StoryVersion, ...]


class Reader(QWidget):
    """Shows one article.

    Signals:
        opened(Reading): an article, or its new state, is shown.
        tag_wanted(str, QRect): tag the current passage with a kind; where the passage is, in the reader's pixels.
        status_wanted(int): R (1) or Shift+R (-1).
        story_wanted: show the versions of its story.
        hit_wanted(int): the next hit (1) or the one before (-1).
    """

    opened = Signal(object)
    tag_wanted = Signal(str, QRect)
    status_wanted = Signal(int)
    story_wanted = Signal()
    hit_wanted = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reader")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self.reading: Reading | None = None
        self.story: tuple[StoryVersion, ...] = ()
        self._prepared: PreparedArticle | None = None
        self._node: Node | None = None
        self._wanted = 0
        self._refreshing = Refreshing(self._ask, self)
        self.text = ArticleText()
        self.text.setAccessibleName(_("Text of the article"))
        self.find_bar = FindBar()
        self._lanes = LaneHead()
        self.pictures = PictureStrip(session, self.text)
        self.suggestion_foot = SuggestionFoot()
        self._original = OriginalPage(session)
        self._versions = VersionsPage(session)
        self._bar = ReaderBar()
        self.story_line = StoryLine()
        self._arrange()
        self._connect()
        self._retheme()

    def show_article(self, article_id: int, node: Node | None = None) -> None:
        """Open an article; `node` is the query whose words are marked in it."""
        self._wanted, self._node = article_id, node
        self._ask()

    def show_nothing(self) -> None:
        """Close the article: nothing is selected."""
        self.reading, self._wanted, self.story = None, 0, ()
        self.pictures.show_article(0)
        self._stack.setCurrentIndex(0)
        self._tell()

    def next_status(self, by: int) -> str | None:
        """Return the status after (1) or before (-1) that of the open article; None without another."""
        if self.reading is None:
            return None
        at = _STATUSES.index(self.reading.article.status) + by
        return _STATUSES[at] if 0 <= at < len(_STATUSES) else None

    def look_again(self) -> None:
        """Read what is shown anew: what belongs to it may be another."""
        if self._wanted:
            self._refreshing.want()

    def show_suggested(self, marks: Marks) -> None:
        """Show what is suggested in the article that is open, in the places of its document."""
        self.text.take_suggested(marks)
        self._lanes.show_kinds(self.text.all_kinds)

    def reserve_lanes(self, kinds: Collection[str]) -> None:
        """Keep lanes for some kinds, whether or not something is marked."""
        self.text.reserve_lanes(kinds)
        self._lanes.show_kinds(self.text.all_kinds)

    def find_words(self) -> None:
        """Ask for words to find in this article."""
        if self.reading is not None:
            self._bar.choose(0)
            self.find_bar.ask()

    def scale_text(self, by: int) -> None:
        """Make the article's text larger (1), smaller (-1) or as usual (0), from now on."""
        kept = settings.load()
        px = next_size(reading_look(kept, self.window().width()).px, by) if by else 0
        settings.save(replace(kept, reader_px=px))
        self._retheme()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the size of letters that fits the window."""
        super().resizeEvent(event)
        if reading_look(self._kept, self.window().width()) != self._look:
            self._retheme()

    def _ask(self) -> None:
        if self._wanted:
            self._refreshing.begin()
            self._session.read("article", self._read, self._show, self._gone)

    def _read(self, context: Context, _interrupt: object) -> _Found:
        article_id = self._wanted
        found = reading.open_article(context, article_id, self._node)
        languages = texts.languages_of(context.archive.read(), found.article, found.text)
        return _Found(
            prepare(found, self._node, languages),
            text_versions.listed(context, article_id),
            stories.of_article(context, article_id),
        )

    def _show(self, both: _Found) -> None:
        self._refreshing.answered()
        prepared, versions, self.story = both
        found = prepared.reading
        titled = self._prepared.title_hits if self._prepared else ()
        before, self.reading, self._prepared = self.reading, found, prepared
        is_same = (
            before is not None
            and (before.text.id, before.article, before.hits) == (found.text.id, found.article, found.hits)
            and titled == prepared.title_hits
            and self._stack.currentIndex() == 1
        )
        if is_same:
            self.text.take_marks(prepared.marks)
        else:
            self.text.show_article(prepared)
            self._stack.setCurrentIndex(1)
            self._original.show_article(found.article.id)
            self.pictures.show_article(found.article.id)
        self._versions.show_versions(found.article.id, versions)
        self._bar.show_versions(len(versions))
        self.story_line.show_story(self.story, found.article.id)
        self._lanes.show_kinds(self.text.all_kinds)
        self._tell()
        self.opened.emit(found)

    def _changed(self, changes: Changes) -> None:
        if any(changes.ids(record) for record in _SHOWN):
            self.look_again()

    def _gone(self, error: BaseException) -> None:
        """The article is there no more: its import was undone, or it was deleted."""
        self._refreshing.answered()
        if not isinstance(error, CuratorError):
            self._session.failed.emit(error)
        self.show_nothing()

    def _key(self, letter: str) -> None:
        for kind in _TAGS:
            if letter.upper() == KINDS[kind].key:
                box = self.text.passage_box()
                corner = self.text.viewport().mapTo(self, box.topLeft())
                self.tag_wanted.emit(kind, QRect(corner, box.size()))
                return
        if letter in ("r", "R"):
            self.status_wanted.emit(1 if letter == "r" else -1)

    def _find(self, words: str) -> None:
        if self.reading is None:
            return
        try:
            found = hits(self.reading.text.body, parse(words)) if words.strip() else []
        except QueryError:
            found = []
        self.text.set_hits(found)
        self.text.step_hit(1)
        self._tell()

    def _find_ended(self) -> None:
        if self.reading is not None:
            self.text.set_hits(self.reading.hits, self._prepared.title_hits if self._prepared else ())
        self.text.setFocus()
        self._tell()

    def _show_picture(self, number: int) -> None:
        PictureSheet(self.window(), self._session, self.pictures.pictures, number).open_sheet()

    def _tell(self) -> None:
        count = self.text.hit_count if self.reading else 0
        self._bar.tell_hits(self.text.hit_number, count)
        self._bar.tell_status(self.reading.article.status if self.reading else "")
        self.find_bar.tell(self.text.hit_number, count)

    def _connect(self) -> None:
        self.text.key_wanted.connect(self._key)
        self.text.passage_changed.connect(self._tell)
        self._lanes.hidden_changed.connect(self.text.hide_kinds)
        self.find_bar.typed.connect(self._find)
        self.find_bar.stepped.connect(self.text.step_hit)
        self.find_bar.closed.connect(self._find_ended)
        self.pictures.chosen.connect(self._show_picture)
        self._bar.chosen.connect(self._page.setCurrentIndex)
        self._bar.stepped.connect(self.hit_wanted)
        self.text.hit_wanted.connect(self.hit_wanted)
        self._bar.status_wanted.connect(self.status_wanted)
        self._bar.size_wanted.connect(self.scale_text)
        self.story_line.wanted.connect(self.story_wanted)
        self._session.changed.connect(self._changed)
        theme().changed.connect(self._retheme)

    def _arrange(self) -> None:
        empty = EmptyState(_("No article is open"), _("Its text and its passages stand here."), "book-open")
        reading_page = QWidget()
        inside = _column(reading_page)
        inside.addWidget(self._lanes)
        inside.addWidget(self.find_bar)
        inside.addWidget(self.text, 1)
        inside.addWidget(self.suggestion_foot)
        inside.addWidget(self.pictures)
        self._page = QStackedWidget()
        self._page.addWidget(reading_page)
        self._page.addWidget(self._original)
        self._page.addWidget(self._versions)
        article = QWidget()
        both = _column(article)
        both.addWidget(self._bar)
        both.addWidget(self.story_line)
        both.addWidget(self._page, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(empty)
        self._stack.addWidget(article)
        _column(self).addWidget(self._stack)

    def _retheme(self) -> None:
        self._kept = settings.load()
        self._look = reading_look(self._kept, self.window().width())
        self.text.set_look(theme().tokens, theme().metrics, self._look)
        if self.reading and self._prepared:
            self.text.show_article(self._prepared)
            self._lanes.show_kinds(self.text.all_kinds)


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column
