"""Imports on their way through a review in one window: where files go, when the review's page is shown and left."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QWidget

from curator import settings
from curator.gui import acts
from curator.gui.review_runs import ReviewRun
from curator.gui.reviewing import Reviewing

if TYPE_CHECKING:
    from curator.gui.views.review_page import ReviewPage
    from curator.gui.window import Window
    from curator.operations.review_commit import Committed


class ImportReview(QObject):
    """The review of a window; its page is made when it is first shown.

    Args:
        window: whose it is.

    Signals:
        turned: the page was shown or left, or another act in it can be undone.
    """

    turned = Signal()

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.page: ReviewPage | None = None
        self.reviewing = Reviewing(window.session, window.works, self)
        self.reviewing.begun.connect(self._begun)
        self.reviewing.said.connect(lambda words, tone: window.activity.say(words, tone, undoable=True))
        self.reviewing.failed.connect(window.show_error)
        self.reviewing.committed.connect(self._committed)
        self.reviewing.changed.connect(lambda: window.navigator.show_reviews(self.reviewing.waiting))
        window.navigator.review_wanted.connect(self.show)
        window.arrangement.covered.connect(self._covered)

    @property
    def is_shown(self) -> bool:
        """Whether the review is shown in the place of the list."""
        return self.page is not None and not self.page.isHidden()

    def take(self, paths: list[Path], into: str = "") -> None:
        """Read files into a review, or straight into the archive where the person prefers that.

        Args:
            into: the path of a collection that they are put into; empty for none.
        """
        if settings.load().review_imports:
            self.reviewing.read(paths, into)
        else:
            self._window.imports.start(paths, into=into)

    def paste(self, clipboard: QMimeData) -> bool:
        """Take what is in the clipboard, as `take` does; return whether there was anything."""
        paths = self._window.imports.pasted(clipboard)
        is_kept = bool(paths) and not clipboard.urls()
        if is_kept and settings.load().review_imports:
            # Where it lies for the moment says nothing of where it came from.
            self.reviewing.read(paths, source=paths[0].name)
        else:
            self.take(paths)
        return bool(paths)

    def show(self, review_id: int = 0) -> None:
        """Show a review: the one that is asked for, else the newest that waits."""
        waiting = [each.review.id for each in self.reviewing.waiting]
        wanted = review_id or (waiting[0] if waiting else 0)
        if wanted:
            page = self._made()
            self._window.arrangement.cover(page)
            page.show_review(wanted)
            self._window.navigator.mark_review(wanted)
            self.turned.emit()

    def show_running(self) -> bool:
        """Show the review that files are being read into now; return whether there is one."""
        running = next((work for work in self._window.works.open if isinstance(work, ReviewRun)), None)
        if running is not None and running.review_id:
            self.show(running.review_id)
        return running is not None

    def leave(self) -> None:
        """Go back to the list; nothing is lost."""
        if self.is_shown:
            self._window.arrangement.uncover()
            self._window.list_pane.focus_list()

    def undo(self, redo: bool = False) -> None:
        """Take back, or do again, the last act in the review that is shown."""
        if self.page is not None:
            (self.page.acts.redo if redo else self.page.acts.undo)()

    def labels(self) -> tuple[str, str] | None:
        """Return what undo and redo would do in the review that is shown, empty for nothing; None when none is."""
        if self.page is None or not self.is_shown:
            return None
        undo, redo = self.page.undo_labels()
        undo = "" if self.page.acts.has_just_committed else undo
        return undo or (self._window.session.undo_label() if self.page.has_committed else ""), redo

    def step_focus(self, by: int) -> None:
        """Give the focus to the next (1) or the part before (-1) of navigator, table and text."""
        if self.page is not None:
            places: list[QWidget] = [self.page.table, self.page.preview.text]
            if self._window.navigator.isVisible():
                places.insert(0, self._window.navigator)
            places = [place for place in places if place.isVisible()]
            now = next((at for at, place in enumerate(places) if place.hasFocus()), 0)
            places[(now + by) % len(places)].setFocus()

    def _made(self) -> ReviewPage:
        if self.page is None:
            # Only now: most starts import nothing.
            from curator.gui.views.review_page import ReviewPage

            self.page = ReviewPage(self._window.session, self._window.works, self.reviewing)
            self.page.left.connect(self.leave)
            self.page.told.connect(self.turned)
            self.page.undo_wanted.connect(lambda: acts.undo_archive(self._window))
        return self.page

    def _covered(self, page: object) -> None:
        if page is not self.page:
            self._window.navigator.mark_review(0)
            self.turned.emit()

    def _begun(self, review_id: int) -> None:
        """Show what is being read, unless a person is at another review."""
        if not self.is_shown:
            self.show(review_id)

    def _committed(self, review_id: int, _result: Committed) -> None:
        """Go back to the list when nothing of the review is left to do."""
        page = self.page
        if page is not None and self.is_shown and page.review_id == review_id:
            page.acts.has_just_committed = True
            page.rows.refresh()
            page.leave_when_done()
