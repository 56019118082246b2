"""An item of a review beside what it is like: two columns, the words that differ marked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFont, QKeyEvent, QShowEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from curator import settings
from curator.errors import CuratorError
from curator.gui.models.review_words import date_words
from curator.gui.session import Session
from curator.gui.theme import theme
from curator.gui.views.diff_look import letters
from curator.gui.views.reading_look import reading_look
from curator.gui.widgets.buttons import LinkButton, PushButton
from curator.gui.widgets.eliding import ElidingLabel
from curator.i18n import _, ngettext
from curator.operations.review_likeness import LikeOther, like_other
from curator.text.differences import Difference

_LINE_HEIGHT = 116


class ReviewCompare(QWidget):
    """Compares when it is looked at, not before.

    Signals:
        decided(str): "skip", "keep" or "not same".
    """

    decided = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._item = self._place = 0
        self._found: LikeOther | None = None
        self._asked: tuple[int, int] = (0, 0)
        self._other, self._mine = _side(_("The other text")), _side(_("This text"))
        self._other_head, self._mine_head = ElidingLabel(role="strong"), ElidingLabel(_("This one"), role="strong")
        self._other_line, self._count = ElidingLabel(role="meta"), ElidingLabel(role="meta")
        self.next = LinkButton(_("Next"), small=True)
        self.next.clicked.connect(self._step)
        self._texts = QHBoxLayout()
        for head, line, text in (
            (self._other_head, self._other_line, self._other),
            (self._mine_head, self._count, self._mine),
        ):
            column = QVBoxLayout()
            for part in (head, line, text):
                column.addWidget(part)
            self._texts.addLayout(column, 1)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.next)
        self._foot.addStretch(1)
        for words, key, decision in (
            (_("Duplicate"), "D", "skip"),
            (_("Keep both"), "", "keep"),
            (_("Not the same"), "N", "not same"),
        ):
            button = PushButton(words, key=key)
            button.clicked.connect(lambda _checked=False, decision=decision: self.decided.emit(decision))
            self._foot.addWidget(button)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._texts, 1)
        self._column.addLayout(self._foot)
        for one, two in ((self._other, self._mine), (self._mine, self._other)):
            one.verticalScrollBar().valueChanged.connect(two.verticalScrollBar().setValue)
            one.installEventFilter(self)
        theme().changed.connect(self._retheme)
        self._retheme()

    def show_item(self, item_id: int) -> None:
        """Compare another item, now or when the page is turned to."""
        self._item, self._place, self._asked = item_id, 0, (0, 0)
        if self.isVisible():
            self._ask()

    def showEvent(self, event: QShowEvent) -> None:
        """Compare now."""
        super().showEvent(event)
        self._ask()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hand keys on to the page where the text does not need them: letters, Enter, Esc."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.text().strip():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _step(self) -> None:
        self._place += 1
        self._ask()

    def _ask(self) -> None:
        item_id, place = self._item, self._place
        if item_id and self._asked != (item_id, place):
            self._asked = (item_id, place)
            self._session.read(
                "review likeness",
                lambda context, _interrupt: like_other(context, item_id, place),
                self._show,
                self._refuse,
            )

    def _show(self, found: LikeOther) -> None:
        self._found = found
        like = found.likeness
        number = like.article_id or like.item_id
        name = _("Article %(id)d") if like.article_id else _("Item %(id)d of a review")
        self._other_head.setText(f"{name % {'id': number}}: {found.title or _('No title')}")
        share = _("Same file") if like.same_bytes else _("%(n)d %% alike") % {"n": like.per_mille // 10}
        facts = (share, date_words(found.published), found.publication)
        self._other_line.setText(" · ".join(fact for fact in facts if fact))
        differing = sum(each.kind != "equal" for each in found.texts.differences)
        places = ngettext("%(n)d place differs", "%(n)d places differ", differing) % {"n": differing}
        self._count.setText(places if differing else _("The same text"))
        self.next.setVisible(found.total > 1)
        self.next.setText(_("%(n)d of %(total)d, next") % {"n": found.number, "total": found.total})
        self._draw()

    def _refuse(self, error: BaseException) -> None:
        self._found = None
        self._other_head.setText(error.message if isinstance(error, CuratorError) else str(error))
        for text in (self._other, self._mine):
            text.clear()

    def _draw(self) -> None:
        found = self._found
        if found is None:
            return
        self._fill(
            self._other,
            found.texts.old,
            [(each, each.old_start, each.old_end) for each in found.texts.differences],
            "delete",
        )
        self._fill(
            self._mine,
            found.texts.new,
            [(each, each.new_start, each.new_end) for each in found.texts.differences],
            "insert",
        )

    def _fill(self, text: QTextEdit, words: str, stretches: list[tuple[Difference, int, int]], kind: str) -> None:
        text.clear()
        block = QTextBlockFormat()
        block.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor = text.textCursor()
        cursor.setBlockFormat(block)
        cursor.beginEditBlock()
        for each, start, end in stretches:
            cursor.insertText(words[start:end], letters("equal" if each.kind == "equal" else kind))
        cursor.endEditBlock()
        text.moveCursor(QTextCursor.MoveOperation.Start)

    def _retheme(self) -> None:
        metrics, look = theme().metrics, reading_look(settings.load(), self.window().width())
        self._column.setContentsMargins(metrics.space_l, metrics.space_m, metrics.space_l, metrics.space_m)
        self._column.setSpacing(metrics.space_m)
        self._texts.setSpacing(metrics.space_l)
        self._foot.setSpacing(metrics.space_s)
        font = QFont(look.families())
        font.setPixelSize(metrics.px(look.px - 1))
        for text in (self._other, self._mine):
            text.document().setDefaultFont(font)
        self._draw()


def _side(name: str) -> QTextEdit:
    text = QTextEdit()
    text.setReadOnly(True)
    text.setFrameShape(QTextEdit.Shape.NoFrame)
    text.setObjectName("articleText")
    text.setAccessibleName(name)
    return text
