"""Which articles may hold a name: asked of the search index, so that not all texts have to be read."""

from __future__ import annotations

from collections.abc import Iterable

from curator.archive import Archive, outbox
from curator.names.beginnings import beginnings
from curator.names.completion import NameRow
from curator.operations.field_facts import nothing
from curator.operations.index_process import usable
from curator.operations.indexing import job_for
from curator.search import And, IndexDamaged, Node, Or, Prefix, Searcher, Word

# More names at a time are not quicker than reading all texts.
_MOST_NAMES = 500


def may_hold(archive: Archive, names: Iterable[NameRow]) -> set[int] | None:
    """Return the ids of all articles in whose title or text one of the names may stand, and of some others.

    Articles that the index has not seen yet are among them.

    Returns:
        None when it cannot be told: there is no index that can be used, or there are too many names.
    """
    wanted = {node for row in names for node in _nodes(row)}
    if not wanted:
        return set()
    if len(wanted) > _MOST_NAMES:
        return None
    connection = archive.read()
    unseen = {article_id for article_id, _seq in outbox.pending(connection, limit=-1)}
    try:
        index = usable(job_for(archive), connection)
        if index is None:
            return None
        with Searcher(index) as searcher:
            hits = searcher.search(Or(tuple(wanted)), lambda _term: nothing(), limit=0)
    except IndexDamaged:
        return None
    return unseen | {int(article_id) for article_id in hits.all_ids()}


def _nodes(row: NameRow) -> Iterable[Node]:
    found = beginnings(row.name, row.kind)
    parts = tuple(Word(each.letters) if each.is_whole else Prefix(each.letters) for each in found if each.letters)
    if len(parts) > 1:
        yield And(parts)
    else:
        yield from parts
