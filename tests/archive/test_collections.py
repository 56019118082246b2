from __future__ import annotations

import pytest

from curator.archive import Archive, collections
from curator.errors import CuratorError
from curator.model.revision import Label

from .samples import add_articles, describe


def make(archive: Archive, *paths: str) -> list[int]:
    with archive.transaction(Label("Make")) as transaction:
        return [collections.add(transaction, path) for path in paths]


def put(archive: Archive, collection_id: int, ids: list[int]) -> None:
    with archive.transaction(Label("Put")) as transaction:
        collections.put(transaction, collection_id, ids)


def test_a_path_makes_what_it_lies_in_once(archive: Archive) -> None:
    letters, maps, again = make(archive, "Letters / 1936 / May", "Letters / Maps", " Letters  /  1936 / May ")
    assert again == letters
    listed = collections.listed(archive.read())
    assert [found.path for found in listed] == [
        "Letters",
        "Letters / 1936",
        "Letters / 1936 / May",
        "Letters / Maps",
    ]
    assert [found.id for found in listed if found.title == "Maps"] == [maps]


def test_collections_are_listed_in_the_order_they_were_made(archive: Archive) -> None:
    make(archive, "Zoo", "Album", "Zoo / b", "Album / x", "Zoo / a")
    paths = [found.path for found in collections.listed(archive.read())]
    assert paths == ["Zoo", "Zoo / b", "Zoo / a", "Album", "Album / x"]


def test_a_stroke_without_spaces_is_part_of_the_title(archive: Archive) -> None:
    make(archive, "Letters 1936/37 / May")
    assert [found.title for found in collections.listed(archive.read())] == ["Letters 1936/37", "May"]


@pytest.mark.parametrize("path", ["", "  ", " / "])
def test_a_collection_needs_a_title(archive: Archive, path: str) -> None:
    with pytest.raises(CuratorError, match="A collection needs a title"):
        make(archive, path)
    assert collections.listed(archive.read()) == []


@pytest.mark.parametrize("path", ["Let\0ters", "Let\udcffters"])
def test_a_title_is_text(archive: Archive, path: str) -> None:
    with pytest.raises(CuratorError, match="not text"):
        make(archive, path)


def test_articles_stand_in_the_order_they_were_put_in(archive: Archive) -> None:
    ids = add_articles(archive, *"abcd")
    (letters,) = make(archive, "Letters")
    put(archive, letters, [ids[2], ids[0], ids[2]])
    put(archive, letters, [ids[3], ids[0]])
    assert collections.items(archive.read(), letters) == [ids[2], ids[0], ids[3]]
    with archive.transaction(Label("Take out")) as transaction:
        collections.take_out(transaction, letters, [ids[0], ids[1]])
    put(archive, letters, [ids[0]])
    assert collections.items(archive.read(), letters) == [ids[2], ids[3], ids[0]]


def test_a_collection_holds_what_lies_in_those_inside_it(archive: Archive) -> None:
    ids = add_articles(archive, *"abcd")
    letters, year, month = make(archive, "Letters", "Letters / 1936", "Letters / 1936 / May")
    put(archive, letters, ids[:1])
    put(archive, year, ids[:2])
    put(archive, month, ids[2:])
    describe(archive, ids[3], trashed=1)
    assert sorted(collections.items_below(archive.read(), letters)) == ids[:3]
    assert collections.items_below(archive.read(), month) == ids[2:3]
    assert collections.items(archive.read(), month) == ids[2:]
    assert collections.of_article(archive.read(), ids[0]) == ["Letters", "Letters / 1936"]


def test_a_collection_is_found_by_path_or_by_its_only_title(archive: Archive) -> None:
    make(archive, "Letters / 1936", "Maps / 1936", "Maps / Şuşa")
    for path, found in (("Maps / 1936", "Maps / 1936"), ("susa", "Maps / Şuşa"), ("MAPS / susa", "Maps / Şuşa")):
        assert collections.find(archive.read(), path).path == found


def test_titles_that_several_have_are_told_apart_by_path(archive: Archive) -> None:
    make(archive, "Letters / 1936", "Maps / 1936")
    with pytest.raises(CuratorError, match="Several collections are called “1936”") as caught:
        collections.find(archive.read(), "1936")
    assert "Letters / 1936; Maps / 1936" in caught.value.hint


def test_an_outer_one_goes_before_an_inner_one_of_the_same_title(archive: Archive) -> None:
    make(archive, "Maps / 1936", "1936")
    assert collections.find(archive.read(), "1936").path == "1936"


def test_a_collection_that_is_not_there_names_those_that_are(archive: Archive) -> None:
    with pytest.raises(CuratorError, match="There is no collection “Letters”") as caught:
        collections.find(archive.read(), "Letters")
    assert caught.value.hint == ""
    make(archive, "Maps")
    with pytest.raises(CuratorError) as caught:
        collections.find(archive.read(), "Letters")
    assert caught.value.hint == "There are: Maps"
