"""What a window says of its watched folder: how many new files wait, and when the folder is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from curator.errors import Problem
from curator.i18n import _, ngettext

if TYPE_CHECKING:
    from curator.gui.window import Window


class WatchedFiles(QObject):
    """Tells in the banner of a window, and shows the review when that is wanted.

    Args:
        window: has the banner, the reviews and the watch.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._review = self._new = 0
        window.watching.read.connect(self._tell)
        window.watching.missed.connect(self._tell_missed)
        window.banner.linked.connect(self._show)
        window.banner.closed.connect(self._forget)

    def _tell(self, review_id: int, item_ids: list[int]) -> None:
        window = self._window
        window.reviews.reviewing.items_read.emit(review_id, item_ids)
        window.reviews.reviewing.refresh()
        page = window.reviews.page
        if page is not None and window.reviews.is_shown and page.review_id == review_id:
            return
        self._review, self._new = review_id, self._new + len(item_ids)
        words = ngettext("%(n)d new file waits for review.", "%(n)d new files wait for review.", self._new)
        window.banner.say(words % {"n": self._new}, _("Review"))

    def _tell_missed(self, problem: Problem) -> None:
        self._forget()
        words = _("The watch goes on when the folder is there again.")
        self._window.banner.say(f"{problem.message} {problem.hint} {words}", tone="warn")

    def _show(self) -> None:
        review_id = self._review
        self._forget()
        self._window.banner.hide()
        if review_id:
            self._window.reviews.show(review_id)

    def _forget(self) -> None:
        self._review = self._new = 0
