from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from curator import settings
from curator.errors import Cancelled
from curator.gui.sheets.import_report import ImportReportSheet
from curator.gui.window import Window
from curator.gui.work import Work, Works
from curator.model.progress import Progress, ProgressSink
from curator.operations import collect, history, tag

WaitFor = Callable[[Callable[[], bool]], None]


@pytest.fixture(autouse=True)
def _at_once(_own_settings: None) -> None:
    """Files enter at once; tests/gui/test_import_review.py has them reviewed."""
    settings.save(replace(settings.load(), review_imports=False))


def page(folder: Path, name: str, words: str = "The keeper opened the cellar, and readers came before noon.") -> Path:
    path = folder / f"{name}.txt"
    path.write_text(f"{name}\n\n{words} {name}.", "utf-8")
    return path


def ended(window: Window) -> bool:
    return not window.works.open and window.session.tasks.pending == 0


def test_what_is_dropped_goes_in_and_the_frame_says_so_before(shown: Window, tmp_path: Path, wait_for: WaitFor) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(page(tmp_path, "Mud"))), QUrl("https://example.org/")])
    where, left, none = QPointF(5, 5), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    QApplication.sendEvent(shown, QDragEnterEvent(where.toPoint(), copy, data, left, none))
    assert shown.drop_frame.isVisible()
    QApplication.sendEvent(shown, QDragLeaveEvent())
    assert not shown.drop_frame.isVisible()
    QApplication.sendEvent(shown, QDragEnterEvent(where.toPoint(), copy, data, left, none))
    QApplication.sendEvent(shown, QDropEvent(where, copy, data, left, none))
    wait_for(lambda: shown.articles.rowCount() == 4)
    wait_for(lambda: ended(shown))
    assert shown.activity.said == "1 article added."


def test_files_dropped_on_a_collection_are_one_act(shown: Window, tmp_path: Path, wait_for: WaitFor) -> None:
    known = page(tmp_path, "Known")
    shown.imports.start([known])
    wait_for(lambda: ended(shown) and shown.articles.rowCount() == 4)
    before = history.revisions(shown.session.context)[0].id
    shown.navigator.files_dropped.emit([page(tmp_path, "Mud"), known], "Rooms / Cellars")
    wait_for(lambda: ended(shown) and shown.articles.rowCount() == 5)
    assert [(found.path, number) for found, number in collect.listed(shown.session.context)][-1] == (
        "Rooms / Cellars",
        2,
    )
    assert len([act for act in history.revisions(shown.session.context) if act.id > before]) == 1
    shown.menus.run("undo")
    wait_for(lambda: ended(shown) and shown.articles.rowCount() == 4)
    assert collect.listed(shown.session.context) == []


def test_what_did_not_go_in_is_reported_and_tried_again(shown: Window, tmp_path: Path, wait_for: WaitFor) -> None:
    broken = tmp_path / "pictures.bin"
    broken.write_bytes(bytes(range(256)) * 8)
    twin = tmp_path / "twin.txt"
    twin.write_bytes(page(tmp_path, "Mud").read_bytes())
    shown.imports.start([tmp_path / "Mud.txt", twin, broken])
    wait_for(lambda: ended(shown))
    assert shown.activity.said == "1 article added, 1 is here already, 1 did not go in."
    shown.menus.run("import-report")
    sheet = shown.findChild(ImportReportSheet)
    assert sheet is not None
    assert sheet.failed_paths() == [broken]
    assert [line.split("\t")[0] for line in sheet.as_text().splitlines()] == [str(broken), str(twin)]
    assert all(line.split("\t")[1] for line in sheet.as_text().splitlines())
    broken.write_text("Letters now, not pictures any more, and enough of them to read.", "utf-8")
    broken.rename(broken.with_suffix(".txt"))
    sheet.refused[0] = type(sheet.refused[0])(broken.with_suffix(".txt"), "failed")
    sheet.accepted.emit()
    wait_for(lambda: shown.articles.rowCount() == 5)
    wait_for(lambda: ended(shown))
    assert not shown.imports.refusals()


