"""curator ARCHIVE, or curator alone: open the window."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from curator import log
from curator.archive.folder import find
from curator.cli.options import archive_argument
from curator.errors import CuratorError
from curator.i18n import _


@click.command("open", hidden=True)
@archive_argument
def open_command(archive: Path) -> int:
    """Open the window on an archive."""
    if not has_screen() and not os.environ.get("QT_QPA_PLATFORM"):
        raise CuratorError(
            _("There is no screen to open a window on."), _("The commands work without one: curator --help")
        )
    # A double click in a file manager gives the database inside the folder; both are the same archive.
    return open_window([find(archive).path])


def open_window(archives: list[Path]) -> int:
    """Show archives in the window; without any those that were open last, or the ways to one.

    Returns:
        the exit code.

    Raises:
        CuratorError: an archive that was asked for cannot be opened.
    """
    # The window's libraries take a second to load: no command but this one waits for them.
    from curator.gui.program import run

    return run(archives, log.file())


def has_screen() -> bool:
    """Return whether somebody could see a window."""
    if os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0] in ("offscreen", "minimal", "vnc"):
        return False
    return not sys.platform.startswith("linux") or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))
