"""Whether names that arrive are on record: by uid, identifier or exact name; what only looks alike is doubtful."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from curator.archive import Connection, authorities, external_ids, name_entries, name_rows
from curator.errors import CuratorError
from curator.i18n import _
from curator.model.authority import Authority, AuthorityKind
from curator.model.external_identifiers import identifier_of
from curator.model.merging import MergeField
from curator.model.name_arrival import ArrivingName, LikeName, Verdict
from curator.model.name_entry import NameEntry
from curator.names.look_alike import look_alike
from curator.text.name_key import name_key

# Below this (per mille) spellings are too far apart to ask about.
_ALIKE_ENOUGH = 900


class Matching:
    """What is on record, to be asked for one entry after another.

    Args:
        connection: to read by.
        entries: all that arrive, with their kinds.
    """

    def __init__(self, connection: Connection, entries: Sequence[tuple[NameEntry, AuthorityKind]]) -> None:
        self._connection = connection
        self._uids = name_entries.uids(connection)
        self._spellings = name_entries.spellings(connection)
        self._alike = _alike(connection, entries)

    def arriving(self, at: int, entry: NameEntry, kind: AuthorityKind) -> ArrivingName:
        """Return what would become of an entry.

        Args:
            at: its place among all.
        """
        there = self._by_uid(entry, kind)
        found = [there] if there else self._by_identifier(entry, kind) or self._by_name(entry, kind)
        if len(found) == 1:
            conflicts = conflicts_of(found[0], entry)
            brings = len(missing_names(self._connection, found[0], entry)) + _gained(self._connection, found[0], entry)
            return ArrivingName(entry, kind, "same", found[0].id, (), conflicts, brings)
        like = [LikeName(record.id, record.preferred_name, _("has the same name")) for record in found]
        if not found:
            like = self._folded(entry, kind) or self._alike.get(at, [])
        verdict: Verdict = "doubtful" if like else "new"
        return ArrivingName(entry, kind, verdict, None, tuple(like), {}, 0)

    def _by_uid(self, entry: NameEntry, kind: AuthorityKind) -> Authority | None:
        found = self._uids.get(entry.uid) if entry.uid else None
        record = authorities.get(self._connection, found) if found else None
        return record if record and record.kind == kind else None

    def _by_identifier(self, entry: NameEntry, kind: AuthorityKind) -> list[Authority]:
        found: dict[int, Authority] = {}
        for each in entry.identifiers:
            if each.match == "exact":
                try:
                    scheme, identifier = identifier_of(each.scheme, each.identifier)
                except CuratorError:
                    continue
                for record in external_ids.holders(self._connection, scheme, identifier):
                    if record.kind == kind:
                        found[record.id] = record
        return list(found.values())

    def _by_name(self, entry: NameEntry, kind: AuthorityKind) -> list[Authority]:
        return _roots(self._connection, self._spellings.get((kind, entry.name), ()))

    def _folded(self, entry: NameEntry, kind: AuthorityKind) -> list[LikeName]:
        """Return records that have the name in another spelling, or another name of the entry."""
        found: dict[int, LikeName] = {}
        for record in authorities.named(self._connection, entry.name, kind):
            found[record.id] = LikeName(record.id, record.preferred_name, _("the same but for capitals and marks"))
        for name in entry.names:
            for record in _roots(self._connection, self._spellings.get((kind, name.name), ())):
                why = _("is known as “%(name)s”, too") % {"name": name.name}
                found.setdefault(record.id, LikeName(record.id, record.preferred_name, why))
        return list(found.values())


def conflicts_of(record: Authority, entry: NameEntry) -> dict[MergeField, tuple[str, str]]:
    """Return the fields in which a record and an entry that is the same differ."""
    pairs: dict[MergeField, tuple[str | None, str | None]] = {
        "name": (record.preferred_name, entry.name),
        "dates": (record.dates, entry.dates),
        "scope_note": (record.scope_note, entry.scope_note),
        "note": (record.note, entry.note),
    }
    return {field: (ours, theirs) for field, (ours, theirs) in pairs.items() if ours and theirs and ours != theirs}


def missing_names(connection: Connection, record: Authority, entry: NameEntry) -> list[tuple[str, str | None]]:
    """Return the names (with their language) of an entry that the record, merged ones included, does not have."""
    there = authorities.variants(connection, record.id)
    plain = {record.preferred_name, *(each.name for each in there)}
    known = {(each.name, each.language) for each in there}
    wanted: list[tuple[str, str | None]] = [(entry.name, None), *((each.name, each.language) for each in entry.names)]
    return [each for each in dict.fromkeys(wanted) if each not in known and not (each[1] is None and each[0] in plain)]


def _gained(connection: Connection, record: Authority, entry: NameEntry) -> int:
    known = {(each.scheme, each.identifier) for each in external_ids.of(connection, record.id)}
    fresh = sum((each.scheme, each.identifier) not in known for each in entry.identifiers)
    pairs = ((entry.dates, record.dates), (entry.scope_note, record.scope_note), (entry.note, record.note))
    return fresh + sum(bool(theirs and not ours) for theirs, ours in pairs)


def _roots(connection: Connection, ids: Iterable[int]) -> list[Authority]:
    found = (authorities.root(connection, each) for each in sorted(ids))
    return list({record.id: record for record in found}.values())


def _alike(connection: Connection, entries: Sequence[tuple[NameEntry, AuthorityKind]]) -> dict[int, list[LikeName]]:
    """Return for each place of an entry the records whose names are spelt much like its name."""
    known: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for root, kind, name, *_rest in name_rows.rows(connection):
        known[kind].append((root, name))
    found: dict[int, list[LikeName]] = defaultdict(list)
    for kind, rows in known.items():
        # Numbers below zero are those of entries.
        ours = {name_key(name) for _root, name in rows}
        arriving = [(-1 - at, entry.name) for at, (entry, own) in enumerate(entries) if own == kind]
        fresh = [row for row in arriving if name_key(row[1]) not in ours]
        for pair in look_alike([*fresh, *rows]) if fresh else ():
            if pair.one < 0 < pair.other and pair.score >= _ALIKE_ENOUGH:
                record = authorities.get(connection, pair.other)
                found[-1 - pair.one].append(LikeName(record.id, record.preferred_name, pair.why))
    return found
