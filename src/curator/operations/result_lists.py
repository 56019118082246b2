"""Frozen lists: keep what a query finds now, so that it can be cited, checked and compared later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from curator.archive import preservation, result_lists
from curator.errors import CuratorError
from curator.i18n import N_, _, ngettext
from curator.model.result_list import ListedArticle, ResultList, digest
from curator.model.revision import Changes, Label
from curator.operations import kept_filters
from curator.operations.context import Context
from curator.operations.find import Finder, Sort
from curator.search import Filters

ItemState = Literal["same", "changed", "gone"]


@dataclass(frozen=True, slots=True)
class ListedNow:
    """An article of a frozen list, and what became of it.

    Args:
        listed: as it was.
        state: "changed" when title, date or text are others; "gone" when it is in the trash, merged into another, or
            erased.
        is_found: whether the query still finds it.
    """

    listed: ListedArticle
    state: ItemState
    is_found: bool


@dataclass(frozen=True, slots=True)
class ShownList:
    """A frozen list beside the archive as it is now.

    Args:
        record: the list.
        items: its articles in their order.
        is_whole: whether the list still has the hash that it was given.
        added: ids of articles that the query finds now and did not then; None when it cannot be understood any more.
    """

    record: ResultList
    items: tuple[ListedNow, ...]
    is_whole: bool
    added: tuple[int, ...] | None

    def count(self, state: ItemState) -> int:
        """Return how many articles are in that state."""
        return sum(item.state == state for item in self.items)

    @property
    def lost(self) -> int:
        """How many are there still, but not found by the query any more."""
        return sum(item.state != "gone" and not item.is_found for item in self.items)


def freeze(
    finder: Finder,
    title: str,
    query: str,
    sort: Sort = "relevance",
    filters: Filters | None = None,
    note: str | None = None,
) -> tuple[int, Changes]:
    """Keep what a query finds now as a list that does not change.

    Args:
        title: no other list has it.
        query: as described in docs/query-language.md; `filters`: what was chosen in facets besides.

    Returns:
        the id of the list, and what was touched.

    Raises:
        QueryError: when the query cannot be understood.
        CuratorError: when it finds nothing, or the title is empty or taken.
    """
    archive = finder.context.archive
    ids = finder.find(query, sort, filters).ids.tolist()
    kept = kept_filters.to_text(archive.read(), filters or Filters())
    label = Label(
        N_("Freeze the list %(name)s of %(n)d article"),
        {"name": title, "n": len(ids)},
        N_("Freeze the list %(name)s of %(n)d articles"),
    )
    with archive.transaction(label) as transaction:
        states = result_lists.states(transaction.connection, ids)
        chosen = [(article_id, states[article_id]) for article_id in ids if article_id in states]
        if not chosen:
            raise CuratorError(_("The query finds no article."), _("Nothing was kept."))
        at, uids = preservation.now(), [state[0] for _id, state in chosen]
        made = ResultList(
            *(0, "", title, query, kept, sort, at, archive.actor, len(chosen)),
            *(digest(query, kept, sort, at, archive.actor, uids), note),
        )
        list_id = result_lists.add(transaction, made, chosen)
    return list_id, transaction.changes


def rename(context: Context, name: str, title: str) -> Changes:
    """Give a frozen list another title; CuratorError when there is no such list, or the title is taken."""
    found = result_lists.find(context.archive.read(), name)
    label = Label(N_("Rename the frozen list %(old)s to %(new)s"), {"old": found.title, "new": title})
    with context.archive.transaction(label) as transaction:
        result_lists.rename(transaction, found.id, title)
    return transaction.changes


def remove(context: Context, name: str) -> Changes:
    """Remove a frozen list; its articles are not touched. CuratorError when there is no such list."""
    found = result_lists.find(context.archive.read(), name)
    with context.archive.transaction(
        Label(N_("Remove the frozen list %(name)s"), {"name": found.title})
    ) as transaction:
        result_lists.remove(transaction, found.id)
    return transaction.changes


def listed(context: Context) -> list[ResultList]:
    """Return all frozen lists, the newest first."""
    return result_lists.listed(context.archive.read())


def find(context: Context, name: str) -> ResultList:
    """Return the list of that title, or whose hash begins so (six digits at least); CuratorError."""
    return result_lists.find(context.archive.read(), name)


def items(context: Context, record: ResultList) -> list[ListedArticle]:
    """Return the articles of a list as they were, in their order."""
    return result_lists.items(context.archive.read(), record.id)


def show(finder: Finder, name: str) -> ShownList:
    """Return a frozen list with what became of its articles, and what its query finds now.

    Raises:
        CuratorError: when there is no such list.
    """
    connection = finder.context.archive.read()
    record = result_lists.find(connection, name)
    kept = result_lists.items(connection, record.id)
    states = result_lists.states(connection, [item.article_id for item in kept if item.article_id is not None])
    try:
        now = finder.find(record.query, "accession", kept_filters.from_text(connection, record.filters)).ids.tolist()
    except CuratorError:
        now = None
    found = set(now or ())
    shown = tuple(ListedNow(item, _state(item, states), item.article_id in found) for item in kept)
    known = {item.article_id for item in kept}
    added = None if now is None else tuple(article_id for article_id in now if article_id not in known)
    return ShownList(record, shown, is_whole(record, kept), added)


def is_whole(record: ResultList, kept: Sequence[ListedArticle]) -> bool:
    """Return whether a list and its articles still have the hash that the list was given."""
    uids = [item.article_uid for item in kept]
    fresh = digest(record.query, record.filters, record.sort, record.frozen_at, record.frozen_by, uids)
    return fresh == record.sha256 and record.total == len(kept)


def citation(context: Context, record: ResultList) -> str:
    """Return what a footnote says of a list: archive, title, query, number of articles, time and hash."""
    words = ngettext(
        "%(archive)s, list “%(title)s”: query %(query)s%(filters)s, %(n)d article, frozen %(when)s, sha256 %(sha256)s",
        "%(archive)s, list “%(title)s”: query %(query)s%(filters)s, %(n)d articles, frozen %(when)s, sha256 %(sha256)s",
        record.total,
    )
    return words % {
        "archive": context.archive.read().execute("SELECT title FROM archive").fetchone()[0],
        "title": record.title,
        "query": record.query or "*",
        "filters": f" {_('with filters')} {record.filters}" if record.filters else "",
        "n": record.total,
        "when": record.frozen_at[:16].replace("T", " ") + " UTC",
        "sha256": record.sha256,
    }


def _state(item: ListedArticle, states: dict[int, result_lists.State]) -> ItemState:
    if item.article_id is None or item.article_id not in states:
        return "gone"
    return "same" if states[item.article_id][1:] == (item.title, item.published, item.body_hash) else "changed"
