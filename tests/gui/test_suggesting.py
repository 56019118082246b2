from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from curator.archive import Archive, articles
from curator.gui.announcing import Announcing
from curator.gui.session import Session
from curator.gui.views.suggestion_foot import ACCEPT
from curator.gui.views.tag_rows import Row
from curator.gui.window import Window
from curator.model.revision import Label
from curator.operations import authorities, tag
from curator.operations.context import Context

WaitFor = Callable[[Callable[[], bool]], None]
BODY = (
    "Lucia Bandini kept the periodicals. The river rose in Prato that night. Lucia Bandini wrote a list.\n\n"
    "Later Bandini read the list aloud in Prato. R. Hale and Marsh came from the bindery."
)


@pytest.fixture
def window(app: QApplication, tmp_path: Path, wait_for: WaitFor) -> Iterator[Window]:
    """A text that names a person three times, a place twice, and one of two people called Marsh."""
    with Archive.create(tmp_path / "Names.curator", actor="Tester") as archive:
        context = Context(archive)
        with archive.transaction(Label("Add")) as transaction:
            articles.add(transaction, {"title": "The list", "language": "en"}, BODY, "test")
            articles.add(transaction, {"title": "Other", "language": "en"}, "Nothing is named here.", "test")
        names = [("person", "Lucia Bandini"), ("place", "Prato"), ("person", "Owen Marsh"), ("person", "Ida Marsh")]
        tag.add(context, [2], names)  # type: ignore[arg-type]
        for name in ("Owen Marsh", "Ida Marsh"):
            authorities.add_variant(context, name, "Marsh")
    state = QSettings(str(tmp_path / "w.ini"), QSettings.Format.IniFormat)
    made = Window(Session.open(tmp_path / "Names.curator"), state)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    wait_for(lambda: made.articles.rowCount() == 2)
    made.table.select_place(made.articles.place_of(1))
    wait_for(lambda: len(made.reader.text.suggested) > 4)
    made.reader.text.setFocus()
    yield made
    if not made.session.closed:
        made.close()


def words(window: Window) -> list[str]:
    """The words that are underlined with dots, in their order."""
    text = window.reader.text.document().toPlainText()
    return [text[mark.start : mark.end] for mark in window.reader.text.suggested]


def here(window: Window) -> str:
    """The words of the current passage."""
    passage = window.reader.text.passage()
    return BODY[slice(*passage)] if passage else ""


def tagged(window: Window) -> list[str]:
    return sorted(mark.name for mark in window.reader.text.marks)


def walk_to(window: Window, wanted: str) -> None:
    window.reader.text.clear_passage()
    for _step in range(12):
        QTest.keyClick(window.reader.text, Qt.Key.Key_U)
        if here(window) == wanted:
            return
    raise AssertionError(wanted)


def suggested_rows(window: Window) -> dict[str, Row]:
    return {row.title: row for row in window.inspector.tags.list.rows() if row.suggested}


def test_suggestions_are_walked_and_their_reason_is_said(window: Window) -> None:
    text = window.reader.text
    said: list[str] = []
    Announcing(window.reader).announced.connect(said.append)
    QTest.keyClick(text, Qt.Key.Key_U)
    assert here(window) == "Lucia Bandini"
    foot = window.reader.suggestion_foot
    assert foot.isVisible()
    assert foot.words.text() == "matches variant Lucia Bandini"
    QTest.keyClick(text, Qt.Key.Key_U)
    assert here(window) == "Prato"
    QTest.keyClick(text, Qt.Key.Key_U, Qt.KeyboardModifier.ShiftModifier)
    assert here(window) == "Lucia Bandini"
    assert said == [
        "Place, Prato, suggested, matches variant Prato; Enter accepts, Delete rejects",
        "Person, Lucia Bandini, suggested, matches variant Lucia Bandini; Enter accepts, Delete rejects",
    ]


def test_one_is_accepted_and_the_next_is_selected(window: Window, wait_for: WaitFor) -> None:
    walk_to(window, "Lucia Bandini")
    before = len(words(window))
    QTest.keyClick(window.reader.text, Qt.Key.Key_Return)
    assert here(window) == "Prato"
    wait_for(lambda: tagged(window) == ["Lucia Bandini"])
    assert len(words(window)) == before - 1
    assert window.activity.said == "Accepted: Lucia Bandini"
    assert here(window) == "Prato"
    window.menus.run("undo")
    wait_for(lambda: len(words(window)) == before and not tagged(window))


