"""All names on record as rows, with what may be wrong with them: unused, alike, without dates, merged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import groupby
from operator import itemgetter
from typing import Literal, get_args

from curator.archive import name_listing, name_rows
from curator.archive.name_listing import Used
from curator.i18n import N_
from curator.model.authority import AuthorityKind
from curator.model.revision import Changes
from curator.names.look_alike import AlikePair
from curator.names.name_filter import FilterKey, Typed, filter_key
from curator.operations import alike_names, merging
from curator.operations.context import Context
from curator.text.name_key import name_key

Check = Literal["unused", "used-once", "look-alike", "without-dates", "merged"]
CHECKS: tuple[Check, ...] = get_args(Check)
CHECK_NAMES: dict[Check, str] = {
    "unused": N_("Unused"),
    "used-once": N_("Used once"),
    "look-alike": N_("Look alike"),
    "without-dates": N_("Without dates"),
    "merged": N_("Merged"),
}
Sort = Literal["name", "articles", "mentions", "dates"]
# Of places, organisations and themes many have no dates, and need none.
_DATED = ("person", "event")
# Of more names that fit by their letters it is not asked how they sound.
_MOST_HEARD = 50
_NO_KEY = FilterKey("")


@dataclass(frozen=True, slots=True)
class Beside:
    """The record that another looks like, or was merged into.

    Args:
        id: of the record; one that stands by itself.
        why: why they may be one, or were merged; empty where nothing was said.
        is_merged: whether it was merged into it.
        when, who: of the merge (ISO 8601 in UTC); empty where that is not known.
    """

    id: int
    name: str
    why: str = ""
    is_merged: bool = False
    when: str = ""
    who: str = ""


@dataclass(frozen=True, slots=True)
class ListedName:
    """A record as a row.

    Args:
        others: its other names, those of records merged into it among them.
        dates: EDTF.
        articles, mentions: confirmed ones, without the trash; None as long as they are not counted.
        last_used: the day of the newest mention (ISO 8601, UTC), or empty.
        beside: the record that it looks like, or was merged into.
        order: by which rows are put into the order of the alphabet.
        key: by which they are filtered.
    """

    id: int
    kind: AuthorityKind
    name: str
    others: tuple[str, ...] = ()
    dates: str | None = None
    articles: int | None = None
    mentions: int | None = None
    last_used: str = ""
    beside: Beside | None = None
    order: str = ""
    key: FilterKey = _NO_KEY

    @property
    def ids(self) -> tuple[int, ...]:
        """The records of this row that can be merged: both of a pair that looks alike, none of what is merged."""
        if self.beside is None:
            return (self.id,)
        return () if self.is_merged else (self.id, self.beside.id)

    @property
    def is_merged(self) -> bool:
        """Whether the record was merged into the one beside it."""
        return self.beside is not None and self.beside.is_merged


_TESTS: dict[Check, Callable[[ListedName], bool]] = {
    "unused": lambda row: row.mentions == 0,
    "used-once": lambda row: row.articles == 1,
    "without-dates": lambda row: row.dates is None and row.kind in _DATED,
    "look-alike": lambda row: False,
    "merged": lambda row: False,
}
_SORTS: dict[Sort, Callable[[ListedName], object]] = {
    "name": lambda row: row.order,
    "articles": lambda row: (-(row.articles or 0), row.order),
    "mentions": lambda row: (-(row.mentions or 0), row.order),
    "dates": lambda row: (row.dates is None, row.dates or "", row.order),
}


@dataclass(frozen=True, slots=True)
class Chosen:
    """The rows that were asked for.

    Args:
        kinds: how many there are of each kind, whatever kind was chosen.
        checks: how many stand under each check, whichever was chosen; None stands for all. What is not known yet is
            not among them.
    """

    rows: Sequence[ListedName]
    kinds: Mapping[str, int]
    checks: Mapping[Check | None, int]


@dataclass(slots=True)
class NamesOnRecord:
    """All names on record in memory, to be filtered while somebody types.

    Args:
        by_id: the records that stand by themselves.
        merged: those that were merged into others.
        pairs: those that look alike, the surest first; None as long as nobody has looked.
        is_counted: whether it is known how often each is used.
    """

    by_id: dict[int, ListedName] = field(default_factory=dict)
    merged: list[ListedName] = field(default_factory=list)
    pairs: list[AlikePair] | None = None
    is_counted: bool = False
    _sorted: dict[Sort, list[ListedName]] = field(default_factory=dict)

    def choose(
        self, kind: str | None = None, typed: str = "", check: Check | None = None, sort: Sort = "name"
    ) -> Chosen:
        """Return the rows of a kind, with what is typed, under a check; those that fit by letters come first."""
        looked_for = Typed.read(typed)
        plain = _fitting(self._in_order(sort), looked_for)
        merged, pairs = _fitting(self.merged, looked_for), _fitting(self._pairs(), looked_for)
        shown = pairs if check == "look-alike" else merged if check == "merged" else _under(plain, check)
        kinds: Counter[str] = Counter(row.kind for row in shown)
        checks: dict[Check | None, int] = {None: _number(plain, kind)}
        if self.is_counted:
            checks |= {each: _number(_under(plain, each), kind) for each in ("unused", "used-once")}
        checks |= {"without-dates": _number(_under(plain, "without-dates"), kind), "merged": _number(merged, kind)}
        if self.pairs is not None:
            checks["look-alike"] = _number(pairs, kind)
        return Chosen([row for row in shown if row.kind == kind] if kind else shown, kinds, checks)

    def update(self, ids: Collection[int], rows: Iterable[ListedName], merged: list[ListedName]) -> None:
        """Take over what changed: `rows` are the records of `ids` that stand by themselves now."""
        for authority_id in ids:
            self.by_id.pop(authority_id, None)
        self.by_id |= {row.id: row for row in rows}
        self.merged = merged
        self._sorted.clear()
        if self.pairs is not None:
            self.pairs = [pair for pair in self.pairs if pair.one in self.by_id and pair.other in self.by_id]

    def part(self, one: int, other: int) -> None:
        """Show two records no longer as alike."""
        if self.pairs is not None:
            self.pairs = [pair for pair in self.pairs if {pair.one, pair.other} != {one, other}]

    def _in_order(self, sort: Sort) -> list[ListedName]:
        if sort not in self._sorted:
            self._sorted[sort] = sorted(self.by_id.values(), key=_SORTS[sort])  # type: ignore[arg-type]
        return self._sorted[sort]

    def _pairs(self) -> list[ListedName]:
        found = []
        for pair in self.pairs or ():
            one, other = self.by_id.get(pair.one), self.by_id.get(pair.other)
            if one and other:
                # The one in more articles would be kept.
                first, second = (other, one) if (other.articles or 0) > (one.articles or 0) else (one, other)
                key = FilterKey(first.key.words + second.key.words, first.key.sounds + second.key.sounds)
                found.append(replace(first, beside=Beside(second.id, second.name, pair.why), key=key))
        return found


def read(context: Context, counted: bool = True) -> NamesOnRecord:
    """Return all names on record.

    Args:
        counted: whether it is counted how often each is used, which takes seconds where there are a million tags;
            without that, names are not found by their sound either.
    """
    connection = context.archive.read()
    found = NamesOnRecord(is_counted=counted)
    found.update((), _rows(context, None, name_listing.used(connection) if counted else None), merged(context))
    return found


def touched(context: Context, changes: Changes) -> tuple[set[int], list[ListedName], list[ListedName]]:
    """Return what `NamesOnRecord.update` takes after a change."""
    connection = context.archive.read()
    ids = name_rows.touched(connection, changes)
    return ids, list(_rows(context, ids, name_listing.used(connection, ids))) if ids else [], merged(context)


def rows(
    context: Context, kind: AuthorityKind | None = None, filter_: str = "", check: Check | None = None
) -> Sequence[ListedName]:
    """Return the names on record as rows.

    Args:
        kind: only of this kind.
        filter_: only those that have all these words, or their beginnings, in any spelling of any of their names.
        check: only those that something may be wrong with; "look-alike" gives a row for each pair.
    """
    found = read(context)
    if check == "look-alike":
        found.pairs = alike_names.alike(context, kind)
    return found.choose(kind, filter_, check).rows


def merged(context: Context) -> list[ListedName]:
    """Return the records that were merged into others, each beside the record that stands for it now."""
    there = merging.merged(context)
    into = {each.id: each.into for each in there}
    names = {row[0]: row[2] for row in name_listing.records(context.archive.read())} if there else {}
    found = []
    for each in there:
        root = each.into
        while root in into:
            root = into[root]
        beside = Beside(root, names.get(root, ""), each.reason or "", True, each.when or "", each.who or "")
        folded = name_key(each.name)
        key = filter_key([(each.name, folded)])
        found.append(
            ListedName(each.id, each.kind, each.name, articles=each.articles, beside=beside, order=folded, key=key)
        )
    return found


def _rows(context: Context, ids: Collection[int] | None, counts: Mapping[int, Used] | None) -> Iterator[ListedName]:
    connection = context.archive.read()
    named = {root: list(each) for root, each in groupby(name_listing.names(connection, ids), key=itemgetter(0))}
    nothing = Used(0, 0, "")
    for authority_id, kind, name, dates in name_listing.records(connection, ids):
        own = named.get(authority_id, [])
        key = filter_key([(each[1], each[2]) for each in own], counts is not None)
        others = tuple(dict.fromkeys(each[1] for each in own if not each[3]))
        order = next((each[2] for each in own if each[3]), name)
        row = ListedName(authority_id, kind, name, others, dates, order=order, key=key)  # type: ignore[arg-type]
        if counts is not None:
            used = counts.get(authority_id, nothing)
            row = replace(row, articles=used.articles, mentions=used.mentions, last_used=_day(used.newest))
        yield row


def _fitting(rows: list[ListedName], typed: Typed) -> list[ListedName]:
    if not typed.words:
        return rows
    by_letters: list[ListedName] = []
    by_sound: list[ListedName] = []
    for row in rows:
        how = typed.fits(row.key)
        if how >= 0:
            (by_sound if how else by_letters).append(row)
    # What sounds like the names that fit by their letters follows them: spellings of one name stand together.
    same = {sound for row in by_letters[:_MOST_HEARD] for sound in typed.heard_in(row.key)}

    def distance(row: ListedName) -> tuple[bool, int, str]:
        nearest = typed.nearest(row.key)
        return nearest not in same, len(nearest), nearest

    return by_letters + sorted(by_sound, key=distance)


def _under(rows: list[ListedName], check: Check | None) -> list[ListedName]:
    return rows if check is None else list(filter(_TESTS[check], rows))


def _number(rows: Sequence[ListedName], kind: str | None) -> int:
    return len(rows) if kind is None else sum(row.kind == kind for row in rows)


def _day(uid: str) -> str:
    """Return the day (UTC) of a UUIDv7, which begins with Unix milliseconds; empty for another identifier."""
    digits = uid.replace("-", "")[:12]
    try:
        return datetime.fromtimestamp(int(digits, 16) / 1000, UTC).date().isoformat() if digits else ""
    except (ValueError, OverflowError, OSError):
        return ""
