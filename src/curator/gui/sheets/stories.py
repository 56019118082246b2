"""All stories of an archive: articles that are copies of one another, those with most versions first."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from curator.errors import CuratorError
from curator.gui.models.story_words import date_of
from curator.gui.session import Session
from curator.gui.widgets.eliding import ElidingLabel
from curator.gui.widgets.plain_table import PlainTable
from curator.gui.widgets.sheet import Sheet
from curator.gui.widgets.words import digits
from curator.i18n import _, ngettext
from curator.operations import stories
from curator.operations.stories import StoryVersion

# More rows than anybody walks through; a table of all would take seconds to fill.
_MOST = 2_000


class StoriesSheet(Sheet):
    """Lists stories; one is opened by Enter.

    Args:
        window: what it lies over.

    Signals:
        story_wanted(int): show the story of this article.
    """

    story_wanted = Signal(int)

    def __init__(self, window: QWidget, session: Session) -> None:
        super().__init__(window, _("Stories"), _("articles that are copies of one another"))
        self.stories: list[tuple[StoryVersion, ...]] = []
        self._about = ElidingLabel(_("Looking..."), role="second")
        heads = (_("Versions"), _("Earliest"), _("Publication"), _("Title"))
        self.table = PlainTable(_("Stories"), heads, 3, {0: 84, 1: 170, 2: 220})
        self.table.cellActivated.connect(lambda _row, _column: self.open_story())
        self.content.addWidget(self._about)
        self.content.addWidget(self.table, 1)
        self.set_note(_("Curator compares texts while nothing else is done. Nothing is changed or removed."))
        self.add_button(_("Close")).clicked.connect(self.close_sheet)
        self.open_button = self.add_button(_("Show the versions"), primary=True)
        self.open_button.setEnabled(False)
        self.accepted.connect(self.open_story)
        session.read("stories", lambda context, _interrupt: stories.listed(context), self._show, self._tell)

    def open_story(self) -> None:
        """Show the versions of the story that the table stands at."""
        row = self.table.currentRow()
        if 0 <= row < len(self.stories):
            found = self.stories[row][0].article.id
            self.close_sheet()
            self.story_wanted.emit(found)

    def _show(self, found: list[tuple[StoryVersion, ...]]) -> None:
        self.stories = found[:_MOST]
        words = ngettext("%(n)s story", "%(n)s stories", len(found)) % {"n": digits(len(found))}
        if len(found) > _MOST:
            words += ", " + _("the first %(n)s are listed") % {"n": digits(_MOST)}
        self._about.setText(words if found else _("No article here is a copy of another."))
        self.table.show_rows([_row(story) for story in self.stories])
        self.open_button.setEnabled(bool(found))

    def _tell(self, error: BaseException) -> None:
        self._about.setText(error.message if isinstance(error, CuratorError) else str(error))


def _row(story: tuple[StoryVersion, ...]) -> tuple[str, str, str, str]:
    earliest = story[0].article
    title = next((each.article.title for each in story if each.article.title), None) or _("Untitled")
    return str(len(story)), date_of(earliest), earliest.publication or "", title
