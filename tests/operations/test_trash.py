from __future__ import annotations

import pytest

from curator.archive import articles, journal
from curator.errors import CuratorError
from curator.model.revision import Label
from curator.operations import authorities, collect, history, passages, tag, trash
from curator.operations.context import Context

from .record_states import State, state_of


@pytest.fixture
def full(context: Context) -> Context:
    """Two articles; something of every kind of record hangs on the first, some of it also on the second."""
    with context.archive.transaction(Label("Add")) as transaction:
        accession = transaction.insert("accession", {"started": "2026-01-01"})
        original = {"sha256": "0" * 64, "file_name": "a.txt", "media_type": "text/plain", "size": 1}
        original_id = transaction.insert("original", original)
        for number in (1, 2):
            fields = {"title": f"Article {number}", "accession_id": accession}
            articles.add(transaction, fields, "Lucia Bandini opened the door.", "reader 1")
            link = {"article_id": number, "original_id": original_id}
            transaction.insert("article_original", link)
            transaction.insert("accession_item", link | {"accession_id": accession, "path": "a", "outcome": "added"})
            field = {"article_id": number, "field": "title", "source": "heading", "confidence": 900}
            transaction.insert("field_source", field)
    tag.add(context, [1, 2], [("person", "Lucia Bandini")])
    collect.put(context, "Cellars", [2, 1])
    passage_id, _changes = passages.tag_passage(context, 1, 0, 13, "theme", "Doors")
    with context.archive.transaction(Label("More")) as transaction:
        transaction.update("article", 2, {"merged_into": 1})
        transaction.insert("article_relation", {"article_id": 2, "related_id": 1, "relation": "version of"})
        transaction.insert("not_same", {"article_id": 1, "other_article_id": 2})
        transaction.insert("note", {"article_id": 1, "text": "Read again."})
        transaction.insert("figure", {"passage_id": passage_id, "value_low": "1"})
        said = transaction.insert("statement", {"passage_id": passage_id, "speaker_id": 1, "manner": "verbatim"})
        transaction.insert("statement_about", {"statement_id": said, "authority_id": 1})
    return context


def rows(state: State, record: str, article_id: int) -> list[int]:
    return [row["id"] for row in state[record].values() if row.get("article_id") == article_id]


def test_trashed_articles_are_left_out_and_come_back(full: Context) -> None:
    with full.archive.transaction(Label("Apart")) as transaction:
        transaction.update("article", 2, {"merged_into": None})
    before = state_of(full.archive.read())
    assert trash.trash(full, [1]).ids("article") == {1}
    assert articles.all_ids(full.archive.read()) == [2]
    assert [article.id for article in trash.listed(full)] == [1]
    assert not trash.trash(full, [1])
    assert trash.restore(full, [1, 2]).ids("article") == {1}
    assert state_of(full.archive.read()) == before
    with pytest.raises(CuratorError, match="no article 9"):
        trash.trash(full, [9])


def test_emptying_takes_everything_that_hangs_on_an_article(full: Context) -> None:
    trash.trash(full, [1])
    before = state_of(full.archive.read())
    changes = trash.empty(full)
    after = state_of(full.archive.read())
    assert list(after["article"]) == [2]
    assert [rows(after, record, 1) for record in journal.RECORDS] == [[] for _record in journal.RECORDS]
    for record in ("passage", "statement", "statement_about", "figure", "note", "article_relation", "not_same"):
        assert after[record] == {}
    for record in ("authority", "original", "accession", "collection"):
        assert after[record] == before[record]
    assert [item["article_id"] for item in after["accession_item"].values()] == [None, 2]
    for record in ("mention", "collection_item", "article_text", "field_source", "article_original"):
        assert len(rows(after, record, 2)) == 1
    assert after["article"][2]["merged_into"] is None
    assert full.archive.read().execute("PRAGMA foreign_key_check").fetchall() == []
    assert len(authorities.listed(full)) == 2
    assert changes.ids("article") == {1, 2}


def test_emptying_is_undone_and_done_again(full: Context) -> None:
    trash.trash(full, [1, 2])
    before = state_of(full.archive.read())
    trash.empty(full)
    after = state_of(full.archive.read())
    history.undo(full)
    assert state_of(full.archive.read()) == before
    history.redo(full)
    assert state_of(full.archive.read()) == after


def test_an_empty_trash_leaves_no_trace(full: Context) -> None:
    before = state_of(full.archive.read())
    assert not trash.empty(full)
    assert state_of(full.archive.read()) == before
