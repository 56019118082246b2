"""Rows by value: counted as one would by hand."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from curator.search.grouped import Grouped


@given(st.lists(st.tuples(st.integers(0, 5), st.booleans()), max_size=300))
def test_rows_of_a_mask_are_counted_for_each_value(rows: list[tuple[int, bool]]) -> None:
    values = np.array([value for value, _chosen in rows], dtype=np.int64)
    mask = np.array([chosen for _value, chosen in rows], dtype=bool)
    grouped = Grouped.by(values, 7)
    assert grouped.counts(mask).tolist() == [rows.count((value, True)) for value in range(7)]
    for value in range(-1, 8):
        assert grouped.of(value).tolist() == [row for row, (each, _chosen) in enumerate(rows) if each == value]
