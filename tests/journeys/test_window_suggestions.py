"""By keyboard alone: what is suggested in an article is accepted and rejected, and taken back; the queue is decided."""

from __future__ import annotations

from pathlib import Path

from curator.archive import Archive, articles
from curator.model.revision import Label
from curator.operations import scanning, tag
from curator.operations.context import Context

from .keyboard import Desk, opened

TEXT = (
    "Lucia Bandini kept the periodicals. The river rose in Prato that night.\n\n"
    "Minister Owen Marsh came from Prato in May. Lucia Bandini showed him the cellar, and Lucia Bandini closed it."
)
OTHER = "In Prato the presses stood still. Minister Owen Marsh was asked about it."


def an_archive(path: Path) -> None:
    """Two articles; a person and a place are on record by a third."""
    with Archive.create(path) as archive:
        with archive.transaction(Label("Add")) as transaction:
            for title, text in (("After the flood", TEXT), ("The presses", OTHER), ("The bindery", "It was dry.")):
                articles.add(transaction, {"title": title, "language": "en"}, text, "test")
        context = Context(archive)
        tag.add(context, [3], [("person", "Lucia Bandini"), ("place", "Prato")])
        scanning.catch_up(context)


def marks(desk: Desk) -> list[tuple[str, str]]:
    return sorted((mark.kind, mark.name) for mark in desk.window.reader.text.marks)


def here(desk: Desk) -> str:
    """The words that are selected in the reader."""
    passage, reading = desk.window.reader.text.passage(), desk.window.reader.reading
    return reading.text.body[slice(*passage)] if passage and reading else ""


def queued(desk: Desk) -> list[str]:
    page = desk.window.queue.page
    assert page is not None
    rows = [page.names.row(place) for place in range(page.names.rowCount())]
    return [row.name for row in rows if row]


def test_suggestions_of_an_article_are_decided_and_taken_back(tmp_path: Path) -> None:
    an_archive(tmp_path / "Flood.curator")
    with opened(tmp_path / "Flood.curator", tmp_path / "window.ini") as desk:
        desk.press("Home", "Return")
        desk.wait(lambda: len(desk.window.reader.text.suggested) >= 5)
        desk.press("U")
        assert here(desk) == "Lucia Bandini"
        desk.press("Shift+Return")
        desk.wait(lambda: marks(desk) == [("person", "Lucia Bandini")] * 3)
        assert here(desk) == "Prato"
        desk.press("Return")
        desk.wait(lambda: ("place", "Prato") in marks(desk))
        assert here(desk) == "Owen Marsh"
        desk.press("Del")
        desk.wait(lambda: desk.window.activity.said == "Rejected: Owen Marsh")
        assert here(desk) == "Prato"
        print(f"suggestions: {desk.gestures} gestures")
        assert desk.gestures <= 6
        for _act in range(3):
            desk.press("Ctrl+Z")
        desk.wait(lambda: not marks(desk) and len(desk.window.reader.text.suggested) >= 5)


def test_a_new_name_is_put_on_record_where_it_stands(tmp_path: Path) -> None:
    an_archive(tmp_path / "Flood.curator")
    with opened(tmp_path / "Flood.curator", tmp_path / "window.ini") as desk:
        desk.press("Home", "Return")
        desk.wait(lambda: len(desk.window.reader.text.suggested) >= 5)
        desk.press("U")
        while here(desk) != "Owen Marsh":
            desk.press("U")
        desk.press("Return")
        desk.wait(lambda: marks(desk) == [("person", "Owen Marsh")])


def test_names_are_decided_across_the_archive(tmp_path: Path) -> None:
    an_archive(tmp_path / "Flood.curator")
    with opened(tmp_path / "Flood.curator", tmp_path / "window.ini") as desk:
        desk.press("Ctrl+U")
        desk.wait(lambda: {"Prato", "Owen Marsh", "Lucia Bandini"} <= set(queued(desk)))
        first = queued(desk)[0]
        desk.press("Return")
        desk.wait(lambda: desk.window.activity.said == f"Accepted: {first}")
        assert first not in queued(desk)
        desk.press("Ctrl+Z")
        desk.wait(lambda: first in queued(desk))
        desk.rest()
        # Words narrow the list; Enter leads into it.
        desk.press("/")
        desk.type("marsh")
        desk.wait(lambda: queued(desk) == ["Owen Marsh"])
        desk.press("Return", "Shift+Return")
        desk.wait(lambda: desk.focus.accessibleName() == "Articles with the name")
        desk.rest()
        desk.press("Space", "Ctrl+Return")
        desk.wait(lambda: desk.window.activity.said == "Accepted: Owen Marsh")
        desk.wait(lambda: queued(desk) == ["Owen Marsh"])
        desk.press("Del")
        desk.wait(lambda: not queued(desk))
        desk.press("Escape")
        assert desk.window.table.hasFocus()
        print(f"queue: {desk.gestures} gestures")
