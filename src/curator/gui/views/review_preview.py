"""What an item of a review would be: fields, clean text with its cuts, the original, and what it is like."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from curator.gui.session import Session
from curator.gui.sheets.form import paragraph
from curator.gui.theme import theme
from curator.gui.views.original_page import OriginalPage
from curator.gui.views.review_compare import ReviewCompare
from curator.gui.views.review_fields import ReviewFields
from curator.gui.views.review_text import ReviewText
from curator.gui.widgets.buttons import PushButton
from curator.gui.widgets.eliding import ElidingLabel
from curator.i18n import N_, _, ngettext
from curator.operations import page_source, review_item
from curator.operations.review_item import ItemDetail

Mode = Literal["clean", "original", "both", "compare"]
_TABS: tuple[tuple[Mode, str], ...] = (
    ("clean", N_("Clean")),
    ("original", N_("Original")),
    ("both", N_("Side by side")),
    ("compare", N_("Compare")),
)


class ReviewPreview(QWidget):
    """Shows the current item of a review.

    Attributes:
        shown: what is known of the item that is shown; None before.

    Signals:
        part_wanted(int), suggestion_wanted(int), decided(str), retry_wanted(): what a person asked for.
        wide(bool): more room is wanted, or no more.
    """

    part_wanted = Signal(int)
    suggestion_wanted = Signal(int)
    decided = Signal(str)
    retry_wanted = Signal()
    wide = Signal(bool)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._item = 0
        self._wanted: Mode = "clean"
        self.mode: Mode = "clean"
        self.shown: ItemDetail | None = None
        self.setObjectName("reader")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.fields = ReviewFields()
        self.text = ReviewText()
        self.original = OriginalPage(session, source=page_source.page_source_of_item)
        self.compare = ReviewCompare(session)
        self._cut = ElidingLabel(role="meta", hug=True)
        self._make_tabs()
        self._make_failure()
        self._arrange()
        self.text.part_wanted.connect(self.part_wanted)
        self.text.walked.connect(self._announce)
        self.fields.suggestion_wanted.connect(self.suggestion_wanted)
        self.compare.decided.connect(self.decided)
        theme().changed.connect(self._retheme)
        self._retheme()
        self.clear()

    def show_item(self, item_id: int) -> None:
        """Show an item, or the same as it is now."""
        self._item = item_id
        if not item_id:
            self.clear()
            return
        self._session.read(
            "review item",
            lambda context, _interrupt: review_item.detail(context, item_id),
            self._show,
            lambda _error: self.clear(),
        )

    def clear(self) -> None:
        """Show nothing."""
        self._item, self.shown = 0, None
        for part in (self.fields, self._views, self.compare, self._failure, self._cut):
            part.hide()

    def turn(self) -> None:
        """Show the next way to look at the item."""
        offered = [mode for mode, button in self._tabs.items() if not button.isHidden()]
        self.choose(offered[(offered.index(self.mode) + 1) % len(offered)] if self.mode in offered else "clean")

    def choose(self, mode: Mode) -> None:
        """Look at this item, and at those after it, in one way."""
        if mode != "compare":
            self._wanted = mode
        self._turn_to(mode)

    def focus_text(self) -> None:
        """Lead into the text, to the first part that was cut."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, found: ItemDetail) -> None:
        if found.row.id != self._item:
            return
        same = self.shown is not None and self.shown.row.id == found.row.id
        self.shown = found
        failed = not found.fields
        self._failure.setVisible(failed)
        self._tabs["compare"].setVisible(bool(found.row.likenesses) and not failed)
        if failed:
            self._show_failure(found)
            return
        title = next((str(field.value) for field in found.fields if field.field == "title" and field.value), "")
        self.fields.show_detail(found)
        self.text.show_parts(title, found.parts, same)
        cut = self.text.cut_number()
        self._cut.setText(ngettext("%(n)d part cut", "%(n)d parts cut", cut) % {"n": cut})
        self._cut.setVisible(cut > 0)
        self.original.show_article(found.row.id)
        if not same:
            self.compare.show_item(found.row.id)
            # A likely copy is first of all to be compared.
            first = self._wanted == "clean" and found.row.need == "similar"
            self._turn_to("compare" if first else self._wanted)
        elif self.mode == "compare" and not found.row.likenesses:
            self._turn_to(self._wanted)
        else:
            self._turn_to(self.mode)

    def _turn_to(self, mode: Mode) -> None:
        self.mode = mode
        self._tabs[mode].setChecked(True)
        if self.shown is None or not self._failure.isHidden():
            return
        self._views.setVisible(mode != "compare")
        self.text.setVisible(mode in ("clean", "both"))
        self.original.setVisible(mode in ("original", "both"))
        self.compare.setVisible(mode == "compare")
        self.wide.emit(mode == "both")

    def _show_failure(self, found: ItemDetail) -> None:
        for part in (self.fields, self._views, self.compare, self._cut):
            part.hide()
        if found.is_damaged:
            message, hint = _("What was read can no longer be read back."), _("Try to read the file again.")
        else:
            message = " ".join(problem.message for problem in found.row.reasons)
            hint = " ".join(problem.hint for problem in found.row.reasons)
        self._message.setText(message)
        self._hint.setText(hint)
        self._path.setText(found.row.path)

    def _make_tabs(self) -> None:
        self._tabs: dict[Mode, PushButton] = {}
        group = QButtonGroup(self)
        self._bar = QHBoxLayout()
        for mode, words in _TABS:
            button = PushButton(_(words), key="C")
            button.setProperty("tab", True)
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, mode=mode: self.choose(mode))
            group.addButton(button)
            self._tabs[mode] = button
            self._bar.addWidget(button)
        self._tabs["clean"].setChecked(True)
        self._tabs["compare"].hide()
        self._bar.addStretch(1)
        self._bar.addWidget(self._cut)

    def _make_failure(self) -> None:
        self._failure = QWidget()
        self._reasons = column = QVBoxLayout(self._failure)
        self._message, self._hint, self._path = paragraph("", "strong"), paragraph(""), paragraph("", "meta")
        self._again = PushButton(_("Read it again"), "refresh", "Enter")
        self._again.clicked.connect(self.retry_wanted)
        for part in (self._message, self._hint, self._path, self._again):
            column.addWidget(part, 0, *([Qt.AlignmentFlag.AlignLeft] if part is self._again else []))
        column.addStretch(1)

    def _arrange(self) -> None:
        self._views = QSplitter()
        self._views.setHandleWidth(1)
        self._views.setChildrenCollapsible(False)
        self._views.addWidget(self.text)
        self._views.addWidget(self.original)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(self._bar)
        self._column.addWidget(self.fields)
        line = QFrame()
        line.setFrameShape(QFrame.Shape.NoFrame)
        line.setObjectName("hairline")
        self._column.addWidget(line)
        self._column.addWidget(self._views, 1)
        self._column.addWidget(self.compare, 1)
        self._column.addWidget(self._failure, 1)
        self._line = line

    def _announce(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.text, words))

    def _retheme(self) -> None:
        metrics = theme().metrics
        self._bar.setContentsMargins(metrics.space_l, metrics.space_s, metrics.space_l, metrics.space_s)
        self._bar.setSpacing(metrics.space_s)
        self._reasons.setContentsMargins(metrics.space_xl, metrics.space_l, metrics.space_l, metrics.space_l)
        self._reasons.setSpacing(metrics.space_m)
        self._line.setFixedHeight(metrics.space_hair)
        self._line.setStyleSheet(f"background: {theme().tokens.line};")
