from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from curator.gui.session import Session
from curator.gui.sheets.preferences import PreferencesSheet
from curator.gui.watching import Watching
from curator.gui.widgets.buttons import LinkButton
from curator.gui.window import Window
from curator.operations import watch_folder

Wait = Callable[[Callable[[], bool]], None]
LETTER = "A letter from the reading room.\n\nIt has two paragraphs, and the second of them ends it.\n"


@pytest.fixture
def box(tmp_path: Path) -> Path:
    place = tmp_path / "box"
    place.mkdir()
    (place / "letter.txt").write_text(LETTER, encoding="utf-8")
    return place


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("curator.gui.watching._SHARE", 1.0)
    monkeypatch.setattr(watch_folder, "STILL_S", 0.05)
    monkeypatch.setattr(Watching.__init__, "__defaults__", (None, 100))


def words_of(window: Window) -> str:
    return window.banner.accessibleName() if window.banner.isVisible() else ""


@pytest.fixture
def again(three_articles: Path, tmp_path: Path) -> Iterator[Callable[[], Window]]:
    made: list[Window] = []

    def open_it() -> Window:
        state = QSettings(str(tmp_path / "again.ini"), QSettings.Format.IniFormat)
        window = Window(Session.open(three_articles), state)
        window.resize(1366, 768)
        window.show()
        made.append(window)
        return window

    yield open_it
    for window in made:
        if not window.session.closed:
            window.close()


def test_a_folder_is_chosen_and_its_files_wait_for_review(
    shown: Window, box: Path, wait_for: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_given: str(box))
    shown.menus.run("preferences")
    sheet = next(iter(shown.findChildren(PreferencesSheet)))
    assert sheet.watch.folder.text() == "No folder is watched"
    sheet.watch.choose.setFocus()
    QTest.keyClick(sheet.watch.choose, Qt.Key.Key_Space)
    wait_for(lambda: sheet.watch.folder.text() == str(box))
    sheet.close_sheet()
    wait_for(lambda: words_of(shown) == "1 new file waits for review.")
    assert shown.articles.rowCount() == 3
    link = next(link for link in shown.banner.findChildren(LinkButton) if link.isVisible())
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    wait_for(lambda: shown.reviews.is_shown)
    assert not shown.banner.isVisible()
    (box / "another.txt").write_text(f"Another. {LETTER}", encoding="utf-8")
    page = shown.reviews.page
    assert page is not None
    wait_for(lambda: page.rows.rowCount() == 2)
    assert not shown.banner.isVisible()


def test_it_goes_on_after_a_restart_until_no_folder_is_watched(
    again: Callable[[], Window], box: Path, wait_for: Wait
) -> None:
    first = again()
    first.watching.set_folder(box, first.show_error)
    wait_for(lambda: words_of(first) == "1 new file waits for review.")
    first.close()
    (box / "later.txt").write_text(f"Later. {LETTER}", encoding="utf-8")
    second = again()
    wait_for(lambda: words_of(second) == "1 new file waits for review.")
    wait_for(lambda: [each.counts.waiting for each in second.reviews.reviewing.waiting] == [2])
    second.watching.set_folder(None, second.show_error)
    wait_for(lambda: second.watching.folder is None)
    second.close()
    third = again()
    wait_for(lambda: third.session.tasks.pending == 0)
    assert third.watching.folder is None


def test_a_folder_that_is_gone_is_told_of_once(shown: Window, box: Path, wait_for: Wait) -> None:
    shown.watching.set_folder(box, shown.show_error)
    wait_for(lambda: words_of(shown) == "1 new file waits for review.")
    shutil.rmtree(box)
    wait_for(lambda: words_of(shown).startswith("There is no folder"))
    shown.banner._close()
    told: list[object] = []
    shown.watching.missed.connect(told.append)
    QTest.qWait(400)
    assert told == []
    box.mkdir()
    (box / "back.txt").write_text(f"Back. {LETTER}", encoding="utf-8")
    wait_for(lambda: words_of(shown) == "1 new file waits for review.")


def test_a_folder_that_holds_the_archive_is_refused_in_words(
    shown: Window, tmp_path: Path, wait_for: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_given: str(tmp_path))
    shown.menus.run("preferences")
    sheet = next(iter(shown.findChildren(PreferencesSheet)))
    QTest.mouseClick(sheet.watch.choose, Qt.MouseButton.LeftButton)
    wait_for(lambda: "cannot be watched" in sheet.watch.banner.accessibleName())
    assert shown.watching.folder is None
    sheet.close_sheet()
