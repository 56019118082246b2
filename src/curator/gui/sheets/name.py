"""Who am I: asked once, before the first act is signed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from curator import settings
from curator.gui.sheets.form import Form, paragraph
from curator.gui.widgets.sheet import Sheet
from curator.i18n import _


class NameSheet(Sheet):
    """Asks for the name to sign with; leaving it keeps the login name, and it is not asked again.

    Signals:
        name_kept(str): acts are to be signed with this name.
    """

    name_kept = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, _("Your name"))
        self.name = QLineEdit(settings.actor(settings.load()))
        self.name.selectAll()
        self.content.addWidget(
            paragraph(_("Each act in the history of an archive is signed, so that others know who tagged what."))
        )
        form = Form()
        form.add(_("Your name"), self.name)
        self.content.addWidget(form)
        self.content.addStretch(1)
        self.set_note(_("To be changed later in the preferences."))
        self.add_button(_("Sign with this name"), primary=True)
        self.name.returnPressed.connect(self.close_sheet)
        self.accepted.connect(self.close_sheet)
        self.closed.connect(self._keep)

    def _keep(self) -> None:
        kept = settings.load()
        name = self.name.text().strip() or settings.actor(kept)
        settings.save(replace(kept, name=name))
        self.name_kept.emit(name)
