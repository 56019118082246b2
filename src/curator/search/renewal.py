"""How the rows of columns move when some articles are loaded again, came, or went."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Mask = NDArray[np.bool_]
_Column = TypeVar("_Column", bound=NDArray[Any])


@dataclass(frozen=True, slots=True, eq=False)
class Renewal:
    """One change of a set of rows; made by `renewal`.

    Args:
        ids: the articles of the new rows, ascending.
        kept: for each old row whether it stays.
        moved: for each old row that stays its new row, else -1.
        fresh: the new rows of what was loaded again.
        stands_still: no article came or went, and every row is where it was.
    """

    ids: Numbers
    kept: Mask
    moved: Numbers
    fresh: Numbers
    stands_still: bool

    @property
    def is_empty(self) -> bool:
        """Tell whether no row came, went or was loaded again."""
        return not len(self.fresh) and bool(self.kept.all())

    def applied(self, old: _Column, fresh: _Column) -> _Column:
        """Return a column with one value a row, `fresh` in the places of what was loaded again."""
        if self.stands_still:
            column = old.astype(np.result_type(old, fresh))
            column[self.fresh] = fresh
            return column  # type: ignore[return-value]
        column = np.empty(len(self.ids), dtype=np.result_type(old, fresh))
        column[self.moved[self.kept]] = old[self.kept]
        column[self.fresh] = fresh
        return column  # type: ignore[return-value]


def renewal(old: Numbers, touched: Numbers, fresh: Numbers) -> Renewal:
    """Return how the rows move.

    Args:
        old: the articles of the rows, ascending.
        touched: the articles to be taken out.
        fresh: those to be put in, ascending; none that stays in `old`.
    """
    kept = np.ones(len(old), dtype=bool)
    kept[rows_of(old, touched)[0]] = False
    both = np.concatenate((old[kept], fresh))
    order = np.argsort(both, kind="stable")
    place = np.empty(len(both), dtype=np.int64)
    place[order] = np.arange(len(both))
    moved = np.full(len(old), -1, dtype=np.int64)
    moved[kept] = place[: len(both) - len(fresh)]
    ids = both[order]
    return Renewal(ids, kept, moved, place[len(both) - len(fresh) :], np.array_equal(ids, old))


def rows_of(ids: Numbers, wanted: Numbers) -> tuple[Numbers, Mask]:
    """Return the rows of those of `wanted` that are among the ascending `ids`, and which of them are."""
    if not len(ids):
        return np.empty(0, dtype=np.int64), np.zeros(len(wanted), dtype=bool)
    at = np.minimum(ids.searchsorted(wanted), len(ids) - 1)
    found = ids[at] == wanted
    return at[found], found
