from __future__ import annotations

import threading

import pytest

from curator.archive import Archive, articles, history
from curator.errors import CuratorError
from curator.model.revision import Label

from .samples import add_articles, describe, title_of


def newest(archive: Archive) -> int:
    return history.revisions(archive.read(), 1)[0].id


def test_an_error_leaves_nothing_behind(archive: Archive) -> None:
    before = newest(archive)
    with pytest.raises(ZeroDivisionError), archive.transaction(Label("Add")) as transaction:
        articles.add(transaction, {"title": "A library"}, "Text", "test 1")
        _ = 1 // 0
    assert articles.all_ids(archive.read()) == []
    assert newest(archive) == before
    assert archive.read().execute("SELECT count(*) FROM index_outbox").fetchone()[0] == 0
    assert add_articles(archive, "An archive") == articles.all_ids(archive.read())


def test_an_act_that_changes_nothing_leaves_no_revision(archive: Archive) -> None:
    before = newest(archive)
    with archive.transaction(Label("Nothing")) as transaction:
        pass
    assert not transaction.changes
    assert transaction.changes.revision_id is None
    assert newest(archive) == before


def test_changes_name_every_row_touched(archive: Archive) -> None:
    with archive.transaction(Label("Add")) as transaction:
        ids = [articles.add(transaction, {}, "Text", "test 1") for _number in range(3)]
        transaction.update("article", ids[0], {"title": "A library"})
    assert transaction.changes.revision_id == newest(archive)
    assert transaction.changes.ids("article") == frozenset(ids)
    assert transaction.changes.touched.keys() == {"article", "article_text"}


def test_revisions_are_signed(archive: Archive) -> None:
    describe(archive, add_articles(archive, "A library")[0], title="B")
    revision = history.revisions(archive.read(), 1)[0]
    assert (revision.actor, revision.origin, revision.kind, str(revision.label)) == (
        "Tester",
        "cli",
        "act",
        "Describe",
    )


@pytest.mark.parametrize("wrong", ["Read\0ing", "Read\udcffing", "\0", "\ud800"])
def test_what_is_not_text_is_refused_with_the_field(archive: Archive, wrong: str) -> None:
    (article_id,) = add_articles(archive, "A library")
    with pytest.raises(CuratorError, match="title"):
        describe(archive, article_id, title=wrong)
    with pytest.raises(CuratorError, match="byline"), archive.transaction(Label("Add")) as transaction:
        articles.add(transaction, {"byline": wrong}, "Text", "test 1")
    with pytest.raises(CuratorError, match="body"), archive.transaction(Label("Add")) as transaction:
        articles.add(transaction, {}, wrong, "test 1")
    assert title_of(archive, article_id) == "A library"
    assert articles.all_ids(archive.read()) == [article_id]


def test_work_in_batches_is_one_revision(archive: Archive) -> None:
    with archive.transaction(Label("Import")) as first:
        articles.add(first, {"title": "A library"}, "Text", "test 1")
    with archive.transaction(Label("Import"), into=first.revision_id) as second:
        articles.add(second, {"title": "An archive"}, "Text", "test 1")
    assert second.revision_id == first.revision_id
    assert second.changes.ids("article") == {2}
    archive.undo()
    assert articles.all_ids(archive.read()) == []


def test_work_undone_between_two_batches_stops(archive: Archive) -> None:
    with archive.transaction(Label("Import")) as first:
        articles.add(first, {"title": "A library"}, "Text", "test 1")
    archive.undo()
    with (
        pytest.raises(CuratorError, match="was undone elsewhere"),
        archive.transaction(Label("Import"), into=first.revision_id) as second,
    ):
        articles.add(second, {"title": "An archive"}, "Text", "test 1")
    assert articles.all_ids(archive.read()) == []


def test_the_next_id_is_never_one_that_was_used(archive: Archive) -> None:
    (used,) = add_articles(archive, "A library")
    archive.undo()
    with archive.transaction(Label("Look")) as transaction:
        assert transaction.next_id("article") == used + 1
    assert add_articles(archive, "An archive") == [used + 1]


def test_transactions_do_not_nest(archive: Archive) -> None:
    (article_id,) = add_articles(archive, "A library")
    with pytest.raises(Exception, match="within a transaction"), archive.transaction(Label("Outer")) as outer:
        outer.update("article", article_id, {"title": "x"})
        describe(archive, article_id, title="y")
    assert title_of(archive, article_id) == "A library"
    describe(archive, article_id, title="z")
    assert title_of(archive, article_id) == "z"


def test_threads_read_while_another_writes(archive: Archive) -> None:
    """What they see is always a whole transaction: both titles of one act, or none."""
    one, other = add_articles(archive, "0", "0")
    stop, seen, wrong = threading.Event(), [0, 0], []

    def read(reader: int) -> None:
        while not stop.is_set():
            titles = {row[0] for row in archive.read().execute("SELECT title FROM article")}
            seen[reader] += 1
            if len(titles) != 1:
                wrong.append(titles)

    threads = [threading.Thread(target=read, args=(number,)) for number in range(2)]
    for thread in threads:
        thread.start()
    number = 0
    while number < 20 or min(seen) < 20:
        number += 1
        with archive.transaction(Label("Describe")) as transaction:
            transaction.update("article", one, {"title": str(number)})
            transaction.update("article", other, {"title": str(number)})
    stop.set()
    for thread in threads:
        thread.join()
    assert wrong == []
    archive.close()


def test_threads_that_write_wait_for_each_other(archive: Archive) -> None:
    (article_id,) = add_articles(archive, "0")

    def count() -> None:
        for _turn in range(10):
            with archive.transaction(Label("Count")) as transaction:
                title = transaction.rows("SELECT title FROM article")[0][0]
                transaction.update("article", article_id, {"title": str(int(title) + 1)})

    threads = [threading.Thread(target=count) for _number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert title_of(archive, article_id) == "30"
