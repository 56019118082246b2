"""The items of a review as rows of a table: what needs a person first. It grows while files are read."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QObject, Signal

from curator.gui.models.review_cells import WHY, ReviewCells
from curator.gui.refreshing import Refreshing
from curator.gui.session import Session
from curator.model.review import Need, ReviewRow
from curator.operations import review_batch
from curator.operations.context import Context
from curator.operations.review_batch import ReviewState

_RANK: dict[Need, int] = {"look": 0, "similar": 0, "failed": 0, "duplicate": 1, "clean": 2}
_ROOT = QModelIndex()
_Key = tuple[int, int, int]


class _Answer(NamedTuple):
    state: ReviewState
    rows: list[ReviewRow]
    is_whole: bool
    asked: frozenset[int]


class ReviewList(ReviewCells):
    """Rows of one review. A row keeps the place in which it came: what a person does to it does not move it.

    Signals:
        told: `state` is another; rows may be, too.
        opened: the rows of another review are here.
    """

    told = Signal()
    opened = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.review_id = 0
        self._keys: list[_Key] = []
        self._places: dict[int, int] = {}
        self._touched: set[int] = set()
        self._is_asking = self._is_new = False
        self._whole = Refreshing(self._ask_all, self)

    # -- what is there

    def show(self, review_id: int) -> None:
        """Show another review; its rows come from a reading thread."""
        if review_id != self.review_id:
            self.review_id, self._is_new = review_id, True
            self._touched.clear()
        if review_id:
            self._ask_all()
        else:
            self._forget()

    def refresh(self) -> None:
        """Look anew at all rows."""
        if self.review_id:
            self._whole.want()

    def touch(self, item_ids: Iterable[int]) -> None:
        """Look anew at some rows, or for the first time."""
        self._touched |= set(item_ids)
        self._ask_touched()

    def place_of(self, item_id: int) -> int:
        """Return the row of an item, or -1."""
        return self._places.get(item_id, -1)

    def guess(self, item_id: int, **values: str | None) -> None:
        """Show values that are being written at once."""
        place = self.place_of(item_id)
        if place >= 0:
            self._rows[place] = replace(self._rows[place], **values)  # type: ignore[arg-type]
            self.dataChanged.emit(self.index(place, 0), self.index(place, WHY))

    # -- asking

    def _ask_all(self) -> None:
        review_id = self.review_id
        self._whole.begin()

        def ask(context: Context, _interrupt: object) -> _Answer:
            rows = review_batch.items(context, review_id)
            return _Answer(review_batch.get(context, review_id), rows, True, frozenset())

        self._session.read("review", ask, self._take, self._lost)

    def _ask_touched(self) -> None:
        if self._is_asking or not self._touched or not self.review_id:
            return
        self._is_asking = True
        review_id, asked = self.review_id, frozenset(self._touched)

        def ask(context: Context, _interrupt: object) -> _Answer:
            rows = [row for row in review_batch.rows(context, sorted(asked)) if row.review_id == review_id]
            return _Answer(review_batch.get(context, review_id), rows, False, asked)

        def refused(_error: BaseException) -> None:
            self._is_asking = False

        self._session.read("review rows", ask, self._take_touched, refused)

    def _take_touched(self, answer: _Answer) -> None:
        self._is_asking = False
        self._touched -= answer.asked
        # Another review may be shown by now, or this one not have been shown yet.
        if answer.state.review.id == self.review_id and not self._is_new:
            self._take(answer)
        self._ask_touched()

    def _take(self, answer: _Answer) -> None:
        if answer.is_whole:
            self._whole.answered()
        if answer.state.review.id != self.review_id:
            return
        self.state = answer.state
        rows = {row.id: row for row in answer.rows if not row.committed}
        gone = (self._places.keys() if answer.is_whole else answer.asked) - rows.keys()
        if self._is_new and answer.is_whole:
            self._is_new = False
            self._begin(rows)
            self.opened.emit()
        else:
            self._remove(gone)
            self._update(rows)
            self._insert([row for row in rows.values() if row.id not in self._places])
        self.told.emit()

    def _lost(self, _error: BaseException) -> None:
        """Show nothing: the review is there no more."""
        self._whole.answered()
        self._forget()
        self.told.emit()

    def _forget(self) -> None:
        self.review_id, self.state = 0, None
        self._begin({})

    # -- rows come and go

    def _begin(self, rows: dict[int, ReviewRow]) -> None:
        self.beginResetModel()
        self._rows = sorted(rows.values(), key=_key)
        self._keys = [_key(row) for row in self._rows]
        self._count_places()
        self.endResetModel()

    def _remove(self, gone: Collection[int]) -> None:
        places = sorted(self._places[item_id] for item_id in gone if item_id in self._places)
        runs = [[place for _n, place in run] for _d, run in groupby(enumerate(places), lambda pair: pair[1] - pair[0])]
        for run in reversed(runs):
            self.beginRemoveRows(_ROOT, run[0], run[-1])
            del self._rows[run[0] : run[-1] + 1], self._keys[run[0] : run[-1] + 1]
            self._count_places()
            self.endRemoveRows()

    def _update(self, rows: dict[int, ReviewRow]) -> None:
        changed = [place for item_id, row in rows.items() if (place := self.place_of(item_id)) >= 0
                   and self._rows[place] != row]  # fmt: skip
        for place in changed:
            self._rows[place] = rows[self._rows[place].id]
        if changed:
            self.dataChanged.emit(self.index(min(changed), 0), self.index(max(changed), WHY))

    def _insert(self, fresh: list[ReviewRow]) -> None:
        ordered = sorted(fresh, key=_key)
        at = [(bisect_left(self._keys, _key(row)), row) for row in ordered]
        for place, group in reversed([(place, list(run)) for place, run in groupby(at, lambda pair: pair[0])]):
            rows = [row for _place, row in group]
            self.beginInsertRows(_ROOT, place, place + len(rows) - 1)
            self._rows[place:place] = rows
            self._keys[place:place] = [_key(row) for row in rows]
            self._count_places()
            self.endInsertRows()

    def _count_places(self) -> None:
        self._places = {row.id: place for place, row in enumerate(self._rows)}


def _key(row: ReviewRow) -> _Key:
    return _RANK[row.need], row.position, row.id
