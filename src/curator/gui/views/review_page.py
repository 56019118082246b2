"""The review of an import: the table of its items, what each of them would be, and the way into the archive."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from curator.gui import keys
from curator.gui.models.review_list import ReviewList
from curator.gui.models.review_words import batch_name
from curator.gui.panes import REVIEW
from curator.gui.review_acts import ReviewActs
from curator.gui.reviewing import Reviewing
from curator.gui.session import Session
from curator.gui.sheets.review_defaults import ReviewDefaultsSheet
from curator.gui.views.review_batch_line import BatchLine
from curator.gui.views.review_head import ReviewHead
from curator.gui.views.review_menu import ReviewMenu
from curator.gui.views.review_message import ReviewMessage
from curator.gui.views.review_preview import ReviewPreview
from curator.gui.views.review_progress import ReviewProgress
from curator.gui.views.review_table import ReviewTable
from curator.gui.widgets.key_hints import Hint, KeyHints
from curator.gui.work import Works
from curator.i18n import N_, _
from curator.model.review import ReviewRow
from curator.operations import review_batch

_HINTS = (
    (("J", "K"), N_("move")),
    (("A",), N_("accept")),
    (("E",), N_("edit")),
    (("Enter",), N_("take what is suggested")),
    (("X",), N_("reject")),
    (("D",), N_("duplicate")),
    (("R",), N_("restore cut text")),
    (("C",), N_("clean / original")),
)
# Letters that hold in all parts of the page.
_LETTERS = {"a": "accept", "d": "duplicate", "n": "not-same", "x": "reject", "r": "restore", "c": "turn", "e": "edit"}
_PREVIEW, _PREVIEW_WIDE = 0.34, 0.52


class ReviewPage(QWidget):
    """One review at a time.

    Args:
        session: the archive.
        works: what runs in the window.
        reviewing: its reviews.

    Signals:
        left: the person goes back to the list.
        told: another act can be undone.
        undo_wanted: undo in the archive is meant.
    """

    left = Signal()
    told = Signal()
    undo_wanted = Signal()

    def __init__(self, session: Session, works: Works, reviewing: Reviewing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.works, self.reviewing = session, works, reviewing
        self._is_leaving = False
        self.setObjectName("list")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.rows = ReviewList(session, self)
        self.table = ReviewTable(self.rows)
        self.preview = ReviewPreview(session)
        self.acts = ReviewActs(self)
        self.head, self.batch, self.progress = ReviewHead(), BatchLine(), ReviewProgress()
        self._message = ReviewMessage()
        self._hints = KeyHints()
        self._arrange()
        self._connect()
        self._menu = ReviewMenu(self)

    @property
    def review_id(self) -> int:
        """The review that is shown; 0 for none."""
        return self.rows.review_id

    @property
    def has_committed(self) -> bool:
        """Whether some of the review is in the archive."""
        return self.rows.state is not None and self.rows.state.counts.committed > 0

    def show_review(self, review_id: int) -> None:
        """Show a review."""
        if review_id != self.rows.review_id:
            self.preview.clear()
        self._message.say("")
        self._is_leaving = False
        self.rows.show(review_id)
        self.table.setFocus()

    def current(self) -> ReviewRow | None:
        """Return the current item."""
        return self.rows.row(self.table.currentIndex().row())

    def current_id(self) -> int:
        """Return the id of the current item; 0 for none."""
        return self.table.current_id()

    def selected(self) -> list[ReviewRow]:
        """Return the selected items."""
        return [row for each in self.table.selected_ids() if (row := self.rows.row(self.rows.place_of(each)))]

    def refresh_preview(self) -> None:
        """Show the current item as it is now."""
        self.preview.show_item(self.current_id())

    def undo_labels(self) -> tuple[str, str]:
        """Return what undo and redo would do in this review, in words; empty for nothing."""
        if not self.review_id:
            return "", ""
        context = self.session.context
        found = (review_batch.next_undo(context, self.review_id), review_batch.next_redo(context, self.review_id))
        return str(found[0] or ""), str(found[1] or "")

    def ask_defaults(self) -> None:
        """Ask what all articles of the review are to take."""
        if self.rows.state is None:
            return
        sheet = ReviewDefaultsSheet(self.window(), self.rows.state.review.defaults)
        sheet.kept.connect(lambda typed: self.acts.set_defaults(typed, sheet.close_sheet, sheet.show_error))
        sheet.open_sheet()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what keys are for that the table or the text did not take."""
        modifiers, key = event.modifiers(), event.key()
        letter = keys.letter(event, REVIEW)
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        if control and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.acts.commit()
        elif key == Qt.Key.Key_Escape:
            self._step_out()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not control:
            self.acts.take()
        elif letter in _LETTERS:
            self.acts.do(_LETTERS[letter])
        else:
            super().keyPressEvent(event)

    def leave_when_done(self) -> None:
        """Go back to the list once it is known that nothing of the review waits."""
        self._is_leaving = True

    def showEvent(self, event: QShowEvent) -> None:
        """Give the preview its share of the width."""
        super().showEvent(event)
        self._share(self.preview.mode == "both")

    def _step_out(self) -> None:
        if self.table.hasFocus():
            self.left.emit()
        else:
            self.table.setFocus()

    def _connect(self) -> None:
        self.rows.told.connect(self._tell)
        self.rows.told.connect(self.acts.announce_rows)
        self.reviewing.changed.connect(self._tell)
        self.reviewing.items_read.connect(
            lambda review, ids: self.rows.touch(ids) if review == self.review_id else None
        )
        self.reviewing.ended.connect(lambda review: self.rows.refresh() if review == self.review_id else None)
        self.session.changed.connect(lambda _changes: self.rows.refresh())
        self.table.chosen.connect(self.preview.show_item)
        self.table.act_wanted.connect(self.acts.do)
        self.table.edited.connect(self.acts.edit)
        self.table.fault.connect(lambda words: self._message.say(words, True))
        self.acts.said.connect(self._message.say)
        self.acts.undo_wanted.connect(self.undo_wanted)
        self.preview.part_wanted.connect(self.acts.turn_part)
        self.preview.suggestion_wanted.connect(self.acts.take_suggestion)
        self.preview.decided.connect(self.acts.decide)
        self.preview.retry_wanted.connect(self.acts.retry)
        self.preview.wide.connect(self._share)
        self.head.accept.clicked.connect(self.acts.accept_clean)
        self.head.commit.clicked.connect(self.acts.commit)
        self.batch.change_wanted.connect(self.ask_defaults)
        self.progress.go_on_wanted.connect(self._go_on)

    def _tell(self) -> None:
        """Say in the head how far reading is, how many need a person, and what the buttons would do."""
        state = self.rows.state
        self.head.setEnabled(state is not None)
        if state is None:
            return
        run = self.reviewing.run_of(state.review.id)
        self.head.show_state(batch_name(state.review), state, run.progress if run else None)
        self.batch.show_defaults(state.review.defaults)
        self.progress.show_state(state, run, self.reviewing.left.get(state.review.id, 0))
        self.told.emit()
        if self._is_leaving and not state.is_open:
            self._is_leaving = False
            self.left.emit()

    def _go_on(self) -> None:
        if self.rows.state is not None:
            self.reviewing.go_on(self.rows.state.review)

    def _arrange(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.head, self.batch, self.table, self.progress, self._message, self._hints):
            column.addWidget(part, 1 if part is self.table else 0)
        hints = [Hint(pressed, _(does)) for pressed, does in _HINTS]
        self._hints.set_hints(hints, Hint(("Ctrl Enter",), _("commit")))
        self._split = QSplitter()
        self._split.setHandleWidth(1)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(left)
        self._split.addWidget(self.preview)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._split)

    def _share(self, wide: bool) -> None:
        whole = self.width()
        preview = round(whole * (_PREVIEW_WIDE if wide else _PREVIEW))
        self._split.setSizes([whole - preview, preview])
