"""What was changed since the queue of suggestions was last brought up to date, and what that means for it."""

from __future__ import annotations

from collections.abc import Collection
from zlib import crc32

from curator.archive import Connection, authorities, column_rows, history, name_rows, rejections, suggestion_rows
from curator.archive.suggestion_rows import NameInArticle
from curator.i18n import language
from curator.model.revision import Changes
from curator.names.completion import NameRow
from curator.operations.context import Context
from curator.operations.name_articles import may_hold
from curator.operations.names_in_texts import touched as touched_names
from curator.operations.text_names import RULES
from curator.operations.undecided import Undecided

_CHUNK = 500
# The reasons are kept in words: in another language they are to be found anew.
_LANGUAGES = 10_000


def settle(context: Context) -> None:
    """Reckon with all that was changed: what was decided is no longer open, and articles that may hold a name that is
    new or another one are to be read again. Every transaction is short, and may be done again.
    """
    archive = context.archive
    connection = archive.read()
    newest, was = _newest(connection), suggestion_rows.settled(connection)
    if newest == was:
        return
    if was is None or was[2:] != newest[2:]:
        with archive.unrecorded() as writer:
            suggestion_rows.mark_stale(writer, None)
            suggestion_rows.settle(writer, newest)
        return
    changes = history.changes_since(connection, was[0])[1]
    names = touched_names(connection, changes)
    if names:
        _read_again(context, names)
    articles = _decided_about(connection, changes, was[0])
    if articles is None or newest[1] != was[1]:
        with archive.unrecorded() as writer:
            suggestion_rows.forget_gone(writer)
        articles = set(suggestion_rows.all_articles(connection))
    for chunk in _chunks(sorted(articles | suggestion_rows.articles_with(connection, names))):
        counts = [(len(places), row) for row, _name, places in open_names(connection, chunk)]
        with archive.unrecorded() as writer:
            suggestion_rows.note_open(writer, chunk, counts)
    with archive.unrecorded() as writer:
        suggestion_rows.settle(writer, newest)


def unsettled(connection: Connection) -> set[int]:
    """Return the articles whose rows may not be counted as they are kept: something was changed that bears on them."""
    newest, was = _newest(connection), suggestion_rows.settled(connection)
    if was is None or newest[1:] != was[1:]:
        return set(suggestion_rows.all_articles(connection))
    if newest == was:
        return set()
    changes = history.changes_since(connection, was[0])[1]
    articles = _decided_about(connection, changes, was[0])
    if articles is None:
        return set(suggestion_rows.all_articles(connection))
    names = touched_names(connection, changes)
    if names:
        keys = [row[3] for row in name_rows.rows(connection, names, counted=False)]
        articles |= suggestion_rows.articles_with(connection, names, keys)
    return articles


def open_names(
    connection: Connection, article_ids: Collection[int]
) -> list[tuple[int, NameInArticle, list[suggestion_rows.Place]]]:
    """Return (row, name, its open places) of articles as they are now.

    A record is the one it stands for now, if it still has the name that was found; a name that was put on record since
    is that record.
    """
    rows = suggestion_rows.of_articles(connection, article_ids)
    undecided = Undecided(connection, article_ids)
    known = KnownKeys(connection, {name.folded for _row, name in rows})
    found = []
    for row, name in rows:
        standing = known.standing(name)
        if standing is not None:
            places = undecided.open(name.article_id, name.kind, standing.authority_id, name.folded, name.places)
            if places:
                found.append((row, standing, places))
    return found


class KnownKeys:
    """Which records have which names now.

    Args:
        connection: to read by.
        folded: the keys that will be asked for.
    """

    def __init__(self, connection: Connection, folded: Collection[str]) -> None:
        self._roots = authorities.roots(connection)
        self._records: dict[str, dict[int, str]] = {}
        for key, authority_id, kind in name_rows.with_keys(connection, folded):
            self._records.setdefault(key, {})[self._roots.get(authority_id, authority_id)] = kind

    def standing(self, name: NameInArticle) -> NameInArticle | None:
        """Return a name under the record that it stands for now; None when that record has lost the name."""
        records = self._records.get(name.folded, {})
        if name.authority_id is not None:
            root = self._roots.get(name.authority_id, name.authority_id)
            return name._replace(authority_id=root) if root in records else None
        of_kind = [root for root, kind in records.items() if kind == name.kind]
        return name._replace(authority_id=of_kind[0]) if len(of_kind) == 1 else name


def _newest(connection: Connection) -> tuple[int, int, int]:
    """Return what decides whether kept rows hold: the last changes, and the rules with the language of the reasons."""
    return (*column_rows.newest(connection), RULES * _LANGUAGES + crc32(language().encode()) % _LANGUAGES)


def _read_again(context: Context, names: Collection[int]) -> None:
    """Have articles read again that may hold names which changed, or held them before."""
    connection = context.archive.read()
    rows = [NameRow(*row) for row in name_rows.rows(connection, names, counted=False)]
    holding = may_hold(context.archive, rows)
    if holding is not None:
        holding |= suggestion_rows.articles_with(connection, names)
    with context.archive.unrecorded() as writer:
        suggestion_rows.mark_stale(writer, holding)


def _decided_about(connection: Connection, changes: Changes, since: int) -> set[int] | None:
    """Return the articles whose text or decisions were touched; None when the journal no longer tells."""
    wanted = {record: changes.ids(record) for record in ("article", "mention")}
    found = column_rows.touched_articles(connection, Changes(changes.revision_id, wanted), since)
    rejected = changes.ids("rejected_name")
    if found is None or not rejected:
        return found
    return found | rejections.touched_articles(connection, rejected)


def _chunks(ids: list[int]) -> list[list[int]]:
    return [ids[first : first + _CHUNK] for first in range(0, len(ids), _CHUNK)]
