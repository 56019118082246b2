"""What a user can set; each choice holds at once."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from curator import settings
from curator.gui.sheets.form import Form, combo
from curator.gui.sheets.watch_choice import WatchChoice
from curator.gui.theme import CHOICES, TEXT_FACTORS, theme
from curator.gui.views.reading_look import MEASURES, SIZES
from curator.gui.watching import Watching
from curator.gui.widgets.sheet import Sheet
from curator.i18n import N_, _
from curator.settings import Settings

_THEMES = {"system": N_("As the system"), "light": N_("Light"), "dark": N_("Dark"), "contrast": N_("High contrast")}


class PreferencesSheet(Sheet):
    """Name, colours, size of the text, letters of articles; the watched folder of the archive.

    Args:
        window: what it lies over.
        watching: watches the folder.

    Signals:
        name_kept(str): acts are to be signed with another name.
        names_kept(bool): names are to be looked for, or no longer.
    """

    name_kept = Signal(str)
    names_kept = Signal(bool)

    def __init__(self, window: QWidget, watching: Watching) -> None:
        super().__init__(window, _("Preferences"))
        self._kept = settings.load()
        self.name = QLineEdit(self._kept.name)
        self.name.setPlaceholderText(settings.actor(self._kept))
        self.colours = combo([(_(_THEMES[choice]), choice) for choice in CHOICES], theme().choice)
        factors = [(f"{round(factor * 100)} %", factor) for factor in TEXT_FACTORS]
        self.text_size = combo(factors, theme().text_factor)
        families = [(family, family) for family in QFontDatabase.families()]
        self.reader_font = combo([(_("Curator's choice"), ""), *families], self._kept.reader_font)
        sizes = [(_("%(n)d px") % {"n": size}, size) for size in SIZES]
        self.reader_px = combo([(_("As fits the window"), 0), *sizes], self._kept.reader_px)
        measures = [(_("%(n)d em") % {"n": measure}, measure) for measure in MEASURES]
        self.reader_measure = combo(measures, self._kept.reader_measure)
        form = Form()
        form.add(_("Your name"), self.name, _("Stands in the history of an archive beside what you do."))
        self.review = QCheckBox(_("Review imports before they enter"))
        self.review.setChecked(self._kept.review_imports)
        form.add(_("Imports"), self.review, _("Off: what can be read enters at once, and can be undone."))
        self.names = QCheckBox(_("Look for names while nothing else is done"))
        self.names.setChecked(self._kept.look_for_names)
        form.add(_("Suggestions"), self.names, _("Fills the list of suggestions. Nothing is tagged by itself."))
        self.watch = WatchChoice(watching)
        form.add(
            _("Watched folder"),
            self.watch,
            _("For this archive. New files in it are read and wait for review. They are not moved or altered."),
        )
        form.add(_("Colours"), self.colours)
        form.add(_("Size of the text"), self.text_size)
        form.add(_("Letters of articles"), self.reader_font)
        form.add(_("Their size"), self.reader_px, _("Ctrl++ and Ctrl+- change it while you read."))
        form.add(_("Longest line"), self.reader_measure)
        self.content.addWidget(form)
        self.content.addStretch(1)
        self.name.editingFinished.connect(self._keep_name)
        self.review.toggled.connect(lambda on: self._keep(replace(self._kept, review_imports=on)))
        self.names.toggled.connect(self._keep_names)
        self.colours.activated.connect(self._keep_theme)
        self.text_size.activated.connect(self._keep_size)
        for choice in (self.reader_font, self.reader_px, self.reader_measure):
            choice.activated.connect(self._keep_reading)
        self.add_button(_("Close"), primary=True)
        self.accepted.connect(self.close_sheet)

    def _keep_name(self) -> None:
        name = self.name.text().strip()
        if name != self._kept.name:
            self._keep(replace(self._kept, name=name))
            self.name_kept.emit(settings.actor(self._kept))

    def _keep_names(self, on: bool) -> None:
        self._keep(replace(self._kept, look_for_names=on))
        self.names_kept.emit(on)

    def _keep_theme(self) -> None:
        choice = self.colours.currentData()
        self._keep(replace(self._kept, theme=choice))
        theme().choose(choice)

    def _keep_size(self) -> None:
        factor = self.text_size.currentData()
        self._keep(replace(self._kept, text_percent=round(factor * 100)))
        theme().set_text_factor(factor)

    def _keep_reading(self) -> None:
        font, px, measure = (box.currentData() for box in (self.reader_font, self.reader_px, self.reader_measure))
        self._keep(replace(self._kept, reader_font=font, reader_px=px, reader_measure=measure))
        # The reader takes its letters anew with the theme.
        theme().changed.emit()

    def _keep(self, changed: Settings) -> None:
        # Another sheet may have kept keys since this one was opened.
        self._kept = replace(changed, shortcuts=settings.load().shortcuts)
        settings.save(self._kept)


def apply_look() -> None:
    """Give the theme what the user chose; what does not exist (any more) is passed over."""
    kept = settings.load()
    if kept.theme in CHOICES:
        theme().choose(kept.theme)
    if kept.text_percent / 100 in TEXT_FACTORS:
        theme().set_text_factor(kept.text_percent / 100)
