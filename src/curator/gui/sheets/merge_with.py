"""Which name a name is to be merged with."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from curator.gui.session import Session
from curator.gui.views.name_choice import NameChoice
from curator.gui.widgets.sheet import Sheet
from curator.i18n import _


class MergeWithSheet(Sheet):
    """Asks for the other name; what comes of the merge is shown after that.

    Signals:
        chosen(int): the other record.
    """

    chosen = Signal(int)

    def __init__(self, window: QWidget, session: Session, authority_id: int, kind: str, name: str) -> None:
        super().__init__(window, _("Merge “%(name)s” with ...") % {"name": name})
        self.choice = NameChoice(session, _("The other name"), kind, (authority_id,))
        self.content.addWidget(self.choice)
        self.content.addStretch(1)
        self.add_cancel()
        self._next = self.add_button(_("Compare"), primary=True)
        self._next.setEnabled(False)
        self.choice.changed.connect(lambda: self._next.setEnabled(bool(self.choice.authority_id)))
        self.accepted.connect(self._choose)
        self.set_note(_("Nothing is merged yet: both are shown side by side first."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the line compares."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers()
        if is_enter and QApplication.focusWidget() is self.choice.line:
            self._choose()
        else:
            super().keyPressEvent(event)

    def _choose(self) -> None:
        found = self.choice.authority_id
        if found:
            self.close_sheet()
            self.chosen.emit(found)
