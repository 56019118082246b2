"""What is shown while no archive is open: the ways to one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QMainWindow, QVBoxLayout, QWidget

from curator.gui import keys, recent
from curator.gui.views.activity import Activity
from curator.gui.widgets.banner import Banner
from curator.gui.widgets.empty_state import EmptyState
from curator.gui.work import Works
from curator.i18n import _
from curator.paths import display

_SIZE = (760, 620)
_KEYS = {"new": "Ctrl+N", "open": "Ctrl+O"}
_SHOWN = 5


class Welcome(QMainWindow):
    """The window without an archive.

    Args:
        has_sample: whether the sample archive can be made.
        works: what is being made; it is shown at the foot.

    Signals:
        wanted(str): "new", "open" or "sample".
        archive_wanted(Path): a recent archive.
    """

    wanted = Signal(str)
    archive_wanted = Signal(object)

    def __init__(self, has_sample: bool = True, works: Works | None = None) -> None:
        super().__init__()
        self.setWindowTitle("Curator")
        self.resize(*_SIZE)
        sentence = _("An archive is one folder on this computer. It works without a network.")
        self.ways = EmptyState(_("Curator"), sentence)
        self.ways.add_choice("new", _("New archive"), _("An empty folder becomes one"), "file-plus", _KEYS["new"])
        self.ways.add_choice("open", _("Open an archive"), _("Choose its folder"), "folder-open", _KEYS["open"])
        if has_sample:
            about = _("40 short articles in five languages, to try everything on")
            self.ways.add_choice("sample", _("Try the sample archive"), about, "library")
        for path in recent.archives()[:_SHOWN]:
            self.ways.add_choice(str(path), path.name.removesuffix(".curator"), display(path.parent), "history")
        self.ways.chosen.connect(self._choose)
        self.banner = Banner()
        self.setMenuWidget(self.banner)
        self._works = works
        central = QWidget()
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.ways, 1)
        self.setCentralWidget(central)
        if works is not None:
            self.activity = Activity(works)
            column.addWidget(self.activity)
            works.changed.connect(self._show_works)
            self._show_works()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer to the keys that the rows show."""
        pressed = keys.sequence(event) or QKeySequence(event.keyCombination())
        for name, key in _KEYS.items():
            if pressed == QKeySequence(key):
                self.wanted.emit(name)
                return
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QAbstractButton):
            focused.click()
        elif pressed in (QKeySequence("Ctrl+Q"), QKeySequence("Ctrl+W")):
            self.close()
        else:
            super().keyPressEvent(event)

    def _show_works(self) -> None:
        self.activity.setVisible(self._works is not None and bool(self._works.open))

    def _choose(self, name: str) -> None:
        if name in ("new", "open", "sample"):
            self.wanted.emit(name)
        else:
            self.archive_wanted.emit(Path(name))
