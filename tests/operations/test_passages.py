from __future__ import annotations

import pytest

from curator.archive import articles, mentions
from curator.errors import CuratorError
from curator.model.revision import Label
from curator.operations import authorities, detail, history, notes, passages, text_versions
from curator.operations.context import Context

from .merged_names import merge
from .record_states import state_of

BODY = "Lucia Bandini opened the cellar of the town library in Gəncə.\n"


@pytest.fixture
def one(context: Context) -> Context:
    with context.archive.transaction(Label("Add")) as transaction:
        articles.add(transaction, {"title": "The cellar"}, BODY, "reader 1")
    return context


def test_a_passage_with_a_tag(one: Context) -> None:
    before = state_of(one.archive.read())
    _passage, changes = passages.tag_passage(one, 1, 0, 13, "person", "Lucia Bandini")
    assert set(changes.touched) == {"passage", "mention", "authority"}
    (mention,) = mentions.of_article(one.archive.read(), 1)
    assert (mention.authority.preferred_name, mention.passage.quote) == ("Lucia Bandini", "Lucia Bandini")
    history.undo(one)
    assert state_of(one.archive.read()) == before
    history.redo(one)
    assert len(passages.of_article(one, 1)) == 1


def test_several_places_are_tagged_in_one_act(one: Context) -> None:
    before = state_of(one.archive.read())
    changes = passages.tag_places(one, 1, [(0, 5), (6, 13)], "person", "Lucia Bandini")
    assert len(changes.touched["mention"]) == 2
    assert len(changes.touched["authority"]) == 1
    assert not passages.tag_places(one, 1, [(0, 5)], "person", "lucia bandini")
    assert [each.quote for each in passages.of_article(one, 1)] == ["Lucia", "Bandini"]
    history.undo(one)
    assert state_of(one.archive.read()) == before
    history.redo(one)
    assert len(passages.of_article(one, 1)) == 2


def test_the_same_place_is_one_passage(one: Context) -> None:
    first, _ = passages.tag_passage(one, 1, 0, 13, "person", "Lucia Bandini")
    second, _ = passages.tag_passage(one, 1, 0, 13, "theme", "Keepers")
    again, changes = passages.tag_passage(one, 1, 0, 13, "person", "lucia bandini")
    assert first == second == again
    assert not changes


def test_the_last_tag_takes_the_passage_with_it(one: Context) -> None:
    passages.tag_passage(one, 1, 0, 13, "person", "Lucia Bandini")
    passages.tag_passage(one, 1, 0, 13, "theme", "Keepers")
    passages.untag_passage(one, 1, 0, 13, "theme", "Keepers")
    assert len(passages.of_article(one, 1)) == 1
    passages.untag_passage(one, 1, 0, 13, "person", "Lucia Bandini")
    assert passages.of_article(one, 1) == []
    history.undo(one)
    assert len(passages.of_article(one, 1)) == 1


def test_a_passage_with_a_note_stays(one: Context) -> None:
    passage_id, _ = passages.tag_passage(one, 1, 0, 13, "person", "Lucia Bandini")
    with one.archive.transaction(Label("Note")) as transaction:
        transaction.insert("note", {"article_id": 1, "passage_id": passage_id, "text": "Look her up."})
    passages.untag_passage(one, 1, 0, 13, "person", "Lucia Bandini")
    assert [passage.id for passage in passages.of_article(one, 1)] == [passage_id]


def test_a_merged_record_is_tagged_once(one: Context) -> None:
    passages.tag_passage(one, 1, 0, 13, "person", "L. Bandini")
    authorities.add(one, "person", "Lucia Bandini")
    merge(one, "Lucia Bandini", "L. Bandini")
    assert not passages.tag_passage(one, 1, 0, 13, "person", "Lucia Bandini")[1]
    passages.untag_passage(one, 1, 0, 13, "person", "Lucia Bandini")
    assert mentions.of_article(one.archive.read(), 1) == []


@pytest.mark.parametrize(("start", "end"), [(5, 5), (6, 5), (0, len(BODY) + 1), (13, 14), (10**9, 10**9 + 1)])
def test_no_words_there(one: Context, start: int, end: int) -> None:
    before = state_of(one.archive.read())
    with pytest.raises(CuratorError, match="no words from"):
        passages.tag_passage(one, 1, start, end, "person", "Lucia Bandini")
    assert state_of(one.archive.read()) == before


def test_no_such_tag_or_article(one: Context) -> None:
    passages.tag_passage(one, 1, 0, 13, "person", "Lucia Bandini")
    authorities.add(one, "place", "Gəncə")
    with pytest.raises(CuratorError, match="no tag “Gəncə”"):
        passages.untag_passage(one, 1, 0, 13, "place", "Gəncə")
    with pytest.raises(CuratorError, match="no tag “Lucia"):
        passages.untag_passage(one, 1, 0, 12, "person", "Lucia Bandini")
    with pytest.raises(CuratorError, match="no article 9"):
        passages.tag_passage(one, 9, 0, 13, "person", "Lucia Bandini")
    with pytest.raises(CuratorError, match="no article 9"):
        passages.of_article(one, 9)


