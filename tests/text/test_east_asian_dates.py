from __future__ import annotations

import pytest

from curator.text.dates_in_text import find, read


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("2025年1月14日", "2025-01-14"),
        ("２０２５年１月１４日", "2025-01-14"),
        ("2020年07月12日(日)", "2020-07-12"),
        ("2025년 1월 14일", "2025-01-14"),
        ("2011年6月", "2011-06"),
    ],
)
def test_signs_say_what_each_number_is(written: str, edtf: str) -> None:
    line = f"図書館だより、{written}。"
    (found,) = find(line, "ja")
    assert (found.edtf, line[found.start : found.end]) == (edtf, written)
    assert found.confidence >= 900
    whole = read(written)
    assert whole is not None
    assert whole.edtf == edtf


@pytest.mark.parametrize("line", ["2025年13月1日", "2025年2月30日", "12025年1月1日", "第5年1月"])
def test_what_is_no_day_is_no_date(line: str) -> None:
    assert find(line, "ja") == []


def test_a_time_of_day_that_follows_is_read() -> None:
    (found,) = find("2025年1月14日 09:30 更新", "ja")
    assert (found.edtf, found.time) == ("2025-01-14", "09:30")
