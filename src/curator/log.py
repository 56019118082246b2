"""The log: a file for those who look for a fault. No text or names of articles in it at INFO and above."""

from __future__ import annotations

import logging
import logging.handlers
from pathlib import Path

from curator import paths


def file() -> Path:
    """Return the log file (it may not exist yet)."""
    return paths.logs() / "curator.log"


def set_up(debug: bool = False) -> Path:
    """Send the log of this process to a file (1 MB, three kept).

    Returns:
        the file; where it cannot be written, only warnings go to stderr.
    """
    path = file()
    root = logging.getLogger("curator")
    root.setLevel(logging.DEBUG if debug else logging.INFO)
    root.propagate = False
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # delay: a command that has nothing to log touches no file.
        handler: logging.Handler = logging.handlers.RotatingFileHandler(
            path, maxBytes=1_000_000, backupCount=3, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.StreamHandler()
        handler.setLevel(logging.WARNING)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(process)d %(name)s: %(message)s"))
    for earlier in root.handlers:
        earlier.close()
    root.handlers = [handler]
    return path
