"""The head of a review: what it is, how far it is read, how many need a person, and the two buttons."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from curator.gui.theme import theme
from curator.gui.widgets.buttons import PushButton
from curator.gui.widgets.eliding import ElidingLabel
from curator.gui.widgets.symbol import Symbol
from curator.gui.widgets.words import count_of, digits, need_you
from curator.i18n import _, ngettext
from curator.model.progress import Progress
from curator.operations.review_batch import ReviewState

# Narrower than this (px at 100 %) it has less to say.
_ROOMY = 600


class ReviewHead(QWidget):
    """Words at the left, counts and buttons at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._about = ElidingLabel(_("Review import"), role="title"), ElidingLabel(role="meta")
        self._mark = Symbol("circle-alert", "warn")
        self._need, self._rest = ElidingLabel(role="warn-strong", hug=True), ElidingLabel(role="meta", hug=True)
        self.accept = PushButton("", key="Ctrl+Shift+A")
        self.commit = PushButton(_("Commit"), key="Ctrl+Return", primary=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch()
        words.addWidget(self._title)
        words.addWidget(self._about)
        words.addStretch()
        self._row = QHBoxLayout(self)
        self._row.addLayout(words, 1)
        for part in (self._mark, self._need, self._rest, self.accept, self.commit):
            self._row.addWidget(part)
        theme().changed.connect(self._retheme)
        self._retheme()

    def show_state(self, name: str, state: ReviewState, read: Progress | None) -> None:
        """Show where a review stands.

        Args:
            name: what it is called.
            read: how far reading is, while it goes on.
        """
        counts = state.counts
        self._about.setText(f"“{name}”  ·  {_how_far(state, read)}")
        self._mark.show_icon(*(("circle-alert", "warn") if counts.need_you else ("check-circle", "ok")))
        self._need.setText(need_you(counts.need_you) if counts.need_you else _("none needs you"))
        clean = ngettext("%(n)s clean", "%(n)s clean", counts.clean) % {"n": digits(counts.clean)}
        accepted = ngettext("%(n)s accepted", "%(n)s accepted", counts.accepted) % {"n": digits(counts.accepted)}
        facts = [clean, *([accepted] if counts.accepted else [])]
        self._rest.setText("·  " + "  ·  ".join(facts))
        self.accept.setText(
            ngettext("Accept %(n)s clean", "Accept %(n)s clean", counts.clean) % {"n": digits(counts.clean)}
        )
        self.accept.setVisible(counts.clean > 0)
        # Where all is clean, one act accepts and commits.
        number = counts.accepted or (0 if counts.need_you else counts.clean)
        words = ngettext("Commit %(n)s item", "Commit %(n)s items", number) % {"n": digits(number)}
        self.commit.setText(words if number else _("Commit"))
        self.commit.setEnabled(number > 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what the button beside it says, where there is no room."""
        super().resizeEvent(event)
        self._rest.setVisible(self.width() >= theme().metrics.px(_ROOMY))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the ground."""
        QPainter(self).fillRect(self.rect(), theme().tokens.list)

    def _retheme(self) -> None:
        metrics = theme().metrics
        self._row.setContentsMargins(metrics.space_xl, 0, metrics.space_l, 0)
        self._row.setSpacing(metrics.space_s)
        self.setMinimumHeight(metrics.px(56))


def _how_far(state: ReviewState, read: Progress | None) -> str:
    if read is not None and read.total and state.review.finished is None:
        return _("%(count)s files read") % {"count": count_of(read.done, read.total)}
    total = state.counts.total
    words = ngettext("%(n)s item", "%(n)s items", total) % {"n": digits(total)}
    if state.counts.committed:
        done = ngettext("%(n)s is in the archive", "%(n)s are in the archive", state.counts.committed)
        words += ", " + done % {"n": digits(state.counts.committed)}
    return words
