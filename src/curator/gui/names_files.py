"""Names to and from other programs: which file, what would come in, and doing it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from curator.gui.widgets.words import digits
from curator.i18n import N_, _, ngettext
from curator.paths import display

# What reads and writes is loaded when it is asked for: few starts need it.
if TYPE_CHECKING:
    from curator.gui.window import Window
    from curator.model.name_arrival import NameArrivals
    from curator.operations.name_export import NameFormat
    from curator.writers import WriteReport

_FORMATS: dict[NameFormat, str] = {
    "csv": N_("Table (*.csv)"),
    "skos-ttl": N_("SKOS, Turtle (*.ttl)"),
    "skos-xml": N_("SKOS, RDF/XML (*.rdf)"),
}


def export_names(window: Window) -> None:
    """Ask for a file, and write all names on record to it."""
    filters = {_(words): each for each, words in _FORMATS.items()}
    chosen, filter_ = QFileDialog.getSaveFileName(window, _("Export names"), "names.csv", ";;".join(filters))
    if chosen:
        write(window, Path(chosen), filters.get(filter_, "csv"))


def write(window: Window, out: Path, format_name: NameFormat) -> None:
    """Write all names on record to a file, in the format of its ending, else in `format_name`."""
    from curator.operations import name_export

    endings = name_export.SUFFIXES
    by_ending = next((each for each, ending in endings.items() if out.suffix.lower() == ending), None)
    wanted = by_ending or format_name
    path = out if by_ending else out.with_name(out.name + endings[wanted])

    def done(report: WriteReport) -> None:
        words = ngettext("%(n)s name written to %(file)s.", "%(n)s names written to %(file)s.", report.count)
        window.activity.say(words % {"n": digits(report.count), "file": display(path)}, "ok")

    # That a file which is there may go has been asked by the system's chooser.
    window.session.read(
        "export names",
        lambda context, _interrupt: name_export.export_names(context, path, wanted, replace=True),
        done,
        window.show_error,
    )


def import_names(window: Window) -> None:
    """Ask for a file with names, and show what would come in."""
    kinds = _("Names (*.csv *.ttl *.rdf *.xml)")
    chosen, _filter = QFileDialog.getOpenFileName(window, _("Import names"), "", f"{kinds};;{_('All files (*)')}")
    if chosen:
        preview(window, Path(chosen))


def preview(window: Window, path: Path) -> None:
    """Show what would come in from a file; nothing is written until that is confirmed."""
    from curator.operations import name_import

    def show(arrivals: NameArrivals) -> None:
        from curator.gui.sheets.names_import import NamesImportSheet

        sheet = NamesImportSheet(window, window.session, path.name, arrivals)
        sheet.brought.connect(lambda words, tone: window.activity.say(words, tone, undoable=True))
        sheet.open_sheet(sheet.table)

    window.activity.say(_("Reading %s ...") % path.name)
    window.session.read(
        "import names", lambda context, _interrupt: name_import.read(context, path), show, window.show_error
    )
