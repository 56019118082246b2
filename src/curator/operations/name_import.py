"""Names from a file of another program: what it would bring, and bringing it in as one revision."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from curator.archive import Transaction, authorities, external_ids, relations
from curator.errors import CuratorError, Problem
from curator.i18n import N_, _
from curator.model.authority import AuthorityKind
from curator.model.external_identifiers import identifier_of
from curator.model.name_arrival import ArrivingName, NameArrivals
from curator.model.name_entry import EntryIdentifier, NameEntry
from curator.model.revision import Changes, Label
from curator.operations.authorities import date
from curator.operations.context import Context
from curator.operations.name_matching import Matching, missing_names
from curator.readers import Limits, NamesJob, ReaderPool
from curator.text.language_tag import language_tag
from curator.text.name_key import name_key
from curator.text.plain import normalise

_UID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_LIMITS = Limits(wall_seconds=300.0, cpu_seconds=300)


def read(
    context: Context, path: Path, kind: AuthorityKind | None = None, tick: Callable[[], None] = lambda: None
) -> NameArrivals:
    """Read a file of names in a confined process and say what it would bring; nothing is written.

    Args:
        path: a table (CSV) or SKOS (Turtle, RDF/XML).
        kind: of entries whose kind the file does not say.
        tick: called several times a second while the file is read; what it raises gives up.

    Raises:
        CuratorError: when the file holds no names that can be read.
    """
    with ReaderPool(1, _LIMITS) as pool:
        (result,) = pool.read([NamesJob(0, path, path.name)], tick)
    if result.problem:
        raise CuratorError(result.problem.message, result.problem.hint)
    problems = list(result.problems)
    usable: list[tuple[NameEntry, AuthorityKind]] = []
    keys: set[str] = set()
    for entry in result.entries:
        own = entry.kind or kind
        if entry.key in keys:
            words = {"line": entry.number, "uid": entry.key}
            problems.append(Problem("twice", _("%(line)d: %(uid)s stands in the file twice.") % words))
            continue
        keys.add(entry.key)
        if own and name_key(entry.name):
            usable.append((entry, own))
        else:
            problems.append(_unusable(entry, own))
    matching = Matching(context.archive.read(), usable)
    found = tuple(matching.arriving(at, entry, own) for at, (entry, own) in enumerate(usable))
    return NameArrivals(found, tuple(problems))


def bring_in(
    context: Context, arrivals: NameArrivals, file_name: str, decided: Mapping[str, int | None] | None = None
) -> tuple[Changes, list[Problem]]:
    """Bring the names of a file in, as one revision. What is on record stays as it is and gains what it lacks.

    Doubtful entries are left out unless somebody decided about them.

    Args:
        arrivals: as `read` returned them.
        file_name: for the history.
        decided: the key of a doubtful entry -> the record that it is, or None for a new one.

    Returns:
        what was touched, and what could not be taken as it stood.
    """
    with context.archive.transaction(Label(N_("Import names from %(file)s"), {"file": file_name})) as transaction:
        arrival = _Arrival(transaction)
        for each in arrivals.names:
            if each.verdict != "doubtful":
                arrival.take(each, each.same_as)
            elif decided and each.entry.key in decided:
                arrival.take(each, decided[each.entry.key])
        arrival.connect()
    return transaction.changes, arrival.problems


class _Arrival:
    """Writes entries, then what connects them: an entry may point to a later one.

    Args:
        transaction: an open transaction.
    """

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self._ids: dict[str, int] = {}
        self._named: dict[tuple[str, str], int] = {}
        self._taken: list[tuple[ArrivingName, bool]] = []
        self.problems: list[Problem] = []

    def take(self, arriving: ArrivingName, there: int | None) -> None:
        """Write one entry, as a new record or onto the one that it is."""
        entry = arriving.entry
        if there is None and not _UID.fullmatch(entry.uid):
            # The same name twice in a file is one record, unless the file itself tells them apart.
            there = self._named.get((arriving.kind, entry.name))
        authority_id = self._new(arriving) if there is None else there
        self._ids[entry.key] = authority_id
        self._named.setdefault((arriving.kind, entry.name), authority_id)
        self._taken.append((arriving, there is None))
        self._names(authority_id, entry)
        self._fields(authority_id, entry)
        for each in entry.identifiers:
            self._identifier(authority_id, entry, each)

    def connect(self) -> None:
        """Write broader terms, relations and merges."""
        for arriving, _is_new in self._taken:
            for key in arriving.entry.broader:
                self._connected(arriving.entry, key, arriving.kind, "broader", None, None)
            for each in arriving.entry.related:
                self._connected(arriving.entry, each.key, None, "related", each.type, each.dates)
        for arriving, is_new in self._taken:
            into = self._ids.get(arriving.entry.merged_into or "")
            if is_new and into is not None:
                self._merged(arriving.entry, into)

    def _new(self, arriving: ArrivingName) -> int:
        entry = arriving.entry
        uid = entry.uid if _UID.fullmatch(entry.uid) else None
        if uid and self._transaction.rows("SELECT 1 FROM authority WHERE uid = ?", (uid,)):
            uid = None
        return authorities.add(self._transaction, arriving.kind, entry.name, uid=uid)

    def _names(self, authority_id: int, entry: NameEntry) -> None:
        record = authorities.get(self._transaction.connection, authority_id)
        missing = set(missing_names(self._transaction.connection, record, entry))
        if (entry.name, None) in missing:
            authorities.add_variant(self._transaction, authority_id, entry.name)
        for name in entry.names:
            if (name.name, name.language) in missing and name_key(name.name):
                language = language_tag(name.language or "")
                preferring = "; ".join(sorted(name.preferred_in)) or None
                authorities.add_variant(
                    self._transaction, authority_id, name.name, language, preferring, _word(name.name_kind)
                )

    def _fields(self, authority_id: int, entry: NameEntry) -> None:
        record = authorities.get(self._transaction.connection, authority_id)
        if entry.dates and not record.dates:
            try:
                authorities.set_dates(self._transaction, authority_id, date(entry.dates), entry.dates)
            except CuratorError as error:
                self.problems.append(self._at(entry, error))
        if entry.scope_note and not record.scope_note:
            authorities.set_scope_note(self._transaction, authority_id, normalise(entry.scope_note).strip() or None)
        if entry.note and not record.note:
            authorities.set_note(self._transaction, authority_id, normalise(entry.note).strip() or None)

    def _identifier(self, authority_id: int, entry: NameEntry, each: EntryIdentifier) -> None:
        try:
            found = identifier_of(each.scheme, each.identifier)
        except CuratorError as error:
            self.problems.append(self._at(entry, error))
            return
        there = external_ids.of(self._transaction.connection, authority_id)
        if found not in [(known.scheme, known.identifier) for known in there]:
            external_ids.add(self._transaction, authority_id, *found, each.match)

    def _connected(
        self,
        entry: NameEntry,
        key: str,
        kind: AuthorityKind | None,
        relation: str,
        type_: str | None,
        dates: str | None,
    ) -> None:
        connection = self._transaction.connection
        here, there = self._ids[entry.key], self._ids.get(key)
        if there is None:
            named = authorities.named(connection, key, kind) if name_key(key) else []
            there = named[0].id if len(named) == 1 else None
        if there is None:
            words = {"line": entry.number, "name": entry.name, "other": key}
            message = _("%(line)d: “%(name)s” points to “%(other)s”, which is not there.") % words
            self.problems.append(Problem("not-there", message))
            return
        try:
            if authorities.root(connection, here).id == authorities.root(connection, there).id:
                return
            if relation == "broader":
                relations.add_broader(self._transaction, here, there)
            elif not _is_related(self._transaction, here, there, type_):
                relations.relate(self._transaction, here, there, type_, date(dates))
        except CuratorError as error:
            self.problems.append(self._at(entry, error))

    def _merged(self, entry: NameEntry, into: int) -> None:
        try:
            relations.refuse_circle(self._transaction.connection, into, [self._ids[entry.key]])
            authorities.merge(self._transaction, into, self._ids[entry.key], entry.merge_reason)
        except CuratorError as error:
            self.problems.append(self._at(entry, error))

    def _at(self, entry: NameEntry, error: CuratorError) -> Problem:
        return Problem("entry", f"{entry.number}: {entry.name}: {error.message}", error.hint)


def _is_related(transaction: Transaction, here: int, there: int, type_: str | None) -> bool:
    there = authorities.root(transaction.connection, there).id
    return any(
        each.authority.id == there and (type_ is None or (each.type == type_ and each.forward))
        for each in relations.related(transaction.connection, here)
    )


def _word(name_kind: str) -> str:
    return name_kind if name_kind in ("variant", "former") else "variant"


def _unusable(entry: NameEntry, kind: AuthorityKind | None) -> Problem:
    words = {"line": entry.number, "name": entry.name}
    if kind is None:
        message = _("%(line)d: the file does not say what kind of name “%(name)s” is.") % words
        return Problem("kind", message, _("Give one for all that have none: --kind"))
    return Problem("name", _("%(line)d: “%(name)s” is not a name: it has no letter or digit.") % words)
