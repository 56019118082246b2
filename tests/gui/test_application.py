from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QThread
from PySide6.QtWidgets import QApplication
from sqlite_utils import Database

from curator import paths, settings
from curator.archive import Archive, migrations, open_database
from curator.archive.folder import ArchiveFolder
from curator.errors import CuratorError
from curator.gui import picture, recent
from curator.gui.application import Application
from curator.gui.instance import Instance, hand_over
from curator.gui.sheets.crash import CrashSheet
from curator.gui.sheets.name import NameSheet
from curator.operations import own_backups, tag
from curator.operations.context import Context

WaitFor = Callable[[Callable[[], bool]], None]


@pytest.fixture
def desk(app: QApplication, tmp_path: Path, wait_for: WaitFor) -> Iterator[Application]:
    app.setQuitOnLastWindowClosed(False)
    settings.save(settings.Settings(name="Vera"))
    made = Application(QSettings(str(tmp_path / "w.ini"), QSettings.Format.IniFormat), tmp_path / "log", listens=False)
    yield made
    made.quit()
    wait_for(lambda: not made.windows and not made._leaving)


def test_without_an_archive_it_shows_the_ways_to_one(desk: Application) -> None:
    desk.start([])
    assert desk.welcome is not None
    assert desk.welcome.isVisible()


def test_a_new_archive_opens_and_is_remembered(desk: Application, tmp_path: Path) -> None:
    desk.start([])
    desk.make(tmp_path / "Letters")
    path = tmp_path / "Letters.curator"
    assert list(desk.windows) == [path]
    assert recent.archives() == [path]
    assert recent.last() == [path]


def test_a_sample_that_is_not_waited_for_leaves_nothing(desk: Application, wait_for: WaitFor) -> None:
    desk.start([])
    desk.open_sample()
    assert desk.welcome is not None
    desk.welcome.close()
    wait_for(lambda: not desk._works.open)
    assert not desk.windows
    assert desk.welcome is None
    assert not list(paths.archives().glob("*.curator"))


def test_an_archive_has_one_window_only(desk: Application, three_articles: Path) -> None:
    desk.start([three_articles])
    assert desk.open(three_articles) is desk.windows[three_articles]
    assert len(desk.windows) == 1


def test_what_was_open_is_opened_again(desk: Application, three_articles: Path, wait_for: WaitFor) -> None:
    desk.start([three_articles])
    desk.windows[three_articles].close()
    wait_for(lambda: not desk._leaving)
    desk.start([])
    assert list(desk.windows) == [three_articles]


def test_what_cannot_be_opened_is_said_in_the_welcome(desk: Application, tmp_path: Path) -> None:
    assert desk.open(tmp_path / "nowhere") is None
    assert desk.welcome is not None
    assert "nowhere" in desk.welcome.banner.accessibleName()
    with pytest.raises(CuratorError):
        desk.start([tmp_path / "nowhere"])


