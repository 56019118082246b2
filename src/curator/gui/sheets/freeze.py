"""Freezing a list: the title and the note under which what is found now is kept."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from curator.gui.sheets.form import Form, paragraph
from curator.gui.widgets.sheet import Sheet
from curator.gui.widgets.words import digits
from curator.i18n import _, ngettext


class FreezeSheet(Sheet):
    """Asks for a title.

    Signals:
        kept(str, str): keep the list under a title, with a note (empty for none).

    Args:
        window: what it lies over.
        total: how many articles are in the list.
        query: what was looked for, with what was chosen in facets.
    """

    kept = Signal(str, str)

    def __init__(self, window: QWidget, total: int, query: str) -> None:
        super().__init__(window, _("Freeze this list"), query or _("All articles"))
        self.title, self.note = QLineEdit(), QLineEdit()
        self.content.addWidget(
            paragraph(
                _(
                    "Kept are: which articles these are, in their order, with title, date and a checksum of each text; "
                    "the query and what was chosen; the time; your name; and a hash over it all, to be cited and "
                    "checked. The articles themselves stay as they are, and can be changed."
                )
            )
        )
        form = Form()
        form.add(_("Title"), self.title)
        form.add(_("Note"), self.note, _("What the list is for, or where it is cited."))
        self.content.addWidget(form)
        self.content.addStretch(1)
        self.set_note(_("A frozen list stands in the navigator. Undo takes it back."))
        self.add_cancel()
        words = ngettext("Freeze %(n)s article", "Freeze %(n)s articles", total) % {"n": digits(total)}
        self.button = self.add_button(words, primary=True)
        self.button.setEnabled(False)
        self.title.textChanged.connect(lambda text: self.button.setEnabled(bool(text.strip())))
        for line in (self.title, self.note):
            line.returnPressed.connect(self._keep)
        self.accepted.connect(self._keep)

    def _keep(self) -> None:
        title = " ".join(self.title.text().split())
        if title:
            self.close_sheet()
            self.kept.emit(title, self.note.text().strip())
