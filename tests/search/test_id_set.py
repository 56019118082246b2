"""The matcher over a set of documents, alone and under Whoosh's own."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.search.id_set import IdSet, IdSetMatcher
from curator.search.whoosh_parts import AndQuery

NUMBERS = st.lists(st.integers(0, 60), unique=True).map(sorted)


def made(numbers: list[int]) -> IdSet:
    return IdSet(np.array(numbers, dtype=np.int64))


@given(NUMBERS, st.lists(st.integers(0, 70)))
def test_skipping_never_goes_back_nor_misses(numbers: list[int], targets: list[int]) -> None:
    matcher = IdSetMatcher(numbers, [0.0] * len(numbers))
    reached = 0
    for target in targets:
        matcher.skip_to(target)
        reached = max(reached, target)
        rest = [number for number in numbers if number >= reached]
        assert matcher.is_active() == bool(rest)
        assert list(matcher.all_ids()) == rest
        if rest:
            assert matcher.id() == rest[0]


@given(NUMBERS, NUMBERS)
def test_two_sets_intersect_by_whooshs_own_matcher(one: list[int], other: list[int]) -> None:
    class Unread:
        def reader(self) -> None:
            return None

    matcher = AndQuery([made(one), made(other)]).matcher(Unread())
    found = []
    while matcher.is_active():
        found.append(matcher.id())
        matcher.next()
    assert found == sorted(set(one) & set(other))


def test_scores_are_zero_unless_given() -> None:
    assert made([1, 2]).matcher(None).score() == 0.0
    matcher = IdSet(np.array([1, 2]), np.array([0.5, 1.5])).matcher(None)
    matcher.next()
    assert (matcher.id(), matcher.score(), matcher.weight()) == (2, 1.5, pytest.approx(1.5))
    matcher.reset()
    assert (matcher.id(), matcher.score()) == (1, 0.5)


def test_an_empty_set_matches_nothing() -> None:
    assert not made([]).matcher(None).is_active()
