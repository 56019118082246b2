"""What a person does to items of a review: each act by one key, each taken back by Ctrl+Z."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from curator.errors import CuratorError
from curator.gui.models.review_words import icon_of, why
from curator.gui.work import Work
from curator.i18n import _, ngettext
from curator.model.review import Decision, ReviewRow
from curator.operations import review_batch, review_item
from curator.operations.context import Context

if TYPE_CHECKING:
    from curator.gui.views.review_page import ReviewPage

# What D says of an item, one after the other.
_CYCLE: tuple[Decision | None, ...] = (None, "skip", "keep", "not same")


class ReviewItemActs(QObject):
    """The acts on the selected items of a page.

    Args:
        page: whose items they are.

    Attributes:
        has_just_committed: nothing was done in the review since it was committed.

    Signals:
        said(str, bool): what was done, for the line below the table; whether it says that something could not be.
    """

    said = Signal(str, bool)

    def __init__(self, page: ReviewPage) -> None:
        super().__init__(page)
        self._page = page
        self._unsaid: set[int] = set()
        self.has_just_committed = False

    def accept(self) -> None:
        """Accept the selected items, or put them back when all of them are."""
        rows = self._rows()
        if rows and all(row.state == "accepted" for row in rows):
            self._put_back(rows)
            return
        if len(rows) > 1:
            rows = [row for row in rows if row.need != "failed"]
        ids = [row.id for row in rows]
        self._act(lambda context: review_batch.accept(context, ids))

    def reject(self) -> None:
        """Reject the selected items, or take that back when all of them are."""
        rows = self._rows()
        if rows and all(row.state == "rejected" for row in rows):
            self._put_back(rows)
            return
        ids = [row.id for row in rows]
        self._act(lambda context: review_batch.reject(context, ids))

    def turn_decision(self) -> None:
        """Say of the selected items what comes after what was said: a duplicate, keep both, not the same, nothing."""
        rows = self._rows()
        if rows:
            self.decide(_CYCLE[(_CYCLE.index(rows[0].decision) + 1) % len(_CYCLE)])

    def decide(self, decision: str | None) -> None:
        """Say what the selected items are to those that they are like."""
        ids = [row.id for row in self._rows()]
        wanted = next(each for each in _CYCLE if each == decision)
        self._act(lambda context: review_item.decide(context, ids, wanted))

    def take(self) -> None:
        """Do what is nearest: read a failed file again, take a suggestion, note a duplicate; else edit."""
        row = self._page.current()
        if row is None:
            return
        if row.need == "failed":
            self.retry()
        elif (place := _suggestion(self._page, row)) is not None:
            self.take_suggestion(place)
        elif row.likenesses and row.decision is None and row.need in ("similar", "duplicate"):
            self.decide("skip")
        else:
            self._page.table.edit_field("")

    def take_suggestion(self, place: int) -> None:
        """Enter what is suggested for the current item."""
        item_id = self._page.current_id()
        if item_id and place < 0:
            self._act(lambda context: _take_title(context, item_id))
        elif item_id:
            self._act(lambda context: review_item.take_suggestion(context, item_id, place))

    def edit(self, item_id: int, field: str, typed: str, value: str | None) -> None:
        """Set a field of an item; the table shows it at once."""
        self._page.rows.guess(item_id, **{field: value})
        self._act(lambda context: review_item.set_fields(context, [item_id], {field: typed}), (item_id,))

    def restore(self) -> None:
        """Put all that was cut from the current item back, or cut again what the reader had cut."""
        item_id, shown = self._page.current_id(), self._page.preview.shown
        if not item_id or shown is None or shown.row.id != item_id:
            return
        again = {part.index: False for part in shown.parts if part.kept and part.by_person}
        if not any(not part.kept for part in shown.parts) and again:
            self._act(lambda context: review_item.keep_parts(context, item_id, again))
        elif any(not part.kept for part in shown.parts):
            self._act(lambda context: review_item.restore_all(context, item_id))
        else:
            self._say(_("Nothing was cut from this text."))

    def turn_part(self, index: int) -> None:
        """Restore a part of the current item, or cut it again."""
        if item_id := self._page.current_id():
            self._act(lambda context: review_item.toggle_part(context, item_id, index))

    def retry(self) -> None:
        """Read the selected files again that could not be read."""
        ids = [row.id for row in self._rows() if row.need == "failed"]
        session, page = self._page.session, self._page

        def read(_progress: object) -> object:
            from curator.operations import review_retry

            return review_retry.retry(Context(session.archive), ids)

        def done(outcomes: object) -> None:
            found: list[int | None] = [each.item_id for each in outcomes]  # type: ignore[attr-defined]
            page.rows.touch([*ids, *(each for each in found if each)])
            page.reviewing.refresh()
            page.refresh_preview()
            failed = sum(each.outcome == "failed" for each in outcomes)  # type: ignore[attr-defined]
            self._say(_("It still cannot be read.") if failed else _("Read again."), fault=bool(failed))

        work = Work(ngettext("Reading %(n)d file again", "Reading %(n)d files again", len(ids)) % {"n": len(ids)}, read)
        work.done.connect(done)
        work.failed.connect(self._refuse)
        page.works.start(work, "retry")

    def _put_back(self, rows: Sequence[ReviewRow]) -> None:
        ids = [row.id for row in rows]
        self._act(lambda context: review_batch.put_back(context, ids))

    def _rows(self) -> list[ReviewRow]:
        return self._page.selected()

    def _act(
        self, operation: Callable[[Context], frozenset[int]], ids: Sequence[int] = (), counted: bool = False
    ) -> None:
        page, self.has_just_committed = self._page, False

        def done(touched: object) -> None:
            found = set(ids) | set(touched)  # type: ignore[call-overload]
            page.rows.touch(found)
            page.refresh_preview()
            self.said.emit("", False)
            number = len(found)
            if counted:
                self._say(ngettext("%(n)d item accepted.", "%(n)d items accepted.", number) % {"n": number})
            else:
                self._unsaid = found

        page.reviewing.act(operation, done, self._refuse)

    def announce_rows(self) -> None:
        """Tell screen readers what became of one item that was acted on, once it is known."""
        found = [row for each in self._unsaid if (row := self._page.rows.row(self._page.rows.place_of(each)))]
        if len(found) == 1:
            self._announce(f"{icon_of(found[0])[2]}. {why(found[0])}")
        self._unsaid = set()

    def _say(self, words: str, fault: bool = False) -> None:
        self.said.emit(words, fault)
        self._announce(words)

    def _announce(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._page.table, words))

    def _refuse(self, error: BaseException) -> None:
        words = f"{error.message} {error.hint}".strip() if isinstance(error, CuratorError) else str(error)
        self._page.rows.touch([row.id for row in self._rows()])
        self._say(words, fault=True)


def _suggestion(page: ReviewPage, row: ReviewRow) -> int | None:
    """Return the place of the suggestion that Enter takes: of a title or a date that is not there; None for none.

    -1 for a title that the list knows of while the rest of the item is still being read.
    """
    shown = page.preview.shown
    if shown is None or shown.row.id != row.id:
        return -1 if not row.title and row.suggested_title else None
    missing = {field for field, value in (("title", row.title), ("published", row.published)) if not value}
    return next((place for place, each in enumerate(shown.suggestions) if each.field in missing), None)


def _take_title(context: Context, item_id: int) -> frozenset[int]:
    suggestions = review_item.detail(context, item_id).suggestions
    place = next((place for place, each in enumerate(suggestions) if each.field == "title"), -1)
    return review_item.take_suggestion(context, item_id, place)
