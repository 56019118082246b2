"""Writing the index: replacing, removing, merging, and dying in the middle of a commit."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from curator.errors import Cancelled, CuratorError
from curator.search import Index, IndexDocument, IndexWriter, Searcher, open_index, parse

from .conftest import documents, nothing


def ids(index: Index, query: str) -> list[int]:
    with Searcher(index) as searcher:
        return searcher.search(parse(query), nothing).all_ids().tolist()


def segments(index: Index) -> int:
    return len(list(index.path.glob("*.seg")))


def test_an_update_replaces(index: Index) -> None:
    with IndexWriter(index) as writer:
        assert writer.update(documents(["map", "paper"])) == 2
        writer.commit()
        writer.update([IndexDocument(1, "", "atlas")])
        writer.commit()
    assert ids(index, "map") == []
    assert ids(index, "atlas") == [1]
    assert ids(index, "") == [1, 2]


def test_the_last_update_before_a_commit_counts(index: Index) -> None:
    with IndexWriter(index) as writer:
        writer.update([IndexDocument(7, "", text) for text in ("map", "paper", "atlas")])
        writer.commit()
    assert ids(index, "map OR paper") == []
    assert ids(index, "") == ids(index, "atlas") == [7]


def test_removing_before_and_after_a_commit(index: Index) -> None:
    with IndexWriter(index) as writer:
        writer.update(documents(["map"] * 4))
        writer.remove([2, 99])
        writer.commit()
        assert ids(index, "map") == [1, 3, 4]
        writer.remove([3])
        writer.commit()
        assert ids(index, "map") == [1, 4]
        writer.update([IndexDocument(3, "", "map")])
        writer.commit()
    assert ids(index, "map") == [1, 3, 4]


def test_nothing_is_seen_without_a_commit(index: Index) -> None:
    with IndexWriter(index) as writer:
        writer.update(documents(["map"]))
    assert ids(index, "") == []
    with IndexWriter(index) as writer:
        writer.update(documents(["map"]))
        writer.cancel()
        writer.commit()
    assert ids(index, "") == []


def test_a_failing_source_leaves_the_index_as_it_was(index: Index) -> None:
    def failing() -> Iterator[IndexDocument]:
        yield from documents(["map"])
        raise LookupError

    with pytest.raises(LookupError), IndexWriter(index) as writer:
        writer.update(failing())
    with IndexWriter(index) as writer:
        writer.update(documents(["paper"]))
        writer.commit()
    assert ids(index, "") == ids(index, "paper") == [1]


def test_titles_and_texts_may_be_empty(index: Index) -> None:
    with IndexWriter(index) as writer:
        writer.update([IndexDocument(1, "", ""), IndexDocument(2, "Map", ""), IndexDocument(3, "—", "…")])
        writer.commit()
    assert ids(index, "") == [1, 2, 3]
    assert ids(index, "map") == [2]


def test_one_writes_at_a_time(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("curator.search.indexer._PATIENCE", 0.0)
    with IndexWriter(index) as first, IndexWriter(index) as second:
        first.update(documents(["map"]))
        with pytest.raises(CuratorError) as caught:
            second.update(documents(["paper"]))
        assert str(index.folder) in caught.value.message
        first.commit()
        second.update(documents(["paper"]))
        second.commit()
    assert ids(index, "") == ids(index, "paper") == [1]


def test_commits_do_not_merge_and_idle_times_do(index: Index) -> None:
    with IndexWriter(index) as writer:
        for number in range(1, 8):
            writer.update([IndexDocument(number, "Old map", f"paper {number}")])
            writer.commit()
        assert segments(index) == 7
        assert not writer.merge()
        assert segments(index) == 7
        writer.update([IndexDocument(8, "Old map", "paper 8"), IndexDocument(3, "Atlas", "paper 3")])
        writer.commit()
        writer.update([IndexDocument(9, "Old map", "paper 9")])
        assert writer.merge()
        assert segments(index) == 1
        assert ids(index, '"old map"') == [number for number in range(1, 10) if number != 3]
        assert ids(index, '"paper 3" title:atlas') == [3]
        writer.update([IndexDocument(5, "", "globe")])
        writer.commit()
    assert ids(index, "globe") == [5]
    assert len(ids(index, "")) == 9


def test_segments_of_other_sizes_are_not_merged(index: Index) -> None:
    with IndexWriter(index) as writer:
        writer.update(documents(["map"] * 100))
        writer.commit()
        for number in range(2_000, 2_008):
            writer.update([IndexDocument(number, "", "map")])
            writer.commit()
        assert writer.merge()
        assert not writer.merge()
    assert segments(index) == 2
    assert len(ids(index, "map")) == 108


def test_what_is_mostly_deleted_is_written_anew(index: Index) -> None:
    with IndexWriter(index) as writer:
        writer.update(documents(["map"] * 10))
        writer.commit()
        writer.remove(range(1, 7))
        assert writer.merge()
        assert not writer.merge()
    assert ids(index, "map") == [7, 8, 9, 10]


def test_a_merge_can_be_given_up(index: Index) -> None:
    def give_up() -> None:
        raise Cancelled

    with IndexWriter(index) as writer:
        for number in range(1, 10):
            writer.update([IndexDocument(number, "", "map")])
            writer.commit()
        with pytest.raises(Cancelled):
            writer.merge(give_up)
        assert segments(index) == 9
        assert writer.merge()
    assert ids(index, "map") == list(range(1, 10))


def commit_until(index: Index, calls: int) -> None:
    """Commit another state, and die without notice at the given call that touches the file system."""
    seen = 0

    def count(event: str, _arguments: object) -> None:
        nonlocal seen
        if event in ("open", "os.rename", "os.remove", "os.listdir", "os.rmdir"):
            seen += 1
            if seen == calls:
                os.kill(os.getpid(), signal.SIGKILL)

    writer = IndexWriter(index)
    writer.update(documents(["new paper"] * 60))
    sys.addaudithook(count)
    writer.commit()


def dies(index: Index, calls: int) -> bool:
    """Commit in a child process; return whether it died before it was done."""
    child = os.fork()
    if not child:
        commit_until(index, calls)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a child is forked at the moment to look at")
def test_a_killed_commit_leaves_the_old_or_the_new_state(tmp_path: Path) -> None:
    """Die at each call in a commit that touches the file system, from the first to the last."""
    died, calls, states = True, 0, set()
    while died:
        calls += 1
        folder = tmp_path / str(calls)
        index = open_index(folder, "archive", create=True)
        with IndexWriter(index) as writer:
            writer.update(documents(["old map"] * 3))
            writer.commit()
        died = dies(index, calls)
        again = open_index(folder, "archive")
        states.add(tuple(map(len, (ids(again, "old"), ids(again, "new"), ids(again, "")))))
        with IndexWriter(again) as writer:
            writer.update([IndexDocument(1, "", "globe")])
            writer.commit()
        assert ids(again, "globe") == [1]
        assert segments(again) == 2
        assert not [path.name for path in again.path.iterdir() if ".toc." in path.name or path.suffix == ".tmp"]
    assert calls > 10
    assert states == {(3, 0, 3), (0, 60, 60)}
