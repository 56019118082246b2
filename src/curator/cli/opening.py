"""curator ARCHIVE: open the window."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from curator.cli.options import archive_argument
from curator.errors import CuratorError
from curator.i18n import _


@click.command("open", hidden=True)
@archive_argument
def open_command(archive: Path) -> int:
    """Open the window on an archive."""
    if sys.platform.startswith("linux") and not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ):
        raise CuratorError(
            _("There is no screen to open a window on."), _("The commands work without one: curator --help")
        )
    # The window's libraries take a second to load: no command but this one waits for them.
    from curator.gui.application import run

    return run(archive)
