"""Where errors are told: what is explained in words, what nobody dealt with as a report."""

from __future__ import annotations

import logging
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from curator.errors import CuratorError
from curator.gui.widgets.sheet import Sheet
from curator.gui.window import Window
from curator.i18n import _

if TYPE_CHECKING:
    from curator.gui.application import Application

_log = logging.getLogger(__name__)


class Faults(QObject):
    """Tells of errors in the window where the user is, or in the welcome.

    Args:
        desk: all windows.
        log_file: where faults are logged.
    """

    _caught = Signal(object)

    def __init__(self, desk: Application, log_file: Path) -> None:
        super().__init__(desk)
        self._desk, self._log_file = desk, log_file
        self._caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def tell(self, error: BaseException) -> None:
        """Say what went wrong where the user is."""
        window = self._window()
        if window is not None:
            window.show_error(error)
            return
        known = isinstance(error, CuratorError)
        words = f"{error.message} {error.hint}".strip() if isinstance(error, CuratorError) else _("A fault: %s") % error
        self._desk.show_welcome().banner.say(words, tone="error")
        if not known:
            _log.error("fault", exc_info=error)

    def catch(self) -> None:
        """Log exceptions that nobody dealt with, in any thread, and tell of them in words."""

        def caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
            if issubclass(kind, KeyboardInterrupt):
                QApplication.quit()
                return
            if not isinstance(error, CuratorError):
                _log.error("fault in the window", exc_info=(kind, error, trace))
            self._caught.emit(error)

        sys.excepthook = caught
        threading.excepthook = lambda told: caught(told.exc_type, told.exc_value or told.exc_type(), told.exc_traceback)

    def _show(self, error: BaseException) -> None:
        from curator.gui.sheets.crash import CrashSheet

        window = self._window()
        if isinstance(error, CuratorError) or window is None:
            self.tell(error)
        elif not any(isinstance(sheet, CrashSheet) for sheet in window.findChildren(Sheet)):
            # One report at a time: a fault that comes with every repaint would bury the window.
            CrashSheet(window, error, self._log_file).open_sheet()

    def _window(self) -> Window | None:
        active = QApplication.activeWindow()
        return active if isinstance(active, Window) else next(iter(self._desk.windows.values()), None)
