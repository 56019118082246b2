from __future__ import annotations

import pytest

from curator.readers.contract import Unreadable
from curator.readers.names_list import names_from_list


def names(data: str | bytes, name: str, column: str | None = None) -> list[str]:
    raw = data if isinstance(data, bytes) else data.encode()
    return [entry.name for entry in names_from_list(raw, name, column)]


def test_lines_are_names_each_once() -> None:
    assert names("\ufeffBandini, Lucia\r\n  Gəncə \n\n--\nBandini,  Lucia\n", "a.txt") == ["Bandini, Lucia", "Gəncə"]
    assert names("Опись\nГазета\n".encode("cp1251"), "a.txt")[0] == "Опись"


def test_a_column_of_a_table() -> None:
    table = "id;Name;place\n1;'=Lucia;Gəncə\n2\n"
    assert names(table, "a.csv") == ["=Lucia"]
    assert names(table, "a.csv", " PLACE ") == ["Gəncə"]
    assert names("Lucia\tx\nEdith\ty", "a.tsv") == ["Lucia", "Edith"]


def test_what_is_no_table_is_told() -> None:
    with pytest.raises(Unreadable, match="no column “who”"):
        names("name\nLucia\n", "a.csv", "who")
    with pytest.raises(Unreadable, match="is no table"):
        names('name\n"' + "x" * 1_100_000, "a.csv")


def test_a_line_without_end_is_cut() -> None:
    assert len(names("x" * 10_000, "a.txt")[0]) == 500
