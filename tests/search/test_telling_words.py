from __future__ import annotations

from curator.search.telling_words import TellingWord, telling_words

from .conftest import Fill


def told(fill: Fill, text: str, *others: str, most: int = 30) -> list[TellingWord]:
    return fill(text, *others).words(lambda known: telling_words(text, known, most))


def test_rare_and_repeated_words_that_others_hold_come_first(fill: Fill) -> None:
    text = "The Mill by the river: the mill, the Mill. A river in 1966, and xylophones."
    found = told(
        fill, text, "A mill of 1966", "By the river", *["A river" for _more in range(12)], "The bridge and the"
    )
    assert [(word.folded, word.raw) for word in found] == [("mill", "Mill")]
    assert found[0].weight > 0


def test_as_many_as_asked_for(fill: Fill) -> None:
    text = "cellar newspapers drying volunteers"
    assert len(told(fill, text, text, "else", "more", most=2)) == 2
