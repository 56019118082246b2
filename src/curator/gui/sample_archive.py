"""The sample archive, as the window makes it when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from curator import paths, settings
from curator.gui.work import Work
from curator.i18n import _
from curator.model.progress import ProgressSink


def place() -> Path:
    """Return where the sample archive is, or would be."""
    return paths.archives() / f"{_('Sample')}.curator"


def making(path: Path, done: Callable[[], object], failed: Callable[[BaseException], object]) -> Work:
    """Return the work that makes the sample archive at `path`.

    Args:
        path: a folder that does not exist.
        done, failed: called in the window's thread.
    """

    def run(progress: ProgressSink) -> object:
        # Only now: it imports, and most starts do not.
        from curator.operations import sample

        path.parent.mkdir(parents=True, exist_ok=True)
        return sample.make(path, settings.actor(settings.load()), progress)

    work = Work(_("Making the sample archive"), run)
    work.done.connect(lambda _made: done())
    work.failed.connect(failed)
    return work
