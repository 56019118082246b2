"""The program with windows: from its start to the end of its last window."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from curator import memory, paths
from curator.gui.application import Application
from curator.gui.instance import hand_over
from curator.gui.sheets.preferences import apply_look
from curator.gui.theme import theme

# After so many seconds a thread that computes lets the window's thread go on; Python's own 5 ms are a third of a frame.
_SWITCH_S = 0.0005


def application() -> QApplication:
    """Return the program's QApplication with Curator's look, made when there is none."""
    memory.keep_small()
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("Curator")
    app.setDesktopFileName("curator")
    apply_look()
    theme().apply(app)
    sys.setswitchinterval(_SWITCH_S)
    return app


def run(archives: list[Path], log_file: Path) -> int:
    """Show archives and stay until all windows are closed; without any, those that were open last, or the welcome.

    Args:
        archives: folders of archives.
        log_file: where faults are logged, for their report.

    Returns:
        the exit code.

    Raises:
        CuratorError: when the first archive that was asked for cannot be opened.
    """
    app = application()
    if hand_over(archives):
        return 0
    app.setQuitOnLastWindowClosed(False)
    desk = Application(_state(), log_file)
    desk.faults.catch()
    desk.start(archives)
    return app.exec()


def _state() -> QSettings:
    folder = paths.config()
    folder.mkdir(parents=True, exist_ok=True)
    return QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
