"""Acts of the window that first ask something: which files, where to, what to set."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from curator.gui.kinds import KINDS
from curator.gui.sheets.about import AboutSheet
from curator.gui.sheets.import_report import ImportReportSheet
from curator.gui.sheets.key_help import KeyHelpSheet
from curator.gui.sheets.preferences import PreferencesSheet
from curator.gui.sheets.shortcuts import ShortcutsSheet
from curator.gui.views.prepared_article import provenance
from curator.i18n import _

if TYPE_CHECKING:
    from curator.gui.window import Window


def import_files(window: Window) -> None:
    """Ask for files and import them."""
    names, _filter = QFileDialog.getOpenFileNames(window, _("Import files"))
    window.reviews.take([Path(name) for name in names])


def import_folder(window: Window) -> None:
    """Ask for a folder and import what is in it."""
    name = QFileDialog.getExistingDirectory(window, _("Import a folder"))
    window.reviews.take([Path(name)] if name else [])


def paste(window: Window) -> None:
    """Import what is in the clipboard as an article."""
    if not window.reviews.paste(QGuiApplication.clipboard().mimeData()):
        window.activity.say(_("The clipboard holds no text to make an article of."), "warn")


def review(window: Window) -> None:
    """Show the review of what is being read, else the newest that waits; else what did not go in."""
    if not window.reviews.show_running():
        if window.reviews.reviewing.waiting:
            window.reviews.show()
        elif has_report(window):
            report(window)


def has_review(window: Window) -> bool:
    """Something waits in a review, or did not go in."""
    return bool(window.reviews.reviewing.waiting) or has_report(window)


def in_review(act: str) -> Callable[[Window], None]:
    """Return what does an act of the review that is shown."""

    def run(window: Window) -> None:
        if window.reviews.page is not None:
            window.reviews.page.acts.do(act)

    return run


def is_reviewing(window: Window) -> bool:
    """A review is shown."""
    return window.reviews.is_shown


def has_report(window: Window) -> bool:
    """Something did not go in by the import that runs, or by the last one."""
    return bool(window.imports.refusals())


def report(window: Window) -> None:
    """Show what did not go in, with the reasons."""
    sheet = ImportReportSheet(window, window.imports.refusals())
    sheet.retry_wanted.connect(window.imports.start)
    sheet.dismissed.connect(window.imports.forget)
    sheet.open_sheet()


def export(window: Window) -> None:
    """Ask what leaves, in which format, and where to."""
    # Only now: formats take memory that few starts need.
    from curator.gui.sheets.export import ExportSheet

    listing, listed, selected = window.articles.listing, window.articles.ids(), window.table.selected_ids()
    say, fail = window.activity.say, window.show_error
    ExportSheet(window, window.session, window.works, listing, listed, selected, say, fail).open_sheet()


def has_article(window: Window) -> bool:
    """An article is open in the reader."""
    return window.reader.reading is not None and not window.arrangement.is_covered


def print_article(window: Window) -> None:
    """Show how the open article will be printed with its pictures, and print it from there."""
    reading = window.reader.reading
    if reading is None:
        return
    # Only now: Qt's printing takes time and memory that few starts need.
    from curator.gui.printing import preview, printed_pictures

    window.session.read(
        "print",
        lambda context, interrupt: printed_pictures(context, interrupt, reading.article.id),
        lambda pictures: preview(reading, provenance(reading), pictures, window),
    )


def inspector_page(place: int) -> Callable[[Window], None]:
    """Return what shows a page of the inspector (0 for the first) and leads into it."""

    def run(window: Window) -> None:
        window.inspector.setVisible(True)
        window.inspector.show_tab(place)
        window.inspector.focus_first()

    return run


def tag_passage(kind: str) -> Callable[[Window], None]:
    """Return what asks for a name of a kind for the current passage, as its letter does in the reader."""
    return lambda window: window.reader.text.key_wanted.emit(KINDS[kind].key.lower())


def focus_list(window: Window) -> None:
    """Lead to the list, or to the table of the page in its place."""
    if window.reviews.is_shown and window.reviews.page is not None:
        window.reviews.page.table.setFocus()
    elif window.names_page.shown is not None:
        window.names_page.focus_content()
    elif window.queue.is_shown:
        window.queue.focus_content()
    else:
        window.list_pane.focus_list()


def focus_text(window: Window) -> None:
    """Lead to the reader, or to what the page in its place shows."""
    if window.reviews.is_shown and window.reviews.page is not None:
        window.reviews.page.preview.focus_text()
    elif window.names_page.shown is not None:
        window.names_page.focus_content()
    elif window.queue.is_shown:
        window.queue.focus_content()
    else:
        window.reader.text.setFocus()


def preferences(window: Window) -> None:
    """Show what can be set."""
    sheet = PreferencesSheet(window, window.watching)
    sheet.name_kept.connect(window.session.sign)
    sheet.names_kept.connect(lambda on: window.name_scan.hurry() if on else window.name_scan.stop())
    sheet.open_sheet()


def shortcuts(window: Window) -> None:
    """Show the keys of all acts, to be changed."""
    sheet = ShortcutsSheet(window, window.menus.bindings)
    sheet.open_sheet()


def key_help(window: Window) -> None:
    """Show the keys of the pane that has the focus."""
    KeyHelpSheet(window, window.menus.pane(), window.menus.bindings).open_sheet()


def about(window: Window) -> None:
    """Show what Curator is, and under which licences it and its parts stand."""
    AboutSheet(window).open_sheet()
