"""What goes on, at the foot of the window: work that runs, the last act, and the way to what did not go in."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from curator.gui.theme import theme
from curator.gui.widgets.activity_strip import ActivityStrip, Job
from curator.gui.widgets.buttons import LinkButton
from curator.gui.work import Work, Works
from curator.i18n import _, ngettext

# How long what is said stays before running work is shown again.
_SAID_MS = 4_000


class Activity(QWidget):
    """The strip of a window, filled from its work.

    Args:
        works: what runs.

    Signals:
        report_wanted: what did not go in, of the work that runs or of the last one.
        review_wanted: what the work that runs needs a person for.
        undo_wanted: take the last act back.
    """

    report_wanted = Signal()
    review_wanted = Signal()
    undo_wanted = Signal()

    def __init__(self, works: Works, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._works = works
        self.said = ""
        self.strip = ActivityStrip()
        self._report = LinkButton()
        self._report.hide()
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        self._row.addWidget(self.strip, 1)
        self._row.addWidget(self._report)
        self._hold = QTimer(self)
        self._hold.setSingleShot(True)
        self._hold.setInterval(_SAID_MS)
        self._hold.timeout.connect(self._show)
        works.changed.connect(self._show)
        self._report.clicked.connect(self.report_wanted)
        self.strip.review.connect(self.review_wanted)
        self.strip.undo.connect(self.undo_wanted)
        self.strip.pause.connect(lambda: works.shown[0].pause())
        self.strip.stop.connect(lambda: works.shown[0].stop())
        self.strip.more.connect(self._list)
        theme().changed.connect(self._retheme)
        self._retheme()

    def say(self, words: str, tone: str = "ok", *, undoable: bool = False) -> None:
        """Say what was done, or what went wrong, and tell screen readers.

        Args:
            words: a sentence; empty for nothing.
            tone: "ok", "warn" or "error".
            undoable: whether Undo is offered beside it.
        """
        self.said = words
        if not words:
            self._show()
            return
        self.strip.show_act(words, undoable, tone)
        self._hold.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def offer_report(self, refused: int) -> None:
        """Offer the report of `refused` files that did not go in; 0 takes the offer away."""
        words = ngettext("%(n)d file not in", "%(n)d files not in", refused) % {"n": refused}
        self._report.setText(words)
        self._report.setVisible(refused > 0)
        self._retheme()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the ground below the link as the strip fills its own."""
        painter, tokens = QPainter(self), theme().tokens
        painter.fillRect(self.rect(), QColor(tokens.window))
        painter.fillRect(0, 0, self.width(), theme().metrics.space_hair, QColor(tokens.line))

    def _show(self) -> None:
        if self._hold.isActive():
            return
        if shown := self._works.shown:
            self.strip.show_job(job_of(shown[0], len(shown) - 1))
        elif self.said:
            self.strip.show_act(self.said, undoable=False)
        else:
            self.strip.show_idle()

    def _list(self) -> None:
        """Show what runs and waits; choosing one stops it."""
        menu = QMenu(self)
        for work in self._works.shown:
            menu.addAction(_("Stop: %(name)s") % {"name": work.name}, work.stop)
        menu.popup(self.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _retheme(self) -> None:
        self._row.setContentsMargins(0, 0, theme().metrics.space_l if not self._report.isHidden() else 0, 0)


def job_of(work: Work, more: int) -> Job:
    """Return how far `work` is, as the strip shows it, beside `more` others."""
    read = work.progress
    if read is None or not read.total:
        return Job(work.name, total=None, need=work.need, more=more, paused=work.paused)
    rate = read.rate if read.done else None
    return Job(work.name, read.done, read.total, rate, read.left, work.need, more, work.paused)
