from __future__ import annotations

from curator.archive import collections
from curator.operations import authority_links, collect, overview, tag, trash
from curator.operations.context import Context
from curator.operations.overview import CountedName

from ..archive.samples import add_articles
from .merged_names import merge


def test_a_collection_counts_each_article_in_and_below_it_once_and_none_of_the_trash(context: Context) -> None:
    add_articles(context.archive, "Mud", "Cellar", "Attic", "Tower", "Yard")
    for path, ids in {"Boxes": [1, 2], "Boxes / 7": [2, 3], "Boxes / 7 / Folder": [3, 5], "Maps": [4]}.items():
        collect.put(context, path, ids)
    trash.trash(context, [5])
    found = {each.path: count for each, count in overview.of_archive(context).collections}
    assert found == {"Boxes": 3, "Boxes / 7": 2, "Boxes / 7 / Folder": 1, "Maps": 1}
    connection = context.archive.read()
    for each, count in overview.of_archive(context).collections:
        assert count == len(collections.items_below(connection, each.id))


def shape(found: tuple[CountedName, ...] | list[CountedName]) -> list[object]:
    return [(each.title, each.articles, shape(each.narrower)) for each in found]


def test_names_are_a_tree_whose_counts_have_what_is_under_them_once(context: Context) -> None:
    add_articles(context.archive, "Mud", "Cellar", "Attic", "Tower", "Yard")
    for name, ids in {"Conservation": [1, 5], "Drying": [1, 2], "Freezing": [2, 3], "Volunteers": [4]}.items():
        tag.add(context, ids, [("theme", name)])
    for name, broader in (("Drying", "Conservation"), ("Freezing", "Drying"), ("Freezing", "Volunteers")):
        authority_links.add_broader(context, name, broader)
    trash.trash(context, [5])
    freezing = ("Freezing", 2, [])
    assert shape(overview.names(context, "theme")) == [
        ("Conservation", 3, [("Drying", 3, [freezing])]),
        ("Volunteers", 3, [freezing]),
    ]
    assert overview.names(context, "place") == []


def test_merged_names_are_one_in_the_tree(context: Context) -> None:
    add_articles(context.archive, "Mud", "Cellar")
    for name, ids in {"Floods": [1], "High water": [2], "Disasters": [1]}.items():
        tag.add(context, ids, [("theme", name)])
    authority_links.add_broader(context, "High water", "Disasters")
    merge(context, "Floods", "High water")
    assert shape(overview.names(context, "theme")) == [("Disasters", 2, [("Floods", 2, [])])]
