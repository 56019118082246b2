from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.gui.pane_widths import REFINE, REFINE_ROOM, Widths, usual_widths


@pytest.mark.parametrize(
    ("width", "scale", "expected"),
    [
        (1600, 1.0, Widths(214, 420, 658, 308)),
        (1366, 1.0, Widths(196, 340, 578, 252)),
        (1100, 1.0, Widths(168, 300, 632, 0)),
        (1600, 1.5, Widths(252, 450, 898, 0)),
        (1366, 2.0, Widths(0, 600, 766, 0)),
        (3200, 2.0, Widths(428, 840, 1316, 616)),
    ],
)
def test_with_large_letters_panes_grow_and_the_outer_ones_go_first(width: int, scale: float, expected: Widths) -> None:
    assert usual_widths(width, scale) == expected


def test_the_list_gives_way_to_the_facets_before_the_reader_does() -> None:
    before, after = usual_widths(1600, 1.0), usual_widths(1600, 1.0, refine=True)
    assert after.list - REFINE < before.list
    assert after.list - REFINE >= 300
    assert after.reader >= 550


@given(st.integers(1100, 4000), st.sampled_from((1.0, 1.15, 1.3, 1.5, 1.75, 2.0)), st.booleans())
def test_the_reader_is_as_wide_as_can_be_read(width: int, scale: float, refine: bool) -> None:
    found = usual_widths(width, scale, refine)
    assert sum(found) == width
    if width / scale >= (REFINE_ROOM + 1 if refine else 721):
        assert found.reader >= 420 * scale - 3