@pytest.mark.parametrize("html", [True, False])
def test_what_is_pasted_becomes_an_article_with_its_original(shown: Window, wait_for: WaitFor, html: bool) -> None:
    data = QMimeData()
    words = "The town library opened its newspaper cellar on Monday, and the first readers came before noon."
    data.setText(words)
    if html:
        data.setHtml(f"<h1>The cellar opens</h1><p>{words}</p><p>{words} Two shelves stood beside the stairs.</p>")
        data.setData("text/x-moz-url-priv", "https://paper.example/cellar".encode("utf-16-le"))
    assert shown.reviews.paste(data)
    wait_for(lambda: shown.articles.rowCount() == 4)
    wait_for(lambda: ended(shown))
    row = shown.session.archive.read().execute("SELECT media_type, file_name FROM original").fetchone()
    assert row["media_type"] == ("text/html" if html else "text/plain")
    assert row["file_name"].startswith("Pasted ")
    added = shown.session.archive.read().execute("SELECT url FROM article ORDER BY id DESC").fetchone()
    assert added["url"] == ("https://paper.example/cellar" if html else None)


def test_an_empty_clipboard_is_told(shown: Window) -> None:
    assert not shown.reviews.paste(QMimeData())
    assert not shown.works.open


def test_a_tag_is_written_while_an_import_rests(shown: Window, tmp_path: Path, wait_for: WaitFor) -> None:
    shown.imports.start([page(tmp_path, f"Page {number}") for number in range(3)])
    work = shown.works.open[0]
    work.pause()
    assert work.paused
    done: list[object] = []
    shown.session.write(lambda context: tag.add(context, [1], [("theme", "Floods")]), done.append)
    wait_for(lambda: bool(done))
    work.pause()
    wait_for(lambda: shown.articles.rowCount() == 6)


def test_imports_wait_for_each_other_and_can_be_stopped(shown: Window, tmp_path: Path, wait_for: WaitFor) -> None:
    shown.imports.start([page(tmp_path, "First")])
    shown.imports.start([page(tmp_path, "Second")])
    assert len(shown.works.open) == 2
    shown.works.open[1].stop()
    wait_for(lambda: ended(shown))
    assert shown.articles.rowCount() == 4


def test_closing_ends_an_import_in_good_order(shown: Window, tmp_path: Path) -> None:
    shown.imports.start([page(tmp_path, f"Page {number}") for number in range(20)])
    shown.close()
    assert shown.session.closed


def test_work_of_two_lanes_runs_side_by_side(app: object, wait_for: WaitFor) -> None:
    works, both = Works(), threading.Barrier(2, timeout=20)
    results: list[object] = []

    def run(progress: ProgressSink) -> object:
        progress(Progress(1, 2, 0.1))
        return both.wait()

    for lane in ("import", "export"):
        work = Work(lane, run)
        work.done.connect(results.append)
        works.start(work, lane)
    wait_for(lambda: not works.open)
    assert sorted(results) == [0, 1]  # type: ignore[type-var]


def test_stopped_work_fails_as_cancelled_and_a_fault_is_handed_on(app: object, wait_for: WaitFor) -> None:
    works = Works()
    failures: list[BaseException] = []

    def fault(progress: ProgressSink) -> object:
        raise ValueError("a fault")

    def until_it_is_stopped(progress: ProgressSink) -> object:
        while True:
            progress(Progress(0, 1, 0.0))
            time.sleep(0.002)

    for run in (fault, until_it_is_stopped):
        work = Work("work", run)
        work.failed.connect(failures.append)
        works.start(work, "import")
    works.open[-1].stop()
    wait_for(lambda: not works.open)
    assert [type(error) for error in failures] == [ValueError, Cancelled]
