"""By keyboard alone: files are read into a review; what is clean enters, what cannot is told, with reasons."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from curator.archive import Archive
from curator.gui.views.review_page import ReviewPage

from .keyboard import Desk, opened

GOOD = 15
FLAGGED = 30
WORDS = "The keeper of the town library opened the cellar, and the first readers came before noon, as they always did."


def twenty_files(folder: Path) -> list[Path]:
    """Fifteen pages, and five files that cannot go in: empty, twice the same, pictures, a torn page, a torn PDF."""
    folder.mkdir()
    for number in range(GOOD):
        body = f"Report {number} of the reading room\n\n{WORDS} It was day {number} of the stocktaking.\n"
        (folder / f"page {number:02}.txt").write_text(body, "utf-8")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "pictures.bin").write_bytes(bytes(range(256)) * 8)
    (folder / "same again.txt").write_bytes((folder / "page 03.txt").read_bytes())
    (folder / "torn.html").write_text("<html><body><article></article>", "utf-8")
    (folder / "torn.pdf").write_bytes(b"%PDF-1.4\n" + bytes(64))
    return sorted(folder.iterdir())


def answer(monkeypatch: pytest.MonkeyPatch, paths: Sequence[Path]) -> None:
    """Let the system's file chooser answer with `paths`."""
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: ([str(path) for path in paths], ""))


def reviewed(desk: Desk, items: int) -> ReviewPage:
    """Wait until so many items stand in the review that is shown, and all files are read."""
    desk.wait(lambda: desk.window.reviews.is_shown)
    page = desk.window.reviews.page
    assert page is not None
    desk.wait(lambda: page.rows.rowCount() == items and not desk.window.works.open, 8)
    desk.rest()
    return page


def test_twenty_files_are_read_into_a_review_and_what_cannot_go_in_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = twenty_files(tmp_path / "pages")
    assert len(files) == 20
    answer(monkeypatch, files)
    Archive.create(tmp_path / "Empty.curator").close()
    with opened(tmp_path / "Empty.curator", tmp_path / "window.ini") as desk:
        desk.press("Ctrl+I")
        page = reviewed(desk, len(files))
        assert page.table.hasFocus()
        read = {}
        for _row in range(page.rows.rowCount()):
            row = page.current()
            assert row is not None
            read[Path(row.path).name] = (row.need, [problem.message for problem in row.reasons])
            desk.press("J")
        failed = sorted(name for name, (need, _why) in read.items() if need == "failed")
        assert failed == ["empty.txt", "pictures.bin", "torn.html", "torn.pdf"]
        assert sorted(need for need, _why in read.values()).count("duplicate") == 1
        assert all(why for need, why in read.values() if need != "clean")
        desk.press("Ctrl+A", "A")
        desk.rest()
        desk.press("Ctrl+Return")
        desk.wait(lambda: desk.window.articles.rowCount() == GOOD)
        desk.rest()
        assert desk.window.activity.said == "15 articles added, 1 noted as a duplicate."
        # The four that could not be read wait.
        assert desk.window.reviews.is_shown
        assert page.rows.rowCount() == 4
        desk.press("Escape")
        assert desk.window.table.hasFocus()
        print(f"import: {desk.gestures} gestures, one of them for each of {len(files)} rows")
        assert desk.gestures == 25


def two_hundred_files(folder: Path) -> list[Path]:
    """170 clean pages; 30 without a headline, of which it suggests one."""
    folder.mkdir()
    for number in range(200):
        body = f"<p>{WORDS} It was day {number} of the stocktaking, and {number + 7} shelves were counted.</p>" * 2
        title, day = f"Report {number} of the reading room", f"1996-05-{number % 28 + 1:02}"
        head = f"<title>{title}</title><meta property='article:published_time' content='{day}'>"
        page = f"<html lang='en'><head>{head}</head><body><article><h1>{title}</h1>{body}</article></body></html>"
        if number < FLAGGED:
            (folder / f"letter {number:03}.txt").write_text(f"{WORDS} Letter {number}.\n\n{WORDS}\n", "utf-8")
        else:
            (folder / f"page {number:03}.html").write_text(page, "utf-8")
    return sorted(folder.iterdir())


def test_two_hundred_files_take_three_keys_and_two_for_each_flagged_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = two_hundred_files(tmp_path / "pages")
    answer(monkeypatch, files)
    Archive.create(tmp_path / "Empty.curator").close()
    with opened(tmp_path / "Empty.curator", tmp_path / "window.ini") as desk:
        desk.press("Ctrl+I")
        page = reviewed(desk, len(files))
        assert page.rows.state is not None
        assert page.rows.state.counts.clean == len(files) - FLAGGED
        for _row in range(FLAGGED):
            row = page.current()
            assert row is not None
            assert row.need == "look"
            desk.press("A", "J")
        desk.rest()
        desk.press("Ctrl+Shift+A")
        desk.wait(lambda: page.rows.state is not None and page.rows.state.counts.accepted == len(files))
        desk.press("Ctrl+Return")
        desk.wait(lambda: desk.window.articles.rowCount() == len(files), 8)
        desk.rest()
        assert desk.window.activity.said == "200 articles added."
        desk.wait(lambda: not desk.window.reviews.is_shown)
        print(f"review of {len(files)} files, {FLAGGED} of them flagged: {desk.gestures} gestures")
        assert desk.gestures == 3 + 2 * FLAGGED
        desk.press("Ctrl+Z")
        desk.wait(lambda: desk.window.articles.rowCount() == 0)
        desk.rest()
        # What was taken back waits again.
        assert [each.counts.accepted for each in desk.window.reviews.reviewing.waiting] == [len(files)]
