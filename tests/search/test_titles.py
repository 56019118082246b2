from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from curator.search import Titles, sort_key
from curator.search.renewal import Numbers, renewal

_TITLES = st.dictionaries(st.integers(1, 12), st.none() | st.text(max_size=8) | st.sampled_from(["çay", "caz", "çay"]))


def titles_of(ids: Numbers, texts: dict[int, str | None]) -> Titles:
    filled = {number: text for number, text in texts.items() if text}
    return Titles.of(ids, np.array(list(filled), dtype=np.int64), list(filled.values()))


def ids_of(texts: dict[int, str | None]) -> Numbers:
    return np.array(sorted(texts), dtype=np.int64)


@given(_TITLES)
def test_they_are_in_the_order_of_their_sort_keys_and_those_without_one_last(texts: dict[int, str | None]) -> None:
    ids = ids_of(texts)
    expected = sorted(ids.tolist(), key=lambda number: (not texts[number], sort_key(texts[number] or ""), number))
    assert ids[titles_of(ids, texts).order].tolist() == expected


@given(_TITLES, _TITLES, st.sets(st.integers(1, 12)))
def test_after_a_change_they_are_what_they_would_be_afresh(
    before: dict[int, str | None], loaded: dict[int, str | None], gone: set[int]
) -> None:
    after = {number: text for number, text in before.items() if number not in gone} | loaded
    touched = np.array(sorted(gone | loaded.keys()), dtype=np.int64)
    ids = ids_of(before)
    change = renewal(ids, touched, ids_of(loaded))
    renewed = titles_of(ids, before).renewed(change, titles_of(ids_of(loaded), loaded))
    afresh = titles_of(ids_of(after), after)
    assert [renewed.key(row) for row in range(len(after))] == [afresh.key(row) for row in range(len(after))]
    assert renewed.order.tolist() == afresh.order.tolist()


def test_where_no_title_is_another_nothing_is_sorted_again() -> None:
    texts: dict[int, str | None] = {1: "Mud", 2: "Cellar", 3: None}
    titles = titles_of(ids_of(texts), texts)
    change = renewal(ids_of(texts), np.array([2]), np.array([2]))
    assert titles.renewed(change, titles_of(np.array([2]), {2: "Cellar"})) is titles
    assert titles.renewed(change, titles_of(np.array([2]), {2: "Attic"})).order.tolist() == [1, 0, 2]
