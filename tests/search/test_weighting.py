"""BM25 as ranked: what may never happen to a score."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.search.weighting import inverse_document_frequency, length_norms, scores


@given(st.integers(1, 10**6), st.integers(0, 10**6))
def test_a_rarer_word_tells_more_and_none_tells_less_than_nothing(found: int, others: int) -> None:
    count = found + others + 1
    assert inverse_document_frequency(found, count) > inverse_document_frequency(found + 1, count) > 0


def test_the_formula_by_hand() -> None:
    norms = length_norms(np.array([10, 20], dtype=np.int32), 10.0)
    assert norms.tolist() == pytest.approx([2.0, 2.0 * (0.25 + 0.75 * 2)])
    assert scores(math.log(4), np.array([1.0, 3.0]), norms).tolist() == pytest.approx(
        [math.log(4) * 3 / 3, math.log(4) * 3 * 3 / (3 + 3.5)]
    )


def test_an_archive_of_empty_articles_has_norms() -> None:
    assert np.isfinite(length_norms(np.zeros(3, dtype=np.int32), 0.0)).all()
