"""Frozen lists in the window: made of what is listed, looked at, written to a file, found again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from curator.gui.acts import open_article
from curator.gui.models.fixed_lists import frozen_list
from curator.gui.models.listing import Listing
from curator.i18n import _
from curator.model.result_list import ResultList
from curator.operations import kept_filters, result_lists
from curator.operations.context import Context
from curator.operations.result_lists import ShownList

if TYPE_CHECKING:
    from curator.gui.window import Window
    from curator.writers import WriteReport


def can_freeze(window: Window) -> bool:
    """Something is listed that a query finds."""
    listing, is_writable = window.articles.listing, bool(window.session.archive.writable)
    return (
        is_writable and not listing.is_fixed and bool(window.articles.rowCount()) and not window.arrangement.is_covered
    )


def freeze(window: Window) -> None:
    """Ask for a title, and keep what is listed under it."""
    from curator.gui.sheets.freeze import FreezeSheet

    listing, finder = window.articles.listing, window.session.finder

    def keep(title: str, note: str) -> None:
        window.session.write(
            lambda _context: result_lists.freeze(
                finder, title, listing.query, listing.sort, listing.filters, note or None
            ),
            lambda _made: window.activity.say(_("Frozen: %(title)s") % {"title": title}, undoable=True),
        )

    sheet = FreezeSheet(window, window.articles.rowCount(), window.searching.whole_query())
    sheet.kept.connect(keep)
    sheet.open_sheet(sheet.title)


def is_shown(window: Window) -> bool:
    """A frozen list is listed."""
    return bool(window.articles.listing.frozen) and not window.arrangement.is_covered


def show(window: Window) -> None:
    """Show when and by whom the list was frozen, and what became of its articles."""
    list_id = window.articles.listing.frozen

    def opened(record: ResultList | None) -> None:
        if record is not None:
            _open_sheet(window, record)

    window.session.read("frozen record", lambda context, _interrupt: frozen_list(context, list_id), opened)


def find_again(window: Window, shown: ShownList) -> None:
    """List what the query of a list finds now."""
    record = shown.record

    def listed(context: Context, _interrupt: object) -> Listing:
        filters = kept_filters.from_text(context.archive.read(), record.filters)
        return Listing(_("Search"), record.query, filters, record.sort, is_search=True)  # type: ignore[arg-type]

    window.session.read("find again", listed, window.list_articles)


def export(window: Window, record: ResultList) -> None:
    """Ask for a file, and write the list to it: a table, or JSON Lines with all that was kept."""
    kinds = {_("Table (*.csv)"): "csv", _("JSON Lines, with query and hash (*.jsonl)"): "jsonl"}
    proposed = "".join("-" if letter in '/\\:*?"<>|' else letter for letter in record.title)
    name, kind = QFileDialog.getSaveFileName(window, _("Export the list"), f"{proposed}.csv", ";;".join(kinds))
    if not name:
        return
    form = "jsonl" if name.endswith(".jsonl") or kinds.get(kind) == "jsonl" else "csv"
    out = Path(name) if Path(name).suffix else Path(f"{name}.{form}")

    def write(context: Context, _interrupt: object) -> WriteReport:
        # The file chooser has asked already whether a file may be replaced.
        # Writers are loaded when something is written.
        from curator.operations import list_export

        return list_export.export_list(context, record, out, form, replace=True)  # type: ignore[arg-type]

    window.session.read("list export", write, lambda report: window.say(_("Written: %s") % report.path))


def _open_sheet(window: Window, record: ResultList) -> None:
    from curator.gui.sheets.frozen_list import FrozenListSheet

    sheet = FrozenListSheet(window, window.session, record)
    sheet.article_wanted.connect(lambda article_id: open_article(window, article_id))
    sheet.again_wanted.connect(lambda shown: find_again(window, shown))
    sheet.export_wanted.connect(lambda wanted: export(window, wanted))
    sheet.open_sheet(sheet.table)
