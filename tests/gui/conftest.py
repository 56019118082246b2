"""Windows without a screen."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

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
