from __future__ import annotations

import pytest

from curator.search import And, Or, QueryError, parse, within


def test_a_query_within_another_keeps_its_brackets() -> None:
    assert within("mud", "water") == "mud water"
    assert within("mud OR water", "mill") == "(mud OR water) mill"
    assert within("mill", "-mud OR (a b)") == "mill (-mud OR (a b))"
    assert within("(a OR b) c", '"old mill"') == '(a OR b) c "old mill"'
    assert within(" ", "mill") == within("*", "mill") == "mill"
    assert within("mill OR mud", "") == "mill OR mud"
    assert within("", "") == ""


def test_both_are_asked() -> None:
    node = parse(within("a OR b", "c OR NOT d"))
    assert isinstance(node, And) and all(isinstance(part, Or) for part in node.parts)


@pytest.mark.parametrize("pair", [("(a", "b"), ("a", 'b "')])
def test_what_cannot_be_understood_is_told(pair: tuple[str, str]) -> None:
    with pytest.raises(QueryError):
        within(*pair)
