"""The strip at the foot of the window: the work that runs, or the last act with its undo. Never modal."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QWidget

from curator.gui.theme import theme
from curator.gui.widgets import words
from curator.gui.widgets.buttons import IconButton, LinkButton
from curator.gui.widgets.eliding import ElidingLabel
from curator.gui.widgets.symbol import Spinner, Symbol
from curator.i18n import _, ngettext


@dataclass(frozen=True, slots=True)
class Job:
    """How far a piece of work is.

    Args:
        name: what it does ("Importing Letters").
        done: items finished.
        total: items in all, None while nobody knows.
        rate: items a second, None before it can be said.
        seconds_left: time to wait, None before it can be said.
        need: items that wait for a decision.
        more: other jobs that run.
        paused: whether it rests; None when it cannot be paused.
        stoppable: whether it can be stopped.
    """

    name: str
    done: int = 0
    total: int | None = None
    rate: float | None = None
    seconds_left: float | None = None
    need: int = 0
    more: int = 0
    paused: bool | None = None
    stoppable: bool = True


class ActivityStrip(QWidget):
    """One job or one act at the left; at the right what Undo would undo, and the state of the index.

    Signals:
        review: what needs you was pressed.
        pause: Pause or Resume was pressed.
        stop: Stop was pressed.
        more: "and 2 more" was pressed.
        undo: Undo was pressed, beside the act or at the right.
    """

    review = Signal()
    pause = Signal()
    stop = Signal()
    more = Signal()
    undo = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._build()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.set_undo("")
        self.set_index("")
        self.show_idle()
        theme().changed.connect(self._retheme)
        self._retheme()

    def show_job(self, job: Job) -> None:
        """Show how far `job` is; call it again as it goes on."""
        fresh = self._job is None
        self._job = job
        self._show(job_parts=True)
        self._spinner.step()
        self._name.setText(job.name)
        self._fill_bar(job)
        self._need_mark.setVisible(job.need > 0)
        self._need.setVisible(job.need > 0)
        self._need.setText(words.need_you(job.need))
        self._review.setVisible(job.need > 0)
        self._pause.setVisible(job.paused is not None)
        self._pause.setText(_("Resume") if job.paused else _("Pause"))
        self._stop.setVisible(job.stoppable)
        self._more.setVisible(job.more > 0)
        self._more.setText(ngettext("and %d more", "and %d more", job.more) % job.more)
        self._fit()
        if fresh:
            self.setAccessibleDescription(job.name)

    def show_act(self, text: str, undoable: bool = True, tone: str = "ok") -> None:
        """Show the last act ("Passage tagged with ..."), with Undo when it can be taken back.

        Args:
            text: what was done, in words.
            undoable: whether Undo is offered.
            tone: "ok", "warn" or "error": what the icon says.
        """
        self._job = None
        self._show(job_parts=False)
        icon = {"ok": "check-circle", "warn": "triangle-alert", "error": "circle-alert"}[tone]
        self._mark.show_icon(icon, tone)
        self._mark.show()
        self._name.setText(text)
        self._undo_act.setVisible(undoable)
        self._fit()
        self.setAccessibleDescription(text)

    def show_idle(self) -> None:
        """Say that no work runs."""
        self._job = None
        self._show(job_parts=False)
        self._name.setText(_("No work running"))
        self._fit()

    def set_undo(self, label: str) -> None:
        """Say at the right what Undo would undo; "" hides it."""
        self._undo.setText(_("Undo: %s") % label if label else "")
        self._undo_mark.set_name(self._undo.text() or _("Undo"))
        self._undo_mark.setVisible(bool(label))
        self._fit()

    def set_index(self, text: str, state: str = "ok") -> None:
        """Say at the right how the index is; "" hides it.

        Args:
            text: "Index up to date".
            state: "ok", "busy" or "warn".
        """
        icon, ink = {"ok": ("check-circle", "ok"), "busy": ("loader", "accent"), "warn": ("triangle-alert", "warn")}[
            state
        ]
        self._index_mark.show_icon(icon, ink)
        self._index.setText(text)
        self._index_mark.setToolTip(text)
        self._index_mark.setVisible(bool(text))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out speed and time where there is no room."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the ground, a hairline above."""
        painter, tokens = QPainter(self), theme().tokens
        painter.fillRect(self.rect(), QColor(tokens.window))
        painter.fillRect(0, 0, self.width(), theme().metrics.space_hair, QColor(tokens.line))

    def _build(self) -> None:
        self._spinner, self._mark = Spinner("accent"), Symbol("check-circle", "ok")
        self._name = ElidingLabel(role="meta", hug=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._facts = ElidingLabel(role="meta", hug=True)
        self._need_mark, self._need = Symbol("circle-alert", "warn"), ElidingLabel(role="warn-strong", hug=True)
        self._review, self._pause, self._stop = (_link(_("Review")), _link(), _link(_("Stop")))
        self._more, self._undo_act = _link(), _link(_("Undo"))
        self._undo_mark, self._undo = IconButton("undo", _("Undo"), "Ctrl+Z"), ElidingLabel(role="meta", hug=True)
        self._index_mark, self._index = Symbol("check-circle", "ok"), ElidingLabel(role="meta", hug=True)
        self._job_parts: tuple[QWidget, ...] = (
            self._spinner, self._bar, self._facts, self._need_mark, self._need, self._review, self._pause, self._stop,
            self._more,
        )  # fmt: skip
        self._row = QHBoxLayout(self)
        for widget in (self._spinner, self._mark, self._name, *self._job_parts[1:], self._undo_act):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        self._row.addSpacing(theme().metrics.space_l)
        right: tuple[QWidget, ...] = (self._undo_mark, self._undo, self._index_mark, self._index)
        for part in right:
            self._row.addWidget(part)
        for link, signal in (
            (self._review, self.review),
            (self._pause, self.pause),
            (self._stop, self.stop),
            (self._more, self.more),
            (self._undo_act, self.undo),
            (self._undo_mark, self.undo),
        ):
            link.clicked.connect(signal)

    def _show(self, *, job_parts: bool) -> None:
        for part in self._job_parts:
            part.setVisible(job_parts)
        self._mark.hide()
        self._undo_act.hide()
        self._name.setProperty("role", "meta-strong" if job_parts else "meta")
        self._name.style().polish(self._name)

    def _fill_bar(self, job: Job) -> None:
        self._bar.setVisible(job.total is not None)
        self._bar.setMaximum(max(job.total or 1, 1))
        self._bar.setValue(job.done)
        self._bar.setAccessibleName(job.name)

    def _fit(self) -> None:
        """Leave out, one after the other: speed, time, the words of the index, those of Undo, the bar."""
        for level in range(6):
            self._index.setVisible(level < 3 and bool(self._index.text()))
            self._undo.setVisible(level < 4 and bool(self._undo.text()))
            if self._job is not None:
                self._say_facts(self._job, level)
                self._bar.setVisible(level < 5 and self._job.total is not None)
            if self._fits():
                break

    def _fits(self) -> bool:
        whole, least = self._undo.sizeHint().width(), theme().metrics.px(120)
        give = max(0, whole - least) if not self._undo.isHidden() else 0
        self._undo.setMaximumWidth(whole)
        self._row.invalidate()
        over = self._row.sizeHint().width() - self.width()
        self._undo.setMaximumWidth(max(0, whole - min(max(0, over), give)))
        return over <= give

    def _say_facts(self, job: Job, level: int) -> None:
        count = words.count_of(job.done, job.total)
        rate = words.speed(job.rate) if job.rate and not job.paused else ""
        wait = words.left(job.seconds_left) if job.seconds_left is not None and not job.paused else ""
        paused = _("paused") if job.paused else ""
        shown = ((count, paused, rate, wait), (count, paused, wait), (count, paused))[min(level, 2)]
        self._facts.setText("  ·  ".join(fact for fact in shown if fact))

    def _retheme(self) -> None:
        metrics = theme().metrics
        self._row.setContentsMargins(metrics.space_l, metrics.space_hair, metrics.space_l, 0)
        self._row.setSpacing(metrics.space_m)
        self._bar.setFixedWidth(metrics.px(120))
        self.setFixedHeight(max(metrics.bar_strip, self._undo_mark.sizeHint().height() + metrics.space_xs))
        self._fit()


def _link(text: str = "") -> LinkButton:
    return LinkButton(text, small=True)
