"""Frozen lists: they keep what was found, say what became of it, and can be checked by their hash."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from curator.archive import Archive
from curator.errors import CuratorError
from curator.operations import (
    collect,
    describe,
    erase,
    export,
    history,
    list_export,
    packages,
    result_lists,
    tag,
    trash,
)
from curator.operations.context import Context
from curator.operations.find import Finder
from curator.search import Filters, Selection

from ..archive.samples import add_articles


@pytest.fixture
def finder(context: Context) -> Iterator[Finder]:
    """Four articles, of which three tell of mills; Anna is on the first two."""
    add_articles(context.archive, "The old mill", "A mill by the river", "Bread", "Mill stones")
    tag.add(context, [1, 2], [("person", "Anna Orlu")])
    with Finder(context) as opened:
        yield opened


def test_a_list_is_frozen_undone_and_redone(context: Context, finder: Finder) -> None:
    list_id, changes = result_lists.freeze(finder, "Mills,  for the talk", "mill", "accession", note="first try")
    assert changes.ids("result_list") == {list_id}
    (record,) = result_lists.listed(context)
    assert (record.title, record.query, record.sort) == ("Mills, for the talk", "mill", "accession")
    assert (record.total, record.frozen_by, record.note) == (3, "Tester", "first try")
    kept = result_lists.items(context, record)
    assert [(item.position, item.article_id, item.title) for item in kept] == [
        (1, 1, "The old mill"),
        (2, 2, "A mill by the river"),
        (3, 4, "Mill stones"),
    ]
    history.undo(context)
    assert result_lists.listed(context) == []
    history.redo(context)
    assert result_lists.items(context, result_lists.find(context, "mills, for the TALK")) == kept


def test_the_hash_is_that_of_the_documented_form(context: Context, finder: Finder) -> None:
    result_lists.freeze(finder, "Mills", 'mill "old mill" OR şəhər', "accession")
    (record,) = result_lists.listed(context)
    uids = [item.article_uid for item in result_lists.items(context, record)]
    form = (
        'curator-list 1\n"mill \\"old mill\\" OR şəhər"\nnull\n"accession"\n'
        f'"{record.frozen_at}"\n"Tester"\n{len(uids)}\n' + "".join(f"{uid}\n" for uid in uids)
    )
    assert record.sha256 == hashlib.sha256(form.encode()).hexdigest()
    assert result_lists.find(context, record.sha256[:8]) == record


def test_what_became_of_the_articles_is_told(context: Context, finder: Finder) -> None:
    result_lists.freeze(finder, "Mills", "mill", "accession")
    describe.describe(context, [1], {"title": "The oldest house"})
    trash.trash(context, [2])
    add_articles(context.archive, "Another mill")
    shown = result_lists.show(finder, "mills")
    assert [item.state for item in shown.items] == ["changed", "gone", "same"]
    assert (shown.added, shown.is_whole, shown.count("same")) == ((5,), True, 1)
    assert [item.is_found for item in shown.items] == [True, False, True]
    history.undo(context)
    trash.restore(context, [2])
    assert [item.state for item in result_lists.show(finder, "mills").items] == ["changed", "same", "same"]


def test_filters_are_kept_by_name_and_asked_again(context: Context, finder: Finder) -> None:
    collect.put(context, "Boxes / 7", [2, 4])
    (box,) = [found.id for found, _n in collect.listed(context) if found.title == "7"]
    filters = Filters({"person": Selection(frozenset({1})), "collection": Selection(exclude=frozenset({box}))})
    result_lists.freeze(finder, "Anna", "mill", "accession", filters)
    (record,) = result_lists.listed(context)
    kept = json.loads(record.filters or "")
    assert kept["person"]["include"][0][1] == "Anna Orlu" and kept["collection"]["exclude"][0][1] == "Boxes / 7"
    tag.add(context, [3, 4], [("person", "Anna Orlu")])
    add_articles(context.archive, "A new mill")
    assert result_lists.show(finder, "Anna").added == ()
    tag.add(context, [5], [("person", "Anna Orlu")])
    assert result_lists.show(finder, "Anna").added == (5,)


def test_what_cannot_be_frozen_is_refused(context: Context, finder: Finder) -> None:
    result_lists.freeze(finder, "Mills", "mill")
    for title, query, message in [
        ("Mills", "bread", "already"),
        (" ", "bread", "needs a title"),
        ("X", "elephant", "no article"),
        ("X", "(mill", "bracket"),
    ]:
        with pytest.raises(CuratorError, match=message):
            result_lists.freeze(finder, title, query)
    with pytest.raises(CuratorError, match="no frozen list “Looms”") as refused:
        result_lists.show(finder, "Looms")
    assert "Mills" in refused.value.hint
    assert len(result_lists.listed(context)) == 1


def test_renamed_and_removed(context: Context, finder: Finder) -> None:
    result_lists.freeze(finder, "Mills", "mill")
    result_lists.rename(context, "Mills", "Watermills")
    assert [found.title for found in result_lists.listed(context)] == ["Watermills"]
    result_lists.remove(context, "watermills")
    assert result_lists.listed(context) == []
    history.undo(context)
    assert len(result_lists.show(finder, "Watermills").items) == 3


def test_of_an_erased_article_the_uid_stays_and_the_hash_holds(context: Context, finder: Finder) -> None:
    result_lists.freeze(finder, "Mills", "mill", "accession")
    result_lists.freeze(finder, "Removed", "mill", "accession")
    result_lists.remove(context, "Removed")
    trash.trash(context, [2])
    erase.articles(context, [2], "asked for", ["A mill by the river"])
    shown = result_lists.show(finder, "Mills")
    gone = shown.items[1]
    assert gone.state == "gone" and shown.is_whole
    assert (gone.listed.article_id, gone.listed.title, gone.listed.published, gone.listed.body_hash) == (None,) * 4
    held = (
        context.archive.read().execute("SELECT count(*) FROM change WHERE before LIKE '%by the river%'").fetchone()[0]
    )
    assert held == 0


def test_a_changed_list_is_found_out(context: Context, finder: Finder) -> None:
    result_lists.freeze(finder, "Mills", "mill", "accession")
    kept = result_lists.items(context, result_lists.find(context, "Mills"))
    record = result_lists.find(context, "Mills")
    assert result_lists.is_whole(record, kept)
    assert not result_lists.is_whole(record, kept[::-1])
    assert not result_lists.is_whole(record, kept[:-1])


def test_a_list_as_a_file_and_as_a_footnote(context: Context, finder: Finder, tmp_path: Path) -> None:
    result_lists.freeze(finder, "Mills", "mill", "accession")
    record = result_lists.find(context, "Mills")
    assert list_export.export_list(context, record, tmp_path / "mills.csv").count == 3
    rows = (tmp_path / "mills.csv").read_text("utf-8").splitlines()
    assert rows[0] == "position,article_uid,article,title,published,body_sha256" and len(rows) == 4
    list_export.export_list(context, record, tmp_path / "mills.jsonl", "jsonl")
    head, *items = [json.loads(line) for line in (tmp_path / "mills.jsonl").read_text("utf-8").splitlines()]
    assert (head["query"], head["sha256"], head["filters"]) == ("mill", record.sha256, None)
    assert [item["title"] for item in items] == ["The old mill", "A mill by the river", "Mill stones"]
    words = result_lists.citation(context, record)
    assert words.startswith("Letters, list “Mills”: query mill, 3 articles, frozen 2") and record.sha256 in words


def test_a_list_crosses_in_a_package_and_still_fits_its_hash(context: Context, finder: Finder, tmp_path: Path) -> None:
    result_lists.freeze(finder, "Mills", "mill", "accession")
    export.export(context, tmp_path / "bag", "package")
    with Archive.create(tmp_path / "Other.curator") as other:
        packages.bring_in(Context(other), tmp_path / "bag")
        with Finder(Context(other)) as opened:
            shown = result_lists.show(opened, "Mills")
    assert shown.is_whole and [item.state for item in shown.items] == ["same"] * 3
