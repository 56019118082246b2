"""An index in a temporary folder, filled with a few articles."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from curator.search import FieldTerm, Index, IndexDocument, IndexWriter, Searcher, open_index
from curator.search.snapshot import Ids

Fill = Callable[..., Searcher]


@pytest.fixture
def index(tmp_path: Path) -> Index:
    return open_index(tmp_path / "index", "archive", create=True)


@pytest.fixture
def fill(index: Index) -> Iterator[Fill]:
    """Return a function that indexes texts, (title, body) pairs, as articles 1, 2, ..., and opens a searcher."""
    opened: list[Searcher] = []

    def fill_index(*texts: str | tuple[str, str]) -> Searcher:
        with IndexWriter(index) as writer:
            writer.update(documents(texts))
            writer.commit()
        opened.append(Searcher(index))
        return opened[-1]

    yield fill_index
    for searcher in opened:
        searcher.close()


def documents(texts: Sequence[str | tuple[str, str]], first: int = 1) -> Iterator[IndexDocument]:
    for number, text in enumerate(texts, first):
        title, body = ("", text) if isinstance(text, str) else text
        yield IndexDocument(number, title, body)


def nothing(term: FieldTerm) -> Ids:
    return np.empty(0, dtype=np.int64)
