"""Facets as plain values, over an archive as it may have been curated."""

from __future__ import annotations

from pathlib import Path

import pytest

from curator.operations import facets
from curator.operations.context import Context
from curator.operations.facets import FacetLine
from curator.operations.find import Finder

from .curated import fill


@pytest.fixture
def lines(context: Context, tmp_path: Path) -> dict[str, list[FacetLine]]:
    """The facets of the whole archive: four articles, the Armenian one lies in the trash."""
    fill(context.archive, tmp_path / "sources")
    with Finder(context) as finder:
        return facets.listed(finder.find("*", with_facets=True).facets())


def values(lines: list[FacetLine]) -> dict[str | int, str | int]:
    return {line["value"]: line["count"] for line in lines}


def test_merged_names_are_one_and_broader_ones_count_what_is_under_them(lines: dict[str, list[FacetLine]]) -> None:
    assert values(lines["person"]) == {"Lucia Bandini": 1}
    assert values(lines["place"]) == {"Gəncə": 3, "The region": 3}
    assert all("id" in line for line in lines["place"])


def test_a_collection_counts_what_lies_below(lines: dict[str, list[FacetLine]]) -> None:
    assert values(lines["collection"]) == {"Newspapers": 2, "Newspapers / Cellars": 2}


def test_the_trash_is_not_counted(lines: dict[str, list[FacetLine]]) -> None:
    assert values(lines["language"]) == {"az": 1, "en": 1, "ru": 1, "tr": 1}
    assert values(lines["status"]) == {"inbox": 4}


def test_years(lines: dict[str, list[FacetLine]]) -> None:
    assert lines["year"] == [
        {"value": "1966", "count": 1, "certain": 1},
        {"value": "1967", "count": 1, "certain": 1},
        {"value": "2019", "count": 1, "certain": 1},
    ]


def test_a_limit_keeps_the_highest(context: Context, lines: dict[str, list[FacetLine]]) -> None:
    with Finder(context) as finder:
        short = facets.listed(finder.find("*", with_facets=True).facets(), 1)
    assert short == {name: (some if name == "year" else some[:1]) for name, some in lines.items()}
