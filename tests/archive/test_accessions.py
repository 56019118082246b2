from __future__ import annotations

import datetime

from curator.archive import Archive, accessions
from curator.model.revision import Label

from .samples import add_articles

READER = {"reader": "text", "reader_version": "1"}


def test_a_run_with_what_became_of_its_files(archive: Archive) -> None:
    (article_id,) = add_articles(archive, "a")
    with archive.transaction(Label("Import")) as transaction:
        run = accessions.begin(transaction, "Lucia Bandini", "/home/lucia/letters")
        accessions.add_item(
            transaction, run, "a.txt", "added", article_id=article_id, reader="text", reader_version="1"
        )
        accessions.add_item(transaction, run, "b.txt", "duplicate", code="duplicate", article_id=article_id)
        accessions.add_item(transaction, run, "c.txt", "failed", code="empty", reason="c.txt is empty.")
    begun = accessions.get(archive.read(), run)
    assert begun is not None
    assert (begun.by_whom, begun.source, begun.finished) == ("Lucia Bandini", "/home/lucia/letters", None)
    assert datetime.datetime.fromisoformat(begun.started).utcoffset() == datetime.timedelta(0)
    with archive.transaction(Label("Import")) as transaction:
        accessions.finish(transaction, run)
    ended = accessions.get(archive.read(), run)
    assert ended is not None
    assert ended.finished is not None
    assert ended.finished >= ended.started


def test_an_article_came_in_with_the_file_that_added_it(archive: Archive) -> None:
    (article_id,) = add_articles(archive, "a")
    with archive.transaction(Label("Import")) as transaction:
        run = accessions.begin(transaction, "", "letters")
        accessions.add_item(transaction, run, "again.txt", "duplicate", article_id=article_id)
        assert accessions.of_article(transaction.connection, article_id) is None
        accessions.add_item(
            transaction, run, "a.txt", "added", article_id=article_id, reader="text", reader_version="1"
        )
    item = accessions.of_article(archive.read(), article_id)
    assert item is not None
    assert tuple(item) == ("a.txt", "text", "1")


def test_a_run_that_is_not_there_and_one_by_nobody(archive: Archive) -> None:
    assert accessions.get(archive.read(), 5) is None
    with archive.transaction(Label("Import")) as transaction:
        run = accessions.begin(transaction, "", "letters")
    begun = accessions.get(archive.read(), run)
    assert begun is not None
    assert begun.by_whom is None
