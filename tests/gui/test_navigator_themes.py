"""Themes in the navigator: a tree, changed by drag and by key."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from curator.archive import Archive, articles, mentions
from curator.gui.models.listing import Listing
from curator.gui.session import Session
from curator.gui.views.navigator import Navigator
from curator.model.revision import Label
from curator.operations import authority_links, history, tag
from curator.operations.context import Context

from .test_navigator import entry, found, rows, wait_for

ALT = Qt.KeyboardModifier.AltModifier
CONSERVATION, DRYING, FREEZING, COPIES = (f"theme#{number}" for number in range(1, 5))


@pytest.fixture
def navigator(app: QApplication, tmp_path: Path) -> Iterator[Navigator]:
    with Archive.create(tmp_path / "Sample.curator") as archive:
        context = Context(archive)
        with archive.transaction(Label("Add")) as transaction:
            for title in ("a", "b", "c", "d"):
                articles.add(transaction, {"title": title}, "The cellar dried.", "test")
        themes = {"Conservation": [1], "Drying": [1, 2], "Freeze-drying": [2, 3], "Copies": [4]}
        for name, ids in themes.items():
            tag.add(context, ids, [("theme", name)])
        authority_links.add_broader(context, "Drying", "Conservation")
    session = Session.open(tmp_path / "Sample.curator")
    made = Navigator(session)
    made.resize(220, 600)
    made.show()
    made.activateWindow()
    wait_for(lambda: found(made, "all").isValid())
    made.expand(found(made, "kind theme"))
    wait_for(lambda: made.model().rowCount(found(made, "kind theme")) == 3)
    yield made
    made.close()
    session.close()


def tree(navigator: Navigator) -> list[str]:
    shown: list[str] = rows(navigator, found(navigator, "kind theme"))
    return shown


def below(navigator: Navigator, key: str) -> list[str]:
    shown: list[str] = rows(navigator, found(navigator, key))
    return shown


def test_themes_are_a_tree_that_counts_each_article_once(navigator: Navigator) -> None:
    assert tree(navigator) == ["Conservation", "Drying", "Freeze-drying", "Copies"]
    assert below(navigator, CONSERVATION) == ["Drying"]
    assert entry(navigator, CONSERVATION).count == 2
    listings: list[Listing] = []
    navigator.chosen.connect(listings.append)
    navigator.expand(found(navigator, CONSERVATION))
    navigator.setCurrentIndex(found(navigator, CONSERVATION))
    found_ids = navigator._session.finder.find(listings[0].query).ids.tolist()
    assert sorted(found_ids) == [1, 2]


def test_a_theme_is_put_under_the_one_above_it_by_key_and_out_again(navigator: Navigator) -> None:
    navigator.setCurrentIndex(found(navigator, FREEZING))
    QTest.keyClick(navigator, Qt.Key.Key_Right, ALT)
    wait_for(lambda: below(navigator, CONSERVATION) == ["Drying", "Freeze-drying"])
    assert entry(navigator, CONSERVATION).count == 3
    assert navigator.currentIndex().data() == "Freeze-drying"
    assert navigator.isExpanded(found(navigator, CONSERVATION))
    QTest.keyClick(navigator, Qt.Key.Key_Right, ALT)
    wait_for(lambda: below(navigator, DRYING) == ["Freeze-drying"])
    QTest.keyClick(navigator, Qt.Key.Key_Left, ALT)
    wait_for(lambda: below(navigator, DRYING) == [])
    assert below(navigator, CONSERVATION) == ["Drying", "Freeze-drying"]
    QTest.keyClick(navigator, Qt.Key.Key_Left, ALT)
    wait_for(lambda: below(navigator, CONSERVATION) == ["Drying"])
    for under_drying in ([], ["Freeze-drying"], []):
        navigator._session.write(history.undo)
        wait_for(lambda expected=under_drying: below(navigator, DRYING) == expected)
        wait_for(lambda: below(navigator, CONSERVATION) == ["Drying", "Freeze-drying"])
    navigator._session.write(history.undo)
    wait_for(lambda: below(navigator, CONSERVATION) == ["Drying"])


def test_moving_a_theme_tags_nothing(navigator: Navigator) -> None:
    connection = navigator._session.context.archive.read()
    before = mentions.count_tags(connection, [1, 2, 3, 4])
    navigator.setCurrentIndex(found(navigator, FREEZING))
    QTest.keyClick(navigator, Qt.Key.Key_Right, ALT)
    wait_for(lambda: "Freeze-drying" in below(navigator, CONSERVATION))
    assert mentions.count_tags(connection, [1, 2, 3, 4]) == before


def drop(navigator: Navigator, key: str) -> bool:
    """Drop the current entry on another one."""
    index = navigator.currentIndex()
    mime = navigator.model().mimeData([index]) or QMimeData()
    middle = QPointF(navigator.visualRect(found(navigator, key)).center())
    event = _Dropped(navigator, middle, mime)
    event.setAccepted(False)
    navigator.dropEvent(event)
    return event.isAccepted()


class _Dropped(QDropEvent):
    def __init__(self, source: Navigator, at: QPointF, mime: QMimeData) -> None:
        super().__init__(at, Qt.DropAction.MoveAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        self._source = source

    def source(self) -> Navigator:
        return self._source


def test_a_theme_is_dragged_under_another_and_to_the_top(navigator: Navigator) -> None:
    navigator.setCurrentIndex(found(navigator, FREEZING))
    assert drop(navigator, CONSERVATION)
    wait_for(lambda: below(navigator, CONSERVATION) == ["Drying", "Freeze-drying"])
    wait_for(lambda: navigator.currentIndex().data() == "Freeze-drying")
    assert not drop(navigator, CONSERVATION)
    assert not drop(navigator, "kind place")
    assert drop(navigator, "kind theme")
    wait_for(lambda: below(navigator, CONSERVATION) == ["Drying"])


def test_a_theme_is_not_put_under_itself(navigator: Navigator) -> None:
    refused: list[BaseException] = []
    navigator._session.failed.connect(refused.append)
    navigator.expand(found(navigator, CONSERVATION))
    navigator.setCurrentIndex(found(navigator, CONSERVATION))
    assert drop(navigator, DRYING)
    wait_for(lambda: bool(refused))
    assert tree(navigator) == ["Conservation", "Drying", "Freeze-drying", "Copies"]


def test_the_menu_has_the_same(navigator: Navigator) -> None:
    words = [action.text() for action in navigator.menu_for(found(navigator, FREEZING)).actions()]
    assert "Put under Conservation\tAlt+Right" in words
    words = [action.text() for action in navigator.menu_for(found(navigator, DRYING)).actions()]
    assert "Move out\tAlt+Left" in words


def test_a_branch_stays_as_it_was_over_a_refresh(navigator: Navigator) -> None:
    navigator.expand(found(navigator, CONSERVATION))
    navigator._session.write(lambda context: tag.add(context, [4], [("theme", "Drying")]))
    wait_for(lambda: entry(navigator, CONSERVATION).count == 3)
    assert navigator.isExpanded(found(navigator, CONSERVATION))
    navigator.collapse(found(navigator, CONSERVATION))
    navigator._session.write(lambda context: tag.add(context, [3], [("theme", "Mud")]))
    wait_for(lambda: "Mud" in tree(navigator))
    assert not navigator.isExpanded(found(navigator, CONSERVATION))
    assert found(navigator, COPIES) != QModelIndex()
