from __future__ import annotations

import pytest

from curator.operations import collect, describe, saved_searches, tag
from curator.operations.completion import completer
from curator.operations.context import Context
from curator.operations.query_completion import complete_query

from ..archive.samples import add_articles


@pytest.fixture
def filled(context: Context) -> Context:
    ids = add_articles(context.archive, "One", "Two")
    tag.add(context, ids, [("person", "Lucia Bandini"), ("place", "Gəncə"), ("theme", "Drying")])
    collect.put(context, "Oral history / Tapes", ids)
    describe.describe(context, ids[:1], {"publication": "Town Paper", "language": "az"})
    describe.describe(context, ids[1:], {"publication": "Paper of the North", "language": "en-GB"})
    return context


def completed(context: Context, typed: str) -> list[str]:
    """Return whole queries, the cursor being where | stands."""
    cursor, query = typed.index("|"), typed.replace("|", "")
    found = complete_query(context, completer(context), query, cursor)
    return [query[: each.start] + each.text + query[each.end :] for each in found]


@pytest.mark.parametrize(
    ("typed", "queries"),
    [
        ("mud pers|", ["mud person:"]),
        ("-pla|", ["-place:"]),
        ("so|", ["publication:"]),
        ("mud Luci| x", ['mud person:"Lucia Bandini" x']),
        ("gen|", ["place:Gəncə"]),
        ('person:"luc|', ['person:"Lucia Bandini"']),
        ("place:ban|", []),
        ("tag:dry| mud", ["tag:Drying mud"]),
        ("status:r|", ["status:read"]),
        ("status:|", ["status:described", "status:inbox", "status:read"]),
        ("-has:pers|", ["-has:person"]),
        ("in:tap|", ['in:"Oral history / Tapes"']),
        ("lang:|", ["lang:az", 'lang:"en-GB"']),
        ("publication:pap|", ['publication:"Paper of the North"', 'publication:"Town Paper"']),
        ("date:19|", []),
        ("|", []),
    ],
)
def test_what_a_query_could_go_on_with(filled: Context, typed: str, queries: list[str]) -> None:
    assert completed(filled, typed) == queries


def test_a_field_waits_for_its_value_and_says_what_it_means(filled: Context) -> None:
    (field,) = complete_query(filled, completer(filled), "pers", 4)
    assert not field.is_whole and "person" in field.why
    assert len(complete_query(filled, completer(filled), "status:", 7, limit=2)) == 2


def test_values_are_found_by_what_they_are_called_too(filled: Context) -> None:
    called = {"az": "Azerbaijani", "en-GB": "British English"}
    for typed, text in (("lang:aze", "az"), ("lang:brit", '"en-GB"'), ("lang:en", '"en-GB"')):
        found = complete_query(
            filled, completer(filled), typed, len(typed), name_of=lambda _field, value: called.get(value, value)
        )
        assert [(each.text, each.shown) for each in found] == [(text, called[text.strip('"')])]


def test_what_a_saved_search_looks_for_stands_in_brackets(filled: Context) -> None:
    saved_searches.add(filled, "Floods / Wet books", "mud OR cellar")
    saved_searches.add(filled, "Wet", "rain")
    assert completed(filled, "library wet| x") == ["library (rain) x", "library (mud OR cellar) x"]
    assert completed(filled, "flo|") == ["(mud OR cellar)"]
    assert completed(filled, "w|") == []
