from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.text import differences as module
from curator.text.differences import cut_lines, differences, with_line

WORDS = st.lists(st.sampled_from(["the", "library", "Gəncə", "архив", "書", "館", " ", "  ", "\n", ".", "“", "é"]))
TEXTS = st.one_of(WORDS.map(" ".join), WORDS.map("".join), st.text(max_size=60))


def shown(old: str, new: str) -> list[tuple[str, str, str]]:
    return [
        (step.kind, old[step.old_start : step.old_end], new[step.new_start : step.new_end])
        for step in differences(old, new)
    ]


def test_words_are_kept_whole() -> None:
    assert shown("The library opend on Monday.", "The town library opened on Monday.") == [
        ("equal", "The ", "The "),
        ("insert", "", "town "),
        ("equal", "library ", "library "),
        ("replace", "opend", "opened"),
        ("equal", " on Monday.", " on Monday."),
    ]


def test_white_space_counts() -> None:
    assert shown("one two\nthree", "one two three") == [
        ("equal", "one two", "one two"),
        ("replace", "\n", " "),
        ("equal", "three", "three"),
    ]


def test_scripts_without_spaces_are_compared_by_letter() -> None:
    assert shown("図書館が開いた", "図書館が昨日開いた")[1] == ("insert", "", "昨日")


@pytest.mark.parametrize(("old", "new", "kinds"), [("", "", []), ("", "a", ["insert"]), ("a", "", ["delete"])])
def test_empty_texts(old: str, new: str, kinds: list[str]) -> None:
    assert [step.kind for step in differences(old, new)] == kinds


def check(old: str, new: str) -> None:
    found = differences(old, new)
    assert [(0, 0), *((step.old_end, step.new_end) for step in found)] == [
        *((step.old_start, step.new_start) for step in found),
        (len(old), len(new)),
    ]
    for step in found:
        one, other = old[step.old_start : step.old_end], new[step.new_start : step.new_end]
        assert (one == other) == (step.kind == "equal")
        assert (bool(one), bool(other)) == (step.kind != "insert", step.kind != "delete")
    assert all("equal" in (one.kind, other.kind) and one.kind != other.kind for one, other in pairwise(found))


@given(TEXTS, TEXTS)
def test_the_stretches_cover_both_texts(old: str, new: str) -> None:
    check(old, new)


@given(TEXTS, TEXTS, st.integers(0, 30))
def test_also_line_by_line(old: str, new: str, most: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_MOST_PAIRS", most)
        check(old, new)


def test_line_by_line_finds_the_words_within_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [f"Line {number} of the catalogue is kept here." for number in range(20)]
    changed = [line.replace("kept", "lost") if number in (3, 12) else line for number, line in enumerate(lines)]
    old, new = "\n".join(["Alpha", *lines, "Omega"]), "\n".join(["Aleph", *changed, "Tav"])
    whole = differences(old, new)
    monkeypatch.setattr(module, "_MOST_PAIRS", 1_000)
    assert differences(old, new) == whole


def test_the_same_text_is_one_stretch() -> None:
    assert [step.kind for step in differences("a b c\n", "a b c\n")] == ["equal"]


LINES = st.lists(
    st.tuples(st.sampled_from(["Share", "The sea rose.", "Read more", "It fell."]), st.booleans()), max_size=9
)


@given(LINES, st.sampled_from(["\n", "\n\n"]), st.randoms())
def test_lines_that_were_cut_are_put_back_one_by_one(
    lines: list[tuple[str, bool]], gap: str, draw: random.Random
) -> None:
    old = gap.join(line for line, _kept in lines)
    new = gap.join(line for line, is_kept in lines if is_kept)
    while cuts := cut_lines(old, new):
        before = len(cuts)
        new = with_line(old, new, draw.choice(cuts))
        assert len(cut_lines(old, new)) == before - 1
    assert [line for line in new.split("\n") if line] == [line for line, _kept in lines]


@given(TEXTS, TEXTS)
def test_lines_first_covers_both_texts_too(old: str, new: str) -> None:
    found = differences(old, new, lines_first=True)
    assert "".join(old[each.old_start : each.old_end] for each in found) == old
    assert "".join(new[each.new_start : each.new_end] for each in found) == new


def test_a_line_that_went_keeps_all_its_words() -> None:
    old, new = "The sea rose.\n\nThe sea fell.", "The sea fell."
    assert [old[each.old_start : each.old_end] for each in differences(old, new, lines_first=True)] == [
        "The sea rose.\n\n",
        "The sea fell.",
    ]
