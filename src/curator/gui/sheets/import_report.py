"""What did not go in, why, and what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from curator.gui.widgets.plain_table import PlainTable
from curator.gui.widgets.sheet import Sheet
from curator.i18n import _, ngettext
from curator.operations.outcomes import ItemOutcome
from curator.paths import display

_KNOWN = "duplicate"


class ImportReportSheet(Sheet):
    """A table of files with the reason for each.

    Args:
        window: what it lies over.
        refused: the files that did not go in.

    Signals:
        retry_wanted(list): these paths should be tried again.
        dismissed: the report is not wanted any more.
    """

    retry_wanted = Signal(object)
    dismissed = Signal()

    def __init__(self, window: QWidget, refused: Sequence[ItemOutcome]) -> None:
        number = len(refused)
        subtitle = ngettext("%(n)d file", "%(n)d files", number) % {"n": number}
        super().__init__(window, _("What did not go in"), subtitle)
        self.refused = sorted(refused, key=lambda outcome: outcome.outcome == _KNOWN)
        self.table = _table(self.refused)
        self.content.addWidget(self.table)
        self.set_note(_("Everything else is in the archive. The files themselves were not changed."))
        self.add_button(_("Forget this report")).clicked.connect(self._dismiss)
        self.add_button(_("Copy as text")).clicked.connect(self._copy)
        paths = self.failed_paths()
        if paths:
            self.add_button(_("Close")).clicked.connect(self.close_sheet)
            again = ngettext("Try %(n)d file again", "Try %(n)d files again", len(paths)) % {"n": len(paths)}
            self.add_button(again, primary=True)
            self.accepted.connect(self._retry)
        else:
            self.add_button(_("Close"), primary=True)
            self.accepted.connect(self.close_sheet)

    def failed_paths(self) -> list[Path]:
        """Return the files that could go in after all: those that are here already cannot."""
        return list(dict.fromkeys(outcome.path for outcome in self.refused if outcome.outcome != _KNOWN))

    def as_text(self) -> str:
        """Return a line for each file: its path, why, and what to do."""
        return "\n".join("\t".join((display(outcome.path), *reason(outcome))) for outcome in self.refused)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.as_text())

    def _dismiss(self) -> None:
        self.close_sheet()
        self.dismissed.emit()

    def _retry(self) -> None:
        self.close_sheet()
        self.retry_wanted.emit(self.failed_paths())


def reason(outcome: ItemOutcome) -> tuple[str, str]:
    """Return why a file did not go in, and what to do, in words."""
    if outcome.problems:
        return " ".join(problem.message for problem in outcome.problems), " ".join(
            problem.hint for problem in outcome.problems if problem.hint
        )
    if outcome.article_id is not None:
        return _("Its bytes are in the archive already, as article %(id)d.") % {"id": outcome.article_id}, ""
    return _("Its bytes are in the archive already."), ""


def _table(refused: Sequence[ItemOutcome]) -> PlainTable:
    heads = (_("File"), _("Why"), _("What to do"))
    table = PlainTable(_("What did not go in"), heads, 1, {0: 260, 2: 280})
    rows = [(display(outcome.path.name), *reason(outcome)) for outcome in refused]
    table.show_rows(rows, tips=[display(outcome.path) for outcome in refused])
    return table
