from __future__ import annotations

import multiprocessing

import filelock
import pytest

from curator.archive import Archive, articles, authorities, suggestion_rows
from curator.archive.suggestion_rows import TextToRead
from curator.errors import Cancelled, CuratorError
from curator.model.progress import Progress
from curator.model.revision import Label
from curator.operations import erase, scanning, suggestion_process, suggestion_queue, suggestion_state
from curator.operations.context import Context
from curator.operations.text_names import NameInText, names_in


@pytest.fixture
def many(context: Context) -> Context:
    """350 articles with 40 names each: more than the process reports at a time, and than a pipe holds."""
    places = [f"{one}{other}burg" for one in ("Alt", "Neu", "Ober", "Nieder", "Klein") for other in "abcdefgh"]
    with context.archive.transaction(Label("Add")) as transaction:
        for place in places:
            authorities.add(transaction, "place", place)
        for number in range(350):
            body = f"Letter {number}. She was in Weimar, Germany. Then in {', '.join(places)}."
            articles.add(transaction, {"language": "en"}, body, "reader 1")
    return context


def rows(archive: Archive) -> list[tuple[object, ...]]:
    found = archive.read().execute(
        "SELECT article_id, kind, name, folded, places, open, score, why FROM suggestion ORDER BY 1, 2, 3"
    )
    return [tuple(row) for row in found]


def test_what_was_given_up_goes_on(many: Context) -> None:
    def stop(progress: Progress) -> None:
        if progress.done:
            raise Cancelled

    with pytest.raises(Cancelled):
        scanning.catch_up(Context(many.archive, stop))
    left = len(suggestion_rows.waiting(many.archive.read()))
    assert 0 < left < 350
    assert suggestion_queue.queue(many)
    assert scanning.catch_up(many) == left
    assert not scanning.is_behind(many)
    assert multiprocessing.active_children() == []


def test_a_process_that_was_killed_is_told_of_and_the_next_goes_on(many: Context) -> None:
    def kill(progress: Progress) -> None:
        for child in multiprocessing.active_children():
            if child.name == "curator-suggestions" and progress.done:
                child.kill()

    with pytest.raises(CuratorError, match="ended by itself"):
        scanning.catch_up(Context(many.archive, kill))
    assert 0 < len(suggestion_rows.waiting(many.archive.read())) < 350
    scanning.catch_up(many)
    whole = rows(many.archive)
    with many.archive.unrecorded() as writer:
        suggestion_rows.mark_stale(writer, None)
    assert scanning.catch_up(many) == 350
    assert rows(many.archive) == whole


def test_one_program_at_a_time(many: Context) -> None:
    with filelock.FileLock(many.archive.folder.suggestions_lock):
        assert scanning.catch_up(many) == 0
    assert scanning.is_behind(many)


def test_the_process_reports_what_it_finds_and_ends(many: Context) -> None:
    ours, theirs = multiprocessing.Pipe()
    # Here, since the process has modules of its own.
    job = suggestion_process.ScanJob(many.archive.database, False, (350, 1, 999))
    suggestion_process.run(job, theirs)
    kind, batch = ours.recv()
    assert kind == "found"
    assert [text.article_id for text, _names in batch] == [1, 350]
    assert {text.body for text, _names in batch} == {""}
    assert all(names for _text, names in batch)
    assert ours.recv() == ("idle",)
    ours.close()
    theirs.close()


def test_what_is_erased_leaves_the_queue(many: Context) -> None:
    scanning.catch_up(many)
    erase.articles(many, [1, 2], "asked for", ["untitled 1", "untitled 2"])
    assert {1, 2}.isdisjoint({row[0] for row in rows(many.archive)})
    assert {each.articles for each in suggestion_queue.queue(many)} == {348}
    scanning.catch_up(many)
    assert len(suggestion_rows.all_articles(many.archive.read())) == 348


def test_other_rules_have_all_read_again(many: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    scanning.catch_up(many)
    monkeypatch.setattr(suggestion_state, "RULES", 1_000)
    assert scanning.is_behind(many)
    assert scanning.catch_up(many) == 350


def test_reasons_are_found_anew_in_another_language(many: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    scanning.catch_up(many)
    assert not scanning.is_behind(many)
    monkeypatch.setattr(suggestion_state, "language", lambda: "hy")
    assert scanning.is_behind(many)
    assert scanning.catch_up(many) == 350


def test_a_fault_over_one_text_leaves_the_others(many: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(matcher: object, text: TextToRead) -> list[NameInText]:
        if text.article_id == 2:
            raise ZeroDivisionError
        return names_in(many.names.current(many.archive), text)

    monkeypatch.setattr(suggestion_process, "names_in", faulty)
    texts = suggestion_rows.texts(many.archive.read(), [1, 2, 3])
    matcher = many.names.current(many.archive)
    assert [bool(suggestion_process.found_in(matcher, text)) for text in texts] == [True, False, True]
