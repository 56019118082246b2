from __future__ import annotations

from curator.archive import Archive
from curator.archive.search_history import MOST
from curator.operations import erase, history, search_history, tag
from curator.operations.context import Context

from ..archive.samples import add_articles


def queries(context: Context) -> list[str]:
    return [found.query for found in search_history.listed(context)]


def test_searches_are_kept_once_newest_first(context: Context) -> None:
    for query, total in (("fire", 3), ("flood  river", 0), ("fire", 4), ("  ", 9)):
        search_history.remember(context, query, total)
    newest, older = search_history.listed(context)
    assert (newest.query, newest.total) == ("fire", 4)
    assert (older.query, older.total) == ("flood river", 0)
    assert newest.at >= older.at
    assert history.revisions(context)[0].origin == "cli" and history.next_undo(context) is None


def test_the_oldest_go(context: Context) -> None:
    for number in range(MOST + 5):
        search_history.remember(context, f"word{number}", number)
    kept = queries(context)
    assert (len(kept), kept[0], kept[-1]) == (MOST, f"word{MOST + 4}", "word5")


def test_one_is_forgotten_or_all(context: Context) -> None:
    for query in ("fire", "flood", "mill"):
        search_history.remember(context, query, 1)
    search_history.forget(context, "flood")
    assert queries(context) == ["mill", "fire"]
    search_history.forget(context)
    assert queries(context) == []


def test_an_erasure_takes_them_too(context: Context) -> None:
    tag.add(context, add_articles(context.archive, "A mill"), [("person", "Edith Marlow")])
    search_history.remember(context, "person:Marlow", 1)
    erase.names(context, [("person", "Edith Marlow")], "her request", ["Edith Marlow"])
    assert queries(context) == []


def test_nothing_is_kept_where_the_archive_is_only_read(context: Context, archive: Archive) -> None:
    search_history.remember(context, "fire", 1)
    archive.writable = False
    search_history.remember(context, "flood", 1)
    assert queries(context) == ["fire"]
