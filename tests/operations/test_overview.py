from __future__ import annotations

from curator.archive import collections
from curator.operations import collect, overview, trash
from curator.operations.context import Context

from ..archive.samples import add_articles


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
