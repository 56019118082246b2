"""An item of a review beside what it is like: two columns, the words that differ marked, and what to say of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from curator.errors import CuratorError
from curator.gui.models.review_words import date_words
from curator.gui.session import Session
from curator.gui.theme import theme
from curator.gui.views.text_pair import TextPair
from curator.gui.widgets.buttons import LinkButton, PushButton
from curator.i18n import N_, _
from curator.operations.review_likeness import LikeOther, like_other

_ANSWERS = ((N_("Duplicate"), "D", "skip"), (N_("Keep both"), "", "keep"), (N_("Not the same"), "N", "not same"))


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
        self._asked: tuple[int, int] = (0, 0)
        self.pair = TextPair(least=1)
        self.next = LinkButton(_("Next"), small=True)
        self.next.clicked.connect(self._step)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.next)
        self._foot.addStretch(1)
        for words, key, decision in _ANSWERS:
            button = PushButton(_(words), key=key)
            button.clicked.connect(lambda _checked=False, decision=decision: self.decided.emit(decision))
            self._foot.addWidget(button)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.pair, 1)
        self._column.addLayout(self._foot)
        for text in (self.pair.first, self.pair.second):
            text.installEventFilter(self)
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
        """Leave letters, Enter and Esc to the page: the texts are only read."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.text():
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
        like = found.likeness
        name = _("Article %(id)d") if like.article_id else _("Item %(id)d of a review")
        head = name % {"id": like.article_id or like.item_id}
        share = _("Same file") if like.same_bytes else _("%(n)d %% alike") % {"n": like.per_mille // 10}
        facts = (share, date_words(found.published), found.publication)
        self.pair.show_heads(
            (found.title or _("No title"), _("This one")),
            (" · ".join(fact for fact in (head, *facts) if fact), ""),
        )
        self.pair.show_texts(found.texts.old, found.texts.new, found.texts.differences)
        self.next.setVisible(found.total > 1)
        self.next.setText(_("%(n)d of %(total)d, next") % {"n": found.number, "total": found.total})

    def _refuse(self, error: BaseException) -> None:
        self.pair.clear()
        self.pair.show_heads((error.message if isinstance(error, CuratorError) else str(error), ""), ("", ""))

    def _retheme(self) -> None:
        metrics = theme().metrics
        self._column.setContentsMargins(metrics.space_l, metrics.space_m, metrics.space_l, metrics.space_m)
        self._column.setSpacing(metrics.space_m)
        self._foot.setSpacing(metrics.space_s)
