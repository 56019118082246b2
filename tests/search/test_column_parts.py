from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from curator.search.column_parts import Labels, Pairs
from curator.search.renewal import Numbers, renewal

_IDS = st.sets(st.integers(1, 9))
_TAGGINGS = st.sets(st.tuples(st.integers(1, 9), st.integers(0, 5)))


def numbers(found: set[int]) -> Numbers:
    return np.array(sorted(found), dtype=np.int64)


def pairs_of(ids: set[int], taggings: set[tuple[int, int]]) -> Pairs:
    articles, values = np.array(sorted(taggings), dtype=np.int64).reshape(-1, 2).T
    return Pairs.of(numbers(ids), articles, values)


@given(_IDS, _IDS, _IDS, _TAGGINGS, _TAGGINGS)
def test_pairs_stay_right_whatever_is_loaded_again(
    before: set[int], gone: set[int], loaded: set[int], old: set[tuple[int, int]], fresh: set[tuple[int, int]]
) -> None:
    change = renewal(numbers(before), numbers(gone | loaded), numbers(loaded))
    renewed = pairs_of(before, old).renewed(change, pairs_of(loaded, fresh))
    after = change.ids.tolist()
    found = [(after[row], value) for value in range(7) for row in renewed.grouped.of(value).tolist()]
    kept = {(article, value) for article, value in old if article in before - gone - loaded}
    assert set(found) == kept | {(article, value) for article, value in fresh if article in loaded}
    assert len(found) == len(set(found)) == renewed.totals.sum() == len(renewed.grouped.rows)


@given(_IDS, st.dictionaries(st.integers(1, 9), st.sampled_from(["az", "hy", "ru"])))
def test_labels_stay_narrow(ids: set[int], texts: dict[int, str]) -> None:
    labels = Labels.of(numbers(ids), np.array(list(texts), dtype=np.int64), list(texts.values()))
    change = renewal(numbers(ids), numbers(ids), numbers(ids))
    assert labels.codes.dtype == labels.renewed(change, labels).codes.dtype == np.int32
    assert [(*labels.names, None)[code] for code in labels.codes] == [texts.get(number) for number in sorted(ids)]
