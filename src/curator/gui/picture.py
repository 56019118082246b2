"""Draw the window on an archive into a PNG: `python -m curator.gui.picture ARCHIVE OUT [WIDTH HEIGHT]`."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtWidgets import QApplication

from curator.errors import CuratorError
from curator.gui.session import Session
from curator.gui.theme import theme
from curator.gui.window import Window
from curator.i18n import _

_PATIENCE_S = 30.0


def draw(archive: Path, out: Path, size: tuple[int, int] = (1366, 768)) -> None:
    """Draw the window on an archive as it opens, without a screen.

    Args:
        archive: the folder of the archive.
        out: the PNG to write.
        size: width and height of the window (px).

    Raises:
        CuratorError: the archive cannot be opened, the picture cannot be written.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication(sys.argv[:1])
    theme().choose("light")
    theme().apply(app)
    with tempfile.TemporaryDirectory() as folder:
        window = Window(Session.open(archive), QSettings(f"{folder}/window.ini", QSettings.Format.IniFormat))
        try:
            window.resize(*size)
            window.show()
            _settle(window)
            out.parent.mkdir(parents=True, exist_ok=True)
            if not window.grab().save(str(out), "PNG"):
                raise CuratorError(_("%(path)s cannot be written.") % {"path": out})
        finally:
            window.close()


def _settle(window: Window) -> None:
    """Wait until the window has shown all that it asked for."""
    end = time.monotonic() + _PATIENCE_S
    quiet = 0
    while quiet < 10 and time.monotonic() < end:
        QCoreApplication.processEvents()
        time.sleep(0.02)
        quiet = quiet + 1 if window.session.tasks.pending == 0 and window.index_waiting == 0 else 0


def main(arguments: list[str]) -> int:
    """Draw what the command line says."""
    if len(arguments) not in (2, 4):
        sys.stderr.write(f"{__doc__}\n")
        return 2
    size = (int(arguments[2]), int(arguments[3])) if len(arguments) == 4 else (1366, 768)
    try:
        draw(Path(arguments[0]), Path(arguments[1]), size)
    except CuratorError as error:
        sys.stderr.write(f"{error.message} {error.hint}\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
