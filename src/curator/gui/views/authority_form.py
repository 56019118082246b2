"""A line or two to type into, below a list of the page of a name: what is added, or what a row is changed to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from curator.errors import CuratorError
from curator.gui.theme import theme
from curator.gui.views.inspector_page import wrapped
from curator.gui.views.tag_rows import ROW, Row, RowList, matched
from curator.gui.widgets.key_hints import Hint, KeyHints
from curator.i18n import _
from curator.names.completion import Completer

_OFFERED = 6


@dataclass(frozen=True, slots=True)
class Asked:
    """One field of a form.

    Args:
        key: under which its value is told.
        label: what is asked for.
        stretch: how much of the line it gets.
        kinds: it asks for a name on record of one of these kinds, and offers those; empty: any words.
    """

    key: str
    label: str
    stretch: int = 2
    kinds: tuple[str, ...] = ()


class EntryForm(QWidget):
    """Fields in a line. Enter takes them, Esc leaves; names on record are offered below, Down and Enter choose one.

    Args:
        asked: the fields.
        completer: knows the names on record.

    Signals:
        entered(dict): what was typed, by key. A name that was chosen is told as its number ("#12").
        left(): Esc.
    """

    entered = Signal(object)
    left = Signal()

    def __init__(self, asked: Sequence[Asked], completer: Completer) -> None:
        super().__init__()
        self._asked, self._completer = tuple(asked), completer
        self._chosen: dict[str, tuple[str, int]] = {}
        self.lines: dict[str, QLineEdit] = {}
        self.offers = RowList(_("Names on record"))
        self.offers.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.offers.itemClicked.connect(lambda item: self._take(item.data(ROW)))
        self._error = wrapped("", "error")
        keys = KeyHints((Hint((_("Enter"),), _("keep")), Hint((_("Esc"),), _("leave"))))
        self._row = QHBoxLayout()
        for each in self._asked:
            self._row.addWidget(self._line(each), each.stretch)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._row)
        for part in (self.offers, self._error, keys):
            self._column.addWidget(part)
        theme().changed.connect(self._retheme)
        self._retheme()
        self._offer("")
        self.show_error("")
        self.hide()

    def ask(self, values: Mapping[str, str], locked: Sequence[str] = ()) -> None:
        """Open with values to be typed over.

        Args:
            locked: keys of the fields that cannot be changed.
        """
        self._chosen = {}
        for key, line in self.lines.items():
            line.setText(values.get(key, ""))
            line.setEnabled(key not in locked)
        self.show_error("")
        self._offer("")
        self.show()
        first = next(line for key, line in self.lines.items() if key not in locked)
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        first.selectAll()

    def refuse(self, error: CuratorError) -> None:
        """Say why what was entered was not kept; it can be typed over."""
        self.show_error(f"{error.message} {error.hint}".strip())

    def show_error(self, words: str) -> None:
        """Say what is wrong; "" takes it away."""
        self._error.setText(words)
        self._error.setVisible(bool(words))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk the names that are offered, take what was typed, leave."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                row = self.offers.current_row() if self.offers.isVisible() else None
                if row is None:
                    self._enter()
                else:
                    self._take(row)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.hide()
                self.left.emit()
                return True
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.offers.isVisible():
                self.offers.step(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
        return super().eventFilter(watched, event)

    def _line(self, asked: Asked) -> QLineEdit:
        line = QLineEdit()
        line.setPlaceholderText(asked.label)
        line.setAccessibleName(asked.label)
        line.setToolTip(asked.label)
        line.setMinimumWidth(1)
        line.installEventFilter(self)
        if asked.kinds:
            line.textEdited.connect(lambda _typed: self._offer(asked.key))
            self.offers.speak_for(line)
        else:
            line.textEdited.connect(lambda _typed: self._offer(""))
        self.lines[asked.key] = line
        return line

    def _offer(self, key: str) -> None:
        """Offer the names on record that a field could mean, none for ""."""
        rows: list[Row] = []
        if key:
            kinds = next(each.kinds for each in self._asked if each.key == key)
            typed = self.lines[key].text()
            found = [each for kind in kinds for each in self._completer.complete(typed, kind, _OFFERED)]
            rows = [
                Row(each.kind, each.name, each.why, spans=matched(each.name, typed), payload=(key, each.authority_id))
                for each in found[:_OFFERED]
            ]
        self.offers.set_rows(rows)
        self.offers.setFixedHeight(len(rows) * theme().metrics.row_tag)
        self.offers.setVisible(bool(rows))

    def _take(self, row: Row) -> None:
        key, authority_id = row.payload
        self._chosen[key] = (row.title, authority_id)
        self.lines[key].setText(row.title)
        self._offer("")
        keys = [each for each in self.lines if self.lines[each].isEnabled()]
        following = keys[keys.index(key) + 1 :]
        self.lines[following[0] if following else key].setFocus(Qt.FocusReason.OtherFocusReason)

    def _enter(self) -> None:
        values = {key: line.text().strip() for key, line in self.lines.items()}
        for key, (title, authority_id) in self._chosen.items():
            if values[key] == title:
                values[key] = f"#{authority_id}"
        if values[self._asked[0].key]:
            self.entered.emit(values)

    def _retheme(self) -> None:
        metrics = theme().metrics
        self._row.setSpacing(metrics.space_s)
        self._column.setSpacing(metrics.space_s)
        self._column.setContentsMargins(metrics.space_s, metrics.space_s, metrics.space_s, metrics.space_m)
