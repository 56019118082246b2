"""Starting the window: the one place where everything is put together."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from curator import paths
from curator.errors import CuratorError
from curator.gui.session import Session
from curator.gui.theme import theme
from curator.gui.window import Window

_log = logging.getLogger(__name__)


def application() -> QApplication:
    """Return the program's QApplication with Curator's look, made when there is none."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("Curator")
    app.setDesktopFileName("curator")
    theme().apply(app)
    return app


def open_window(archive: Path) -> Window:
    """Open a window on the archive at `archive`; CuratorError when it cannot be opened."""
    window = Window(Session.open(archive), _state())
    window.show()
    return window


def run(archive: Path) -> int:
    """Open a window on an archive and stay until it is closed.

    Returns:
        the exit code.

    Raises:
        CuratorError: when the archive cannot be opened.
    """
    app = application()
    window = open_window(archive)
    sys.excepthook = lambda kind, error, trace: _fault(window, kind, error, trace)
    return app.exec()


def _fault(window: Window, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """An exception in a slot: logged, told, and the window goes on."""
    if not isinstance(error, CuratorError):
        _log.error("fault in the window", exc_info=(kind, error, trace))
    window.show_error(error)


def _state() -> QSettings:
    folder = paths.config()
    folder.mkdir(parents=True, exist_ok=True)
    return QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
