from __future__ import annotations

import pytest

from curator.archive import articles, authorities, mentions
from curator.errors import CuratorError
from curator.model.revision import Label
from curator.operations import authorities as names
from curator.operations import history, scanning, suggesting, suggestion_queue, suggestions, text_versions, trash
from curator.operations.context import Context
from curator.operations.suggestion_queue import QueuedName

from .record_states import state_of

FIRST = 'Prime Minister Lucia Bandini opened the cellar. "The papers are dry," Bandini said in Weimar.'
SECOND = "The cellar was closed again, said Prime Minister Lucia Bandini on Monday."
THIRD = "Nobody in Weimar had seen the papers since the flood."


@pytest.fixture
def letters(context: Context) -> Context:
    """Three articles, one name on record, and one that is not."""
    with context.archive.transaction(Label("Add")) as transaction:
        for title, body in (("The cellar", FIRST), ("Closed", SECOND), ("The flood", THIRD)):
            articles.add(transaction, {"title": title, "language": "en"}, body, "reader 1")
    names.add(context, "place", "Weimar")
    return context


@pytest.fixture
def scanned(letters: Context) -> Context:
    assert scanning.catch_up(letters) == 3
    return letters


def queued(context: Context, name: str) -> QueuedName:
    return next(each for each in suggestion_queue.queue(context) if each.name == name)


def counts(context: Context) -> dict[str, tuple[int | None, int, int]]:
    return {each.name: (each.authority_id, each.articles, each.places) for each in suggestion_queue.queue(context)}


def test_the_queue_tells_names_on_record_and_new_ones(scanned: Context) -> None:
    assert counts(scanned) == {"Lucia Bandini": (None, 2, 3), "Weimar": (1, 2, 2)}
    assert [each.name for each in suggestion_queue.queue(scanned, new=True)] == ["Lucia Bandini"]
    assert [each.name for each in suggestion_queue.queue(scanned, new=False)] == ["Weimar"]
    assert [each.name for each in suggestion_queue.queue(scanned, kind="place")] == ["Weimar"]
    assert queued(scanned, "Weimar").why == "matches variant Weimar"
    assert not scanning.is_behind(scanned)
    assert scanning.catch_up(scanned) == 0


def test_contexts_are_sentences(scanned: Context) -> None:
    found = suggestion_queue.contexts(scanned, queued(scanned, "Weimar"))
    assert [(each.article_id, each.before, each.words, each.after) for each in found] == [
        (3, "Nobody in ", "Weimar", " had seen the papers since the flood."),
        (1, '"The papers are dry," Bandini said in ', "Weimar", "."),
    ]
    assert len(suggestion_queue.contexts(scanned, queued(scanned, "Weimar"), limit=1)) == 1


def test_a_new_name_is_accepted_everywhere_and_taken_back(scanned: Context) -> None:
    before = state_of(scanned.archive.read())
    changes = suggestion_queue.accept_everywhere(scanned, queued(scanned, "Lucia Bandini"))
    assert (len(changes.ids("authority")), len(changes.ids("mention"))) == (1, 3)
    assert "Lucia Bandini" not in counts(scanned)
    after = state_of(scanned.archive.read())
    history.undo(scanned)
    assert state_of(scanned.archive.read()) == before
    assert counts(scanned)["Lucia Bandini"] == (None, 2, 3)
    history.redo(scanned)
    assert state_of(scanned.archive.read()) == after
    scanning.catch_up(scanned)
    assert set(counts(scanned)) == {"Weimar"}
    history.undo(scanned)
    scanning.catch_up(scanned)
    assert counts(scanned)["Lucia Bandini"] == (None, 2, 3)


def test_only_some_articles_are_accepted_under_another_name(scanned: Context) -> None:
    suggestion_queue.accept_everywhere(scanned, queued(scanned, "Lucia Bandini"), [2], name="L. Bandini")
    (mention,) = mentions.of_article(scanned.archive.read(), 2)
    assert (mention.authority.preferred_name, mention.passage and mention.passage.quote) == (
        "L. Bandini",
        "Lucia Bandini",
    )
    assert mentions.of_article(scanned.archive.read(), 1) == []


