"""A fault in Curator, told once, with the file that holds the details."""

from __future__ import annotations

import platform
import traceback
from pathlib import Path

from PySide6.QtCore import QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from curator import __version__
from curator.gui.sheets.form import paragraph
from curator.gui.theme import theme
from curator.gui.widgets.sheet import Sheet
from curator.i18n import _
from curator.paths import display


class CrashSheet(Sheet):
    """What is safe, where the details are, and a way to hand them on.

    Args:
        window: what it lies over.
        error: what was raised.
        log_file: where it was logged.
    """

    def __init__(self, window: QWidget, error: BaseException, log_file: Path) -> None:
        super().__init__(window, _("A fault in Curator"))
        self._folder = log_file.parent
        self.details = report(error)
        self.content.addWidget(
            paragraph(_("This should not have happened. What was finished before is in the archive."))
        )
        self.content.addWidget(paragraph(_("The details are in %(file)s") % {"file": display(log_file)}))
        shown = QPlainTextEdit(self.details)
        shown.setReadOnly(True)
        shown.setTabChangesFocus(True)
        shown.setAccessibleName(_("Details"))
        shown.setMinimumHeight(theme().metrics.px(220))
        self.content.addWidget(shown)
        self.set_note(_("Nothing is sent anywhere."))
        self.add_button(_("Copy details")).clicked.connect(self._copy)
        self.add_button(_("Open the folder")).clicked.connect(self._open_folder)
        self.add_button(_("Go on"), primary=True)
        self.accepted.connect(self.close_sheet)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))


def report(error: BaseException) -> str:
    """Return what somebody needs who looks for the fault: versions, and where it was raised."""
    versions = f"Curator {__version__}, Qt {qVersion()}, Python {platform.python_version()}, {platform.platform()}"
    return versions + "\n\n" + "".join(traceback.format_exception(error))
