"""An import that runs beside everything else."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from curator.errors import Cancelled
from curator.gui.session import Session
from curator.i18n import _, ngettext
from curator.model.progress import Progress
from curator.operations import accession
from curator.operations.context import Context
from curator.operations.outcomes import ImportReport, ItemOutcome


class ImportRun(QObject):
    """Imports files in the writing thread.

    Signals:
        said(str): how far it has come, and how it ended.
        ended(ImportReport, list): the counts, and the outcomes of the files that did not go in.
    """

    said = Signal(str)
    ended = Signal(object, object)
    _progressed = Signal(object)

    def __init__(self, session: Session, paths: list[Path], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._stopped = False
        self._refused: list[ItemOutcome] = []
        self._progressed.connect(self._tell)
        session.write(lambda context: self._run(context, paths), self._end)

    def stop(self) -> None:
        """End it in good order; what was added stays."""
        self._stopped = True

    def _run(self, context: Context, paths: list[Path]) -> ImportReport:
        def progress(reading: Progress) -> None:
            if self._stopped:
                raise Cancelled
            self._progressed.emit(reading)

        def report(outcome: ItemOutcome) -> None:
            if outcome.outcome != "added":
                self._refused.append(outcome)

        return accession.import_paths(Context(context.archive, progress), paths, report)

    def _tell(self, reading: Progress) -> None:
        values = {"done": reading.done, "total": reading.total, "rate": reading.rate}
        self.said.emit(_("Importing: %(done)d of %(total)d · %(rate).1f a second") % values)

    def _end(self, done: ImportReport) -> None:
        added = done.counts.get("added", 0)
        words = ngettext("%(n)d article added", "%(n)d articles added", added) % {"n": added}
        rest = sum(done.counts.values()) - added
        self.said.emit(words + (_(", %(n)d not, for reasons") % {"n": rest} if rest else ""))
        self.ended.emit(done, self._refused)
        self.deleteLater()
