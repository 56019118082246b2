"""What an archive is on disk: a folder that can be read without Curator."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from curator.errors import CuratorError
from curator.i18n import _

DATABASE = "archive.sqlite"

README = """\
This folder is an archive of articles made with Curator.

archive.sqlite   everything that is known about the articles, and their text: a SQLite database.
                 Any SQLite program opens it. Tables: article (what each article is), article_text
                 (the text), authority and variant_name (people, organisations, events, places, themes
                 and their names), mention (which of them is in which article), collection,
                 accession (what was imported when), revision and change (who changed what).
originals/       the files as they were received, unaltered. Each is named by the SHA-256 of its
                 bytes; the table "original" gives the name it came with.
index/           a search index. It can be deleted at any time; Curator makes it again.
backups/         copies of archive.sqlite.

Copy the whole folder to move or keep the archive. Close Curator first.
"""


@dataclass(frozen=True, slots=True)
class ArchiveFolder:
    """The paths inside an archive folder."""

    path: Path

    @property
    def database(self) -> Path:
        """The SQLite file: the only truth."""
        return self.path / DATABASE

    @property
    def originals(self) -> Path:
        """The store of files as received."""
        return self.path / "originals"

    @property
    def incoming(self) -> Path:
        """Where files are copied to before they are read; emptied by the next import."""
        return self.originals / ".incoming"

    @property
    def index(self) -> Path:
        """The disposable search index."""
        return self.path / "index"

    @property
    def backups(self) -> Path:
        """Copies of the database."""
        return self.path / "backups"

    @property
    def write_lock(self) -> Path:
        """Held by the process that is writing."""
        return self.path / "write.lock"

    @property
    def index_lock(self) -> Path:
        """Held by the process that keeps the index up to date."""
        return self.path / "index.lock"

    @property
    def suggestions_lock(self) -> Path:
        """Held by the process that looks for names in the texts."""
        return self.path / "suggestions.lock"

    def is_writable(self) -> bool:
        """Return whether files can be made here (False on a read-only medium)."""
        return os.access(self.path, os.W_OK) and (not self.database.exists() or os.access(self.database, os.W_OK))


def find(path: Path) -> ArchiveFolder:
    """Return the archive folder at `path`, which may also name a file inside it.

    Raises:
        CuratorError: when there is no archive.
    """
    folder = path.parent if path.name == DATABASE else path
    if (folder / DATABASE).is_file():
        return ArchiveFolder(folder)
    if not folder.exists():
        message = _("There is no archive at %(path)s.") % {"path": folder}
    else:
        message = _("%(path)s is not a Curator archive: it holds no file %(name)s.") % {
            "path": folder,
            "name": DATABASE,
        }
    raise CuratorError(message, _("Check the path, or make an archive: curator new %(path)s") % {"path": folder})
