from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from curator.gui.views.tag_many import TagMany, turned
from curator.model.authority import Authority, AuthorityKind
from curator.names.completion import Completer, NameRow
from curator.operations.tag_many import Shared
from curator.text.name_key import name_key

NAMES: list[tuple[int, AuthorityKind, str]] = [(1, "theme", "Flood"), (2, "person", "Owen Marsh"), (3, "place", "Arno")]


def record(number: int) -> Authority:
    who, kind, name = NAMES[number - 1]
    return Authority(who, f"u{who}", kind, name, None, None, None, None, None, "", None)


@pytest.fixture
def many(host: QWidget) -> TagMany:
    made = TagMany(host)
    completer = Completer(NameRow(who, kind, name, name_key(name), True, 5) for who, kind, name in NAMES)
    made.ask([Shared(record(1), 3), Shared(record(2), 1)], 3, completer, QRect(20, 20, 100, 20))
    return made


@pytest.fixture
def applied(many: TagMany) -> list[tuple[object, object]]:
    told: list[tuple[object, object]] = []
    many.applied.connect(lambda on, off: told.append((on, off)))
    return told


def boxes(many: TagMany) -> list[tuple[str, str]]:
    return [(row.title, row.box) for row in many.rows()]


def test_boxes_tell_who_has_what_and_turn_by_space(many: TagMany, applied: list[object]) -> None:
    assert boxes(many) == [("Flood", "on"), ("Owen Marsh", "partly")]
    QTest.keyClick(many.line, Qt.Key.Key_Space)
    QTest.keyClick(many.line, Qt.Key.Key_Down)
    QTest.keyClick(many.line, Qt.Key.Key_Space)
    assert boxes(many) == [("Flood", "off"), ("Owen Marsh", "on")]
    QTest.keyClick(many.line, Qt.Key.Key_Return)
    assert applied == [([("person", "#2")], [1])]
    assert not many.isVisible()


def test_what_is_typed_filters_and_adds(many: TagMany, applied: list[object]) -> None:
    QTest.keyClicks(many.line, "arno")
    assert boxes(many) == [("Arno", "off")]
    QTest.keyClick(many.line, Qt.Key.Key_Return)
    assert applied == [([("place", "#3")], [])]


def test_a_new_name_is_added_with_a_kind(many: TagMany, applied: list[object]) -> None:
    QTest.keyClicks(many.line, "Tiber")
    assert {row.kind for row in many.rows()} == {"person", "organisation", "event", "place", "theme"}
    for _step in range(3):
        QTest.keyClick(many.line, Qt.Key.Key_Down)
    QTest.keyClick(many.line, Qt.Key.Key_Return)
    assert applied == [([("place", "Tiber")], [])]


def test_turned_back_is_nothing_to_apply(many: TagMany, applied: list[object]) -> None:
    told: list[bool] = []
    many.dismissed.connect(lambda: told.append(True))
    QTest.keyClick(many.line, Qt.Key.Key_Space)
    QTest.keyClick(many.line, Qt.Key.Key_Space)
    QTest.keyClick(many.line, Qt.Key.Key_Return)
    assert (applied, told) == ([], [True])


def test_a_box_that_some_had_comes_back_to_that() -> None:
    assert [turned("partly", "partly"), turned("on", "partly"), turned("off", "partly")] == ["on", "off", "partly"]
    assert [turned("on", "on"), turned("off", "on")] == ["off", "on"]
