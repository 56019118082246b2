"""A list of names looked for at once: counts as brute force over the texts gives them, and queries that repeat them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from curator.archive import articles
from curator.errors import CuratorError
from curator.model.revision import Label
from curator.operations import authorities, tag, trash
from curator.operations.context import Context
from curator.operations.find import Finder
from curator.operations.names_search import COLUMNS, Count, NameHits, read_names, search_names, write_table

BODIES = (
    ("Lucia Bandini", "LUCIA BANDINI wrote; Lucia Bandini left."),
    (None, "Письмо Лючии Бандини пропало."),
    (None, "Lucia Bandinni is misspelt, and Lucya Bandini too."),
    (None, "Gəncə, Gəncədən, Gəncəyə; Gəncə."),
    (None, "Lucia Bandini in the trash."),
    (None, "Lucia and another Bandini."),
)


@pytest.fixture
def finder(context: Context) -> Iterator[Finder]:
    with context.archive.transaction(Label("Add")) as transaction:
        for title, body in BODIES:
            articles.add(transaction, {"title": title}, body, "test")
    tag.add(context, [6], [("person", "Lucia Bandini"), ("place", "Gəncə")])
    authorities.add_variant(context, "Lucia Bandini", "Лючия Бандини")
    trash.trash(context, [5])
    with Finder(context) as opened:
        yield opened


def found(finder: Finder, *names: str) -> list[NameHits]:
    return list(search_names(finder, names))


def test_exact_variants_and_alike(finder: Finder) -> None:
    (bandini, ganja) = found(finder, "Lucia Bandini", "Gence")
    assert (bandini.exact, bandini.variants, bandini.alike) == (Count(1, 3), Count(1, 1), Count(1, 2))
    assert bandini.records == ("Lucia Bandini",)
    assert set(bandini.alike_spellings) == {"lucia bandinni", "lucya bandini"}
    assert (ganja.exact, ganja.variants, ganja.alike) == (Count(1, 2), Count(0, 2), Count(0, 0))


def test_a_name_that_is_not_on_record_or_nowhere(finder: Finder) -> None:
    (misspelt, nobody, nothing) = found(finder, "Lucia Bandinni", "Edith Marlow", "--")
    assert (misspelt.records, misspelt.exact) == ((), Count(1, 1))
    assert misspelt.alike == Count(1, 3) and misspelt.alike_spellings == ("lucia bandini",)
    assert (nobody.exact, nobody.query) == (Count(0, 0), '"Edith Marlow"')
    assert (nothing.exact, nothing.query) == (Count(0, 0), "")


def test_the_query_of_a_row_finds_its_articles(finder: Finder) -> None:
    for hits in found(finder, "Lucia Bandini", "Gəncə", "Lucia Bandinni", "bandini", 'Lucia "Lu" Bandini'):
        total = finder.find(hits.query).total
        assert total == hits.exact.articles + hits.variants.articles + hits.alike.articles


def test_many_names_in_their_order_with_progress(finder: Finder) -> None:
    ticks: list[int] = []
    names = [f"name {number}" for number in range(25)]
    rows = list(search_names(finder, names, alike=False, tick=ticks.append))
    assert [row.name for row in rows] == names and ticks == [10, 20, 25]


def test_a_table_of_what_was_found(finder: Finder, tmp_path: Path) -> None:
    write_table(found(finder, "Lucia Bandini", "=Gəncə"), tmp_path / "found.csv")
    head, first, second = (tmp_path / "found.csv").read_text("utf-8").splitlines()
    assert head.split(",") == list(COLUMNS)
    assert first.startswith("Lucia Bandini,Lucia Bandini,2,4,1,3,1,1,1,2,")
    assert second.startswith("'=Gəncə,")


@pytest.mark.parametrize(
    ("file", "content", "column", "names"),
    [
        ("a.txt", "Bandini, Lucia\n\n  Gəncə  \nBandini, Lucia\n--\n", None, ["Bandini, Lucia", "Gəncə"]),
        ("a.csv", "id;name\n1;Lucia Bandini\n2;\n3;Gəncə\n", None, ["Lucia Bandini", "Gəncə"]),
        ("a.csv", "Lucia Bandini,x\nGəncə,y\n", None, ["Lucia Bandini", "Gəncə"]),
        ("a.csv", "who,where\nLucia Bandini,Gəncə\n", "Where", ["Gəncə"]),
    ],
)
def test_names_are_read_from_lines_and_tables(
    tmp_path: Path, file: str, content: str, column: str | None, names: list[str]
) -> None:
    (tmp_path / file).write_text(content, "utf-8")
    assert read_names(tmp_path / file, column) == names


def test_files_without_names_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("who,where\nLucia,Gəncə\n", "utf-8")
    with pytest.raises(CuratorError, match="no column “when”") as refused:
        read_names(tmp_path / "a.csv", "when")
    assert "who, where" in refused.value.hint
    (tmp_path / "b.txt").write_text("--\n", "utf-8")
    with pytest.raises(CuratorError, match="no name"):
        read_names(tmp_path / "b.txt")
