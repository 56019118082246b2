"""What a person does to a review as a whole: accept what is clean, commit, undo; and which key means which act."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from curator.gui.review_item_acts import ReviewItemActs
from curator.i18n import _
from curator.operations import review_batch
from curator.operations.context import Context

if TYPE_CHECKING:
    from curator.archive.review_edits import Turned


class ReviewActs(ReviewItemActs):
    """The acts of a page.

    Signals:
        undo_wanted: nothing of this review is left to undo; what the archive has is.
    """

    undo_wanted = Signal()

    def do(self, act: str) -> None:
        """Do what a key or a button asked for."""
        known: dict[str, Callable[[], None]] = {
            "take": self.take,
            "edit": lambda: self._page.table.edit_field(""),
            "duplicate": self.turn_decision,
            "not-same": lambda: self.decide("not same"),
            "reject": self.reject,
            "restore": self.restore,
            "turn": self._page.preview.turn,
            "accept": self.accept,
            "accept-clean": self.accept_clean,
            "commit": self.commit,
        }
        known[act]()

    def accept_clean(self) -> None:
        """Accept all items that need nobody."""
        review_id = self._page.review_id
        self._act(lambda context: review_batch.accept_clean(context, review_id), counted=True)

    def set_defaults(
        self, typed: dict[str, str | None], then: Callable[[], None], failed: Callable[[BaseException], None]
    ) -> None:
        """Set what all articles of the review take; `then` is called when that is done."""
        review_id, self.has_just_committed = self._page.review_id, False

        def done(_result: object) -> None:
            then()
            self._page.rows.refresh()
            self._page.refresh_preview()

        self._page.reviewing.act(lambda context: review_batch.set_defaults(context, review_id, typed), done, failed)

    def commit(self) -> None:
        """Take what is accepted into the archive; where all is clean and nothing accepted, accept all first."""
        state = self._page.rows.state
        if state is None or self._page.reviewing.is_committing(state.review.id):
            return
        review = state.review

        def done(is_ready: object) -> None:
            if is_ready:
                self.said.emit("", False)
                self._page.reviewing.commit(review)
            else:
                self._say(_("Nothing is accepted yet. A accepts a row, Ctrl+Shift+A all that are clean."), fault=True)

        # Asked in the writing thread: what was pressed just before counts.
        self._page.reviewing.act(lambda context: _is_ready(context, review.id), done)

    def undo(self) -> None:
        """Take back the last act in this review; the archive's, where that was the commit, or nothing else is left."""

        if self.has_just_committed:
            self.has_just_committed = False
            self.undo_wanted.emit()
            return

        def otherwise() -> None:
            if self._page.has_committed:
                self.undo_wanted.emit()
            else:
                self._say(_("There is nothing to take back in this review."), fault=True)

        self._turn(review_batch.undo, _("Undone: %(label)s"), otherwise)

    def redo(self) -> None:
        """Bring back what was undone last in this review."""
        self._turn(review_batch.redo, _("Done again: %(label)s"), lambda: None)

    def _turn(self, turn: Callable[[Context, int], Turned | None], words: str, otherwise: Callable[[], None]) -> None:
        review_id, page = self._page.review_id, self._page

        def done(turned: object) -> None:
            if turned is None:
                otherwise()
                return
            label, item_ids = turned.label, turned.item_ids  # type: ignore[attr-defined]
            page.rows.touch(item_ids)
            if not item_ids:
                page.rows.refresh()
            page.refresh_preview()
            self._say(words % {"label": label})

        page.reviewing.act(lambda context: turn(context, review_id), done, self._refuse)


def _is_ready(context: Context, review_id: int) -> bool:
    """Return whether something is accepted; where all is clean and nothing is accepted, accept all."""
    counts = review_batch.get(context, review_id).counts
    if not counts.accepted and counts.clean and not counts.need_you:
        review_batch.accept_clean(context, review_id)
        return True
    return bool(counts.accepted)
