"""By keyboard alone: every passage that a search finds, from one article into the next."""

from __future__ import annotations

from pathlib import Path

from curator.archive import Archive, articles
from curator.model.revision import Label

from .keyboard import Desk, opened


def an_archive(path: Path) -> None:
    """Four articles; three have the word, one of these only in its title."""
    texts = (
        ("The cellar", "Mud stood in the cellar. The mud was dug out by hand."),
        ("The reading room", "It stayed dry all winter."),
        ("Mud and paper", "The bindery was opened again."),
        ("The bindery", "First came the water, then the mud."),
    )
    with Archive.create(path) as archive, archive.transaction(Label("Add")) as transaction:
        for title, body in texts:
            articles.add(transaction, {"title": title, "language": "en"}, body, "test")


def search(desk: Desk, words: str, found: int) -> None:
    """Type a query and wait for what it finds, by title."""
    desk.wait(lambda: desk.window.index_waiting == 0)
    desk.press("Ctrl+K")
    desk.type(words)
    desk.press("Return")
    desk.wait(lambda: desk.window.articles.rowCount() == found)
    desk.rest()


def where(desk: Desk) -> tuple[str, int, int]:
    """Return the title of the open article, which hit is current, and how many it has."""
    reading, text = desk.window.reader.reading, desk.window.reader.text
    assert reading is not None
    return reading.article.title or "", text.hit_number, text.hit_count


def step(desk: Desk, key: str) -> tuple[str, int, int]:
    """Press a key for a hit, and return where it led."""
    desk.press(key)
    desk.rest()
    return where(desk)


def test_f3_leads_through_the_hits_of_all_articles_and_back(tmp_path: Path) -> None:
    an_archive(tmp_path / "Mud.curator")
    with opened(tmp_path / "Mud.curator", tmp_path / "window.ini") as desk:
        search(desk, "mud", 3)
        rows = desk.window.articles
        order = [rows.index(place, 0).data() for place in range(3)]
        hits = {"The cellar": 2, "Mud and paper": 1, "The bindery": 1}
        walk = [(title, number + 1, hits[title]) for title in order for number in range(hits[title])]

        assert [step(desk, "F3") for _hit in walk] == walk
        assert step(desk, "F3") == walk[-1]
        assert "last hit of the list" in desk.window.activity.said
        assert step(desk, "F3") == walk[0]
        assert step(desk, "Shift+F3") == walk[0]
        assert "first hit of the list" in desk.window.activity.said
        assert [step(desk, "Shift+F3") for _hit in walk] == walk[::-1]


def test_letters_walk_as_f3_does_and_leave_the_focus_where_it_is(tmp_path: Path) -> None:
    an_archive(tmp_path / "Mud.curator")
    with opened(tmp_path / "Mud.curator", tmp_path / "window.ini") as desk:
        search(desk, "mud", 3)
        desk.press("Ctrl+2")
        there = [step(desk, "N") for _hit in range(4)]
        assert len({title for title, _number, _count in there}) == 3
        assert desk.window.table.hasFocus()
        assert desk.window.activity.said == f"Next article: {there[-1][0]}"
        desk.press("Return")
        assert [step(desk, "Shift+H") for _hit in range(3)] == there[:3][::-1]
        assert desk.window.reader.text.hasFocus()
