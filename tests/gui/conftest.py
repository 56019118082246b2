"""Windows without a screen."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from curator.gui.theme import theme


@pytest.fixture(scope="session")
def app() -> QApplication:
    """The program's application, with Curator's light look."""
    found = QApplication.instance()
    made = found if isinstance(found, QApplication) else QApplication([])
    theme().choose("light")
    theme().apply(made)
    return made


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
