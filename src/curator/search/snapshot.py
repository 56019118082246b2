"""One state of the index, open for reading: its segments and which article each document is."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from curator.search.folder import Index
from curator.search.segment_columns import Columns, alive, read_columns
from curator.search.weighting import Ranking, length_norms
from curator.search.whoosh_parts import WhooshSearcher

Ids = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Leaf:
    """One segment.

    Args:
        searcher: Whoosh's searcher of the segment.
        offset: the number of its first document among those of all segments.
        columns: its columns.
        alive: for each document whether it is not deleted.
        norms: for each document its BM25 norm.
    """

    searcher: Any
    offset: int
    columns: Columns
    alive: NDArray[np.bool_]
    norms: NDArray[np.float64]

    def slice(self, docs: Ids) -> slice:
        """Return which of ascending document numbers of the whole index lie in this segment."""
        first, last = docs.searchsorted([self.offset, self.offset + len(self.alive)])
        return slice(int(first), int(last))


class Snapshot:
    """The index as of one commit; later commits do not change it.

    Args:
        index: the generation to read.
        before: an earlier snapshot, whose columns are taken over where segments are the same.
    """

    def __init__(self, index: Index, before: Snapshot | None = None) -> None:
        self.index = index
        self._files = index.whoosh()
        # Whoosh can reuse an older reader, but then shows deleted documents and merged segments again.
        reader = self._files.reader()
        known: dict[str, Columns] = before._columns if before else {}
        readers = [part for part, _offset in reader.leaf_readers() if part.doc_count_all()]
        self._columns: dict[str, Columns] = {
            _name(part): known.get(_name(part)) or read_columns(part) for part in readers
        }
        masks = {_name(part): alive(part) for part in readers}
        self._norms = self._all_norms(masks)
        self._searcher = WhooshSearcher(
            reader, weighting=Ranking({name: array("d", norms.tobytes()) for name, norms in self._norms.items()})
        )
        self.leaves = tuple(
            self._leaf(part, offset, masks) for part, offset in self._searcher.leaf_searchers() if part.doc_count_all()
        )
        self._order_articles()

    @property
    def count(self) -> int:
        """The number of articles."""
        return len(self._article_docs)

    def is_current(self) -> bool:
        """Tell whether no commit came since, at the price of listing one folder."""
        return bool(self._files.latest_generation() == self._searcher.reader().generation())

    def docs(self, article_ids: Ids) -> Ids:
        """Return the ascending document numbers of those of `article_ids` that the index holds."""
        if not self.count or not len(article_ids):
            return np.empty(0, dtype=np.int64)
        at = np.minimum(self._sorted_articles.searchsorted(article_ids), self.count - 1)
        found = self._sorted_articles[at] == article_ids
        return np.unique(self._article_docs[at[found]])

    def articles(self, docs: Ids) -> Ids:
        """Return the ids of the articles that documents, by their numbers, are."""
        return self._doc_articles[docs]

    def close(self) -> None:
        """Unmap the files; a second time does nothing."""
        if not self._searcher.is_closed:
            self._searcher.close()

    def _leaf(self, searcher: Any, offset: int, masks: dict[str, NDArray[np.bool_]]) -> Leaf:
        name = _name(searcher.reader())
        return Leaf(searcher, offset, self._columns[name], masks[name], self._norms[name])

    def _all_norms(self, masks: dict[str, NDArray[np.bool_]]) -> dict[str, NDArray[np.float64]]:
        total = sum(int(self._columns[name].lengths[mask].sum()) for name, mask in masks.items())
        count = sum(int(mask.sum()) for mask in masks.values())
        return {name: length_norms(columns.lengths, total / max(count, 1)) for name, columns in self._columns.items()}

    def _order_articles(self) -> None:
        columns = (leaf.columns.articles for leaf in self.leaves)
        self._doc_articles = np.concatenate([np.empty(0, dtype=np.int64), *columns])
        docs = [np.flatnonzero(leaf.alive) + leaf.offset for leaf in self.leaves]
        articles = [leaf.columns.articles[leaf.alive] for leaf in self.leaves]
        all_articles = np.concatenate([np.empty(0, dtype=np.int64), *articles])
        order = np.argsort(all_articles, kind="stable")
        self._sorted_articles = all_articles[order]
        self._article_docs = np.concatenate([np.empty(0, dtype=np.int64), *docs])[order]


def _name(reader: Any) -> str:
    return str(reader.segment().segment_id())
