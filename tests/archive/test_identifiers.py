from __future__ import annotations

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.archive import Archive
from curator.archive import transaction as transaction_module
from curator.archive.identifiers import next_clock, uuid7

from .samples import add_articles, describe


@given(st.integers(0, 2**48 - 1))
def test_a_uid_is_a_uuid_of_version_7_at_its_time(milliseconds: int) -> None:
    made = uuid.UUID(uuid7(milliseconds))
    assert made.variant == uuid.RFC_4122
    assert made.version == 7
    assert made.int >> 80 == milliseconds


@given(st.integers(0, 2**48 - 2))
def test_uids_sort_by_time(milliseconds: int) -> None:
    assert uuid7(milliseconds) < uuid7(milliseconds + 1)


def test_uids_of_one_moment_differ() -> None:
    assert len({uuid7(0) for _number in range(1000)}) == 1000


@given(st.lists(st.integers(0, 2**61), min_size=1))
def test_the_clock_only_goes_forward(times: list[int]) -> None:
    last = 0
    for now in times:
        reading = next_clock(last, lambda now=now: now)
        assert reading > last
        assert reading >> 16 >= now // 1_000_000
        last = reading


def test_a_wall_clock_set_back_does_not_turn_the_order(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    times = iter([5_000_000_000_000_000_000, 1_000_000, 1_000_000, 4_999_999_999_000_000_000])
    monkeypatch.setattr(transaction_module, "next_clock", lambda last: next_clock(last, lambda: next(times)))
    (article_id,) = add_articles(archive, "a")
    for title in "bcd":
        describe(archive, article_id, title=title)
    clocks = [row[0] for row in archive.read().execute("SELECT clock FROM revision ORDER BY id")]
    assert clocks == sorted(set(clocks))
    assert len(clocks) == 5
