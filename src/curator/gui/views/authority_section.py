"""A part of the page of a name: a head with a number and what adds to it, rows, a form below them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from curator.gui.theme import theme
from curator.gui.views.authority_form import Asked, EntryForm
from curator.gui.views.authority_rows import FactList, FactRow
from curator.gui.widgets.buttons import LinkButton
from curator.gui.widgets.eliding import ElidingLabel
from curator.gui.widgets.words import digits
from curator.names.completion import Completer


class FactSection(QWidget):
    """Rows under a head.

    Args:
        title: of the part.
        add: what adds to it ("Add a name"); empty: nothing can be added.
        asked: the fields of its form.
        completer: knows the names on record, for fields that ask for one.

    Signals:
        entered(dict, object): what was typed, and the payload of the row that it changes, or None for a new one.
    """

    entered = Signal(object, object)

    def __init__(self, title: str, completer: Completer, add: str = "", asked: Sequence[Asked] = ()) -> None:
        super().__init__()
        self._changed: object = None
        self._title = ElidingLabel(title, role="strong", hug=True)
        self._count = ElidingLabel("", role="meta")
        self.list = FactList(title)
        self._add = LinkButton(add)
        # Never shown before it has its place: without a parent it would be a window, and take the focus.
        if not add:
            self._add.hide()
        self._add.clicked.connect(lambda: self.ask())
        # Made when it is first asked for: the page is built anew for each kind, most forms are never opened.
        self.form: EntryForm | None = None
        self._asked, self._completer = tuple(asked), completer
        self._stays = bool(add)
        self._head = QHBoxLayout()
        for widget, stretch in ((self._title, 0), (self._count, 1), (self._add, 0)):
            self._head.addWidget(widget, stretch)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self.list)
        if add:
            self.list.add_wanted.connect(lambda: self.ask())
        theme().changed.connect(self._retheme)
        self._retheme()
        self.list.hide()
        if not add:
            self.hide()

    def show_rows(self, rows: Sequence[FactRow], total: int | None = None) -> None:
        """Show other rows; without any, only what adds one stays.

        Args:
            total: how many there are, where these are only the first of them.
        """
        self.list.set_rows(rows)
        self.list.setVisible(bool(rows))
        self._count.setText(digits(total or len(rows)) if rows else "")
        self.setVisible(bool(rows) or self._stays)

    def ask(self, values: dict[str, str] | None = None, changed: object = None, locked: Sequence[str] = ()) -> None:
        """Open the form, for a new row, or to change the one with the payload `changed`."""
        if self._asked:
            self._changed = changed
            self._made_form().ask(values or {}, locked)

    def done(self) -> None:
        """Close the form: what it asked for is written."""
        if self.form is not None and self.form.isVisible():
            had_focus = any(line.hasFocus() for line in self.form.lines.values())
            self.form.hide()
            if had_focus:
                self._leave()

    def give_up(self) -> None:
        """Close the form: another name is shown."""
        if self.form is not None:
            self.form.hide()

    def focus(self) -> None:
        """Take the focus to the rows, or to what adds one."""
        (self.list if self.list.isVisible() else self._add).setFocus(Qt.FocusReason.OtherFocusReason)

    def _made_form(self) -> EntryForm:
        if self.form is None:
            self.form = EntryForm(self._asked, self._completer)
            self.form.entered.connect(lambda values: self.entered.emit(values, self._changed))
            self.form.left.connect(self._leave)
            self._column.addWidget(self.form)
            before: QWidget = self.list
            for line in self.form.lines.values():
                QWidget.setTabOrder(before, line)
                before = line
        return self.form

    def _leave(self) -> None:
        self.focus()

    def _retheme(self) -> None:
        metrics = theme().metrics
        self._head.setSpacing(metrics.space_m)
        self._head.setContentsMargins(metrics.space_s, 0, metrics.space_s, 0)
        self._column.setSpacing(metrics.space_xs)
        self._column.setContentsMargins(0, metrics.space_s, 0, metrics.space_m)
