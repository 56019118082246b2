"""What stays of the index in memory: nothing of what was read after a search, no map after it is closed."""

from __future__ import annotations

from pathlib import Path

import pytest

from curator.search import Index, IndexDocument, IndexWriter, Searcher, parse

from .conftest import nothing

_MAPS = Path("/proc/self/smaps")
pytestmark = pytest.mark.skipif(not _MAPS.exists(), reason="read from Linux' list of maps")


def test_after_a_search_nothing_of_the_index_stays_and_it_is_read_again(index: Index) -> None:
    fill(index)
    with Searcher(index) as searcher:
        for query in ("mud", "mu*", '"mud and"', "mud"):
            assert searcher.search(parse(query), nothing).total == 199
            assert resident(index.path) == 0
        assert maps(index.path) > 0
    assert maps(index.path) == 0


def test_a_merge_lets_go_of_what_it_has_read(index: Index) -> None:
    with IndexWriter(index) as writer:
        for number in range(1, 9):
            writer.update([IndexDocument(number, "Cellar", "mud and water")])
            writer.commit()
        assert writer.merge()
        assert maps(index.path) == 0


def fill(index: Index) -> None:
    with IndexWriter(index) as writer:
        writer.update(IndexDocument(number, f"Cellar {number}", "mud and water") for number in range(1, 200))
        writer.commit()


def resident(folder: Path) -> int:
    """Return how many kilobytes of the maps of files in a folder are in memory."""
    inside, total = False, 0
    for line in _MAPS.read_text().splitlines():
        if "-" in line.partition(" ")[0]:
            inside = str(folder) in line
        elif inside and line.startswith("Rss:"):
            total += int(line.split()[1])
    return total


def maps(folder: Path) -> int:
    """Return how many files in a folder are mapped."""
    return sum(str(folder) in line for line in _MAPS.read_text().splitlines())
