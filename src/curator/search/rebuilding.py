"""An index that is being made anew: how far it has come, so that a process that dies loses little of the work.

The new generation is filled in the order of article ids, commit by commit. Beside the pointer a note names it, the
change of the archive that it began at, and the last article that a commit holds. Whoever goes on takes the articles
behind that one; what changed since the beginning is still in the outbox, as long as no index has settled it, and is
brought in at the end.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

from curator.search.folder import NOTE, Index, IndexDamaged, start_generation
from curator.search.schema import SCHEMA_VERSION


@dataclass(slots=True)
class Rebuild:
    """A generation that is being filled.

    Args:
        index: the generation.
        seen: the change of the archive that it began at; what came later is brought in afterwards.
        done: the articles up to this id are in it.
    """

    index: Index
    seen: int
    done: int = 0

    def note(self, done: int) -> None:
        """Note that the articles up to the id `done` are committed."""
        self.done = done
        note = {
            "generation": self.index.generation,
            "schema": SCHEMA_VERSION,
            "archive": self.index.archive_uid,
            "seen": self.seen,
            "done": done,
        }
        fresh = self.index.folder / f"{NOTE}.{self.index.generation}"
        with fresh.open("w", encoding="utf-8") as file:
            json.dump(note, file)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self.index.folder / NOTE)

    def forget(self) -> None:
        """Take the note away: the generation is whole, or not to be gone on with."""
        (self.index.folder / NOTE).unlink(missing_ok=True)


def begin_rebuild(folder: Path, archive_uid: str, seen: int) -> Rebuild:
    """Start a generation beside the one in use; `seen` is the newest change of the archive."""
    rebuild = Rebuild(start_generation(folder, archive_uid), seen)
    rebuild.note(0)
    return rebuild


def begun_rebuild(folder: Path, archive_uid: str, settled: int, newest: int) -> Rebuild | None:
    """Return the rebuild that a process began and did not end, if it can be gone on with, else None.

    Args:
        folder: of the index.
        archive_uid: of the archive.
        settled: the change up to which the outbox was settled: none may be beyond what the rebuild has seen.
        newest: the newest change of the archive: the rebuild may not have begun at a later one.
    """
    try:
        note = json.loads((folder / NOTE).read_text("utf-8"))
        if (note["schema"], note["archive"]) != (SCHEMA_VERSION, archive_uid):
            return None
        index = Index(folder, archive_uid, str(note["generation"]))
        rebuild = Rebuild(index, int(note["seen"]), int(note["done"]))
        if not index.is_named_well() or not settled <= rebuild.seen <= newest:
            return None
        index.whoosh().reader().close()
    except (OSError, ValueError, KeyError, TypeError, IndexDamaged):
        return None
    return rebuild
