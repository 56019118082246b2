"""What every operation is handed: the archive, and whom to tell how far it has come."""

from __future__ import annotations

from dataclasses import dataclass, field

from curator.archive import Archive
from curator.model.progress import ProgressSink, no_progress
from curator.operations.names_in_texts import NamesInTexts


@dataclass(slots=True)
class Context:
    """The surroundings of an operation.

    Args:
        archive: the open archive.
        progress: called several times a second by long operations; may raise `Cancelled`.
        names: finds the names on record in texts; made when it is first asked for.
    """

    archive: Archive
    progress: ProgressSink = no_progress
    names: NamesInTexts = field(default_factory=NamesInTexts, repr=False, compare=False)
