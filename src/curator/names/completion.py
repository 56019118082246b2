"""Completion of names while they are typed, over all names of all records, in memory.

Names that begin with what was typed come first, then those with words that begin so, in any order, then those that
contain it, then those that are like it (optimal string alignment distance: one letter wrong, missing, too many or two
of them turned round). Within each, what is in more articles comes first.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from curator.i18n import _
from curator.names.name_table import NameTable
from curator.text.name_key import name_key

How = Literal["prefix", "word", "contains", "fuzzy"]
_HOW: tuple[How, ...] = ("prefix", "word", "contains", "fuzzy")
# Names of records that changed are looked up apart until there are so many.
_MOST_FRESH = 2_000


class NameRow(NamedTuple):
    """One name of a record.

    Args:
        authority_id: the record, merges resolved.
        folded: the key that its spellings share.
        is_preferred: whether it is the record's own preferred name.
        articles: in how many articles the record is tagged.
    """

    authority_id: int
    kind: str
    name: str
    folded: str
    is_preferred: bool
    articles: int


@dataclass(frozen=True, slots=True)
class Completion:
    """A record that could be meant.

    Args:
        name: its preferred name.
        matched: the name of it that fits what was typed.
        how: in which way it fits.
    """

    authority_id: int
    kind: str
    name: str
    matched: str
    how: How
    articles: int

    @property
    def why(self) -> str:
        """Why it is offered, for people, where its preferred name does not show it: "as S. Cefers"."""
        if self.matched != self.name:
            return _("as %(name)s") % {"name": self.matched}
        return _("similar") if self.how == "fuzzy" else ""


class Completer:
    """Knows all names and completes what is typed.

    Args:
        rows: every name of every record.
        is_whole: whether these are all; False for one that will know them only later (`become`).
    """

    def __init__(self, rows: Iterable[NameRow], is_whole: bool = True) -> None:
        self.is_whole = is_whole
        self._main = NameTable(rows)
        # The names, as they are now, of records that changed since the main table was made.
        self._fresh = NameTable(())
        self._changed: set[int] = set()

    def complete(self, typed: str, kind: str | None = None, limit: int = 10) -> list[Completion]:
        """Return the records that could be meant, the likeliest first, each once.

        Args:
            typed: what was typed so far, in any spelling; nothing is found for no letter or digit.
            kind: only records of this kind.
            limit: how many at most.
        """
        key = name_key(typed)
        if not key:
            return []
        found: dict[int, tuple[tuple[int, int, int, str], Completion]] = {}
        for table in (self._main, self._fresh):
            for how, distance, row in table.matches(key, kind, limit):
                order = (how, distance, -row.articles, row.folded)
                offered = (order, self._completion(table, row, _HOW[how]))
                known = found.get(row.authority_id)
                if known is None or order < known[0]:
                    found[row.authority_id] = offered
        return [each for _order, each in sorted(found.values(), key=lambda offered: offered[0])[:limit]]

    def update(self, authority_ids: Collection[int], rows: Iterable[NameRow]) -> None:
        """Take over what changed.

        Args:
            authority_ids: records that changed, were merged, or are gone.
            rows: all names that these records have now.
        """
        if not authority_ids:
            return
        self._changed.update(authority_ids)
        fresh = [row for row in self._fresh.rows if row.authority_id not in authority_ids]
        self._main.hide(authority_ids)
        self._fresh = NameTable([*fresh, *rows])
        if len(self._fresh.rows) > _MOST_FRESH:
            self._main, self._fresh, self._changed = NameTable(list(self._rows())), NameTable(()), set()

    def become(self, other: Completer) -> None:
        """Know from now on what another completer knows, which is not used any more."""
        self._main, self._fresh, self._changed = other._main, other._fresh, other._changed
        self.is_whole = other.is_whole

    def _rows(self) -> Iterator[NameRow]:
        yield from (row for row in self._main.rows if row.authority_id not in self._changed)
        yield from self._fresh.rows

    def _completion(self, table: NameTable, row: NameRow, how: How) -> Completion:
        name = table.preferred.get(row.authority_id, row.name)
        return Completion(row.authority_id, row.kind, name, row.name, how, row.articles)
