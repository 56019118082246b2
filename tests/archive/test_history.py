from __future__ import annotations

import pytest

from curator.archive import Archive, history
from curator.errors import CuratorError
from curator.model.revision import Label

from .samples import add_articles, describe


def test_revisions_come_newest_first(archive: Archive) -> None:
    (article_id,) = add_articles(archive, "a")
    ids = [describe(archive, article_id, title=title) for title in "bcd"]
    assert [revision.id for revision in history.revisions(archive.read(), 2)] == [ids[2], ids[1]]
    every = history.revisions(archive.read())
    assert [str(revision.label) for revision in every] == ["Describe"] * 3 + ["Add articles", "Create the archive"]


def test_the_history_of_a_record_tells_who_changed_what(archive: Archive) -> None:
    one, other = add_articles(archive, "a", "b")
    describe(archive, one, title="A")
    describe(archive, other, title="B")
    archive.undo()
    told = [
        (revision.kind, change.kind, change.row_id, change.before)
        for revision, change in history.of_record(archive.read(), "article", other)
    ]
    assert told == [
        ("undo", "update", other, {"title": "B"}),
        ("act", "update", other, {"title": "b"}),
        ("act", "insert", other, None),
    ]
    assert all(
        revision.id == change.revision_id for revision, change in history.of_record(archive.read(), "article", one)
    )


def test_rows_of_other_tables_with_the_same_id_are_kept_apart(archive: Archive) -> None:
    (article_id,) = add_articles(archive, "a")
    records = {change.record for _revision, change in history.of_record(archive.read(), "article", article_id)}
    assert records == {"article"}
    assert list(history.of_record(archive.read(), "note", article_id)) == []


def test_a_revision_that_is_not_there(archive: Archive) -> None:
    with pytest.raises(CuratorError, match="There is no revision 99"):
        history.revision(archive.read(), 99)


def test_changes_since_another_looked(archive: Archive) -> None:
    (article_id,) = add_articles(archive, "a")
    newest, changes = history.changes_since(archive.read(), 0)
    assert changes.touched.keys() == {"archive", "article", "article_text"}
    assert history.changes_since(archive.read(), newest)[0] == newest
    assert not history.changes_since(archive.read(), newest)[1]
    with Archive.open(archive.folder.path) as other:
        revision_id = describe(other, article_id, title="b")
        with other.transaction(Label("Save a search")) as transaction:
            search = transaction.insert("saved_search", {"title": "Letters", "query": "letter*"})
    later, changes = history.changes_since(archive.read(), newest)
    assert later == newest + 2
    assert changes.revision_id == revision_id + 1
    assert changes.touched == {"article": frozenset([article_id]), "saved_search": frozenset([search])}
