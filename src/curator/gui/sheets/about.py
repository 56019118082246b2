"""What Curator is, and the licences that it and its parts stand under."""

from __future__ import annotations

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QTextEdit, QWidget

from curator import __version__, paths
from curator.gui.sheets.form import caption, paragraph
from curator.gui.theme import theme
from curator.gui.widgets.sheet import Sheet
from curator.i18n import _


class AboutSheet(Sheet):
    """Version, licence, Qt's licence, and the list of all other parts."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, _("Curator"), _("version %(version)s") % {"version": __version__})
        self.content.addWidget(
            paragraph(
                _(
                    "Curates archives of articles on this computer, without a network. "
                    "Free software under the MIT licence."
                )
            )
        )
        self.content.addWidget(caption(_("Qt")))
        words = _(
            "Curator uses Qt %(version)s and PySide6 under the GNU Lesser General Public License, version 3. They are "
            "separate libraries: you may replace them with versions of your own. Their sources are at code.qt.io."
        )
        self.content.addWidget(paragraph(words % {"version": qVersion()}))
        self.content.addWidget(caption(_("Other parts")))
        self.licences = QTextEdit()
        self.licences.setMarkdown(paths.third_party())
        self.licences.setReadOnly(True)
        self.licences.setTabChangesFocus(True)
        self.licences.setAccessibleName(_("Licences of other parts"))
        self.licences.setMinimumHeight(theme().metrics.px(240))
        self.content.addWidget(self.licences)
        self.add_button(_("Close"), primary=True)
        self.accepted.connect(self.close_sheet)
