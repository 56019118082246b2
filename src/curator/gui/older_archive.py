"""An archive that is not ready to be opened: its schema is older, or an erasure was interrupted."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from curator import settings
from curator.archive import Archive
from curator.gui.work import Work
from curator.i18n import _
from curator.model.progress import Progress, ProgressSink


def bringing_up_to_date(path: Path, done: Callable[[], object], failed: Callable[[BaseException], object]) -> Work:
    """Return the work that makes the archive at `path` ready: its database is copied, which can take a minute.

    Args:
        path: the folder of an archive that is not ready (`Archive.is_ready`).
        done, failed: called in the window's thread. Stopped, it still does what it began, then fails with Cancelled.
    """

    def run(progress: ProgressSink) -> object:
        started = time.monotonic()
        Archive.open(path, settings.actor(settings.load()), origin="window").close()
        progress(Progress(1, 1, time.monotonic() - started))
        return None

    work = Work(_("Bringing %(name)s up to date") % {"name": path.name.removesuffix(".curator")}, run)
    work.done.connect(lambda _nothing: done())
    work.failed.connect(failed)
    return work
