"""Imports that run beside everything else, one after the other; and articles that come from the clipboard."""

from __future__ import annotations

import datetime
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QMimeData, QObject, Qt, Signal

from curator.errors import Cancelled
from curator.gui.pasted_page import page_of, source_address
from curator.gui.session import Session
from curator.gui.work import Work, Works
from curator.i18n import _, ngettext
from curator.model.progress import ProgressSink
from curator.operations.context import Context
from curator.operations.outcomes import ImportReport, ItemOutcome
from curator.paths import display

if TYPE_CHECKING:
    from curator.readers import ReaderPool

# What a person should look at; a file that is in the archive already is not among it.
_NEEDS = ("failed", "similar", "review")


class ImportRun(Work):
    """Imports files in a thread of its own; other writes take their turn between its batches.

    Args:
        session: the archive that they go into.
        paths: files and folders.
        pool: reader processes to use; a pool of its own unless given.
        into: the path of a collection that they are put into by the same act; empty for none.
    """

    _reported = Signal(object)
    _committed = Signal()

    def __init__(self, session: Session, paths: list[Path], pool: ReaderPool | None = None, into: str = "") -> None:
        super().__init__(_("Importing %(source)s") % {"source": source_words(paths)}, self._import)
        self.paths = paths
        self.refused: list[ItemOutcome] = []
        self._session = session
        self._pool = pool
        self._defaults = {"collection": into} if into else {}
        self._reported.connect(self._take_outcome, Qt.ConnectionType.QueuedConnection)
        self._committed.connect(lambda: session.write(lambda context: None), Qt.ConnectionType.QueuedConnection)

    def _import(self, progress: ProgressSink) -> ImportReport:
        # Only now: most starts import nothing.
        from curator.operations import accession

        context = Context(self._session.archive, progress)
        committed, defaults = self._committed.emit, self._defaults
        return accession.import_paths(context, self.paths, self._report, committed, self._pool, defaults)

    def _report(self, outcome: ItemOutcome) -> None:
        if outcome.outcome != "added":
            self._reported.emit(outcome)

    def _take_outcome(self, outcome: ItemOutcome) -> None:
        self.refused.append(outcome)
        self.need += outcome.outcome in _NEEDS


class Imports(QObject):
    """All imports into one archive, and what did not go in by the last of them.

    Signals:
        said(str, str): how an import ended, in words; the tone ("ok", "warn").
        failed(BaseException): an import could not go on.
        reported: `refused` is another list.
    """

    said = Signal(str, str)
    failed = Signal(object)
    reported = Signal()

    def __init__(self, session: Session, works: Works, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._works = works
        self.refused: list[ItemOutcome] = []
        # What was pasted stays until the window closes, so that it can be tried again.
        self._pasted: tempfile.TemporaryDirectory[str] | None = None

    def start(self, paths: list[Path], pool: ReaderPool | None = None, into: str = "") -> None:
        """Import files and folders after the imports that are under way.

        Args:
            into: the path of a collection that they are put into, those that are here already, too; empty for none.
        """
        if not paths:
            return
        run = ImportRun(self._session, paths, pool, into)
        run.done.connect(lambda report: self._end(run, cast(ImportReport, report)))
        run.failed.connect(self._fail)
        self._works.start(run, "import")

    def pasted(self, clipboard: QMimeData) -> list[Path]:
        """Return what is in the clipboard as files: those that were copied, else a page of its HTML, else of its text.

        What is no file yet is kept until the window closes.
        """
        urls = [Path(url.toLocalFile()) for url in clipboard.urls() if url.isLocalFile()]
        html, words = clipboard.html(), clipboard.text()
        if urls:
            return urls
        if html.strip():
            return [self._kept("html", page_of(html, source_address(clipboard)))]
        return [self._kept("txt", words.encode("utf-8", "replace"))] if words.strip() else []

    def refusals(self) -> list[ItemOutcome]:
        """Return what did not go in: of the import that runs, else of the last one."""
        running = [work for work in self._works.open if isinstance(work, ImportRun) and work.refused]
        return running[0].refused if running else self.refused

    def forget(self) -> None:
        """Offer the report of the last import no more."""
        self.refused = []
        self.reported.emit()

    def close(self) -> None:
        """Forget what was pasted; after all imports have ended."""
        if self._pasted:
            self._pasted.cleanup()

    def _kept(self, suffix: str, data: bytes) -> Path:
        self._pasted = self._pasted or tempfile.TemporaryDirectory(prefix="curator-")
        now = datetime.datetime.now().strftime("%Y-%m-%d %H.%M.%S.%f")
        path = Path(self._pasted.name) / f"{_('Pasted')} {now}.{suffix}"
        path.write_bytes(data)
        return path

    def _end(self, run: ImportRun, report: ImportReport) -> None:
        self.refused = run.refused
        added = report.counts.get("added", 0)
        known = report.counts.get("duplicate", 0)
        rest = sum(report.counts.values()) - added - known
        facts = [ngettext("%(n)d article added", "%(n)d articles added", added) % {"n": added}]
        if known:
            facts.append(ngettext("%(n)d is here already", "%(n)d are here already", known) % {"n": known})
        if rest:
            facts.append(ngettext("%(n)d did not go in", "%(n)d did not go in", rest) % {"n": rest})
        if report.cancelled:
            facts.append(_("the others were not touched"))
        self.said.emit(", ".join(facts) + ".", "warn" if rest else "ok")
        self.reported.emit()

    def _fail(self, error: BaseException) -> None:
        if not isinstance(error, Cancelled):
            self.failed.emit(error)


def source_words(paths: list[Path]) -> str:
    """Return what is imported, in words: the name of the first, and how many others."""
    first = f"“{display(paths[0].name)}”"
    if len(paths) == 1:
        return first
    others = len(paths) - 1
    return ngettext("%(first)s and %(n)d other", "%(first)s and %(n)d others", others) % {"first": first, "n": others}
