"""A rebuild that a process began and did not end: gone on with where that is right, else begun anew."""

from __future__ import annotations

import json

import pytest

from curator.search import Index, IndexWriter, publish_generation, remove_old_generations
from curator.search.rebuilding import begin_rebuild, begun_rebuild

from .conftest import documents


def test_it_is_gone_on_with(index: Index) -> None:
    begun = begin_rebuild(index.folder, "archive", 7)
    with IndexWriter(begun.index) as writer:
        writer.update(documents(["map", "paper"]))
        writer.commit()
    begun.note(2)
    again = begun_rebuild(index.folder, "archive", 7, 9)
    assert again == begun
    assert (again.seen, again.done) == (7, 2)


@pytest.mark.parametrize(("settled", "newest"), [(8, 9), (3, 6)])
def test_not_when_the_outbox_was_settled_beyond_it_or_the_archive_is_an_older_one(
    index: Index, settled: int, newest: int
) -> None:
    begin_rebuild(index.folder, "archive", 7)
    assert begun_rebuild(index.folder, "archive", settled, newest) is None


@pytest.mark.parametrize(
    "change",
    [{"archive": "another"}, {"schema": 0}, {"generation": "../elsewhere"}, {"generation": "0" * 32}, {"done": None}],
)
def test_not_when_it_is_of_something_else(index: Index, change: dict[str, object]) -> None:
    begin_rebuild(index.folder, "archive", 7)
    note = index.folder / "building"
    note.write_text(json.dumps(json.loads(note.read_text()) | change))
    assert begun_rebuild(index.folder, "archive", 7, 9) is None


@pytest.mark.parametrize("content", ["", "{", "[]", "null", "\x00"])
def test_not_when_the_note_makes_no_sense(index: Index, content: str) -> None:
    begin_rebuild(index.folder, "archive", 7)
    (index.folder / "building").write_text(content)
    assert begun_rebuild(index.folder, "archive", 7, 9) is None


def test_nothing_of_it_is_left(index: Index) -> None:
    begun = begin_rebuild(index.folder, "archive", 7)
    (index.folder / "building.0").write_text("{")
    publish_generation(begun.index)
    begun.forget()
    remove_old_generations(begun.index)
    assert begun_rebuild(index.folder, "archive", 7, 9) is None
    assert sorted(path.name for path in index.folder.iterdir()) == sorted(["current", begun.index.generation])
