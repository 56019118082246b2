"""A frozen list: what was kept, when, by whom, its hash, and what became of its articles since."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from curator.errors import CuratorError
from curator.gui.session import Session
from curator.gui.sheets.form import paragraph
from curator.gui.widgets.plain_table import PlainTable
from curator.gui.widgets.sheet import Sheet
from curator.gui.widgets.words import digits
from curator.i18n import N_, _, ngettext
from curator.model.date_phrases import describe
from curator.model.dates import parse_edtf
from curator.model.result_list import ResultList
from curator.operations import result_lists
from curator.operations.context import Context
from curator.operations.result_lists import ListedNow, ShownList

_STATES = {"same": N_("As it was"), "changed": N_("Changed since"), "gone": N_("Gone")}


class FrozenListSheet(Sheet):
    """Shows a frozen list.

    Signals:
        article_wanted(int): open this article.
        again_wanted(ShownList): find the same now.
        export_wanted(ResultList): write it to a file.

    Args:
        window: what it lies over.
        record: the list.
    """

    article_wanted = Signal(int)
    again_wanted = Signal(object)
    export_wanted = Signal(object)

    def __init__(self, window: QWidget, session: Session, record: ResultList) -> None:
        super().__init__(window, record.title, record.query or _("All articles"))
        self._record = record
        self.shown: ShownList | None = None
        self._citation = ""
        self.about, self.state = paragraph(about(record)), paragraph(_("Looking..."), "strong")
        heads = (_("No."), _("State"), _("Date"), _("Title"))
        self.table = PlainTable(_("Articles of the list"), heads, 3, {0: 56, 1: 130, 2: 200})
        self.table.cellActivated.connect(lambda row, _column: self._open(row))
        for part in (self.about, self.state):
            self.content.addWidget(part)
        self.content.addWidget(self.table, 1)
        self.copy = self.add_button(_("Copy the citation"))
        self.copy.setEnabled(False)
        self.copy.clicked.connect(self._copy)
        self.add_button(_("Export...")).clicked.connect(self._export)
        self.add_button(_("Close")).clicked.connect(self.close_sheet)
        self.again = self.add_button(_("Find again now"), primary=True)
        self.again.setEnabled(False)
        self.accepted.connect(self._find_again)

        def ask(context: Context, _interrupt: object) -> tuple[ShownList, str]:
            return result_lists.show(session.finder, record.sha256), result_lists.citation(context, record)

        session.read("frozen list", ask, self._show, self._tell)

    def _show(self, found: tuple[ShownList, str]) -> None:
        self.shown, self._citation = found
        self.state.setText(" ".join((state_words(self.shown), *found_words(self.shown))))
        self.table.show_rows([_row(item) for item in self.shown.items])
        self.again.setEnabled(self.shown.added is not None)
        self.copy.setEnabled(True)

    def _tell(self, error: BaseException) -> None:
        self.state.setText(error.message if isinstance(error, CuratorError) else str(error))

    def _open(self, row: int) -> None:
        item = self.shown.items[row] if self.shown else None
        if item is not None and item.listed.article_id is not None and item.state != "gone":
            self.close_sheet()
            self.article_wanted.emit(item.listed.article_id)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._citation)
        self.set_note(_("Copied: %(citation)s") % {"citation": self._citation})

    def _export(self) -> None:
        self.export_wanted.emit(self._record)

    def _find_again(self) -> None:
        if self.shown is not None and self.again.isEnabled():
            self.close_sheet()
            self.again_wanted.emit(self.shown)


def about(record: ResultList) -> str:
    """Return when and by whom a list was frozen, and its hash."""
    words = ngettext(
        "%(n)s article, frozen %(when)s by %(name)s", "%(n)s articles, frozen %(when)s by %(name)s", record.total
    )
    when = record.frozen_at[:16].replace("T", " ") + " UTC"
    lines = [words % {"n": digits(record.total), "when": when, "name": record.frozen_by}, f"SHA-256 {record.sha256}"]
    return "\n".join([*lines, record.note] if record.note else lines)


def state_words(shown: ShownList) -> str:
    """Return what became of the articles of a list."""
    if not shown.is_whole:
        return _("This list is not as it was frozen: its hash does not fit it any more.")
    changed, gone = shown.count("changed"), shown.count("gone")
    parts = []
    if changed:
        words = ngettext("%(n)s article has changed since.", "%(n)s articles have changed since.", changed)
        parts.append(words % {"n": digits(changed)})
    if gone:
        parts.append(ngettext("%(n)s is gone.", "%(n)s are gone.", gone) % {"n": digits(gone)})
    return " ".join(parts) or _("All articles are as they were.")


def found_words(shown: ShownList) -> list[str]:
    """Return how what the query finds now differs from the list."""
    if shown.added is None:
        return [_("The query cannot be understood any more.")]
    words = []
    if shown.added:
        new = ngettext("%(n)s more is found now.", "%(n)s more are found now.", len(shown.added))
        words.append(new % {"n": digits(len(shown.added))})
    if shown.lost:
        lost = ngettext("%(n)s is not found any more.", "%(n)s are not found any more.", shown.lost)
        words.append(lost % {"n": digits(shown.lost)})
    return words


def _row(item: ListedNow) -> tuple[str, str, str, str]:
    listed = item.listed
    date = describe(parse_edtf(listed.published)) if listed.published else _("No date")
    return str(listed.position), _(_STATES[item.state]), date, listed.title or _("No title")
