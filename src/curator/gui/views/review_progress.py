"""The line below the table of a review that tells of files still to be read."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from curator.gui.review_runs import ReviewRun
from curator.gui.theme import theme
from curator.gui.widgets.buttons import LinkButton
from curator.gui.widgets.eliding import ElidingLabel
from curator.gui.widgets.symbol import Spinner, Symbol
from curator.i18n import _, ngettext
from curator.operations.review_batch import ReviewState


class ReviewProgress(QWidget):
    """Hidden once all files are read.

    Signals:
        go_on_wanted: read the files that were not read when reading was cut off.
    """

    go_on_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spinner, self._stopped = Spinner(), Symbol("pause", "warn")
        self._words = ElidingLabel(role="meta")
        self.link = LinkButton(small=True)
        self.link.clicked.connect(self.go_on_wanted)
        self._row = QHBoxLayout(self)
        for part, stretch in ((self._spinner, 0), (self._stopped, 0), (self._words, 1), (self.link, 0)):
            self._row.addWidget(part, stretch)
        theme().changed.connect(self._retheme)
        self._retheme()
        self.hide()

    def show_state(self, state: ReviewState, run: ReviewRun | None, left: int) -> None:
        """Show whether files are still being read.

        Args:
            run: what reads them; None when nothing does.
            left: how many were not read when it was stopped; 0 where nobody knows.
        """
        self.setVisible(state.review.finished is None)
        self._spinner.setVisible(run is not None)
        self._stopped.setVisible(run is None)
        self.link.setVisible(run is None)
        if run is not None:
            self._spinner.step()
            self._words.setText(_reading(run))
            return
        self._words.setText(_("Reading was stopped. What is here is kept."))
        words = ngettext("Read the other file", "Read the other %(n)d files", left) % {"n": left}
        self.link.setText(words if left else _("Read the other files"))

    def _retheme(self) -> None:
        metrics = theme().metrics
        self._row.setContentsMargins(metrics.space_l, metrics.space_s, metrics.space_l, metrics.space_s)
        self._row.setSpacing(metrics.space_m)


def _reading(run: ReviewRun) -> str:
    read = run.progress
    if read is None or not read.total:
        return _("Looking for files.")
    left = read.total - read.done
    words = ngettext(
        "%(n)d file is still being read. It joins the table as it comes.",
        "%(n)d files still being read. They join the table as they come.",
        left,
    )
    return words % {"n": left}
