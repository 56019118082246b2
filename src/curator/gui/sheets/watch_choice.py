"""The choice of the folder that is watched for an archive, in the preferences."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from curator.errors import CuratorError
from curator.gui.theme import theme
from curator.gui.watching import Watching
from curator.gui.widgets.banner import Banner
from curator.gui.widgets.buttons import PushButton
from curator.gui.widgets.eliding import ElidingLabel
from curator.i18n import _
from curator.paths import display


class WatchChoice(QWidget):
    """Says which folder is watched; a button chooses one, another ends the watch."""

    def __init__(self, watching: Watching, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("plain", True)
        self._watching = watching
        self.folder = ElidingLabel()
        self.choose, self.end = PushButton(_("Choose...")), PushButton(_("Watch none"))
        self.banner = Banner()
        self.choose.clicked.connect(self._choose)
        self.end.clicked.connect(lambda: self._set(None))
        row = QHBoxLayout()
        for part, stretch in ((self.folder, 1), (self.choose, 0), (self.end, 0)):
            row.addWidget(part, stretch)
        column = QVBoxLayout(self)
        for layout in (row, column):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(theme().metrics.space_m)
        column.addLayout(row)
        column.addWidget(self.banner)
        self.setFocusProxy(self.choose)
        watching.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        folder = self._watching.folder
        self.folder.setText(display(folder) if folder else _("No folder is watched"))
        self.end.setEnabled(folder is not None)
        self.choose.setEnabled(self._watching.is_possible)
        self.banner.hide()

    def _choose(self) -> None:
        name = QFileDialog.getExistingDirectory(self.window(), _("Watch a folder"), str(self._watching.folder or ""))
        if name:
            self._set(Path(name))

    def _set(self, folder: Path | None) -> None:
        self._watching.set_folder(folder, self._tell)

    def _tell(self, error: BaseException) -> None:
        words = f"{error.message} {error.hint}" if isinstance(error, CuratorError) else str(error)
        self.banner.say(words, tone="error")
