"""The versions of a story, the earliest first; two of them side by side; what is no version after all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from curator.errors import CuratorError
from curator.gui import keys
from curator.gui.models.story_words import alike, counted, date_of, place_line
from curator.gui.session import Session
from curator.gui.views.text_pair import TextPair
from curator.gui.widgets.banner import Banner
from curator.gui.widgets.eliding import ElidingLabel
from curator.gui.widgets.plain_table import PlainTable
from curator.gui.widgets.sheet import Sheet
from curator.i18n import _
from curator.model.article import Article
from curator.operations import history, stories
from curator.operations.stories import Comparison, StoryVersion


class StorySheet(Sheet):
    """Shows the story of an article.

    Args:
        window: what it lies over.
        article_id: an article of the story; others are compared with it.

    Signals:
        article_wanted(int): open a version.
    """

    article_wanted = Signal(int)

    def __init__(self, window: QWidget, session: Session, article_id: int) -> None:
        super().__init__(window, _("Versions of this story"))
        self._session, self._article, self._open = session, article_id, article_id
        self.story: Sequence[StoryVersion] = ()
        self.banner = Banner()
        self.banner.linked.connect(self._undo)
        self._about = ElidingLabel(role="second")
        heads = ("", _("Published"), _("Publication"), _("Alike"), _("Title"))
        self.table = PlainTable(_("Versions of this story"), heads, 4, {0: 84, 1: 170, 2: 200, 3: 64})
        self.table.cellActivated.connect(lambda _row, _column: self.open_version())
        self.pair = TextPair()
        self.pages = QStackedWidget()
        self.pages.addWidget(self.table)
        self.pages.addWidget(self.pair)
        for part in (self.banner, self._about):
            self.content.addWidget(part)
        self.content.addWidget(self.pages, 1)
        self.compare_button, self.apart_button = self.add_button(_("Compare")), self.add_button(_("Not the same"))
        self.compare_button.clicked.connect(self.compare)
        self.apart_button.clicked.connect(self.part)
        self.open_button = self.add_button(_("Open"), primary=True)
        self.accepted.connect(self.open_version)
        self.set_note(_("C compares, N says that it is not the same, Enter opens"))
        self._turn(0)
        self._read()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """C compares, N says that a version is none, Enter opens; Esc leads from two texts back to the list."""
        letter = keys.letter(event).lower()
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers()
        if event.key() == Qt.Key.Key_Escape and self.pages.currentIndex():
            self._turn(0)
        elif letter == "c":
            self.compare()
        elif letter == "n":
            self.part()
        elif is_enter and self.pages.currentIndex():
            self.open_version()
        else:
            super().keyPressEvent(event)

    @property
    def chosen(self) -> StoryVersion | None:
        """The version that the table stands at."""
        row = self.table.currentRow()
        return self.story[row] if 0 <= row < len(self.story) else None

    def open_version(self) -> None:
        """Open the version that the table stands at, and leave."""
        if self.chosen is not None:
            found = self.chosen.article.id
            self.close_sheet()
            self.article_wanted.emit(found)

    def compare(self) -> None:
        """Show the chosen version beside the article, the earlier at the left; or go back to the list."""
        if self.pages.currentIndex():
            self._turn(0)
            return
        both = self._both()
        if both is None:
            return
        one, other = both
        self.pair.clear()
        titles = (one.title or _("Untitled"), other.title or _("Untitled"))
        self.pair.show_heads(titles, (place_line(one), place_line(other)))
        self._turn(1)
        self._session.read(
            "story texts", lambda context, _interrupt: stories.compare(context, one.id, other.id), self._compared,
            self._tell,
        )  # fmt: skip

    def part(self) -> None:
        """Say for good that the chosen version is not the same as the others."""
        if self.chosen is None or not self._session.archive.writable:
            return
        found = self.chosen.article
        words = _("“%(title)s” is no version of this story any more.") % {"title": found.title or _("Untitled")}

        def done(_changes: object) -> None:
            self.banner.say(words, _("Undo"), tone="ok")
            self._turn(0)
            self._place()
            self._read()

        self._session.write(lambda context: stories.leave(context, found.id), done, self._tell)

    def _both(self) -> tuple[Article, Article] | None:
        """Return the chosen version and the article (or, where that is chosen, another), the earlier first."""
        if self.chosen is None or len(self.story) < 2:
            return None
        ids = [each.article.id for each in self.story]
        at = self.table.currentRow()
        own = ids.index(self._article) if self._article in ids else 0
        with_it = own if own != at else (0 if at else 1)
        first, second = sorted((at, with_it))
        return self.story[first].article, self.story[second].article

    def _read(self) -> None:
        article_id = self._article
        self._session.read(
            "story sheet", lambda context, _interrupt: stories.of_article(context, article_id), self._show, self._tell
        )

    def _show(self, story: tuple[StoryVersion, ...]) -> None:
        if not story and self.story:
            # The article itself was taken out: show what is left of its story.
            left = [each.article.id for each in self.story if each.article.id != self._article]
            if len(left) > 1:
                self._article = left[0]
                self._read()
                return
        self.story = story
        ids = [each.article.id for each in story]
        self._about.setText(
            f"{counted(story)}; {_('earliest %(earliest)s') % {'earliest': place_line(story[0].article)}}"
            if story
            else _("This article stands alone: no other is a copy of it.")
        )
        self.table.show_rows(
            [_row(number, each, self._open) for number, each in enumerate(story, 1)],
            ids.index(self._article) if self._article in ids else 0,
        )
        for button in (self.compare_button, self.open_button):
            button.setEnabled(bool(story))
        self.apart_button.setEnabled(bool(story) and self._session.archive.writable)

    def _compared(self, found: Comparison) -> None:
        self.pair.show_texts(found.old, found.new, found.differences)

    def _turn(self, page: int) -> None:
        self.pages.setCurrentIndex(page)
        self.compare_button.setText(_("Back to the list") if page else _("Compare"))
        (self.pair.first if page else self.table).setFocus()

    def _undo(self) -> None:
        def done(_found: object) -> None:
            self.banner.hide()
            self._article = self._open
            self._read()

        self._session.write(history.undo, done, self._tell)

    def _tell(self, error: BaseException) -> None:
        words = f"{error.message} {error.hint}" if isinstance(error, CuratorError) else str(error)
        self.banner.say(words, tone="error")


def _row(number: int, version: StoryVersion, open_id: int) -> tuple[str, str, str, str, str]:
    article = version.article
    first = _("%(n)d, open") % {"n": number} if article.id == open_id else str(number)
    title = article.title or _("Untitled")
    return first, date_of(article), article.publication or "", alike(version), title