def test_all_of_a_name_are_accepted_as_one_act(window: Window, wait_for: WaitFor) -> None:
    walk_to(window, "Prato")
    QTest.keyClick(window.reader.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    wait_for(lambda: tagged(window) == ["Prato", "Prato"])
    wait_for(lambda: window.activity.said == "Accepted 2 times: Prato")
    assert "Prato" not in words(window)
    window.menus.run("undo")
    wait_for(lambda: tagged(window) == [])


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_one_is_rejected_for_good(window: Window, wait_for: WaitFor, key: Qt.Key) -> None:
    walk_to(window, "Prato")
    before = len(words(window))
    QTest.keyClick(window.reader.text, key)
    wait_for(lambda: window.activity.said == "Rejected: Prato")
    window.table.select_place(window.articles.place_of(2))
    wait_for(lambda: window.reader.reading is not None and window.reader.reading.article.id == 2)
    assert not window.reader.suggestion_foot.isVisible()
    window.table.select_place(window.articles.place_of(1))
    wait_for(lambda: len(words(window)) == before - 1)


def test_of_several_records_one_is_chosen(window: Window, wait_for: WaitFor) -> None:
    walk_to(window, "Marsh")
    popup = window.suggesting.popup
    QTest.keyClick(window.reader.text, Qt.Key.Key_Return)
    assert popup.isVisible()
    assert [row.title for row in popup.list.rows()] == ["Ida Marsh", "Owen Marsh", "New person “Marsh”"]
    box = window.reader.text.passage_box().translated(
        window.reader.text.viewport().mapTo(window, window.rect().topLeft())
    )
    assert not popup.geometry().intersects(box)
    QTest.keyClick(popup.list, Qt.Key.Key_Down)
    QTest.keyClick(popup.list, Qt.Key.Key_Return)
    wait_for(lambda: tagged(window) == ["Owen Marsh"])
    assert window.reader.text.hasFocus()


def test_none_of_several_records_is_meant(window: Window, wait_for: WaitFor) -> None:
    walk_to(window, "Marsh")
    QTest.keyClick(window.reader.text, Qt.Key.Key_Return)
    QTest.keyClick(window.suggesting.popup.list, Qt.Key.Key_Delete)
    wait_for(lambda: window.activity.said.startswith("Rejected: "))
    assert "Marsh" not in words(window)


def test_the_inspector_lists_names_and_accepts_all_places_of_one(window: Window, wait_for: WaitFor) -> None:
    page = window.inspector.tags
    rows = suggested_rows(window)
    assert rows["Prato"].count == "2"
    assert rows["Prato"].spoken() == "Place, Prato, suggested, matches variant Prato, 2"
    page.list.make_current([row.title for row in page.list.rows()].index("Prato"))
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Space)
    assert here(window) == "Prato"
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    wait_for(lambda: tagged(window) == ["Prato", "Prato"])
    assert page.list.hasFocus()
    assert "Prato" not in suggested_rows(window)


def test_the_inspector_rejects_a_name(window: Window, wait_for: WaitFor) -> None:
    page = window.inspector.tags
    page.list.make_current([row.title for row in page.list.rows()].index("Prato"))
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Backspace)
    wait_for(lambda: window.activity.said == "Rejected: Prato")
    assert "Prato" not in words(window)


def test_they_are_hidden_until_they_are_shown_again(window: Window, wait_for: WaitFor) -> None:
    window.menus.run("suggested")
    assert words(window) == []
    assert not suggested_rows(window)
    assert not window.reader.suggestion_foot.isVisible()
    window.menus.run("suggested")
    wait_for(lambda: "Prato" in words(window))


def test_it_is_said_where_there_is_none_any_more(window: Window) -> None:
    text = window.reader.text
    for _step in range(len(words(window)) + 1):
        QTest.keyClick(text, Qt.Key.Key_U)
    assert window.activity.said == "No suggestion after this place."
    window.menus.run("suggested")
    QTest.keyClick(text, Qt.Key.Key_U)
    assert window.activity.said.startswith("Suggestions are hidden.")


def test_the_text_does_not_move_when_they_come(window: Window) -> None:
    text = window.reader.text
    before = text.document().rootFrame().frameFormat().leftMargin()
    text.take_suggested(type(text.suggested)())
    assert text.document().rootFrame().frameFormat().leftMargin() == before


def test_the_buttons_do_what_the_keys_do(window: Window, wait_for: WaitFor) -> None:
    walk_to(window, "Lucia Bandini")
    foot = window.reader.suggestion_foot
    assert [button.text() for button in foot.acts.values() if button.isVisible()] == ["accept", "all 3", "reject"]
    QTest.mouseClick(foot.acts[ACCEPT], Qt.MouseButton.LeftButton)
    wait_for(lambda: tagged(window) == ["Lucia Bandini"])


def test_a_variant_that_is_added_is_suggested_at_once(window: Window, wait_for: WaitFor) -> None:
    before = len(words(window))
    window.session.write(lambda context: authorities.add_variant(context, "Prato", "bindery"))
    wait_for(lambda: len(words(window)) == before + 1)
    assert "bindery" in words(window)
