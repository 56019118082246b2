"""The main window: navigator, list, reader, inspector, and what they tell each other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSettings, QSize, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QVBoxLayout, QWidget

from curator.errors import CuratorError
from curator.gui.collecting import Collecting
from curator.gui.importing import Imports
from curator.gui.menus import Menus
from curator.gui.models.article_list import ArticleList
from curator.gui.models.listing import Listing
from curator.gui.models.query_tokens import quoted
from curator.gui.searching import Searching
from curator.gui.session import Session
from curator.gui.tagging import Tagging
from curator.gui.theme import TEXT_FACTORS, theme
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
from curator.gui.widgets.banner import Banner
from curator.gui.widgets.pane_head import PaneHead
from curator.gui.work import Works
from curator.i18n import _, ngettext
from curator.model.authority import KINDS as RECORDS
from curator.model.revision import Changes
from curator.operations import describe, history, trash
from curator.operations.context import Context
from curator.operations.overview import Overview
from curator.operations.reading import Reading

if TYPE_CHECKING:
    from curator.gui.application import Application

_LEAST = (1100, 640)
_FIRST = (1600, 1000)
_TITLE_BAR = 40
_WIDTHS = (214, 420, 640, 308)
_NARROW_WIDTHS = (196, 340, 578, 252)
# From here on (px) the facets have a column beside the navigator; below, in its place.
_WIDE = 1500


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

    def __init__(self, session: Session, state: QSettings | None = None) -> None:
        super().__init__()
        self.session = session
        self._state = state or QSettings("curator", "window")
        self.works = Works(self)
        self.imports = Imports(session, self.works, self)
        # Set by the application, which takes the session over when the window closes.
        self.application: Application | None = None
        self._completer = session.names.completer
        self.index_waiting = -1
        self.setMinimumSize(*_LEAST)
        self.setAcceptDrops(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._make_panes()
        self._connect()
        self.menus = Menus(self)
        self._restore()
        self.list_articles(Listing(_("All articles")))
        self._tell_undo()
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
        self._archive_head = PaneHead(self.session.archive.folder.path.name)
        self.panes = QSplitter()
        self.panes.setHandleWidth(1)
        self.panes.setChildrenCollapsible(False)
        for pane in (
            _column("nav", self._archive_head, self.navigator),
            self.list_pane,
            self.reader,
            self.inspector,
        ):
            self.panes.addWidget(pane)
        self.panes.setStretchFactor(2, 1)
        central = QWidget()
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar)
        self.banner = Banner()
        column.addWidget(self.banner)
        column.addWidget(self.panes, 1)
        self.setCentralWidget(central)
        self.activity = Activity(self.works)
        column.addWidget(self.activity)
        self.drop_frame = DropFrame(self)
        if not self.session.archive.writable:
            words = _(
                "This archive can only be read here. To change it, copy its folder to a disk that can be written."
            )
            self.banner.say(words, icon="lock")

    def _connect(self) -> None:
        self.session.changed.connect(self._changed)
        self.session.failed.connect(self.show_error)
        self.session.index_changed.connect(self._tell_index)
        self.navigator.chosen.connect(self.list_articles)
        self.navigator.overview_changed.connect(self._tell_overview)
        self.articles.listed.connect(self._listed)
        self.list_pane.wanted.connect(lambda action: self.menus.run(action))
        self.list_pane.refine_shown.connect(self._make_room_to_refine)
        self.table.chosen.connect(self._open)
        self.table.entered.connect(lambda _id: self.reader.text.setFocus())
        self.table.hit_wanted.connect(self.reader.text.step_hit)
        self.reader.opened.connect(self._opened)
        self.reader.status_wanted.connect(self.step_status)
        self.inspector.listing_wanted.connect(self.list_articles)
        self.reader.text.mark_opened.connect(self._list_name)
        self.navigator.said.connect(self.say)
        self.navigator.save_wanted.connect(lambda: self.menus.run("save-search"))
        self.articles.listed.connect(self.navigator.show_listing)
        self.navigator.files_dropped.connect(self._import_into)
        self.table.selectionModel().selectionChanged.connect(lambda: self._selected())
        ArticleDrag(self.table, self.table.selected_ids)
        self.tagging = Tagging(self, self._completer, self._state)
        self.tagging.said.connect(self.say)
        self.popup = self.tagging.popup
        self.searching = Searching(self, self._completer)
        self.collecting = Collecting(self)
        self.toolbar.wanted.connect(lambda action: self.menus.run(action))
        self.imports.said.connect(self.activity.say)
        self.imports.failed.connect(self.show_error)
        self.imports.reported.connect(lambda: self.activity.offer_report(len(self.imports.refused)))
        self.activity.report_wanted.connect(lambda: self.menus.run("import-report"))
        self.activity.undo_wanted.connect(lambda: self.menus.run("undo"))

    # -- what is shown

    def list_articles(self, listing: Listing) -> None:
        """Show another list."""
        self.articles.show(listing)

    def _listed(self, _listing: Listing) -> None:
        if self.articles.rowCount() and self.table.currentIndex().row() < 0:
            self.table.select_place(0)
        elif self.articles.rowCount():
            # The same article, but other words are looked for in it.
            self._open(self.articles.id_at(self.table.currentIndex().row()))

    def _list_name(self, mark: Mark) -> None:
        """List what has the name of a mark; notes have none."""
        if mark.kind in RECORDS:
            self.list_articles(Listing(mark.name, quoted(mark.kind, mark.name)))

    def _open(self, article_id: int) -> None:
        self.reader.show_article(article_id, self.articles.node)

    def _tell_overview(self, found: Overview) -> None:
        counts = ngettext("%(n)d article", "%(n)d articles", found.articles) % {"n": found.articles}
        languages = ngettext("%(n)d language", "%(n)d languages", found.languages) % {"n": found.languages}
        self._archive_head.set_title(found.title, f"{counts} · {languages}")
        self.setWindowTitle(f"{found.title} - Curator")

    # -- what is done

    def write(self, operation: Callable[[Context], object], done: str = "") -> None:
        """Carry out an operation, and say `done` when it is."""
        self.session.write(operation, lambda _result: self.say(done) if done else None)

    def undo(self) -> None:
        """Take back the newest act."""
        self.session.write(history.undo, lambda found: self.say(_("Undone: %(label)s") % {"label": found[0].label}))

    def redo(self) -> None:
        """Bring back what was undone last."""
        self.session.write(history.redo, lambda found: self.say(_("Done again: %(label)s") % {"label": found[0].label}))

    def trash(self) -> None:
        """Put the selected articles into the trash, or take them out of it."""
        ids = self.table.selected_ids()
        act = trash.restore if self.articles.listing.trash else trash.trash
        self.write(lambda context: act(context, ids))

    def step_status(self, by: int) -> None:
        """Move the open article to the next status, or to the one before."""
        status, ids = self.reader.next_status(by), self.table.selected_ids()
        if status and ids:
            self.write(lambda context: describe.describe(context, ids, {"status": status}))

    def focus_tag(self) -> None:
        """Ask for a tag on the selected articles."""
        self.tagging.ask()

    def focus_search(self) -> None:
        """Lead to the search field."""
        self.toolbar.search.setFocus()
        self.toolbar.search.line.selectAll()

    def tag_again(self) -> None:
        """Put the last tag on the passage, or on the selected articles."""
        self.tagging.repeat()

    def has_last_tag(self) -> bool:
        """Whether there is a tag to repeat."""
        return self.tagging.last is not None

    def collect(self) -> None:
        """Ask for a collection for the selected articles."""
        self.collecting.ask(self._list_box())

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

    def _import_into(self, paths: list[Path], collection: str) -> None:
        """Import files that were dropped onto a collection."""
        self.imports.start(paths, into=collection)

    # -- what is said

    def say(self, words: str) -> None:
        """Say something in the strip below."""
        self.activity.say(words)

    def show_error(self, error: BaseException) -> None:
        """Say what went wrong and what to do."""
        words = f"{error.message} {error.hint}" if isinstance(error, CuratorError) else _("A fault: %s") % error
        self.activity.say(words.strip(), "error")

    def _changed(self, changes: Changes) -> None:
        self._tell_undo()

    def _tell_undo(self) -> None:
        undo, redo = self.session.undo_label(), self.session.redo_label()
        self.menus.tell("undo", _("Undo: %(label)s") % {"label": undo} if undo else "")
        self.menus.tell("redo", _("Redo: %(label)s") % {"label": redo} if redo else "")
        self.activity.strip.set_undo(undo)

    def _tell_index(self, waiting: int) -> None:
        self.index_waiting = waiting
        words = ngettext("%(n)d article waits for the index", "%(n)d articles wait for the index", waiting)
        text, state = (words % {"n": waiting}, "busy") if waiting else (_("Index up to date"), "ok")
        self.activity.strip.set_index(text, state)

    # -- panes and window

    def home(self) -> Application:
        """Return the application that the window belongs to."""
        assert self.application is not None
        return self.application

    def toggle(self, pane: QWidget) -> None:
        """Show or hide a pane."""
        inside = pane if pane is self.inspector else pane.parentWidget() or pane
        inside.setVisible(not inside.isVisible())

    def set_usual_widths(self) -> None:
        """Give the panes the widths that fit the window, the reader most."""
        self.panes.setSizes(list(_WIDTHS if self.width() >= _WIDE else _NARROW_WIDTHS))

    def _make_room_to_refine(self, shown: bool) -> None:
        """Let the reader, or in a narrow window the navigator, give way to the facets beside the list."""
        if self.width() < _WIDE:
            (self.navigator.parentWidget() or self.navigator).setVisible(not shown)
        sizes = self.panes.sizes()
        by = self.list_pane.refine.width() * (1 if shown else -1)
        sizes[1], sizes[2] = sizes[1] + by, sizes[2] - (by if self.width() >= _WIDE else 0)
        self.panes.setSizes(sizes)

    def read_only(self) -> None:
        """Leave the reader alone in the window, or bring the others back."""
        others = [pane for place in (0, 1, 3) if (pane := self.panes.widget(place)) is not None]
        shown = any(pane.isVisible() for pane in others)
        for pane in others:
            pane.setVisible(not shown)

    def scale_text(self, by: int) -> None:
        """Make the text larger (1), smaller (-1) or as usual (0)."""
        factors = list(TEXT_FACTORS)
        at = factors.index(1.0) if by == 0 else factors.index(theme().text_factor) + by
        if 0 <= at < len(factors):
            theme().set_text_factor(factors[at])

    def close_window(self) -> None:
        """Close the window."""
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key is for that no pane took; step out with Esc, one step at a time."""
        if self.menus.press(event):
            return
        if event.key() == Qt.Key.Key_Escape and not self.reader.text.clear_passage():
            self.table.setFocus()
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders that are dragged in."""
        if event.mimeData().hasUrls() and self.session.archive.writable:
            event.acceptProposedAction()
            self.drop_frame.cover()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Take the frame away again."""
        self.drop_frame.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import what is dropped."""
        self.drop_frame.hide()
        event.acceptProposedAction()
        self.imports.start([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window; then end what runs and close the archive, or leave that to the application."""
        self._state.setValue("geometry", self.saveGeometry())
        self._state.setValue("refine", int(not self.list_pane.refine.isHidden()))
        self._state.setValue("panes", self.panes.saveState())
        self.works.stop()
        if self.application:
            self.application.take_leave(self)
        else:
            self.works.wait()
            self.session.close()
            self.imports.close()
        super().closeEvent(event)

    def _restore(self) -> None:
        if not self.restoreGeometry(self._state.value("geometry") or b""):
            # With room for the title bar, which comes on top.
            self.resize(self.screen().availableSize().boundedTo(QSize(*_FIRST)) - QSize(0, _TITLE_BAR))
        if int(str(self._state.value("refine") or 0)):
            self.list_pane.show_refine(True)
        if not self.panes.restoreState(self._state.value("panes") or b""):
            self.set_usual_widths()

    def _list_box(self) -> QRect:
        corner = self.table.mapTo(self, self.table.visualRect(self.table.currentIndex()).topLeft())
        return QRect(corner, self.table.visualRect(self.table.currentIndex()).size())


def _column(name: str, *parts: QWidget) -> QWidget:
    pane = QWidget()
    pane.setObjectName(name)
    pane.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = QVBoxLayout(pane)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        # Heads keep their height; the last part has the rest.
        column.addWidget(part, 1 if part is parts[-1] else 0)
    return pane
