"""Where the documents of an article are: in which segments, under which numbers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from curator.search.schema import ARTICLE
from curator.search.whoosh_parts import SegmentReader

_Sorted = tuple[NDArray[np.int64], NDArray[np.int64]]


class Places:
    """Finds documents by article; what it read of a segment is kept from one commit to the next."""

    def __init__(self) -> None:
        self._sorted: dict[str, _Sorted] = {}
        self._segments: list[Any] = []

    def load(self, writer: Any) -> None:
        """Take over the segments that a Whoosh `writer` starts from, and read those that are new."""
        self._segments = list(writer.segments)
        known, self._sorted = self._sorted, {}
        for segment in self._segments:
            name: str = segment.segment_id()
            self._sorted[name] = known[name] if name in known else _read(writer, segment)

    def find(self, article_id: int) -> Iterator[tuple[Any, int]]:
        """Yield the segment and document number of each document of an article, deleted ones among them."""
        for segment in self._segments:
            articles, docs = self._sorted[segment.segment_id()]
            first = int(articles.searchsorted(article_id))
            while first < len(articles) and articles[first] == article_id:
                yield segment, int(docs[first])
                first += 1


def _read(writer: Any, segment: Any) -> _Sorted:
    reader = SegmentReader(writer.storage, writer.schema, segment)
    try:
        articles = reader.column_reader(ARTICLE, translate=False).numbers
    finally:
        reader.close()
    order = np.argsort(articles, kind="stable")
    return articles[order], order
