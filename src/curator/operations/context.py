"""What every operation is handed: the archive, and whom to tell how far it has come."""

from __future__ import annotations

from dataclasses import dataclass

from curator.archive import Archive
from curator.model.progress import ProgressSink, no_progress


@dataclass(slots=True)
class Context:
    """The surroundings of an operation.

    Args:
        archive: the open archive.
        progress: called several times a second by long operations; may raise `Cancelled`.
    """

    archive: Archive
    progress: ProgressSink = no_progress
