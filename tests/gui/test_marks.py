from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from curator.gui.views.marks import LONG, Mark, Marks
from curator.gui.views.sentence_walk import SentenceWalk

KIND = st.sampled_from(("person", "event", "note"))


@st.composite
def marks(draw: st.DrawFn) -> list[Mark]:
    found = []
    for number in range(draw(st.integers(0, 12))):
        start = draw(st.integers(0, 400))
        found.append(Mark(start, start + draw(st.integers(1, 200)), draw(KIND), "x", number, 1))
    return found


@given(marks(), st.integers(0, 600), st.integers(0, 200))
def test_between_finds_all_that_touch_and_nothing_else(found: list[Mark], start: int, length: int) -> None:
    end = start + length
    wanted = {mark for mark in found if mark.end > start and mark.start <= end}
    assert set(Marks(found).between(start, end)) == wanted


@given(marks())
def test_long_marks_of_a_kind_that_overlap_have_columns_of_their_own(found: list[Mark]) -> None:
    kept = Marks(found)
    long = [mark for mark in found if mark.end - mark.start >= LONG]
    for one in long:
        for other in long:
            if one is not other and one.kind == other.kind and one.start < other.end and other.start < one.end:
                assert kept.column(one) != kept.column(other)


def test_a_lone_long_mark_has_the_first_column() -> None:
    alone = Mark(0, LONG, "event", "x", 1, 1)
    assert Marks([alone, Mark(0, LONG, "person", "x", 2, 1)]).column(alone) == 0


def test_a_walk_by_sentences_counts_wide_letters_as_qt_does() -> None:
    walk = SentenceWalk("😀 One here. Two here. Three here.", at=10)
    first = walk.first_from(0)
    assert first == (10, 10 + len("😀 One here.") + 1)
    second = walk.step(first[0], 1)
    assert second is not None
    assert walk.code_points(*second) == (12, 21)
    assert walk.stretched(first, 1) == (first[0], second[1])
    assert walk.stretched((first[0], second[1]), -1) == first
    assert walk.stretched(first, -1) == first
    assert walk.step(first[0], -1) == first


def test_a_walk_through_an_empty_text_leads_nowhere() -> None:
    assert SentenceWalk().first_from(0) is None
    assert SentenceWalk().step(0, 1) is None