@pytest.fixture
def older(three_articles: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive that lacks a step of the schema."""
    known = migrations.Steps()
    for name, step in migrations.migrations.by_name.items():
        known(name)(step)

    @known("m9000_shelf")
    def _shelf(db: Database) -> None:
        db.execute("CREATE TABLE shelf (id INTEGER PRIMARY KEY) STRICT")

    monkeypatch.setattr(migrations, "migrations", known)
    return three_articles


def test_an_older_archive_is_brought_up_to_date_while_the_welcome_says_so(
    desk: Application, older: Path, wait_for: WaitFor
) -> None:
    desk.start([older])
    assert not desk.windows
    # Asked for twice: once is enough.
    assert desk.open(older) is None
    assert desk.welcome is not None
    assert "up to date" in desk.welcome.banner.accessibleName()
    assert desk.welcome.activity.isVisibleTo(desk.welcome)
    assert desk.welcome.activity.strip.accessibleDescription() == f"Bringing {older.stem} up to date"
    assert len(desk._works.open) == 1
    wait_for(lambda: older in desk.windows)
    assert [copy.name.partition("-before-")[2] for copy in ArchiveFolder(older).backups.iterdir()] == [
        "m9000_shelf.sqlite"
    ]
    wait_for(lambda: desk.welcome is None)


def test_an_older_archive_is_brought_up_to_date_out_of_the_way_of_the_window(
    desk: Application, older: Path, wait_for: WaitFor, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_window: list[bool] = []
    real = migrations.migrate

    def migrate(connection: sqlite3.Connection, folder: ArchiveFolder) -> list[str]:
        in_window.append(threading.current_thread() is threading.main_thread())
        return real(connection, folder)

    monkeypatch.setattr(open_database, "migrate", migrate)
    desk.start([older])
    wait_for(lambda: older in desk.windows)
    assert in_window == [False]


def test_who_closes_the_welcome_meanwhile_gets_no_window(desk: Application, older: Path, wait_for: WaitFor) -> None:
    desk.start([older])
    assert desk.welcome is not None
    desk.welcome.close()
    wait_for(lambda: desk.welcome is None and not desk._works.open)
    assert not desk.windows


def test_why_an_archive_could_not_be_brought_up_to_date_is_said(
    desk: Application, older: Path, wait_for: WaitFor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_connection: sqlite3.Connection, _folder: ArchiveFolder) -> list[str]:
        raise CuratorError("The disk is full.", "Make room.")

    monkeypatch.setattr(open_database, "migrate", full)
    desk.start([older])
    wait_for(lambda: not desk._works.open)
    assert not desk.windows
    assert desk.welcome is not None
    assert "The disk is full. Make room." in desk.welcome.banner.accessibleName()


def test_closing_makes_a_backup_without_keeping_anybody_waiting(
    desk: Application, three_articles: Path, wait_for: WaitFor, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[bool] = []
    real = own_backups.on_close

    def on_close(context: Context, patience_s: float) -> object:
        threads.append(QThread.currentThread() is QApplication.instance().thread())  # type: ignore[union-attr]
        return real(context, patience_s=patience_s)

    monkeypatch.setattr(own_backups, "on_close", on_close)
    desk.start([three_articles])
    window = desk.windows[three_articles]
    session = window.session
    session.write(lambda context: tag.add(context, [1], [("theme", "Floods")]))
    window.close()
    assert not desk.windows
    wait_for(lambda: not desk._leaving)
    assert threads == [False]
    with Archive.open(three_articles) as archive:
        assert len(own_backups.listed(Context(archive))) == 1
        assert archive.read().execute("SELECT count(*) FROM mention").fetchone()[0] == 1


def test_who_am_i_is_not_asked_where_the_name_is_given(
    desk: Application, three_articles: Path, wait_for: WaitFor
) -> None:
    settings.save(settings.Settings())
    desk.start([three_articles])
    window = desk.windows[three_articles]
    wait_for(lambda: window.articles.rowCount() == 3 and window.session.tasks.pending == 0)
    assert window.findChild(NameSheet) is None


def test_who_am_i_is_asked_once(
    desk: Application, three_articles: Path, wait_for: WaitFor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CURATOR_NAME")
    settings.save(settings.Settings())
    desk.start([three_articles])
    window = desk.windows[three_articles]
    wait_for(lambda: window.findChild(NameSheet) is not None)
    sheet = window.findChild(NameSheet)
    assert isinstance(sheet, NameSheet)
    sheet.name.setText("Edith Marlow")
    sheet.accepted.emit()
    assert window.session.archive.actor == "Edith Marlow"
    assert settings.load().name == "Edith Marlow"


def test_a_second_start_hands_its_archives_to_the_first(
    app: QApplication, three_articles: Path, wait_for: WaitFor
) -> None:
    first = Instance("curator-test")
    asked: list[object] = []
    first.asked.connect(asked.append)
    program = "import sys, pathlib; from curator.gui.instance import hand_over as h; " + (
        "sys.exit(0 if h([pathlib.Path(sys.argv[1])], 'curator-test') else 1)"
    )
    with subprocess.Popen([sys.executable, "-c", program, str(three_articles)]) as second:
        wait_for(lambda: second.poll() is not None)
    assert second.returncode == 0
    assert asked == [[three_articles]]
    first.close()
    assert not hand_over([], "curator-test")


def test_a_fault_is_told_once_with_the_log_file(
    desk: Application, three_articles: Path, tmp_path: Path, wait_for: WaitFor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    desk.start([three_articles])
    desk.faults.catch()
    window = desk.windows[three_articles]

    def fault() -> None:
        raise ValueError("a shelf fell")

    for _time in range(2):
        thread = threading.Thread(target=fault)
        thread.start()
        thread.join()
    wait_for(lambda: bool(window.findChildren(CrashSheet)))
    sheets = window.findChildren(CrashSheet)
    assert len(sheets) == 1
    assert "ValueError: a shelf fell" in sheets[0].details


def test_recent_archives_that_are_gone_are_left_out(tmp_path: Path) -> None:
    file = tmp_path / "recent.json"
    for name in ("a", "b", "c"):
        (tmp_path / name).mkdir()
        recent.remember(tmp_path / name, file)
    (tmp_path / "b").rmdir()
    recent.remember(tmp_path / "a", file)
    assert recent.archives(file) == [tmp_path / "a", tmp_path / "c"]
    file.write_text("{", "utf-8")
    assert recent.archives(file) == []


def test_the_window_is_drawn_into_a_file(app: QApplication, three_articles: Path, tmp_path: Path) -> None:
    out = tmp_path / "pictures" / "window.png"
    picture.draw(three_articles, out, (1366, 768))
    assert out.read_bytes().startswith(b"\x89PNG")
    with pytest.raises(CuratorError):
        picture.draw(tmp_path / "nowhere", out)


def test_an_archive_that_can_only_be_read_says_so_and_is_shown(
    desk: Application, three_articles: Path, wait_for: WaitFor, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As on a read-only medium; the tests may run as root, whom permissions do not stop.
    monkeypatch.setattr(ArchiveFolder, "is_writable", lambda self: False)
    desk.start([three_articles])
    window = desk.windows[three_articles]
    wait_for(lambda: window.articles.rowCount() == 3)
    assert window.banner.isVisible()
    window.menus.run("trash")
    window.session.write(lambda context: tag.add(context, [1], [("theme", "Floods")]))
    wait_for(lambda: "read" in window.activity.said)
    with Archive.open(three_articles) as archive:
        assert archive.read().execute("SELECT count(*) FROM mention").fetchone()[0] == 0
