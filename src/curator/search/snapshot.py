"""One state of the index, open for reading: its segments, which article each document is, and how they are ranked."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from curator.search.columnar import State
from curator.search.folder import Index
from curator.search.schema import ARTICLE
from curator.search.weighting import Ranking

Ids = NDArray[np.int64]


class Snapshot:
    """The index as of one commit; later commits do not change it.

    Args:
        index: the generation to read.
    """

    def __init__(self, index: Index) -> None:
        self.index = index
        self._files = index.whoosh()
        # Whoosh can reuse an older reader, but then shows deleted documents and merged segments again.
        self._reader = self._files.reader()
        self.state = State(self._reader)
        self.ranking = Ranking(self.state)
        self._doc_articles = self.state.column(ARTICLE)
        docs = np.flatnonzero(self.state.alive)
        order = np.argsort(self._doc_articles[docs], kind="stable")
        # Of many articles these stay in memory.
        self._article_docs = docs[order].astype(np.int32)
        self._sorted_articles = self._doc_articles[self._article_docs]

    @property
    def count(self) -> int:
        """The number of articles."""
        return self.state.count

    def is_current(self) -> bool:
        """Tell whether no commit came since, at the price of listing one folder."""
        return bool(self._files.latest_generation() == self._reader.generation())

    def docs(self, article_ids: Ids) -> Ids:
        """Return the ascending document numbers of those of `article_ids` that the index holds."""
        if not self.count or not len(article_ids):
            return np.empty(0, dtype=np.int64)
        if np.array_equal(article_ids, self._sorted_articles):
            return np.flatnonzero(self.state.alive)
        at = np.minimum(self._sorted_articles.searchsorted(article_ids), self.count - 1)
        found = self._sorted_articles[at] == article_ids
        wanted = np.zeros(self.state.size, dtype=bool)
        wanted[self._article_docs[at[found]]] = True
        return np.flatnonzero(wanted)

    def articles(self, docs: Ids) -> Ids:
        """Return the ids of the articles that documents, by their numbers, are."""
        return self._doc_articles[docs]

    def close(self) -> None:
        """Unmap the files; a second time does nothing."""
        self.state.close()
