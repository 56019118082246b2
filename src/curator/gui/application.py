"""All windows of the program: opens archives, keeps one window for each, and sees them out when they close."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from curator import settings
from curator.archive import Archive
from curator.errors import Cancelled, CuratorError
from curator.gui import recent, sample_archive
from curator.gui.farewell import Farewell
from curator.gui.faults import Faults
from curator.gui.instance import Instance
from curator.gui.session import Session
from curator.gui.window import Window
from curator.gui.work import Works
from curator.i18n import _

if TYPE_CHECKING:
    from curator.gui.sheets.welcome import Welcome


class Application(QObject):
    """All windows of the program.

    Args:
        state: where widths and places are remembered.
        log_file: where faults are logged.
        listens: whether other starts are answered.
    """

    def __init__(self, state: QSettings, log_file: Path, *, listens: bool = True) -> None:
        super().__init__()
        self.windows: dict[Path, Window] = {}
        self.welcome: Welcome | None = None
        self.faults = Faults(self, log_file)
        self._state = state
        self._leaving: list[Farewell] = []
        self._made_ready: set[Path] = set()
        self._works = Works(self)
        self._works.changed.connect(self._end_when_empty)
        self._quitting = False
        if listens:
            self._instance = Instance(parent=self)
            self._instance.asked.connect(self._asked)

    # -- opening

    def start(self, archives: list[Path]) -> None:
        """Open what was asked for, else what was open last, else the welcome."""
        for path in archives:
            self.show_archive(path)
        for path in [] if archives else recent.last():
            self.open(path)
        if not self.windows and not self._made_ready:
            self.show_welcome()

    def open(self, path: Path) -> Window | None:
        """Open an archive, and say in the window before or in the welcome why that cannot be."""
        try:
            return self.show_archive(path)
        except CuratorError as error:
            self.faults.tell(error)
            return None

    def show_archive(self, path: Path) -> Window | None:
        """Return the window on an archive, opened when there is none yet, and raise it.

        Returns:
            None when the archive has to be brought up to date: its window opens when that is done.

        Raises:
            CuratorError: when it cannot be opened.
        """
        found = path.resolve()
        window = self.windows.get(found)
        if window is None:
            if found in self._made_ready or not Archive.is_ready(path):
                self._make_ready(found)
                return None
            window = self._made(Session.open(path), found)
        raise_window(window)
        return window

    def ask_new(self, parent: QWidget | None = None) -> None:
        """Ask for the name of a new archive, make it, and open it."""
        name, _filter = QFileDialog.getSaveFileName(
            parent,
            _("New archive"),
            str(Path.home() / _("New archive")),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if name:
            self.make(Path(name))

    def make(self, path: Path) -> Window | None:
        """Make an archive and open it; its folder ends in .curator."""
        folder = path if path.suffix == ".curator" else path.with_name(path.name + ".curator")
        try:
            Archive.create(folder, actor=settings.actor(settings.load()), origin="window").close()
        except CuratorError as error:
            self.faults.tell(error)
            return None
        return self.open(folder)

    def ask_open(self, parent: QWidget | None = None) -> None:
        """Ask for the folder of an archive, and open it."""
        name = QFileDialog.getExistingDirectory(parent, _("Open an archive"))
        if name:
            self.open(Path(name))

    def open_sample(self) -> None:
        """Open the sample archive, made in the user's folder of archives when it is not there."""
        path = sample_archive.place()
        if path.exists():
            self.open(path)
            return
        work = sample_archive.making(path, lambda: self.open(path), self._tell)
        self._works.start(work, "sample")
        if self.welcome:
            self.welcome.banner.say(_("The sample archive is being made; this takes some seconds."))

    def _tell(self, error: BaseException) -> None:
        if not isinstance(error, Cancelled):
            self.faults.tell(error)

    def _make_ready(self, path: Path) -> None:
        """Bring an archive up to date while the welcome says so, then open it."""
        welcome = self.show_welcome()
        welcome.banner.say(_("Bringing the archive up to date; its database is copied first."))
        if path not in self._made_ready:
            from curator.gui.older_archive import bringing_up_to_date

            def over(then: Callable[[], object]) -> None:
                self._made_ready.remove(path)
                then()

            self._made_ready.add(path)
            opened, failed = (lambda: over(lambda: self.open(path))), (lambda error: over(lambda: self._tell(error)))
            self._works.start(bringing_up_to_date(path, opened, failed), "opening")

    def show_welcome(self) -> Welcome:
        """Show the ways to an archive."""
        from curator.gui.sheets.welcome import Welcome

        if self.welcome is None:
            self.welcome = Welcome(works=self._works)
            self.welcome.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.welcome.wanted.connect(self._wanted)
            self.welcome.archive_wanted.connect(self.open)
            self.welcome.destroyed.connect(self._welcome_gone)
        raise_window(self.welcome)
        return self.welcome

    # -- closing

    def quit(self) -> None:
        """Close all windows; what was open is opened the next time."""
        self._quitting = True
        for window in [*self.windows.values(), *([self.welcome] if self.welcome else [])]:
            window.close()

    def take_leave(self, window: Window) -> None:
        """Bring what runs in a window that closes to its end, back its archive up, and close it, out of sight."""
        path = next(path for path, other in self.windows.items() if other is window)
        del self.windows[path]
        if not self._quitting:
            # Closing the last window is quitting, too.
            recent.remember_open(list(self.windows) or [path])
        window.works.setParent(None)
        window.imports.setParent(None)
        farewell = Farewell(window.session, window.works, window.imports)
        self._leaving.append(farewell)
        farewell.over.connect(lambda: self._left(farewell))
        farewell.begin()

    def _left(self, farewell: Farewell) -> None:
        self._leaving.remove(farewell)
        farewell.deleteLater()
        self._end_when_empty()

    def _welcome_gone(self) -> None:
        self.welcome = None
        # Who closes it does not want what is still being made.
        self._works.stop()
        self._end_when_empty()

    def _end_when_empty(self) -> None:
        if not (self.windows or self._leaving or self.welcome or self._works.open):
            QApplication.quit()

    # -- windows

    def _made(self, session: Session, path: Path) -> Window:
        window = Window(session, self._state)
        window.application = self
        self.windows[path] = window
        recent.remember(path)
        recent.remember_open(list(self.windows))
        window.show()
        if self.welcome and not self._made_ready:
            self.welcome.close()
        if not settings.is_signed(settings.load()) and session.archive.writable:
            QTimer.singleShot(0, window, lambda: self._ask_name(window))
        return window

    def _ask_name(self, window: Window) -> None:
        from curator.gui.sheets.name import NameSheet

        sheet = NameSheet(window)
        sheet.name_kept.connect(window.session.sign)
        sheet.open_sheet(sheet.name)

    def _wanted(self, way: str) -> None:
        {"new": self.ask_new, "open": self.ask_open, "sample": self.open_sample}[way]()

    def _asked(self, archives: list[Path]) -> None:
        for path in archives:
            self.open(path)
        if not archives:
            shown = [*self.windows.values(), *([self.welcome] if self.welcome else [])]
            if shown:
                raise_window(shown[-1])
            else:
                self.start([])


def raise_window(window: QWidget) -> None:
    """Bring a window before all others."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
