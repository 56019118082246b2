"""The popup that tags: a name is typed, a record chosen, or a new one made."""

from __future__ import annotations

import difflib

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from curator.gui.kinds import KINDS
from curator.gui.theme import theme
from curator.gui.views.row_press import RowPress
from curator.gui.views.tag_rows import Row, RowList, matched, reading_row
from curator.gui.widgets.chip import Chip
from curator.gui.widgets.eliding import ElidingLabel
from curator.gui.widgets.key_hints import Hint, KeyHints
from curator.gui.widgets.painting import box
from curator.gui.widgets.words import digits
from curator.i18n import N_, _, ngettext
from curator.names.completion import Completer, Completion
from curator.text.name_key import name_key

_ROWS = 6
_WIDTH = 430
# From this likeness on (0 to 1) a new name could be one that is on record, mistyped.
_ALIKE = 0.8
# The kinds that Tab goes through; "" stands for any.
_KINDS = ("person", "organisation", "event", "place", "theme")
_NEW = {
    "person": N_("New person “%(name)s”"),
    "organisation": N_("New organisation “%(name)s”"),
    "event": N_("New event “%(name)s”"),
    "place": N_("New place “%(name)s”"),
    "theme": N_("New theme “%(name)s”"),
}


class TagPopup(QFrame):
    """A child of the window, under the passage or above it, never over it.

    Signals:
        picked(str, str): kind and name: a record on file, as "#12", or a name that is new.
        picked_for_all(str, str): the same, for all places where the words stand, by Shift+Enter.
        places_wanted(list[str]): at how many places stand any of these words? `tell_places` is the answer.
        dismissed(): Esc.
    """

    picked = Signal(str, str)
    picked_for_all = Signal(str, str)
    places_wanted = Signal(object)
    dismissed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self.setObjectName("popup")
        self._kind = ""
        self._passage = ""
        self._completer: Completer | None = None
        self._only_known, self._verb = False, _("tag")
        self._around = QRect()
        self.line = QLineEdit()
        self.line.setProperty("bare", True)
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self._complete)
        self._about = ElidingLabel(role="meta", hug=True)
        self.list = RowList(_("Names"))
        self.list.setProperty("popup", True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(lambda _item: self._pick())
        RowPress(self.list, lambda _item: self._pick())
        self.list.speak_for(self.line)
        self._hints = KeyHints()
        self.tell_places(0)
        self.list.currentItemChanged.connect(lambda: self.places_wanted.emit(self.words()))
        self._head = QHBoxLayout()
        self._chip: Chip | None = None
        self._head.addWidget(self.line, 1)
        self._head.addWidget(self._about)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addLayout(self._head)
        self._column.addWidget(self.list)
        self._column.addWidget(self._hints)
        theme().changed.connect(self._set_spaces)
        self._set_spaces()
        self.hide()

    def ask(
        self,
        kind: str,
        completer: Completer,
        around: QRect,
        typed: str = "",
        *,
        only_known: bool = False,
        about: str = "",
    ) -> None:
        """Open for tags of `kind` ("" for any) beside the box `around` (pixels of the parent).

        Args:
            typed: stands in the line already.
            only_known: whether only names on record are offered.
            about: what is asked, where it is not the tag of a passage; `typed` is no passage then.
        """
        self._only_known, self._verb = only_known, _("take") if about else _("tag")
        self.tell_places(0)
        self._completer, self._around, self._passage = completer, around, "" if about else typed
        self._about.setText(about or (_("passage: %s") % typed if typed else ""))
        self.line.setText(typed)
        self.line.selectAll()
        self._set_kind(kind)
        self.show()
        self.raise_()
        self.line.setFocus()

    def words(self) -> list[str]:
        """Return the words that Shift+Enter tags wherever they stand: those of the passage and the name chosen."""
        row = self.list.current_row()
        known = row is not None and row.payload is not None and row.payload[1].startswith("#")
        name = (row.title if known else row.payload[1]) if row is not None and row.payload else ""
        return [words for words in dict.fromkeys((self._passage, name)) if words]

    def tell_places(self, number: int) -> None:
        """Show what the keys do, and at how many places the words stand."""
        hints = [Hint(("Enter",), self._verb), Hint(("Tab",), _("kind"))]
        if number > 1:
            words = ngettext("tag all %(n)d", "tag all %(n)d", number) % {"n": number}
            hints.append(Hint(("Shift", "Enter"), words))
        self._hints.set_hints(hints, Hint(("Esc",), _("leave")))

    def rows(self) -> list[Row]:
        """Return the rows that are offered."""
        return self.list.rows()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw paper and edge."""
        tokens = theme().tokens
        box(QPainter(self), self.rect(), theme().metrics.radius_popup, tokens.raised, tokens.control)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk through the rows while the line keeps the focus; leave with it."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._press(event):
            return True
        if event.type() == QEvent.Type.FocusOut and not self.isActiveWindow():
            return False
        if event.type() == QEvent.Type.FocusOut and self.isVisible():
            self.hide()
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.list.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pick(everywhere=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            by = 1 if key == Qt.Key.Key_Tab else -1
            at = _KINDS.index(self._kind) + by if self._kind else (0 if by > 0 else -1)
            self._set_kind(_KINDS[at % len(_KINDS)])
        elif key == Qt.Key.Key_Escape:
            self.hide()
            self.dismissed.emit()
        else:
            return False
        return True

    def _set_kind(self, kind: str) -> None:
        self._kind = kind
        name = KINDS[kind].name if kind else _("Tag")
        self.line.setPlaceholderText(_("a name, any spelling"))
        self.line.setAccessibleName(_("%(kind)s: a name, any spelling") % {"kind": name})
        if self._chip is not None:
            self._chip.hide()
            self._chip.deleteLater()
        self._chip = Chip(name, kind)
        self._chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._chip.clicked.connect(lambda: self._set_kind(_KINDS[(_KINDS.index(kind) + 1) % 5 if kind else 0]))
        self._head.insertWidget(0, self._chip)
        self._complete(self.line.text())

    def complete_again(self) -> None:
        """Offer what fits what is typed, now that more names are known."""
        if self.isVisible():
            self._complete(self.line.text())

    def _complete(self, typed: str) -> None:
        typed = " ".join(typed.split())
        found = self._completer.complete(typed, self._kind or None, _ROWS) if self._completer else []
        rows = [completion_row(completion, typed) for completion in found]
        same = {(each.kind, name.casefold()) for each in found for name in (each.name, each.matched)}
        kinds = () if self._only_known else (self._kind,) if self._kind else _KINDS
        for kind in kinds:
            if typed and (kind, typed.casefold()) not in same:
                rows.append(_new(kind, typed, self._like(kind, typed), typed == self._passage))
        reading = bool(self._completer and not self._completer.is_whole)
        self.list.set_rows([reading_row(), *rows] if reading else rows)
        # What is new may be on record all the same: until that is known, Enter takes nothing by itself.
        self.list.make_current(-1 if reading else 0)
        self._place()

    def _like(self, kind: str, typed: str) -> str:
        """Return a name on record that reads almost like what is typed, or nothing."""
        assert self._completer is not None
        key = name_key(typed)
        near = self._completer.complete(typed, kind, _ROWS)
        return next((each.name for each in near if _alike(key, name_key(each.matched))), "")

    def _pick(self, everywhere: bool = False) -> None:
        row = self.list.current_row()
        if row is not None:
            self.hide()
            (self.picked_for_all if everywhere else self.picked).emit(*row.payload)

    def _place(self) -> None:
        window, metrics, around = self._window, theme().metrics, self._around
        width, edge, gap = min(metrics.px(_WIDTH), window.width() - 16), 8, 6
        rows = min(self.list.count(), _ROWS + len(_KINDS))
        heights = metrics.px(44) + self._hints.sizeHint().height() + 2 * metrics.space_s
        room = max(around.top(), window.height() - around.bottom()) - heights - gap - edge
        self.list.setFixedHeight(max(0, min(self.list.height_of(rows), room // metrics.row_popup * metrics.row_popup)))
        self.setFixedSize(width, heights + self.list.height())
        left = max(edge, min(around.left(), window.width() - width - edge))
        below, above = around.bottom() + gap, around.top() - self.height() - gap
        self.move(QPoint(left, below if below + self.height() < window.height() or above < 0 else above))

    def _set_spaces(self) -> None:
        metrics = theme().metrics
        self._head.setContentsMargins(metrics.space_s, metrics.space_s, metrics.space_s, metrics.space_s)
        self._head.setSpacing(metrics.space_m)
        self._column.setContentsMargins(metrics.space_s, metrics.space_s, metrics.space_s, 1)
        if self.isVisible():
            self._place()


def new_name(kind: str, name: str) -> str:
    """Return what a row says that makes a record of a kind: "New person “Lucia Bandini”"."""
    return _(_NEW[kind]) % {"name": name}


def _alike(one: str, other: str) -> bool:
    return difflib.SequenceMatcher(None, one, other).ratio() >= _ALIKE


def completion_row(completion: Completion, typed: str) -> Row:
    """Return the row of a record that could be meant; its payload is kind and number ("#12")."""
    spans = matched(completion.name, typed) if completion.matched == completion.name else ()
    why = _("as “%s”") % completion.matched if completion.matched != completion.name else completion.why
    payload = (completion.kind, f"#{completion.authority_id}")
    return Row(completion.kind, completion.name, why, digits(completion.articles), spans, payload=payload)


def _new(kind: str, typed: str, like: str, from_passage: bool) -> Row:
    aside = _("looks like %s") % like if like else _("from the passage") if from_passage else ""
    return Row(kind, new_name(kind, typed), aside, icon="plus", warns=bool(like), payload=(kind, typed))
