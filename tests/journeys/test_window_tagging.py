"""By keyboard alone: read an article, and tag it and its passages ten times."""

from __future__ import annotations

from pathlib import Path

from curator.archive import Archive, articles
from curator.model.revision import Label
from curator.operations import tag
from curator.operations.context import Context

from .keyboard import Desk, opened

SENTENCES = (
    "Lucia Bandini kept the periodicals of the town library.",
    "The library flooded in November.",
    "The Reading Society lent its hall.",
    "Lorry drivers carried the volumes to Prato.",
    "Each volume was dried between sheets of blotting paper.",
    "Bandini wrote a list of what was lost.",
    "The Reading Society printed the list.",
    "Prato kept the volumes until spring.",
    "Readers came back in May.",
    "The list is in the cellar today.",
)


def an_archive(path: Path) -> None:
    """An archive of two articles; one person is on file under two spellings."""
    with Archive.create(path) as archive:
        with archive.transaction(Label("Add")) as transaction:
            articles.add(transaction, {"title": "After the flood"}, " ".join(SENTENCES), "test")
            articles.add(transaction, {"title": "The bindery"}, "The bindery was dry.", "test")
        tag.add(Context(archive), [2], [("person", "Lucia Bandini")])


def tag_sentence(desk: Desk, kind: str, name: str) -> None:
    """Press the letter of a kind on the current sentence, type a name over what stands there, take it."""
    before = len(marks(desk))
    desk.press(kind)
    desk.type(name)
    desk.press("Return")
    desk.wait(lambda: len(marks(desk)) == before + 1)


def marks(desk: Desk) -> list[tuple[str, str]]:
    return [(mark.kind, mark.name) for mark in desk.window.reader.text.marks]


def of_article(desk: Desk) -> set[tuple[str, str]]:
    """The tags of the open article as a whole."""
    reading = desk.window.reader.reading
    assert reading is not None
    found = (mention.authority for mention in reading.mentions if mention.passage is None)
    return {(record.kind, record.preferred_name) for record in found}


def tag_ten_times(desk: Desk) -> None:
    """Eight passages and two tags of the article as a whole; the article is the first of the list."""
    desk.press("Home", "Return")
    desk.rest()
    assert desk.window.reader.text.hasFocus()
    desk.press("J")
    tag_sentence(desk, "P", "bandini")
    desk.press("J")
    tag_sentence(desk, "E", "Flood of 1966")
    desk.press("J")
    tag_sentence(desk, "O", "Reading Society")
    desk.press("J")
    tag_sentence(desk, "L", "Prato")
    desk.press("J")
    tag_sentence(desk, "T", "Drying of paper")
    desk.press("J")
    tag_sentence(desk, "P", "Lucia Bandini")
    desk.press("J", "Shift+J")
    tag_sentence(desk, "T", "Lists")
    desk.press("J", "J", "Q")
    desk.wait(lambda: len(marks(desk)) == 8)
    # A new name can be of any of five kinds; the row of each is chosen by Down.
    for name, downs in (("Stocktaking", 4), ("Valdarno", 3)):
        before = of_article(desk)
        desk.press("Ctrl+T")
        desk.type(name)
        desk.press(*["Down"] * downs, "Return")
        desk.wait(lambda before=before: len(of_article(desk)) == len(before) + 1)  # type: ignore[misc]


def test_one_article_gets_ten_tags(tmp_path: Path) -> None:
    an_archive(tmp_path / "Flood.curator")
    with opened(tmp_path / "Flood.curator", tmp_path / "window.ini") as desk:
        tag_ten_times(desk)
        assert sorted(marks(desk)) == sorted(
            [
                ("person", "Lucia Bandini"),
                ("event", "Flood of 1966"),
                ("organisation", "Reading Society"),
                ("place", "Prato"),
                ("theme", "Drying of paper"),
                ("person", "Lucia Bandini"),
                ("theme", "Lists"),
                ("theme", "Lists"),
            ]
        )
        assert of_article(desk) == {("theme", "Stocktaking"), ("place", "Valdarno")}
        print(f"tagging: {desk.gestures} gestures")
        assert desk.gestures <= 60


def test_enter_on_a_mark_opens_the_page_of_its_name(tmp_path: Path) -> None:
    an_archive(tmp_path / "Flood.curator")
    with opened(tmp_path / "Flood.curator", tmp_path / "window.ini") as desk:
        desk.press("Home", "Return")
        desk.rest()
        desk.press("J")
        tag_sentence(desk, "P", "bandini")
        desk.press("Escape", "M", "Return")
        pages = desk.window.names_page
        desk.wait(lambda: pages.name is not None and pages.name.authority is not None)
        assert pages.name is not None
        assert pages.name.authority is not None
        assert pages.name.authority.preferred_name == "Lucia Bandini"
        desk.press("Escape")
        assert pages.shown is None
