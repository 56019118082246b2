"""The tags of many articles at once: a box for each, ticked where all have it, with a line where some do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidgetItem, QVBoxLayout, QWidget

from curator.gui.kinds import KINDS
from curator.gui.theme import theme
from curator.gui.views.row_press import RowPress
from curator.gui.views.tag_rows import ROW, Row, RowList, matched, reading_row
from curator.gui.widgets.eliding import ElidingLabel
from curator.gui.widgets.key_hints import Hint, KeyHints
from curator.gui.widgets.painting import box
from curator.gui.widgets.words import digits
from curator.i18n import _, ngettext
from curator.names.completion import Completer
from curator.operations.tag_many import Shared
from curator.text.name_key import name_key

_ROWS = 12
_WIDTH = 360
_KINDS = ("person", "organisation", "event", "place", "theme")
# A tag by kind and name: "#12" for a record, else a name that is new.
Tag = tuple[str, str]


class TagMany(QFrame):
    """A child of the window beside the list. Space turns a box, Enter carries out what was turned as one act.

    Signals:
        applied(list[Tag], list[int]): tags to put on, and records to take off, all of the articles.
        dismissed(): Esc, or nothing was turned.
    """

    applied = Signal(object, object)
    dismissed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self.setObjectName("popup")
        self._completer: Completer | None = None
        self._shared: list[Shared] = []
        self._count = 0
        # Tag -> "on" or "off", in the order in which they were turned.
        self._turned: dict[Tag, str] = {}
        self._titles: dict[Tag, str] = {}
        self._around = QRect()
        self._about = ElidingLabel(role="meta-strong")
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("Type to filter or add"))
        self.line.setAccessibleName(_("Tags: type to filter or add"))
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self._fill)
        self.list = RowList(_("Tags of the selected articles"))
        self.list.setProperty("popup", True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(self._turn)
        RowPress(self.list, self._turn)
        self.list.speak_for(self.line)
        hints = (Hint(("Ctrl", "Space"), _("turn")), Hint(("Enter",), _("apply")))
        self._hints = KeyHints(hints, Hint(("Esc",), _("leave")))
        self._column = QVBoxLayout(self)
        for part in (self._about, self.line, self.list, self._hints):
            self._column.addWidget(part)
        self.hide()

    def ask(self, shared: Sequence[Shared], count: int, completer: Completer, around: QRect) -> None:
        """Open for `count` articles that have the tags `shared`, beside the box `around` (pixels of the parent)."""
        self._shared, self._count, self._completer, self._around = list(shared), count, completer, around
        self._turned.clear()
        self._titles.clear()
        self._about.setText(ngettext("Tags of %(n)s article", "Tags of %(n)s articles", count) % {"n": digits(count)})
        self.line.clear()
        self._fill()
        self.show()
        self.raise_()
        self.line.setFocus()

    def rows(self) -> list[Row]:
        """Return the rows that are offered."""
        return self.list.rows()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw paper and edge."""
        tokens = theme().tokens
        box(QPainter(self), self.rect(), theme().metrics.radius_popup, tokens.raised, tokens.control)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk, turn, apply, leave, while the line keeps the focus."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._press(event):
            return True
        if event.type() == QEvent.Type.FocusOut and self.isActiveWindow() and self.isVisible():
            self.hide()
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> bool:
        key, item = event.key(), self.list.currentItem()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.list.step(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Space and (control or not self.line.text()):
            if item is not None:
                self._turn(item)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(item)
        elif key == Qt.Key.Key_Escape:
            self.hide()
            self.dismissed.emit()
        else:
            return False
        return True

    def _enter(self, item: QListWidgetItem | None) -> None:
        """Put on what was typed for, and carry out what was turned."""
        if self.line.text().strip():
            if item is None:
                return
            row: Row = item.data(ROW)
            if row.box != "on":
                self._set(row, "on")
        self.hide()
        on = [tag for tag, state in self._turned.items() if state == "on"]
        off = [int(name[1:]) for (_kind, name), state in self._turned.items() if state == "off"]
        if on or off:
            self.applied.emit(on, off)
        else:
            self.dismissed.emit()

    def _turn(self, item: QListWidgetItem) -> None:
        """On, then off, then as it was."""
        row: Row = item.data(ROW)
        place = self.list.row(item)
        self._set(row, turned(row.box, self._before(row.payload)))
        self._fill()
        self.list.make_current(min(place, self.list.count() - 1))

    def _set(self, row: Row, state: str) -> None:
        self._turned.pop(row.payload, None)
        if state != self._before(row.payload):
            self._turned[row.payload] = state
            self._titles[row.payload] = row.title

    def _before(self, tag: Tag) -> str:
        for shared in self._shared:
            if tag == _tag(shared):
                return "on" if shared.articles == self._count else "partly"
        return "off"

    def complete_again(self) -> None:
        """Offer what fits what is typed, now that more names are known."""
        if self.isVisible():
            self._fill()

    def _fill(self) -> None:
        typed = " ".join(self.line.text().split())
        key = name_key(typed)
        rows: dict[Tag, Row] = {}
        for shared in self._shared:
            name = shared.authority.preferred_name
            if not key or key in name_key(name):
                rows[_tag(shared)] = self._row(_tag(shared), name, typed, digits(shared.articles))
        for tag, title in self._titles.items():
            if tag in self._turned and (not key or key in name_key(title)):
                rows.setdefault(tag, self._row(tag, title, typed))
        for found in self._completer.complete(typed, None, 6) if self._completer and typed else []:
            tag = (found.kind, f"#{found.authority_id}")
            rows.setdefault(tag, self._row(tag, found.name, typed, aside=found.why))
        if typed and not any(row.title.casefold() == typed.casefold() for row in rows.values()):
            rows |= {(kind, typed): self._row((kind, typed), typed, "", aside=_new(kind)) for kind in _KINDS}
        reading = bool(typed and self._completer and not self._completer.is_whole)
        self.list.set_rows([reading_row(), *rows.values()] if reading else rows.values())
        # What is new may be on record all the same: until that is known, Enter takes nothing by itself.
        self.list.make_current(-1 if reading else 0)
        self._place()

    def _row(self, tag: Tag, title: str, typed: str, count: str = "", aside: str = "") -> Row:
        state = self._turned.get(tag, self._before(tag))
        return Row(tag[0], title, aside, count, matched(title, typed), box=state, payload=tag)

    def _place(self) -> None:
        metrics, window = theme().metrics, self._window
        rows = min(max(1, self.list.count()), _ROWS)
        self._column.setContentsMargins(metrics.space_m, metrics.space_m, metrics.space_m, metrics.space_hair)
        self.list.setFixedHeight(self.list.height_of(rows))
        self.setFixedWidth(min(metrics.px(_WIDTH), window.width() - 2 * metrics.space_m))
        self.adjustSize()
        left = max(8, min(self._around.left(), window.width() - self.width() - 8))
        below, above = self._around.bottom() + 6, self._around.top() - self.height() - 6
        fits = below + self.height() < window.height()
        self.move(QPoint(left, below if fits else max(8, above)))


def turned(state: str, before: str) -> str:
    """Return the state of a box after the next press: on, off, and where some had it, partly again."""
    order = ("partly", "on", "off") if before == "partly" else ("off", "on")
    return order[(order.index(state) + 1) % len(order)]


def shares(found: Sequence[Shared], count: int) -> list[Row]:
    """Return rows that show which tags `count` articles share."""
    states: Mapping[bool, str] = {True: "on", False: "partly"}
    return [
        Row(
            each.authority.kind,
            each.authority.preferred_name,
            count=digits(each.articles),
            box=states[each.articles == count],
            payload=_tag(each),
        )
        for each in found
    ]


def _tag(shared: Shared) -> Tag:
    return shared.authority.kind, f"#{shared.authority.id}"


def _new(kind: str) -> str:
    return _("new %s") % KINDS[kind].name.lower()
