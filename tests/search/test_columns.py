"""The rows of articles, whether their ids lie close together or far apart."""

from __future__ import annotations

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from curator.search.columns import Columns

_IDS = st.sets(st.one_of(st.integers(1, 30), st.integers(1, 10**12)), max_size=20)


@given(_IDS, _IDS)
@example({1, 2, 4}, {2, 3, 4, 10**12})
@example({1, 10**12}, {1, 2, 10**12})
def test_the_rows_of_articles_are_marked(ids: set[int], articles: set[int]) -> None:
    columns = Columns(np.array(sorted(ids), dtype=np.int64))
    mask = columns.mask(np.array(sorted(articles), dtype=np.int64))
    assert mask.tolist() == [each in articles for each in sorted(ids)]
