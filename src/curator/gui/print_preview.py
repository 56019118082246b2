"""The preview of a print: Qt's own, with our words and icons, and whether the pictures are printed too."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog, QPrintPreviewWidget
from PySide6.QtWidgets import QToolBar, QWidget

from curator.gui import icons
from curator.gui.theme import theme
from curator.i18n import N_, _

# What Qt calls its acts -> our words, our icons.
_ACTS = {
    "Fit width": (N_("As wide as the window"), "fit-width"),
    "Fit page": (N_("Whole page"), "fit-page"),
    "Zoom out": (N_("Smaller"), "minus"),
    "Zoom in": (N_("Larger"), "plus"),
    "Portrait": (N_("Upright paper"), "paper-upright"),
    "Landscape": (N_("Paper on its side"), "paper-wide"),
    "First page": (N_("First page"), "first"),
    "Previous page": (N_("Page before"), "chevron-left"),
    "Next page": (N_("Next page"), "chevron-right"),
    "Last page": (N_("Last page"), "last"),
    "Show single page": (N_("One page"), "file"),
    "Show facing pages": (N_("Two pages side by side"), "book-open"),
    "Show overview of all pages": (N_("All pages"), "grid"),
    "Page setup": (N_("Paper and margins..."), "gear"),
    "Print": (N_("Print..."), "printer"),
}


class PrintPreview(QPrintPreviewDialog):
    """Shows how something will be printed, and prints it from there.

    Args:
        printer: what to print on.
        draw: prints on a printer, with the pictures or without.
        pictures: how many there are to print; without any they are not offered.
    """

    def __init__(self, printer: QPrinter, draw: Callable[[QPrinter, bool], object], pictures: int, parent: QWidget):
        super().__init__(printer, parent)
        # Qt holds it by its address alone.
        self._printer = printer
        self.setWindowTitle(_("Print"))
        self.resize(parent.size() * 0.85)
        self.pictures = QAction(icons.icon("image", theme().tokens.text2), _("Print the pictures too"), self)
        self.pictures.setCheckable(True)
        self.pictures.setChecked(pictures > 0)
        self._dress(pictures > 0)
        self.paintRequested.connect(lambda asked: draw(asked, self.pictures.isChecked()))
        (view,) = self.findChildren(QPrintPreviewWidget)
        self.pictures.toggled.connect(view.updatePreview)

    def _dress(self, has_pictures: bool) -> None:
        (bar,) = self.findChildren(QToolBar)
        acts = {QCoreApplication.translate("QPrintPreviewDialog", name): name for name in _ACTS}
        found = {acts[act.text()]: act for act in bar.actions() if act.text() in acts}
        for name, act in found.items():
            words, icon = _ACTS[name]
            act.setText(_(words))
            act.setToolTip(_(words))
            act.setIcon(icons.icon(icon, theme().tokens.text2))
        if has_pictures and "Page setup" in found:
            bar.insertAction(found["Page setup"], self.pictures)
