"""Windows without a screen."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from curator.archive import Archive, articles
from curator.gui.session import Session
from curator.gui.theme import theme
from curator.gui.window import Window
from curator.model.revision import Label

Condition = Callable[[], bool]


@pytest.fixture(scope="session")
def app() -> QApplication:
    """The program's application, with Curator's light look."""
    found = QApplication.instance()
    made = found if isinstance(found, QApplication) else QApplication([])
    theme().choose("light")
    theme().apply(made)
    return made


@pytest.fixture(autouse=True)
def _own_settings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings, recent archives and logs of the person who runs the tests are not touched."""
    place = tmp_path_factory.mktemp("home")
    for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_DOCUMENTS_DIR"):
        monkeypatch.setenv(name, str(place / name.lower()))
    monkeypatch.setenv("CURATOR_NAME", "Vera")


@pytest.fixture(autouse=True)
def _deliver_deletions() -> Iterator[None]:
    """Deleted widgets go at once: kept until the end they slow every later test down."""
    yield
    if QApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QCoreApplication.processEvents()


@pytest.fixture
def host(app: QApplication) -> Iterator[QWidget]:
    """An empty window that is shown and active, 800 x 600."""
    made = QWidget()
    made.resize(800, 600)
    made.show()
    made.activateWindow()
    app.processEvents()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def large_text(app: QApplication) -> Iterator[None]:
    """Text at 200 %."""
    theme().set_text_factor(2.0)
    yield
    theme().set_text_factor(1.0)


@pytest.fixture
def wait_for(app: QApplication) -> Callable[[Condition], None]:
    """Let the window go on until something has come to be."""

    def wait(condition: Condition) -> None:
        for _attempt in range(800):
            if condition():
                return
            QTest.qWait(25)
        raise AssertionError("it did not come to be")

    return wait


@pytest.fixture
def three_articles(tmp_path: Path) -> Path:
    """An archive of three articles, the first of them restricted."""
    path = tmp_path / "Three.curator"
    with Archive.create(path) as archive, archive.transaction(Label("Add")) as transaction:
        for title, access in (("The cellar", "restricted"), ("The reading room", "open"), ("The bindery", "open")):
            body = f"{title} was dry. Lucia Bandini looked after the periodicals."
            articles.add(transaction, {"title": title, "language": "en", "access": access}, body, "test")
    return path


@pytest.fixture
def shown(three_articles: Path, tmp_path: Path, wait_for: Callable[[Condition], None]) -> Iterator[Window]:
    """A window on three articles."""
    state = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    made = Window(Session.open(three_articles), state)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    wait_for(lambda: made.articles.rowCount() == 3 and made.reader.reading is not None)
    yield made
    if not made.session.closed:
        made.close()
