"""What leaves: counted before, and held back when asked for."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from curator.archive import Archive
from curator.errors import CuratorError
from curator.model.revision import Label
from curator.operations import export, packages
from curator.operations.context import Context

from .curated import TEXTS, fill


@pytest.fixture
def ids(context: Context, tmp_path: Path) -> dict[str, int]:
    return fill(context.archive, tmp_path / "sources")


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Context]:
    with Archive.create(tmp_path / "Other.curator") as archive:
        yield Context(archive)


def titles(file: Path) -> list[str]:
    return [json.loads(line)["title"] for line in file.read_text("utf-8").splitlines()]


def test_it_is_counted_with_the_reasons(context: Context, ids: dict[str, int]) -> None:
    with context.archive.transaction(Label("Describe")) as transaction:
        transaction.update("article", ids["en"], {"access": "embargo", "access_review": "2031-01-01"})
    found = export.leaving(context, "site")
    assert (found.articles, found.held_back, found.limited) == (2, {"restricted": 1, "embargo": 1}, {})
    assert found.why == {"restricted": [("asked by the family", "", 1)], "embargo": [("", "2031-01-01", 1)]}
    all_of_it = export.leaving(context, "package")
    assert (all_of_it.articles, all_of_it.held_back) == (4, {})
    assert all_of_it.limited == {"restricted": 1, "embargo": 1}
    assert export.leaving(context, "package", only_open=True).articles == 2


def test_originals_are_weighed(context: Context, ids: dict[str, int], tmp_path: Path) -> None:
    sizes = {language: (tmp_path / "sources" / f"{language}.txt").stat().st_size for language in TEXTS}
    found = export.leaving(context, "package")
    assert (found.originals, found.original_bytes) == (5, sum(sizes.values())), "that in the trash, too"
    one = export.leaving(context, "package", ids=[ids["en"]])
    assert (one.originals, one.original_bytes) == (1, sizes["en"])
    inside = export.leaving(context, "package", collection="Newspapers")
    assert (inside.articles, inside.original_bytes) == (2, sizes["en"] + sizes["az"])


def test_what_is_not_open_is_held_back_in_any_format(context: Context, ids: dict[str, int], tmp_path: Path) -> None:
    report = export.export(context, tmp_path / "o.jsonl", "jsonl", options=export.Options(only_open=True))
    assert (report.count, report.held_back) == (3, 1)
    assert TEXTS["tr"][0] not in titles(tmp_path / "o.jsonl")


def test_a_package_of_what_is_open_holds_nothing_of_the_rest(
    context: Context, ids: dict[str, int], empty: Context, tmp_path: Path
) -> None:
    out = tmp_path / "open"
    export.export(context, out, "package", options=export.Options(only_open=True))
    held = b"".join(path.read_bytes() for path in out.rglob("*") if path.is_file())
    assert TEXTS["tr"][0].encode() not in held and "ses kayıtları bulundu".encode() not in held
    packages.bring_in(empty, out)
    assert export.leaving(empty, "jsonl").articles == 3


def test_a_package_without_originals_comes_into_another_archive(
    context: Context, ids: dict[str, int], empty: Context, tmp_path: Path
) -> None:
    out = tmp_path / "light.zip"
    export.export(context, out, "package", collection="Newspapers", options=export.Options(originals=False))
    packages.bring_in(empty, out)
    found = export.leaving(empty, "package")
    assert (found.articles, found.originals) == (2, 0)


def test_a_table_with_the_text(context: Context, ids: dict[str, int], tmp_path: Path) -> None:
    for name, options in (("a.csv", export.Options()), ("b.csv", export.Options(text=True))):
        export.export(context, tmp_path / name, "csv", ids=[ids["en"]], options=options)
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as plain:
        assert "text" not in next(csv.DictReader(plain))
    with (tmp_path / "b.csv").open(encoding="utf-8-sig", newline="") as whole:
        assert next(csv.DictReader(whole))["text"] == TEXTS["en"][2]


def test_nothing_is_left_when_all_is_held_back(context: Context, ids: dict[str, int], tmp_path: Path) -> None:
    with pytest.raises(CuratorError, match="nothing to export"):
        export.export(context, tmp_path / "t.csv", "csv", ids=[ids["tr"]], options=export.Options(only_open=True))
    assert not (tmp_path / "t.csv").exists()