def test_what_leaves_with_an_article_has_only_passages_of_its_text(one: Context) -> None:
    passages.tag_passage(one, 1, 0, 13, "person", "Lucia Bandini")
    passages.tag_passage(one, 1, 32, 51, "theme", "Libraries")
    text_versions.edit(one, 1, BODY.replace("Lucia Bandini", "Somebody"))
    (record,) = detail.records(one, [1])
    assert [(tag.name, [record.text[p.start : p.end] for p in tag.passages]) for tag in record.tags] == [
        ("Lucia Bandini", []),
        ("Libraries", ["of the town library"]),
    ]


def test_a_passage_of_a_text_that_was_taken_back_goes_over_to_the_one_before(one: Context) -> None:
    edit = text_versions.edit(one, 1, "Now and then " + BODY).changes
    passages.tag_passage(one, 1, 13, 26, "person", "Lucia Bandini")
    assert edit.revision_id
    history.revert(one, edit.revision_id)
    (passage,) = passages.of_article(one, 1)
    assert (passage.state, passage.start) == ("moved", 0)
    (record,) = detail.records(one, [1])
    assert [[record.text[p.start : p.end] for p in tag.passages] for tag in record.tags] == [["Lucia Bandini"]]


def test_a_passage_whose_words_were_taken_back_is_detached_until_they_return(one: Context) -> None:
    edit = text_versions.edit(one, 1, BODY + " Quite another matter stands here.").changes
    start = len(BODY) + 1
    passages.tag_passage(one, 1, start, start + 20, "theme", "Matters")
    assert edit.revision_id
    history.revert(one, edit.revision_id)
    (passage,) = passages.of_article(one, 1)
    assert passage.state == "detached"
    assert [tag.passages for record in detail.records(one, [1]) for tag in record.tags] == [()]


def moved(one: Context) -> int:
    """A passage of the text whose words were changed by an edit."""
    passage_id, _ = passages.tag_passage(one, 1, 0, 13, "person", "Lucia Bandini")
    text_versions.edit(one, 1, BODY.replace("Lucia Bandini", "Lucia Bandi"))
    assert [passage.state for passage in passages.of_article(one, 1)] == ["moved"]
    return passage_id


def test_one_that_moved_is_confirmed_where_it_stands(one: Context) -> None:
    passage_id = moved(one)
    before = state_of(one.archive.read())
    assert set(passages.confirm(one, [passage_id]).touched) == {"passage"}
    (passage,) = passages.of_article(one, 1)
    assert (passage.state, passage.quote) == ("anchored", "Lucia Bandi")
    assert not passages.confirm(one, [passage_id]), "nothing is left to confirm"
    history.undo(one)
    assert state_of(one.archive.read()) == before
    history.redo(one)
    text_versions.edit(one, 1, "Above. " + BODY.replace("Lucia Bandini", "Lucia Bandi"))
    assert [passage.state for passage in passages.of_article(one, 1)] == ["anchored"]


def test_a_lost_one_cannot_be_confirmed(one: Context) -> None:
    passage_id = moved(one)
    text_versions.edit(one, 1, "Nothing of it is left here.")
    assert not passages.confirm(one, [passage_id])
    assert [passage.state for passage in passages.of_article(one, 1)] == ["detached"]


def test_one_that_is_removed_leaves_its_notes_to_the_article(one: Context) -> None:
    passage_id = moved(one)
    notes.add(one, 1, "Look her up.", (0, 11))
    assert [note.passage.id for note in notes.of_article(one, 1) if note.passage] == [passage_id]
    before = state_of(one.archive.read())
    passages.remove(one, [passage_id])
    assert (passages.of_article(one, 1), mentions.of_article(one.archive.read(), 1)) == ([], [])
    assert [(note.text, note.passage) for note in notes.of_article(one, 1)] == [("Look her up.", None)]
    history.undo(one)
    assert state_of(one.archive.read()) == before


def test_one_with_a_figure_stays_without_its_tags(one: Context) -> None:
    passage_id = moved(one)
    with one.archive.transaction(Label("Figure")) as transaction:
        transaction.insert("figure", {"passage_id": passage_id, "value_low": "2", "of_what": "shelves"})
    passages.remove(one, [passage_id])
    assert [passage.id for passage in passages.of_article(one, 1)] == [passage_id]
    assert mentions.of_article(one.archive.read(), 1) == []


def test_no_such_passage(one: Context) -> None:
    for act in (passages.confirm, passages.remove):
        with pytest.raises(CuratorError, match="no passage 7"):
            act(one, [7])
