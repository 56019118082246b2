"""What fields stand for: the same by SQLite and by columns, and said in words when it cannot be understood."""

from __future__ import annotations

from pathlib import Path

import pytest

from curator.archive import Archive, column_rows
from curator.model.revision import Label
from curator.operations import collect
from curator.operations.columns import FACET_PARTS, ArchiveColumns
from curator.operations.context import Context
from curator.operations.field_facts import ColumnFacts, Facts, SqlFacts, facts
from curator.operations.field_terms import resolve
from curator.operations.find import Finder
from curator.search import HAS, FieldTerm, QueryError, parse

from ..archive.samples import describe
from .curated import fill

QUERIES = {
    "person:bandini": {"ru"},
    "place:Ganja": set(),
    "place:gence": {"az", "ru", "en"},
    "tag:gence": {"az", "ru", "en"},
    # Gəncə lies in it; nothing is tagged with it itself.
    'place:"the region"': {"az", "ru", "en"},
    'tag:"the region"': {"az", "ru", "en"},
    "theme:gence": set(),
    'person:"-"': set(),
    "date:1966": {"az"},
    "date:1967..": {"ru", "en"},
    "date:~1967": {"az", "ru"},
    "date:~1968..": {"ru", "en"},
    "date:..~1965": {"az"},
    "date:..1965": set(),
    "date:..": {"az", "ru", "en"},
    "in:newspapers": {"az", "en"},
    'in:"Newspapers / Cellars"': {"az", "en"},
    "in:empty": set(),
    "lang:AZ": {"az"},
    "lang:en": {"en"},
    "lang:e": set(),
    "source:courier": {"az", "ru", "en", "tr"},
    'source:"courier library"': set(),
    "source:-": set(),
    "status:INBOX": {"az", "ru", "en", "tr"},
    "status:read": set(),
} | {f"has:{what}": {"az", "ru", "en", "tr"} for what in ("title", "publication", "language", "original")}
QUERIES |= {
    "has:date": {"az", "ru", "en"},
    "has:tag": {"az", "ru", "en"},
    "has:person": {"ru"},
    "has:place": {"az", "ru", "en"},
    "has:event": set(),
    "has:collection": {"az", "en"},
    "has:note": {"en"},
    "has:passage": {"en"},
    # A passage of it is detached, by hand, before the fields are asked.
    "has:recheck": {"en"},
    "has:url": set(),
    "has:byline": set(),
    "has:theme": set(),
    "has:organisation": set(),
}


@pytest.fixture
def languages(archive: Archive, tmp_path: Path) -> dict[int, str]:
    """An archive as `curated` fills it: article -> its language."""
    ids = fill(archive, tmp_path / "sources")
    describe(archive, ids["en"], language="en-GB")
    with archive.transaction(Label("Detach")) as transaction:
        for row in transaction.rows("SELECT id FROM passage"):
            transaction.update("passage", row["id"], {"state": "detached"})
    return {number: language for language, number in ids.items()}


def all_facts(archive: Archive) -> list[Facts]:
    columns = ArchiveColumns(archive).current(FACET_PARTS)
    return [SqlFacts(archive.read()), ColumnFacts(columns)]


def test_both_answer_the_same(archive: Archive, languages: dict[int, str]) -> None:
    there = set(column_rows.in_archive(archive.read()).tolist())
    for query, expected in QUERIES.items():
        term = parse(query)
        assert isinstance(term, FieldTerm)
        for known in all_facts(archive):
            found = set(resolve(archive.read(), known, term).tolist()) & there
            assert {languages[number] for number in found} == expected, (query, known)
    assert {f"has:{what}" for what in HAS} <= QUERIES.keys()


def test_columns_answer_where_they_are_loaded(archive: Archive) -> None:
    columns = ArchiveColumns(archive)
    assert isinstance(facts(archive.read(), columns.current()), SqlFacts)
    assert isinstance(facts(archive.read(), columns.current(FACET_PARTS)), ColumnFacts)


@pytest.mark.parametrize(
    ("query", "column", "message", "hint"),
    [
        ("mud date:1966-02-30", 10, "no such date", "Check the month"),
        ('date:"about 1936"', 6, "not understood", "Did you mean date:1936~?"),
        ("date:soon", 6, "not understood", "Write it as 1936"),
        ("(a OR -status:raed)", 15, "“raed” is no status", "Did you mean status:read?"),
        ("status:?", 8, "“?” is no status", "There are: inbox, read, described"),
        ("has:persons", 5, "nothing that an article can have", "Did you mean has:person?"),
        ("has:xyz", 5, "nothing that an article can have", "There are: title, date"),
        ("in:Newspaper", 4, "no collection", 'Did you mean collection:Newspapers, collection:"Newspapers / Cellars"?'),
        ("in:xyz", 4, "no collection", "There are: "),
    ],
)
def test_messages(
    archive: Archive, languages: dict[int, str], query: str, column: int, message: str, hint: str
) -> None:
    with Finder(Context(archive), catch_up=False) as finder, pytest.raises(QueryError) as caught:
        finder.find(query)
    assert caught.value.column == column
    assert message in caught.value.message
    assert caught.value.message.endswith(f"It stands at column {column}.")
    assert hint in caught.value.hint


def test_a_name_of_two_collections_asks_for_the_path(archive: Archive, languages: dict[int, str]) -> None:
    collect.put(Context(archive), "Maps / Cellars", [min(languages)])
    term = parse("in:cellars")
    assert isinstance(term, FieldTerm)
    with pytest.raises(QueryError, match="Several collections") as caught:
        resolve(archive.read(), SqlFacts(archive.read()), term)
    assert "Maps / Cellars" in caught.value.hint


def test_a_name_is_found_by_its_number(archive: Archive, languages: dict[int, str]) -> None:
    tagged = "SELECT authority.id FROM mention JOIN authority ON authority.id = authority_id WHERE kind = 'person'"
    row = archive.read().execute(tagged).fetchone()
    term = parse(f'person:"#{row[0]}"')
    assert isinstance(term, FieldTerm)
    for known in all_facts(archive):
        assert {languages[number] for number in resolve(archive.read(), known, term).tolist()} == {"ru"}
