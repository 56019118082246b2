"""Back and forward through what was looked at: the list with its query and filters, and the article in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent

from curator.gui.models.listing import Listing
from curator.gui.panes import QUEUE

if TYPE_CHECKING:
    from curator.gui.window import Window

_MOST = 200
# What was passed more quickly was walked over, not looked at.
_SETTLE_MS = 800
# An article that has gone meanwhile is not waited for any longer.
_PATIENCE_MS = 3_000
_BUTTONS = {Qt.MouseButton.BackButton: -1, Qt.MouseButton.ForwardButton: 1}


class Look(NamedTuple):
    """What was looked at.

    Args:
        article: the open article; 0 for none.
        typing: whether the query was still being typed.
        page: the page in the place of list and reader, as `NamesPage` names it, or QUEUE; empty for none.
    """

    listing: Listing
    article: int
    typing: bool = False
    page: str = ""


class LookingBack(QObject):
    """Remembers what a window showed, and goes back to it.

    Args:
        window: whose list and reader they are.
        settle_ms: what was shown for less is not remembered.

    Signals:
        changed(): there is something, or nothing any more, to go back or forward to.
    """

    changed = Signal()

    def __init__(self, window: Window, settle_ms: int = _SETTLE_MS) -> None:
        super().__init__(window)
        self._window, self.settle_ms = window, settle_ms
        self._back: list[Look] = []
        self._forward: list[Look] = []
        self._now: Look | None = None
        self._going: Look | None = None
        self._since = QElapsedTimer()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self._arrive)
        window.articles.listed.connect(self._listed)
        window.reader.opened.connect(lambda _reading: self._look())
        window.arrangement.covered.connect(self._covered)
        for view in (window.navigator.viewport(), window.table.viewport(), window.reader.text.viewport(), window):
            view.installEventFilter(self)

    def can_go(self, by: int) -> bool:
        """Return whether there is something to go back (-1) or forward (1) to."""
        return bool(self._back if by < 0 else self._forward)

    def go(self, by: int) -> None:
        """Show what was looked at before (-1), or after it (1)."""
        left, right = (self._back, self._forward) if by < 0 else (self._forward, self._back)
        if not left or self._now is None:
            return
        right.append(self._now)
        self._now = self._going = left.pop()
        self._patience.start()
        if self._now.page == QUEUE:
            self._window.queue.show()
            self._arrive()
        elif self._now.page:
            self._window.names_page.show_look(self._now.page)
            self._arrive()
        else:
            self._window.names_page.leave()
            self._window.queue.leave()
            if self._now.listing == self._window.articles.listing:
                self._show_article()
            else:
                self._window.list_articles(self._now.listing)
        self.changed.emit()

    def look_at_page(self, page: str) -> None:
        """Remember that a page is shown in the place of list and reader; `NamesPage` shows it again."""
        before = self._now
        if self._going is None and before is not None and before.page != page:
            self._now = before._replace(page=page, typing=False)
            self._leave_behind(before)

    def _covered(self, page: object) -> None:
        """Look at the list again when the page has gone."""
        before = self._now
        if page is None and self._going is None and before is not None and before.page:
            self._now = before._replace(page="")
            self._leave_behind(before)
            # What is opened from a page is looked at at once: the list was only passed.
            self._since.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go by the buttons at the side of a mouse."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            by = _BUTTONS.get(event.button())
            if by is not None:
                self.go(by)
                return True
        return super().eventFilter(watched, event)

    def _listed(self) -> None:
        """Look where the article stays the same; another one is being opened, and looked at then."""
        table, reading = self._window.table, self._window.reader.reading
        if table.selected_ids() in ([], [reading.article.id] if reading else []):
            self._look()

    def _look(self) -> None:
        window, reading = self._window, self._window.reader.reading
        typing = window.toolbar.search.line.hasFocus()
        look = Look(window.articles.listing, reading.article.id if reading else 0, typing)
        if self._going is not None:
            self._come_nearer(look)
            return
        before = self._now
        if before is not None and (look[:2] == before[:2] or before.page):
            return
        lasted = self._since.elapsed() if self._since.isValid() else 0
        self._now = look
        self._since.start()
        passed = before is None or lasted < self.settle_ms or not before.article or (before.typing and typing)
        if before is not None and not passed:
            self._leave_behind(before)

    def _leave_behind(self, before: Look) -> None:
        self._back = [*self._back, before][-_MOST:]
        self._forward.clear()
        self.changed.emit()

    def _come_nearer(self, look: Look) -> None:
        """On the way back the list comes first, then the article."""
        assert self._going is not None
        if look.listing != self._going.listing:
            return
        if look.article == self._going.article:
            self._arrive()
        else:
            self._show_article()

    def _show_article(self) -> None:
        if self._going is not None:
            window = self._window
            place = window.articles.place_of(self._going.article)
            if place >= 0 and place != window.table.currentIndex().row():
                window.table.select_place(place)
            elif self._going.article:
                window.reader.show_article(self._going.article, window.articles.node)

    def _arrive(self) -> None:
        self._going = None
        self._patience.stop()
        self._since.start()
