"""The inspector: what is known of the open article, or of all that are selected."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from curator.gui.models.listing import Listing
from curator.gui.refreshing import Refreshing
from curator.gui.session import Session
from curator.gui.views.inspector_describe import DescribePage
from curator.gui.views.inspector_history import HistoryPage
from curator.gui.views.inspector_notes import NotesPage
from curator.gui.views.inspector_tags import TagsPage
from curator.gui.widgets.tab_strip import TabStrip
from curator.i18n import _
from curator.model.revision import Changes
from curator.operations import inspection, tag_many
from curator.operations.context import Context
from curator.operations.inspection import Inspection
from curator.operations.reading import Reading
from curator.operations.tag_many import Shared

DESCRIBE, TAGS, NOTES, HISTORY = range(4)
_SHOWN = ("article", "mention", "authority", "note", "passage", "collection", "collection_item", "field_source")


class Inspector(QWidget):
    """Four pages under tabs.

    Signals:
        tag_typed(): the field of the tags was entered.
        listing_wanted(Listing): the articles of a tag or a collection.
        passage_wanted(int): the mention whose passage is to be shown.
        place_wanted(int, int): a passage to be shown (code points).
        said(str): something was done.
    """

    tag_typed = Signal()
    listing_wanted = Signal(object)
    passage_wanted = Signal(int)
    place_wanted = Signal(int, int)
    said = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self._session = session
        self._ids: tuple[int, ...] = ()
        # What is known, and the pages that do not show it yet.
        self._late: list[DescribePage | NotesPage | HistoryPage] = []
        self._found: Inspection | None = None
        self._refreshing = Refreshing(self._ask, self)
        self.describe = DescribePage(session)
        self.tags = TagsPage(session)
        self.notes = NotesPage(session)
        self.history = HistoryPage(session)
        words = (_("Describe"), _("Tags"), _("Notes"), _("History"))
        self.tabs = TabStrip(list(zip(("file-text", "tag", "sticky-note", "history"), words, strict=True)))
        self.tabs.setAccessibleName(_("Inspector"))
        self._pages = QStackedWidget()
        for page in (self.describe, self.tags, self.notes, self.history):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self._pages, 1)
        self._connect()
        self.tabs.setCurrentIndex(TAGS)

    @property
    def tag_field(self) -> QWidget:
        """The field beside which tags are asked for."""
        return self.tags.field

    @property
    def ids(self) -> tuple[int, ...]:
        """The articles that are shown."""
        return self._ids

    def show_tab(self, place: int) -> None:
        """Turn to a page (DESCRIBE, TAGS, NOTES or HISTORY)."""
        self.tabs.setCurrentIndex(place)

    def focus_first(self) -> None:
        """Take the focus to the first control of the page."""
        controls = (self.describe.fields["title"], self.tags.list, self.notes.editor, self.tabs)
        first: QWidget = controls[self.tabs.currentIndex()]
        (first if first.isVisible() else self.tabs).setFocus()

    def show_reading(self, reading: Reading) -> None:
        """Show the article that is open."""
        self._ids = (reading.article.id,)
        self.tags.show_mentions(reading.article.id, reading.mentions)
        self._ask()

    def show_selection(self, ids: Sequence[int]) -> None:
        """Show what several selected articles share."""
        self._ids = tuple(ids)
        self._ask()

    def ask_note(self, place: tuple[int, int] | None, words: str) -> None:
        """Let a note be written on a passage, or with None on the article."""
        self.show_tab(NOTES)
        self.notes.ask_for(place, words)
        self.notes.editor.setFocus()

    def _ask(self) -> None:
        ids = self._ids
        self._refreshing.begin()

        def ask(context: Context, _interrupt: object) -> tuple[Inspection, list[Shared]]:
            shared = tag_many.shared(context, ids) if len(ids) > 1 else []
            return inspection.inspect(context, ids), shared

        self._session.read("inspector", ask, self._show, self._refuse)

    def _show(self, found: tuple[Inspection, list[Shared]]) -> None:
        self._refreshing.answered()
        known, shared = found
        if not known.ids:
            return
        self._found = known
        self._late = [self.describe, self.notes, self.history]
        self._fill()
        if len(known.ids) > 1:
            self.tags.show_shared(known.ids, shared)

    def _fill(self) -> None:
        """Fill the page that can be seen; the others as they are turned to."""
        page = self._pages.currentWidget()
        for late in self._late:
            if late is page and self._found is not None:
                self._late = [other for other in self._late if other is not page]
                late.show_found(self._found)

    def _refuse(self, error: BaseException) -> None:
        self._refreshing.answered()
        self._session.failed.emit(error)

    def _changed(self, changes: Changes) -> None:
        # One article is shown again by the reader, which reads it anew; what many share is asked for here.
        if self._ids and any(changes.ids(record) for record in _SHOWN):
            self._refreshing.want()

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._pages.setCurrentIndex)
        self._pages.currentChanged.connect(lambda _place: self._fill())
        self.tags.asked.connect(self.tag_typed)
        self.tags.listing_wanted.connect(self.listing_wanted)
        self.tags.passage_wanted.connect(self.passage_wanted)
        self.notes.place_wanted.connect(self.place_wanted)
        self.describe.collection_opened.connect(
            lambda path: self.listing_wanted.emit(Listing(path.rpartition(" / ")[2], f'in:"{path}"'))
        )
        self.describe.said.connect(self.said)
        self.notes.said.connect(self.said)
        self.history.said.connect(self.said)
        self._session.changed.connect(self._changed)
