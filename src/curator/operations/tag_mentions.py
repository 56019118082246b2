"""Tagging all mentions of a record at once: in the whole archive, in some articles, or in what a query finds."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from curator.archive import articles, authorities, name_rows, place_tags, suggestion_rows
from curator.archive.suggestion_rows import Place
from curator.i18n import N_
from curator.model.progress import Progress
from curator.model.revision import Changes, Label
from curator.names.completion import NameRow
from curator.operations.context import Context
from curator.operations.find import select
from curator.operations.name_articles import may_hold
from curator.operations.name_contexts import NameContext, contexts_of
from curator.operations.suggestion_queue import nothing_open
from curator.operations.text_names import known_names_in
from curator.operations.undecided import Undecided
from curator.text.name_key import name_key

_CHUNK = 200
# A place with a lower score is doubtful: several can be meant, or it could be the ordinary word.
_SURE = 600


@dataclass(frozen=True, slots=True)
class MentionPreview:
    """What tagging all mentions of a record would do.

    Args:
        name: its preferred name.
        places: article -> its places (code points of the text in use; (None, None) for the article as a whole, where
            the name stands only in the title), without those that a person has decided about.
        doubtful: the same for places where another name can be meant as well, or the ordinary word.
        contexts, doubtful_contexts: some of them with their sentences, the newest articles first.
    """

    authority_id: int
    name: str
    places: dict[int, list[Place]]
    doubtful: dict[int, list[Place]]
    contexts: tuple[NameContext, ...]
    doubtful_contexts: tuple[NameContext, ...]

    @property
    def count(self) -> int:
        """How many places."""
        return sum(map(len, self.places.values()))

    @property
    def doubtful_count(self) -> int:
        """How many doubtful places."""
        return sum(map(len, self.doubtful.values()))


def preview(
    context: Context,
    authority_id: int,
    article_ids: Sequence[int] | None = None,
    query: str | None = None,
    examples: int = 3,
) -> MentionPreview:
    """Look for a record in articles, without changing anything.

    Args:
        article_ids: only in these; with `query`, only in what it finds; else in all that are not in the trash.
        examples: how many contexts to tell of each sort.

    Raises:
        CuratorError: when there is no such record, or the query cannot be understood.
    """
    connection = context.archive.read()
    record = authorities.root(connection, authority_id)
    chosen = _chosen(context, record.id, article_ids, query)
    sure: dict[int, list[Place]] = {}
    doubtful: dict[int, list[Place]] = {}
    for article_id, place, score in _places(context, record.id, chosen):
        (sure if score >= _SURE else doubtful).setdefault(article_id, []).append(place)
    told = []
    for found in (sure, doubtful):
        newest = articles.newest_first(connection, found)[:examples]
        told.append(tuple(contexts_of(connection, {each: found[each][0] for each in newest})))
    return MentionPreview(record.id, record.preferred_name, sure, doubtful, *told)


def apply(context: Context, found: MentionPreview, with_doubtful: bool = False) -> Changes:
    """Tag what a preview has shown, as one act.

    Places of texts that were edited meanwhile, and what a person has decided about meanwhile, are passed over.

    Args:
        with_doubtful: also the doubtful places.

    Raises:
        CuratorError: when there is nothing to tag.
    """
    label = Label(N_("Tag all mentions of %(name)s"), {"name": found.name})
    with context.archive.transaction(label) as transaction:
        wanted: dict[int, list[Place]] = {}
        for places in (found.places, found.doubtful) if with_doubtful else (found.places,):
            for article_id in places:
                wanted.setdefault(article_id, []).extend(places[article_id])
        still = {(each, place) for each, place, _score in _places(context, found.authority_id, sorted(wanted))}
        kept = {each: [place for place in wanted[each] if (each, place) in still] for each in wanted}
        if not any(kept.values()):
            raise nothing_open(found.name)
        place_tags.tag(transaction, found.authority_id, {each: places for each, places in kept.items() if places})
    return transaction.changes


def _chosen(context: Context, authority_id: int, article_ids: Sequence[int] | None, query: str | None) -> list[int]:
    """Return the articles to look in, those left out in which the name cannot stand."""
    connection = context.archive.read()
    if query is not None:
        wanted = select(context, query)
    else:
        wanted = articles.all_ids(connection) if article_ids is None else list(article_ids)
    rows = name_rows.rows(connection, [authority_id], counted=False)
    holding = may_hold(context.archive, [NameRow(*row) for row in rows])
    return wanted if holding is None else [each for each in wanted if each in holding]


def _places(context: Context, authority_id: int, article_ids: Sequence[int]) -> Iterator[tuple[int, Place, int]]:
    """Yield (article, place, score) of the record in articles, as far as nobody has decided about it."""
    connection = context.archive.read()
    matcher = context.names.current(context.archive)
    started = time.monotonic()
    for first in range(0, len(article_ids), _CHUNK):
        chunk = article_ids[first : first + _CHUNK]
        undecided = Undecided(connection, chunk)
        for text in suggestion_rows.texts(connection, chunk):
            for each in known_names_in(matcher, text):
                if each.authority_id != authority_id:
                    continue
                if undecided.open(text.article_id, each.kind, authority_id, name_key(each.found), [each.place]):
                    yield text.article_id, each.place, each.score
        done = min(first + _CHUNK, len(article_ids))
        context.progress(Progress(done, len(article_ids), time.monotonic() - started))
