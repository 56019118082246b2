from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.search.query_cursor import at_cursor


@pytest.mark.parametrize(
    ("query", "part", "field", "typed", "replaced"),
    [
        ("|", "word", None, "", ""),
        ("mud pers|", "word", None, "pers", "pers"),
        ("mud -pers|on", "word", None, "pers", "person"),
        ("(pers|) mud", "word", None, "pers", "pers"),
        ("person:Ban| mud", "value", "person", "Ban", "Ban"),
        ('mud org:"Old mi|ll" x', "value", "organisation", "Old mi", '"Old mill"'),
        ('in:"Oral hist|', "value", "collection", "Oral hist", '"Oral hist'),
        ("has:|", "value", "has", "", ""),
        ('person:"Anna" |', "word", None, "", ""),
        ('"old mill| x"', "word", None, "old mill", '"old mill x"'),
        ("12:3|0", "word", None, "12:3", "12:30"),
        ("place:«Gə|ncə»", "value", "place", "Gə", "«Gəncə»"),
        ("person:|Anna mud", "value", "person", "", "Anna"),
    ],
)
def test_what_is_being_typed(query: str, part: str, field: str | None, typed: str, replaced: str) -> None:
    cursor = query.index("|")
    query = query.replace("|", "")
    found = at_cursor(query, cursor)
    assert (found.part, found.field, found.typed) == (part, field, typed)
    assert query[found.start : found.end] == replaced


@given(st.text(alphabet='ab :"()-person«»“ '), st.integers(-2, 30))
def test_whatever_is_typed_has_a_place(query: str, cursor: int) -> None:
    found = at_cursor(query, cursor)
    assert 0 <= found.start <= max(0, min(cursor, len(query))) <= found.end <= len(query)
