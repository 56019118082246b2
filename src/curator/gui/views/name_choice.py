"""A field that asks for a name on record, or for a new one: what could be meant stands below while one types."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from curator.gui.session import Session
from curator.gui.theme import theme
from curator.gui.views.tag_popup import completion_row, new_name
from curator.gui.views.tag_rows import Row, RowList, reading_row
from curator.i18n import _

_ROWS = 4


class NameChoice(QWidget):
    """A line, and the records that fit it.

    Args:
        session: the archive.
        label: what is asked for, for screen readers.
        kind: only names of this kind.
        without: records that cannot be chosen.
        new: whether a name that is not on record may be given.

    Signals:
        changed(): another name is chosen.
    """

    changed = Signal()

    def __init__(
        self, session: Session, label: str, kind: str, without: Collection[int] = (), new: bool = False
    ) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self._names, self._kind, self._without, self._is_new = session.names, kind, set(without), new
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("a name, any spelling"))
        self.line.setAccessibleName(label)
        self.line.installEventFilter(self)
        self.line.textChanged.connect(lambda _typed: self._complete())
        self.list = RowList(label)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFixedHeight(self.list.height_of(_ROWS))
        self.list.currentItemChanged.connect(lambda *_items: self.changed.emit())
        self.list.speak_for(self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().metrics.space_xs)
        column.addWidget(self.line)
        column.addWidget(self.list)
        self.setFocusProxy(self.line)
        self._names.ready.connect(self._complete)
        self._names.hurry()

    @property
    def authority_id(self) -> int:
        """The record that is chosen; 0 for none, or a new name."""
        row = self.list.current_row()
        name = row.payload[1] if row is not None and row.payload else ""
        return int(name[1:]) if name.startswith("#") else 0

    @property
    def name(self) -> str:
        """The name that is chosen; empty for none."""
        row = self.list.current_row()
        if row is None or not row.payload:
            return ""
        return row.title if self.authority_id else str(row.payload[1])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk through the rows while the line keeps the focus."""
        is_press = watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        key = event.key() if is_press else 0  # type: ignore[attr-defined]
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.list.step(1 if key == Qt.Key.Key_Down else -1)
            return True
        return super().eventFilter(watched, event)

    def _complete(self) -> None:
        typed = " ".join(self.line.text().split())
        completer = self._names.completer
        found = completer.complete(typed, self._kind, _ROWS + len(self._without)) if typed else []
        rows = [completion_row(each, typed) for each in found if each.authority_id not in self._without]
        rows = rows[: _ROWS - 1 if self._is_new else _ROWS]
        if typed and self._is_new:
            rows.append(Row(self._kind, new_name(self._kind, typed), icon="plus", payload=(self._kind, typed)))
        self.list.set_rows([reading_row(), *rows] if not completer.is_whole else rows)
        self.list.make_current(0 if rows and completer.is_whole else -1)
        self.changed.emit()