def test_a_new_name_joins_a_record_as_its_variant(scanned: Context) -> None:
    record, _changes = names.add(scanned, "person", "Bandini, L. (director)")
    suggestion_queue.accept_everywhere(scanned, queued(scanned, "Lucia Bandini"), authority_id=record)
    assert [each.name for each in authorities.variants(scanned.archive.read(), record)] == ["Lucia Bandini"]
    assert len(mentions.articles_with(scanned.archive.read(), [record])) == 2


def test_rejected_everywhere_is_remembered(scanned: Context) -> None:
    before = state_of(scanned.archive.read())
    new, known = queued(scanned, "Lucia Bandini"), queued(scanned, "Weimar")
    suggestion_queue.reject_everywhere(scanned, new)
    suggestion_queue.reject_everywhere(scanned, known)
    assert counts(scanned) == {}
    assert suggesting.of_article(scanned, 1) == []
    scanning.catch_up(scanned)
    assert counts(scanned) == {}
    with pytest.raises(CuratorError, match="not suggested anywhere"):
        suggestion_queue.reject_everywhere(scanned, known)
    with pytest.raises(CuratorError, match="not suggested anywhere"):
        suggestion_queue.accept_everywhere(scanned, new)
    history.undo(scanned)
    history.undo(scanned)
    assert state_of(scanned.archive.read()) == before
    assert set(counts(scanned)) == {"Lucia Bandini", "Weimar"}


def test_one_decision_changes_the_numbers_at_once(scanned: Context) -> None:
    weimar = next(each for each in suggesting.of_article(scanned, 3) if each.name == "Weimar")
    suggestions.accept(scanned, [weimar])
    assert counts(scanned)["Weimar"] == (1, 1, 1)
    scanning.catch_up(scanned)
    assert counts(scanned)["Weimar"] == (1, 1, 1)
    history.undo(scanned)
    assert counts(scanned)["Weimar"] == (1, 2, 2)


def test_what_is_trashed_or_edited_is_not_shown_as_it_was(scanned: Context) -> None:
    trash.trash(scanned, [3])
    assert counts(scanned)["Weimar"] == (1, 1, 1)
    text_versions.edit(scanned, 1, "The cellar is closed.")
    assert "Weimar" not in counts(scanned)
    assert scanning.is_behind(scanned)
    assert scanning.catch_up(scanned) == 1
    trash.restore(scanned, [3])
    assert counts(scanned)["Weimar"] == (1, 1, 1)


def test_a_new_variant_finds_its_old_articles_and_reads_no_others(scanned: Context) -> None:
    from curator.operations.find import Finder

    with Finder(scanned) as finder:
        assert finder.find("cellar").total == 2
    names.add_variant(scanned, "Weimar", "Nobody")
    assert counts(scanned)["Weimar"] == (1, 2, 2)
    assert scanning.catch_up(scanned) == 2
    names.add(scanned, "theme", "Flood")
    assert scanning.catch_up(scanned) == 1
    assert counts(scanned)["Flood"] == (2, 1, 1)


def test_a_removed_variant_is_not_shown_any_more(scanned: Context) -> None:
    names.add_variant(scanned, "Weimar", "Monday")
    scanning.catch_up(scanned)
    assert counts(scanned)["Weimar"] == (1, 3, 3)
    names.remove_variant(scanned, "Weimar", "Monday")
    assert counts(scanned)["Weimar"] == (1, 2, 2)
    scanning.catch_up(scanned)
    assert counts(scanned)["Weimar"] == (1, 2, 2)


def test_a_name_that_was_put_on_record_meanwhile_is_that_record(scanned: Context) -> None:
    told = queued(scanned, "Lucia Bandini")
    record, _changes = names.add(scanned, "person", "Lucia Bandini")
    assert counts(scanned)["Lucia Bandini"] == (record, 2, 3)
    suggestion_queue.accept_everywhere(scanned, told)
    assert len(mentions.articles_with(scanned.archive.read(), [record])) == 2
    assert len(authorities.listed(scanned.archive.read(), "person")) == 1
