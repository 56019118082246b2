"""The queue of suggestions: each name once, with how often it stands in the archive, decided about as a whole."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import cast

from curator.archive import Connection, authorities, name_rows, place_tags, rejections, suggestion_rows
from curator.archive.suggestion_rows import NameInArticle, Place
from curator.errors import CuratorError
from curator.i18n import N_, _
from curator.model.authority import KINDS, AuthorityKind
from curator.model.revision import Changes, Label
from curator.operations.authorities import known_as
from curator.operations.context import Context
from curator.operations.name_contexts import NameContext, contexts_of
from curator.operations.suggesting import raised
from curator.operations.suggestion_state import KnownKeys, open_names, unsettled
from curator.operations.suggestions import record_named
from curator.operations.undecided import Undecided

_LIMIT = 500


@dataclass(frozen=True, slots=True)
class QueuedName:
    """A name with all its places in the archive that nobody has decided about.

    Args:
        name: the preferred name of the record; of a name that is not on record, how it is mostly written.
        authority_id: the record; None for a name that is not on record.
        articles, places: in how many.
        score: per mille, the best of all articles, raised by their number.
        why: the reason where it was surest.
        folded: the key of a name that is not on record.
    """

    kind: AuthorityKind
    name: str
    authority_id: int | None
    articles: int
    places: int
    score: int
    why: str
    folded: str = ""


# The record, or the kind and key of a name that is not on record.
_Key = tuple[int | None, str, str]


@dataclass(slots=True)
class _Count:
    articles: int = 0
    places: int = 0
    score: int = 0
    # Articles that were counted one by one.
    live: set[int] = field(default_factory=set)

    def add(self, articles: int, places: int, score: int) -> None:
        self.articles += articles
        self.places += places
        self.score = max(self.score, score)

    def add_live(self, article_id: int, places: int, score: int) -> None:
        self.add(int(article_id not in self.live), places, score)
        self.live.add(article_id)


def queue(
    context: Context, kind: AuthorityKind | None = None, new: bool | None = None, limit: int = _LIMIT
) -> list[QueuedName]:
    """Return the names to decide about, those in most articles first.

    It tells what was found so far (`scanning.catch_up` looks for more), as decided by now.

    Args:
        kind: only names of this kind.
        new: True for names that are not on record, False for those that are; both unless given.
        limit: how many at most.
    """
    connection = context.archive.read()
    counts: dict[_Key, _Count] = {}
    live = unsettled(connection)
    roots = authorities.roots(connection)
    everywhere = rejections.names_everywhere(connection)
    for is_new in (True, False):
        if new in (None, is_new):
            most = limit + len(everywhere) if is_new else -1
            for group in suggestion_rows.groups(connection, live, is_new, most, kind):
                key = _key(group.kind, group.authority_id, group.folded, roots)
                if key[1:] not in everywhere or key[0] is not None:
                    counts.setdefault(key, _Count()).add(group.articles, group.places, group.score)
    for _row, name, places in open_names(connection, live):
        if kind in (None, name.kind) and new in (None, name.authority_id is None):
            key = _key(name.kind, name.authority_id, name.folded, roots)
            counts.setdefault(key, _Count()).add_live(name.article_id, len(places), name.score)
    best = sorted(counts.items(), key=lambda each: (-each[1].articles, -each[1].places, -each[1].score, each[0][2]))
    return list(_described(connection, best[:limit]))


def named(context: Context, name: str, kind: AuthorityKind | None = None) -> QueuedName:
    """Return one name of the queue.

    Args:
        name: of a record, or one that is not on record, in any spelling; a number with # is a record's.
        kind: of the name, where it belongs to several.

    Raises:
        CuratorError: when it is not suggested anywhere, or several can be meant.
    """
    connection = context.archive.read()
    record = known_as(connection, name, kind)
    if record is not None:
        wanted = [QueuedName(record.kind, record.preferred_name, record.id, 0, 0, 0, "")]
    else:
        key = authorities.key_of(name)
        kinds = [each for each in KINDS if kind in (None, each)]
        wanted = [QueuedName(each, name, None, 0, 0, 0, "", key) for each in kinds]
    found = [each for each in (_counted(connection, each) for each in wanted) if each.places]
    if not found:
        raise nothing_open(name)
    if len(found) > 1:
        raise CuratorError(
            _("“%(name)s” is suggested as several kinds: %(kinds)s.")
            % {"name": name, "kinds": ", ".join(each.kind for each in found)},
            _("Say which with --kind."),
        )
    return found[0]


def contexts(context: Context, queued: QueuedName, limit: int = 3) -> list[NameContext]:
    """Return places of a name with their sentences, one an article, the newest articles first.

    Args:
        limit: how many at most.
    """
    connection = context.archive.read()
    first: dict[int, Place] = {}
    for each, places in _found(connection, queued, limit):
        first.setdefault(each.article_id, places[0])
    return contexts_of(connection, first)


def accept_everywhere(
    context: Context,
    queued: QueuedName,
    article_ids: Collection[int] | None = None,
    kind: AuthorityKind | None = None,
    name: str = "",
    authority_id: int | None = None,
) -> Changes:
    """Tag all open places of a name, as one act; a record is made for a name that is not on record.

    Args:
        article_ids: only in these articles; in all unless given.
        kind, name: of the record that is made, where they shall be others than those suggested.
        authority_id: the record that a name which is not on record belongs to; it gets the name as a variant.

    Raises:
        CuratorError: when nothing of it is open any more, or several records of the kind have the name.
    """
    with context.archive.transaction(_label(N_("Accept %(name)s"), queued)) as transaction:
        connection = transaction.connection
        found: dict[int, list[Place]] = {}
        for each, places in _found(connection, queued):
            if article_ids is None or each.article_id in article_ids:
                found.setdefault(each.article_id, []).extend(places)
        if not found:
            raise nothing_open(queued.name)
        if queued.authority_id is not None:
            authority_id = queued.authority_id
        elif authority_id is not None:
            authority_id = authorities.root(connection, authority_id).id
            authorities.add_variant(transaction, authority_id, queued.name)
        else:
            authority_id = record_named(transaction, kind or queued.kind, name or queued.name, found)
        place_tags.tag(transaction, authority_id, found)
    return transaction.changes


def reject_everywhere(context: Context, queued: QueuedName) -> Changes:
    """Remember that a name is not meant, as one act.

    One that is not on record is not suggested in any article again, as this kind. A record is rejected for the
    articles where it is suggested now.

    Raises:
        CuratorError: when nothing of a record is open any more.
    """
    with context.archive.transaction(_label(N_("Reject %(name)s"), queued)) as transaction:
        if queued.authority_id is None:
            rejections.reject_name(transaction, queued.kind, queued.name, None)
        else:
            found = dict.fromkeys(each.article_id for each, _places in _found(transaction.connection, queued))
            if not found:
                raise nothing_open(queued.name)
            rejections.reject_records(transaction, found, queued.authority_id)
    return transaction.changes


def nothing_open(name: str) -> CuratorError:
    """Return what to tell when there is nothing to decide about a name."""
    return CuratorError(
        _("“%(name)s” is not suggested anywhere.") % {"name": name},
        _("It was decided about, or does not stand in the texts."),
    )


def _found(
    connection: Connection, queued: QueuedName, limit: int | None = None
) -> list[tuple[NameInArticle, list[Place]]]:
    """Return the open places of a name by article, the newest articles first."""
    if queued.authority_id is None:
        ids, keys = [], [queued.folded or authorities.key_of(queued.name)]
    else:
        ids = authorities.members(connection, [authorities.root(connection, queued.authority_id).id])
        keys = [row[3] for row in name_rows.rows(connection, ids, counted=False)]
    rows = suggestion_rows.of_name(connection, ids, keys, queued.kind)
    known = KnownKeys(connection, {row.folded for row in rows})
    undecided = Undecided(connection, {row.article_id for row in rows})
    found: list[tuple[NameInArticle, list[Place]]] = []
    seen: set[int] = set()
    for row in rows:
        standing = known.standing(row)
        # A name that was put on record since its numbers were told is that record.
        if standing is None or (queued.authority_id is not None and standing.authority_id not in ids):
            continue
        places = undecided.open(row.article_id, row.kind, standing.authority_id, row.folded, row.places)
        if places:
            if limit is not None and row.article_id not in seen and len(seen) == limit:
                break
            seen.add(row.article_id)
            found.append((standing, places))
    return found


def _counted(connection: Connection, wanted: QueuedName) -> QueuedName:
    """Return a name with its numbers as they are now."""
    rows = _found(connection, wanted)
    count = _Count()
    for row, places in rows:
        count.add_live(row.article_id, len(places), row.score)
    key = (wanted.authority_id, wanted.kind, wanted.folded)
    return next(iter(_described(connection, [(key, count)]))) if rows else wanted


def _key(kind: str, authority_id: int | None, folded: str, roots: dict[int, int]) -> _Key:
    return (None, kind, folded) if authority_id is None else (roots.get(authority_id, authority_id), "", "")


def _described(connection: Connection, counted: Iterable[tuple[_Key, _Count]]) -> Iterable[QueuedName]:
    for (authority_id, kind, folded), count in counted:
        key = "" if authority_id is not None else folded
        if authority_id is None:
            name, why = suggestion_rows.wording(connection, kind, folded)
            shown_kind: AuthorityKind = cast(AuthorityKind, kind)
        else:
            record = authorities.get(connection, authority_id)
            name, shown_kind = record.preferred_name, record.kind
            why = suggestion_rows.reason(connection, authorities.members(connection, [authority_id]))
        score = raised(count.score, count.articles)
        yield QueuedName(shown_kind, name, authority_id, count.articles, count.places, score, why, key)


def _label(text: str, queued: QueuedName) -> Label:
    return Label(text, {"name": queued.name})
