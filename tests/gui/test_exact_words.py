from __future__ import annotations

import pytest

from curator.gui.models.exact_words import exactly, has_words, is_exact, other_spellings
from curator.search import parse

EXACT = {
    "gence": "=gence",
    'mud OR "old water"': '=mud OR ="old water"',
    "person:Bandini -(mud water)": "person:Bandini -(=mud =water)",
    "title:mud date:1966": "title:=mud date:1966",
    "=mud water": "=mud =water",
    "librar* mud~ mud": "librar* mud~ =mud",
}


@pytest.mark.parametrize("query", EXACT)
def test_words_and_phrases_are_made_exact_and_plain_again(query: str) -> None:
    assert exactly(query) == EXACT[query]
    assert is_exact(exactly(query))
    assert exactly(exactly(query), exact=False) == query.replace("=", "")


@pytest.mark.parametrize("query", ["", "person:Bandini", "librar*", "(mud", "mud NEAR/3 water"])
def test_what_has_no_word_stays_as_it_is(query: str) -> None:
    assert exactly(query) == query
    assert not is_exact(query)
    assert not has_words(query)


def test_other_spellings_are_told_once_the_commonest_first() -> None:
    texts = ["Gəncə, GƏNCƏ, Gəncə and Gence", "Gencə stands once"]
    assert other_spellings(texts, parse("gence")) == ["Gəncə", "Gencə"]
    assert other_spellings(texts, parse("=gence")) == []
