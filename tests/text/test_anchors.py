from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.text.anchors import CONTEXT, Anchor, carry_over, make

TEXT = (
    "The town library opened its cellar on Monday. Lucia Bandini, who keeps the newspapers, "
    "said that two shelves were dry.\n\nThe catalogue was copied by hand in 1936. "
    "Читальный зал открыт снова; Gəncə qəzetləri oradadır.\n\nThe keeper closed the door at noon."
)
WORDS = TEXT.split(" ")


def anchor(words: str, text: str = TEXT) -> Anchor:
    start = text.index(words)
    return make(text, start, start + len(words))


def carried(words: str, new: str) -> tuple[str, str]:
    """Return the state and the words of an anchor of TEXT in `new`."""
    (found,) = carry_over(TEXT, new, [anchor(words)])
    if found.state == "detached":
        assert found.quote == words
    else:
        assert new[found.start : found.end] == found.quote
    return found.state, found.quote


def test_an_anchor_knows_its_words_and_neighbours() -> None:
    assert anchor("Gəncə") == Anchor(
        TEXT.index("Gəncə"),
        TEXT.index("Gəncə") + 5,
        "Gəncə",
        TEXT[TEXT.index("Gəncə") - CONTEXT : TEXT.index("Gəncə")],
        TEXT[TEXT.index("Gəncə") + 5 :][:CONTEXT],
    )
    assert (make(TEXT, 0, 3).prefix, make(TEXT, len(TEXT) - 5, len(TEXT)).suffix) == ("", "")


@pytest.mark.parametrize(("start", "end"), [(3, 3), (5, 4), (-1, 3), (0, len(TEXT) + 1)])
def test_no_such_stretch(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=":"):
        make(TEXT, start, end)


def test_words_that_others_were_put_before_stay_anchored() -> None:
    assert carried("Lucia Bandini", "A note first. " + TEXT) == ("anchored", "Lucia Bandini")


def test_words_that_changed_are_followed_and_marked() -> None:
    assert carried("Lucia Bandini", TEXT.replace("Bandini", "Bandino")) == ("moved", "Lucia Bandino")
    assert carried("Lucia Bandini", TEXT.replace("Lucia ", "Lucia Maria ")) == ("moved", "Lucia Maria Bandini")
    assert carried("copied by hand", TEXT.replace("copied by hand", "copied")) == ("moved", "copied")


def test_words_that_went_elsewhere_are_found_by_their_neighbours() -> None:
    paragraphs = TEXT.split("\n\n")
    turned = "\n\n".join([paragraphs[1], *(["Filling words."] * 3), paragraphs[0], paragraphs[2]])
    for words in ("Lucia Bandini", "catalogue was copied", "1936"):
        assert carried(words, turned)[1] == words
    assert "moved" in {carried(words, turned)[0] for words in ("Lucia Bandini", "1936")}


def test_words_that_are_gone_are_detached_and_kept() -> None:
    assert carried("Lucia Bandini", TEXT.replace("Lucia Bandini", "Somebody")) == ("detached", "Lucia Bandini")
    assert carried("Lucia Bandini", "") == ("detached", "Lucia Bandini")


def test_another_place_with_the_same_short_word_is_not_taken() -> None:
    new = TEXT.replace("cellar on Monday. Lucia Bandini, who", "rooms. Somebody who") + " Go there on Monday with us."
    assert carried("Monday", new)[0] == "detached"


def test_without_the_old_text_the_words_are_looked_for() -> None:
    moved = "Somebody put this before. " + TEXT
    (found,) = carry_over(None, moved, [anchor("Lucia Bandini")])
    assert (found.state, moved[found.start : found.end]) == ("moved", "Lucia Bandini")
    edited = moved.replace("copied by hand in 1936", "copied by hands in 1936")
    (found,) = carry_over(None, edited, [anchor("The catalogue was copied by hand in 1936")])
    assert (found.state, found.quote) == ("moved", "The catalogue was copied by hands in 1936")


def test_the_same_text_brings_back_what_was_detached() -> None:
    (lost,) = carry_over(TEXT, "Nothing of it.", [anchor("Gəncə")])
    assert lost.state == "detached"
    assert carry_over(TEXT, TEXT, [lost]) == [anchor("Gəncə")]


def test_moved_stays_moved_until_somebody_looks() -> None:
    (moved,) = carry_over(TEXT, TEXT.replace("Bandini", "Bandino"), [anchor("Lucia Bandini")])
    (again,) = carry_over(TEXT.replace("Bandini", "Bandino"), "X " + TEXT.replace("Bandini", "Bandino"), [moved])
    assert (again.state, again.start) == ("moved", moved.start + 2)


STRETCHES = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 60)).map(
    lambda found: (found[0], min(found[0] + found[1], len(TEXT)))
)


@given(st.lists(STRETCHES, max_size=6), st.text(max_size=40), st.integers(0, len(WORDS)), st.integers(0, 9))
def test_anchors_in_untouched_regions_keep_their_words(
    stretches: list[tuple[int, int]], put: str, at: int, removed: int
) -> None:
    before = len(" ".join(WORDS[:at]))
    after = len(TEXT) - len(" ".join(WORDS[at + removed :]))
    new = f"{TEXT[:before]} {put} {TEXT[after:]}"
    untouched = [(start, end) for start, end in stretches if end <= before or start >= after]
    anchors = [make(TEXT, *stretch) for stretch in untouched]
    for was, found in zip(anchors, carry_over(TEXT, new, anchors), strict=True):
        assert found.quote == was.quote
        assert found.state != "detached"
        assert new[found.start : found.end] == found.quote


@given(st.text(max_size=80), st.text(max_size=80), st.data())
def test_no_edit_raises_and_offsets_lie_in_the_text(old: str, new: str, data: st.DataObject) -> None:
    stretches = st.tuples(st.integers(0, len(old)), st.integers(0, len(old))).filter(lambda ends: ends[0] < ends[1])
    anchors = [make(old, *ends) for ends in data.draw(st.lists(stretches, max_size=5))] if old else []
    for known in (old, None):
        found = carry_over(known, new, anchors)
        assert len(found) == len(anchors)
        for was, now in zip(anchors, found, strict=True):
            if now.state == "detached":
                assert (now.start, now.end, now.quote) == (was.start, was.end, was.quote)
            else:
                assert make(new, now.start, now.end, now.state) == now
