"""Making the folder of a new archive."""

from __future__ import annotations

from pathlib import Path

from curator.archive.folder import README, ArchiveFolder
from curator.errors import CuratorError
from curator.i18n import _


def create_folder(path: Path) -> ArchiveFolder:
    """Make an empty archive folder at `path`; the database is made when it is opened.

    Raises:
        CuratorError: when something else is there, or the folder cannot be made.
    """
    folder = ArchiveFolder(path)
    if folder.database.exists():
        raise CuratorError(
            _("There is an archive at %(path)s already.") % {"path": path},
            _("Open it, or choose another folder."),
        )
    try:
        if path.exists() and (not path.is_dir() or any(path.iterdir())):
            raise CuratorError(
                _("%(path)s exists and is not an empty folder.") % {"path": path}, _("Choose another folder.")
            )
        for part in (path, folder.originals, folder.index, folder.backups):
            part.mkdir(parents=True, exist_ok=True)
        (path / "README.txt").write_text(README, encoding="utf-8")
    except OSError as error:
        raise CuratorError(
            _("The folder %(path)s cannot be made: %(reason)s.") % {"path": path, "reason": error.strerror},
            _("Choose a folder that you may write to."),
        ) from error
    return folder
