"""docs/query-language.md is true: every query in its tables is tried out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from curator.operations.context import Context
from curator.operations.find import Finder
from curator.search import FIELDS, HAS, QueryError, hits, parse

PAGE = Path(__file__).parents[2] / "docs" / "query-language.md"
ROW = re.compile(r"^\| `([^`]+)` \| (.+) \|$")


def rows(head: str) -> list[tuple[str, str]]:
    """Return query and second column of the tables whose second column is headed so."""
    return list(_rows(head))


def _rows(head: str) -> Iterator[tuple[str, str]]:
    wanted = False
    for line in PAGE.read_text("utf-8").splitlines():
        if line.startswith("| query |"):
            wanted = line == f"| query | {head} |"
        elif wanted and (row := ROW.match(line)):
            yield row[1], row[2]


@pytest.mark.parametrize(("query", "_meaning"), rows("finds articles with") + rows("finds articles"))
def test_examples_are_understood(query: str, _meaning: str) -> None:
    tree = parse(query)
    assert (tree.start, tree.end) == (0, len(query)) or query.startswith("(")


@pytest.mark.parametrize(("query", "spellings"), rows("also finds"))
def test_spellings_are_found(query: str, spellings: str) -> None:
    for spelling in spellings.split(", "):
        assert hits(spelling, parse(query)), spelling


@pytest.mark.parametrize(("query", "spellings"), rows("does not find"))
def test_other_words_are_not_found(query: str, spellings: str) -> None:
    for spelling in spellings.split(", "):
        assert not hits(spelling, parse(query)), spelling


@pytest.mark.parametrize(("query", "message"), rows("message"))
def test_messages_are_as_written(query: str, message: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse(query)
    assert caught.value.message == message


@pytest.mark.parametrize(("query", "message"), rows("message in an archive"))
def test_messages_of_fields_are_as_written(context: Context, query: str, message: str) -> None:
    parse(query)
    with pytest.raises(QueryError) as caught, Finder(context, catch_up=False) as finder:
        finder.find(query)
    assert caught.value.message == message
    assert caught.value.column == int(message.split()[-1].strip("."))


def test_every_field_is_on_the_page() -> None:
    text = PAGE.read_text("utf-8")
    assert [name for name in FIELDS if f"`{name}:" not in text] == ["organization"]


def test_everything_that_an_article_can_have_is_on_the_page() -> None:
    (line,) = (part for part in PAGE.read_text("utf-8").split("\n\n") if part.startswith("`has:`"))
    assert sorted(re.findall(r"`(\w+)`", line)) == sorted(HAS)


def test_every_table_is_read() -> None:
    heads = ["finds articles with", "also finds", "finds articles", "does not find", "message", "message in an archive"]
    assert sum(len(rows(head)) for head in heads) == sum(
        line.startswith("| `") for line in PAGE.read_text().splitlines()
    )
