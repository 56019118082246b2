from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from curator.archive import Archive, articles
from curator.archive.transaction import Value
from curator.gui.session import Session
from curator.gui.sheets.stories import StoriesSheet
from curator.gui.sheets.story import StorySheet
from curator.gui.window import Window
from curator.model.julian import julian_day_of
from curator.model.revision import Label
from curator.operations import similar_articles, stories
from curator.operations.context import Context

Wait = Callable[[Callable[[], bool]], None]
WORDS = [f"word{number}" for number in range(900)]


def written(seed: int) -> str:
    draw = random.Random(seed)
    return "\n\n".join(" ".join(draw.choices(WORDS, k=20)).capitalize() + "." for _line in range(6))


def add(archive: Archive, title: str, body: str, day: int, publication: str) -> int:
    at = julian_day_of(2020, 9, day)
    fields: dict[str, Value] = {"title": title, "publication": publication, "published": f"2020-09-{day:02}"}
    fields |= {"published_earliest": at, "published_latest": at}
    with archive.transaction(Label("Add")) as transaction:
        return articles.add(transaction, fields, body, "test 1")


@pytest.fixture
def archive_of_copies(tmp_path: Path) -> Path:
    path = tmp_path / "Copies.curator"
    with Archive.create(path) as archive:
        body = written(1)
        add(archive, "Late", body, 20, "Daily Gazette")
        add(archive, "Alone", written(2), 5, "Town Paper")
        add(archive, "Early", body.replace("word12", "other12") + "\n\nA last line.", 3, "Town Paper")
        add(archive, "Cut", "\n\n".join(body.split("\n\n")[:4]), 21, "Evening Post")
    return path


@pytest.fixture
def compared(archive_of_copies: Path) -> Path:
    with Archive.open(archive_of_copies) as archive:
        similar_articles.catch_up(Context(archive))
    return archive_of_copies


@pytest.fixture
def opened(app: QApplication, tmp_path: Path, wait_for: Wait) -> Iterator[Callable[[Path], Window]]:
    made: list[Window] = []

    def open_it(path: Path) -> Window:
        window = Window(Session.open(path), QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
        made.append(window)
        window.resize(1366, 768)
        window.show()
        window.activateWindow()
        wait_for(lambda: window.articles.rowCount() == 4 and window.reader.reading is not None)
        return window

    yield open_it
    for window in made:
        if not window.session.closed:
            window.close()


def titles(window: Window) -> list[str | None]:
    return [each.article.title for each in window.reader.story]


def story_sheet(window: Window, wait_for: Wait) -> StorySheet:
    QTest.keyClick(window.reader.text, Qt.Key.Key_V)
    wait_for(lambda: any(sheet.story for sheet in window.findChildren(StorySheet)))
    return next(sheet for sheet in window.findChildren(StorySheet) if sheet.isVisible())


def press(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def test_an_article_says_of_which_story_it_is_a_version(
    opened: Callable[[Path], Window], compared: Path, wait_for: Wait
) -> None:
    window = opened(compared)
    wait_for(lambda: titles(window) == ["Early", "Late", "Cut"])
    line = window.reader.story_line
    assert line.isVisible()
    assert line.words.text() == "Version 2 of 3 of this story; earliest 3 September 2020, Town Paper"
    window.table.step(1)
    wait_for(lambda: window.reader.reading is not None and window.reader.reading.article.title == "Alone")
    assert not line.isVisible()
    assert not stories.of_article(window.session.context, window.reader.reading.article.id)  # type: ignore[union-attr]


def test_copies_are_found_while_nothing_else_goes_on(
    opened: Callable[[Path], Window], archive_of_copies: Path, wait_for: Wait
) -> None:
    window = opened(archive_of_copies)
    assert not window.reader.story_line.isVisible()
    wait_for(lambda: titles(window) == ["Early", "Late", "Cut"])
    assert window.reader.story_line.isVisible()
    assert window.session.undo_label() == str(Label("Add"))


def test_a_version_is_opened_by_keys(opened: Callable[[Path], Window], compared: Path, wait_for: Wait) -> None:
    window = opened(compared)
    wait_for(lambda: bool(window.reader.story))
    sheet = story_sheet(window, wait_for)
    assert [sheet.table.item(row, 4).text() for row in range(3)] == ["Early", "Late", "Cut"]  # type: ignore[union-attr]
    assert sheet.table.item(1, 0).text() == "2, open"  # type: ignore[union-attr]
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    wait_for(lambda: window.reader.reading is not None and window.reader.reading.article.title == "Cut")
    assert window.articles.id_at(window.table.currentIndex().row()) == window.reader.reading.article.id  # type: ignore[union-attr]


def test_two_versions_stand_side_by_side_with_signs(
    opened: Callable[[Path], Window], compared: Path, wait_for: Wait
) -> None:
    window = opened(compared)
    wait_for(lambda: bool(window.reader.story))
    sheet = story_sheet(window, wait_for)
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_C)
    wait_for(lambda: "− A last line" in sheet.pair.first.toPlainText())
    assert "+ " not in sheet.pair.first.toPlainText()
    assert "A last line" not in sheet.pair.second.toPlainText()
    assert "only at the left" in sheet.pair.count.text()
    press(Qt.Key.Key_Escape)
    assert sheet.isVisible()
    assert sheet.pages.currentIndex() == 0
    press(Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_what_is_not_the_same_leaves_the_story_and_comes_back(
    opened: Callable[[Path], Window], compared: Path, wait_for: Wait
) -> None:
    window = opened(compared)
    wait_for(lambda: bool(window.reader.story))
    sheet = story_sheet(window, wait_for)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_N)
    wait_for(lambda: len(sheet.story) == 2)
    wait_for(lambda: titles(window) == ["Early", "Late"])
    assert sheet.banner.isVisible()
    sheet.banner.linked.emit()
    wait_for(lambda: len(sheet.story) == 3)
    assert not sheet.banner.isVisible()
    sheet.close_sheet()


def test_all_stories_lead_to_their_versions(opened: Callable[[Path], Window], compared: Path, wait_for: Wait) -> None:
    window = opened(compared)
    window.menus.run("stories")
    sheet = next(iter(window.findChildren(StoriesSheet)))
    wait_for(lambda: len(sheet.stories) == 1)
    assert [sheet.table.item(0, column).text() for column in (0, 1, 3)] == ["3", "3 September 2020", "Early"]  # type: ignore[union-attr]
    press(Qt.Key.Key_Return)
    wait_for(lambda: any(each.story for each in window.findChildren(StorySheet)))
    found = next(iter(window.findChildren(StorySheet)))
    assert len(found.story) == 3
    found.close_sheet()


def test_a_version_outside_the_list_is_opened_among_all_articles(
    opened: Callable[[Path], Window], compared: Path, wait_for: Wait
) -> None:
    window = opened(compared)
    window.toolbar.search.line.setFocus()
    QTest.keyClicks(window.toolbar.search.line, 'publication:"Daily Gazette"')
    press(Qt.Key.Key_Return)
    wait_for(lambda: window.articles.rowCount() == 1 and bool(window.reader.story))
    window.reader.text.setFocus()
    story_sheet(window, wait_for)
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Return)
    wait_for(lambda: window.reader.reading is not None and window.reader.reading.article.title == "Early")
    assert window.articles.rowCount() == 4
