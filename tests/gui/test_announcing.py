from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from curator.gui.announcing import Announcing, spoken
from curator.gui.models.listing import Listing
from curator.gui.views.marks import Mark
from curator.gui.window import Window
from curator.operations import passages

WaitFor = Callable[[Callable[[], bool]], None]

LUCIA = Mark(10, 23, "person", "Lucia Bandini", 1, 7)
AGAIN = Mark(40, 53, "person", "Lucia Bandini", 2, 7)
FLOOD = Mark(0, 90, "event", "Flood of Florence", 3, 8)
NOTE = Mark(12, 20, "note", "who is she", 4, 0)


def test_a_mark_is_said_with_how_often_its_name_is_marked() -> None:
    assert spoken([LUCIA], [LUCIA, AGAIN, FLOOD], "Lucia Bandini") == (
        "Person, Lucia Bandini. Confirmed. 2 in this article."
    )
    assert spoken([NOTE], [NOTE], "Bandini") == "Note: who is she"


def test_of_a_long_passage_its_beginning_and_its_end_are_said() -> None:
    words = "In the early hours the river rose over its banks and ran into the cellars"
    assert spoken([FLOOD], [FLOOD], words) == (
        "Event, Flood of Florence. Confirmed. In the early hours the river ... into the cellars 1 in this article."
    )


def test_marks_over_each_other_are_counted_and_named() -> None:
    assert spoken([LUCIA, FLOOD, NOTE], [LUCIA, FLOOD, NOTE], "Lucia Bandini") == (
        "3 marks here: person Lucia Bandini, event Flood of Florence, note who is she."
    )
    assert spoken([], [LUCIA], "The cellar was dry.") == "The cellar was dry."


def test_walking_by_keys_announces_where_one_is(shown: Window, wait_for: WaitFor) -> None:
    said: list[str] = []
    shown.findChild(Announcing).announced.connect(said.append)
    reading = shown.reader.reading
    assert reading is not None
    start = reading.text.body.index("Lucia")
    shown.write(
        partial(passages.tag_passage, article_id=1, start=start, end=start + 13, kind="person", name="Lucia Bandini")
    )
    wait_for(lambda: len(shown.reader.text.marks) == 1 and shown.index_waiting == 0)
    assert said == []
    shown.reader.text.setFocus()
    QTest.keyClick(shown.reader.text, Qt.Key.Key_M)
    assert said == ["Person, Lucia Bandini. Confirmed. 1 in this article."]
    shown.list_articles(Listing("Search", "dry OR after", is_search=True))
    wait_for(lambda: shown.reader.text.hit_count == 2)
    QTest.keyClick(shown.reader.text, Qt.Key.Key_H)
    QTest.keyClick(shown.reader.text, Qt.Key.Key_H)
    assert said[1:] == ["Hit 1 of 2", "Hit 2 of 2"]
    QTest.keyClick(shown.reader.text, Qt.Key.Key_K)
    assert said[3:] == ["The cellar was dry."]
