from __future__ import annotations

import pytest

from curator.archive import articles, texts
from curator.errors import CuratorError
from curator.model.revision import Label
from curator.operations import history, passages, text_versions
from curator.operations.context import Context

from .record_states import state_of

BODY = "The keeper of the cellar, Lucia Bandini, opened the door. Gəncə was far away.\n"
START = BODY.index("Lucia")
END = START + len("Lucia Bandini")


@pytest.fixture
def tagged(context: Context) -> Context:
    """An article in which the passage "Lucia Bandini" is tagged."""
    with context.archive.transaction(Label("Add")) as transaction:
        articles.add(transaction, {"title": "The cellar"}, BODY, "reader 1")
    passages.tag_passage(context, 1, START, END, "person", "Lucia Bandini")
    return context


def states(context: Context) -> list[tuple[str, int, str]]:
    return [(passage.state, passage.start, passage.quote) for passage in passages.of_article(context, 1)]


def test_an_edit_is_a_version_and_the_extracted_text_stays(tagged: Context) -> None:
    done = text_versions.edit(tagged, 1, "First words.\r\n" + BODY)
    assert (done.version.number, done.version.version, done.version.made_by) == (2, "edited", "Tester")
    found = text_versions.listed(tagged, 1)
    assert [(each.number, each.version, each.in_use, each.based_on) for each in found] == [
        (1, "extracted", False, None),
        (2, "edited", True, found[0].text_id),
    ]
    assert texts.numbered(tagged.archive.read(), 1, 1).body == BODY
    assert text_versions.in_use(tagged, 1) == "First words.\n" + BODY


def test_passages_follow_in_the_same_act(tagged: Context) -> None:
    before = state_of(tagged.archive.read())
    done = text_versions.edit(tagged, 1, "Words. " + BODY)
    assert states(tagged) == [("anchored", START + 7, "Lucia Bandini")]
    assert {"article", "article_text", "passage"} == set(done.changes.touched)
    history.undo(tagged)
    assert state_of(tagged.archive.read()) == before


def test_changed_words_are_moved_and_lost_ones_detached(tagged: Context) -> None:
    assert text_versions.edit(tagged, 1, BODY.replace("Bandini", "Bandino")).passages[0].state == "moved"
    assert states(tagged) == [("moved", START, "Lucia Bandino")]
    text_versions.edit(tagged, 1, "Nothing of it.")
    assert states(tagged) == [("detached", START, "Lucia Bandino")]
    text_versions.edit(tagged, 1, "Still nothing.")
    assert states(tagged) == [("detached", START, "Lucia Bandino")]


def test_going_back_brings_detached_passages_back(tagged: Context) -> None:
    text_versions.edit(tagged, 1, "Nothing of it.")
    text_versions.edit(tagged, 1, "Still nothing.")
    done = text_versions.use(tagged, 1, 1)
    assert done.version.number == 1
    assert states(tagged) == [("anchored", START, "Lucia Bandini")]
    assert [each.in_use for each in text_versions.listed(tagged, 1)] == [True, False, False]


def test_a_text_that_was_there_is_not_stored_twice(tagged: Context) -> None:
    text_versions.edit(tagged, 1, "Another text.")
    done = text_versions.edit(tagged, 1, BODY)
    assert done.version.number == 1
    assert len(text_versions.listed(tagged, 1)) == 2


@pytest.mark.parametrize("same", [BODY, BODY.rstrip("\n"), BODY + "\n", BODY.replace("\n", "\r\n")])
def test_the_same_text_leaves_no_trace(tagged: Context, same: str) -> None:
    assert not text_versions.edit(tagged, 1, same).changes
    assert len(text_versions.listed(tagged, 1)) == 1


def test_an_edit_waits_to_be_indexed(tagged: Context) -> None:
    tagged.archive.derived(("DELETE FROM index_outbox WHERE article_id = ?", [(1,)]))
    text_versions.edit(tagged, 1, "Another text.")
    text_versions.use(tagged, 1, 1)
    assert tagged.archive.read().execute("SELECT article_id FROM index_outbox").fetchall()


def test_versions_are_compared_by_words(tagged: Context) -> None:
    text_versions.edit(tagged, 1, BODY.replace("opened", "closed"))
    found = text_versions.compared(tagged, 1, 1, 2)
    changed = [step for step in found.differences if step.kind != "equal"]
    assert [(found.old[s.old_start : s.old_end], found.new[s.new_start : s.new_end]) for s in changed] == [
        ("opened", "closed")
    ]


def test_what_cannot_be_done_is_said_in_words(tagged: Context) -> None:
    before = state_of(tagged.archive.read())
    with pytest.raises(CuratorError, match="is empty"):
        text_versions.edit(tagged, 1, " \n")
    with pytest.raises(CuratorError, match="no version 2"):
        text_versions.use(tagged, 1, 2)
    with pytest.raises(CuratorError, match="no article 9"):
        text_versions.edit(tagged, 9, "X")
    with pytest.raises(CuratorError, match="not text"):
        text_versions.edit(tagged, 1, "\ud800")
    assert state_of(tagged.archive.read()) == before


def test_a_cut_line_is_restored_as_a_version_and_undone(tagged: Context) -> None:
    received = f"Share this page\n\n{BODY}\nRead more\nThe last word."
    with tagged.archive.transaction(Label("Receive")) as transaction:
        texts.add(transaction, 1, received, "reader 1")
    number = len(text_versions.listed(tagged, 1))
    used = next(each.number for each in text_versions.listed(tagged, 1) if each.in_use)
    found = text_versions.compared(tagged, 1, number, used)
    assert [found.old[cut.start : cut.end] for cut in found.cuts] == ["Share this page", "Read more", "The last word."]
    for cut in (found.cuts[2], found.cuts[0]):
        text_versions.restore(tagged, 1, number, cut.start)
    assert text_versions.in_use(tagged, 1) == f"Share this page\n\n{BODY.rstrip()}\nThe last word.\n"
    moved = START + len("Share this page\n\n")
    assert states(tagged) == [("anchored", moved, "Lucia Bandini")]
    with pytest.raises(CuratorError, match="lacks nothing"):
        text_versions.restore(tagged, 1, number, found.cuts[0].start)
    history.undo(tagged)
    history.undo(tagged)
    assert text_versions.in_use(tagged, 1) == BODY
    assert states(tagged) == [("anchored", START, "Lucia Bandini")]
