"""The main window: navigator, list, reader, inspector, and what they tell each other."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from curator.errors import CuratorError
from curator.gui import acts, mentions, place
from curator.gui.announcing import Announcing
from curator.gui.arrangement import Arrangement, stacked
from curator.gui.collecting import Collecting
from curator.gui.copies import copies
from curator.gui.hit_walk import HitWalk
from curator.gui.import_review import ImportReview
from curator.gui.importing import Imports
from curator.gui.list_hints import ListHints
from curator.gui.looking_back import LookingBack
from curator.gui.menus import Menus
from curator.gui.models.article_list import ArticleList
from curator.gui.models.listing import Listing
from curator.gui.name_scan import name_scan
from curator.gui.name_search import NameSearch
from curator.gui.names_page import NamesPage
from curator.gui.searching import Searching
from curator.gui.session import Session
from curator.gui.suggesting import Suggesting
from curator.gui.suggestion_queue import SuggestionQueue
from curator.gui.tagging import Tagging
from curator.gui.telling import Telling
from curator.gui.toolbar import ToolBar
from curator.gui.views.activity import Activity
from curator.gui.views.article_drag import ArticleDrag
from curator.gui.views.article_table import ArticleTable
from curator.gui.views.drop_frame import DropFrame
from curator.gui.views.inspector import Inspector
from curator.gui.views.list_pane import ListPane
from curator.gui.views.marks import Mark
from curator.gui.views.navigator import Navigator
from curator.gui.views.reader import Reader
from curator.gui.watched_files import WatchedFiles
from curator.gui.watching import Watching
from curator.gui.widgets.banner import Banner
from curator.gui.widgets.pane_head import PaneHead
from curator.gui.work import Works
from curator.i18n import _
from curator.operations.context import Context
from curator.operations.reading import Reading

if TYPE_CHECKING:
    from curator.gui.application import Application

_LEAST = (1100, 640)


class Window(QMainWindow):
    """The window on one archive.

    Args:
        session: the open archive; the window closes it.
        state: where widths and the place in the list are remembered.
    """

    articles: ArticleList
    navigator: Navigator
    list_pane: ListPane
    table: ArticleTable
    reader: Reader
    searching: Searching
    inspector: Inspector
    menus: Menus
    collecting: Collecting
    tagging: Tagging
    suggesting: Suggesting
    arrangement: Arrangement
    telling: Telling
    looking_back: LookingBack
    reviews: ImportReview
    names_page: NamesPage
    name_search: NameSearch
    hit_walk: HitWalk
    queue: SuggestionQueue

    def __init__(self, session: Session, state: QSettings | None = None) -> None:
        super().__init__()
        self.session = session
        self._state = state or QSettings("curator", "window")
        self.works = Works(self)
        self.imports = Imports(session, self.works, self)
        # Set by the application, which takes the session over when the window closes.
        self.application: Application | None = None
        self._completer = session.names.completer
        self.setMinimumSize(*_LEAST)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.arrangement = Arrangement(self, self._state)
        self._make_panes()
        self._connect()
        self.menus = Menus(self)
        self.arrangement.restore()
        place.bring_back(self, self._state)
        self.telling.tell_undo()
        self.table.setFocus()

    # -- making

    def _make_panes(self) -> None:
        self.articles = ArticleList(self.session, self)
        self.navigator = Navigator(self.session)
        self.list_pane = ListPane(self.session, self.articles)
        self.table = self.list_pane.table
        self.reader = Reader(self.session)
        self.inspector = Inspector(self.session)
        self.toolbar = ToolBar()
        self.archive_head = PaneHead(self.session.archive.folder.path.name)
        self.banner = Banner()
        self.activity = Activity(self.works)
        navigator = stacked("nav", self.archive_head, self.navigator)
        self.arrangement.add(navigator, self.list_pane, self.reader, self.inspector)
        central = QWidget()
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.toolbar, self.banner, self.arrangement.panes, self.activity):
            column.addWidget(part, 1 if part is self.arrangement.panes else 0)
        self.setCentralWidget(central)
        self.setAcceptDrops(self.session.archive.writable)
        self.drop_frame = DropFrame(self)
        self.drop_frame.dropped.connect(lambda paths: self.reviews.take(paths))
        if not self.session.archive.writable:
            words = _(
                "This archive can only be read here. To change it, copy its folder to a disk that can be written."
            )
            self.banner.say(words, icon="lock")

    def _connect(self) -> None:
        self.telling = Telling(self)
        self.reviews = ImportReview(self)
        self.reviews.turned.connect(self.telling.tell_undo)
        self.names_page = NamesPage(self)
        self.session.failed.connect(self.show_error)
        self.navigator.chosen.connect(self.list_articles)
        self.articles.listed.connect(self._listed)
        self.list_pane.wanted.connect(lambda action: self.menus.run(action))
        self.list_pane.refine_shown.connect(self.arrangement.make_room_to_refine)
        self.table.chosen.connect(self._open)
        self.table.entered.connect(lambda _id: self.reader.text.setFocus())
        self.reader.opened.connect(self._opened)
        self.reader.status_wanted.connect(lambda by: acts.step_status(self, by))
        self.reader.story_wanted.connect(lambda: self.menus.run("story"))
        self.watching = Watching(self.session, self.works, self)
        self.watching.failed.connect(self.show_error)
        self.watched = WatchedFiles(self)
        self.copies = copies(self.session, self.works, self)
        self.copies.done.connect(self.reader.look_again)
        self.name_scan = name_scan(self.session, self.works, self)
        self.queue = SuggestionQueue(self)
        for asking in (self.navigator.mentions_wanted, self.inspector.tags.mentions_wanted):
            asking.connect(lambda record: mentions.ask(self, record))
        self.inspector.listing_wanted.connect(self.list_articles)
        self.reader.text.mark_opened.connect(self._open_name)
        self.navigator.said.connect(self.say)
        self.navigator.save_wanted.connect(lambda: self.menus.run("save-search"))
        self.articles.listed.connect(self.navigator.show_listing)
        self.navigator.files_dropped.connect(self.reviews.take)
        self.table.selectionModel().selectionChanged.connect(lambda: self._selected())
        Announcing(self.reader)
        self.hit_walk = HitWalk(self)
        ListHints(self)
        self.looking_back = LookingBack(self)
        self.looking_back.changed.connect(
            lambda: self.toolbar.show_ways(self.looking_back.can_go(-1), self.looking_back.can_go(1))
        )
        ArticleDrag(self.table, self.table.selected_ids)
        self.tagging = Tagging(self, self._completer, self._state)
        self.tagging.said.connect(self.say)
        self.popup = self.tagging.popup
        self.suggesting = Suggesting(self, self._state)
        self.searching = Searching(self, self._completer)
        self.name_search = NameSearch(self)
        self.collecting = Collecting(self)
        self.toolbar.wanted.connect(lambda action: self.menus.run(action))
        self.imports.said.connect(self.activity.say)
        self.imports.failed.connect(self.show_error)
        self.imports.reported.connect(lambda: self.activity.offer_report(len(self.imports.refused)))
        self.activity.report_wanted.connect(lambda: self.menus.run("import-report"))
        self.activity.review_wanted.connect(lambda: self.menus.run("review"))
        self.activity.undo_wanted.connect(lambda: self.menus.run("undo"))

    # -- what is shown

    def list_articles(self, listing: Listing) -> None:
        """Show another list."""
        self.reviews.leave()
        self.names_page.leave()
        self.queue.leave()
        self.articles.show(listing)

    def _listed(self, _listing: Listing) -> None:
        if self.articles.rowCount() and self.table.currentIndex().row() < 0:
            self.table.select_place(0)
        elif self.articles.rowCount():
            # The same article, but other words are looked for in it.
            self._open(self.articles.id_at(self.table.currentIndex().row()))

    def _open_name(self, mark: Mark) -> None:
        """Show the page of the name of a mark; notes have none."""
        if mark.authority_id:
            self.names_page.show_name(mark.authority_id)

    def _open(self, article_id: int) -> None:
        self.reader.show_article(article_id, self.articles.node)

    # -- what is done

    def write(self, operation: Callable[[Context], object], done: str = "") -> None:
        """Carry out an operation, and say `done` when it is."""
        self.session.write(operation, lambda _result: self.say(done) if done else None)

    def focus_search(self) -> None:
        """Lead to the search field."""
        self.toolbar.search.setFocus()
        self.toolbar.search.line.selectAll()

    def _opened(self, reading: Reading) -> None:
        """Show the open article in the inspector, unless several are selected."""
        if self.table.selected_ids() in ([], [reading.article.id]):
            self.inspector.show_reading(reading)

    def _selected(self) -> None:
        """Show in the inspector what several selected articles share; one is shown as the reader opens it."""
        ids = self.table.selected_ids()
        reading = self.reader.reading
        if len(ids) > 1:
            self.inspector.show_selection(ids)
        elif reading and ids == [reading.article.id] and self.inspector.ids != tuple(ids):
            self.inspector.show_reading(reading)

    # -- what is said

    def say(self, words: str) -> None:
        """Say something in the strip below."""
        self.activity.say(words)

    def show_error(self, error: BaseException) -> None:
        """Say what went wrong and what to do."""
        words = f"{error.message} {error.hint}" if isinstance(error, CuratorError) else _("A fault: %s") % error
        self.activity.say(words.strip(), "error")

    # -- panes and window

    @property
    def index_waiting(self) -> int:
        """How many articles wait for the index; -1 while nobody knows."""
        return self.telling.index_waiting

    def home(self) -> Application:
        """Return the application that the window belongs to."""
        assert self.application is not None
        return self.application

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key is for that no pane took; step out with Esc, one step at a time."""
        if self.menus.press(event):
            return
        if event.key() == Qt.Key.Key_Escape and not self.reader.text.clear_passage():
            self.table.setFocus()
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window; then end what runs and close the archive, or leave that to the application."""
        place.remember(self, self._state)
        self.arrangement.remember()
        self.works.stop()
        if self.application:
            self.application.take_leave(self)
        else:
            self.works.wait()
            self.session.close()
            self.imports.close()
        super().closeEvent(event)
