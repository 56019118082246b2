"""The columns of one segment as numpy arrays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from curator.search.schema import ARTICLE, LENGTH


@dataclass(frozen=True, slots=True)
class Columns:
    """What a segment holds besides its words, document by document; segments never change but for deletions.

    Args:
        articles: ids of the articles (int64), deleted documents among them.
        lengths: their lengths in words (int32).
    """

    articles: NDArray[np.int64]
    lengths: NDArray[np.int32]


def read_columns(reader: Any) -> Columns:
    """Return the columns of the segment that a Whoosh `reader` reads."""
    return Columns(
        np.array(reader.column_reader(ARTICLE, translate=False).load(), dtype=np.int64),
        np.array(reader.column_reader(LENGTH, translate=False).load(), dtype=np.int32),
    )


def alive(reader: Any) -> NDArray[np.bool_]:
    """Return for each document of the segment that a Whoosh `reader` reads whether it is not deleted."""
    mask = np.ones(reader.doc_count_all(), dtype=bool)
    if reader.has_deletions():
        mask[np.fromiter(reader.deleted_docs_set, dtype=np.int64)] = False
    return mask
