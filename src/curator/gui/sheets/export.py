"""Export: what leaves, what is held back and why, before the button."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QButtonGroup, QCheckBox, QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from curator.errors import Cancelled
from curator.gui.models.listing import Listing
from curator.gui.session import Session
from curator.gui.sheets.form import Form, caption, combo, paragraph
from curator.gui.theme import theme
from curator.gui.widgets.buttons import PushButton
from curator.gui.widgets.eliding import ElidingLabel
from curator.gui.widgets.sheet import Sheet
from curator.gui.widgets.symbol import Symbol
from curator.gui.work import Work, Works
from curator.i18n import N_, _, ngettext
from curator.model.progress import ProgressSink
from curator.operations import export
from curator.operations.context import Context
from curator.operations.export import Leaving
from curator.paths import display
from curator.search import Filters
from curator.writers import Writer, WriteReport, writers

_ICONS = {"jsonl": "list", "csv": "table", "xlsx": "columns", "site": "globe", "package": "archive-box"}
_WHY = {
    "restricted": N_("Restricted"),
    "embargo": N_("Under embargo"),
    "closed": N_("Closed"),
}


class ExportSheet(Sheet):
    """Formats at the left; at the right which articles, how many leave, and where to.

    Args:
        window: what it lies over.
        session: the archive.
        works: where the export runs, once the sheet is gone.
        listing: what the list shows, and `listed` the ids in it.
        selected: the ids of the selected articles.
        say: told in words how the export ended, and the tone ("ok", "warn"); the sheet is gone by then.
        fail: told of what was raised.
    """

    def __init__(
        self,
        window: QWidget,
        session: Session,
        works: Works,
        listing: Listing,
        listed: Sequence[int],
        selected: Sequence[int],
        say: Callable[[str, str], None],
        fail: Callable[[BaseException], None],
    ) -> None:
        super().__init__(window, _("Export"))
        self._session, self._works = session, works
        self._say, self._fail = say, fail
        self._leaves = 0
        self._title = session.archive.folder.path.name.removesuffix(".curator")
        self._formats = writers()
        self._choices: list[tuple[str, Sequence[int] | None, str]] = _choices(listing, listed, selected, self._title)
        self._format = QButtonGroup(self)
        self.what = combo([(words, number) for number, (words, _ids, _name) in enumerate(self._choices)], 0)
        self.path = QLineEdit()
        self.replace = QCheckBox(_("Replace what is there"))
        self._facts = QVBoxLayout()
        self._about = paragraph("", "faint")
        self._lay_out()
        self.go = self.add_button(_("Export"), primary=True)
        self.accepted.connect(self._start)
        self.what.activated.connect(lambda _place: self._chosen())
        self._format.idClicked.connect(lambda _place: self._chosen())
        self.path.textChanged.connect(lambda _words: self._look())
        self._chosen()

    @property
    def writer(self) -> Writer:
        """The format that is chosen."""
        return self._formats[self._format.checkedId()]

    def choose_format(self, name: str) -> None:
        """Choose a format by the name of its writer."""
        place = next(place for place, writer in enumerate(self._formats) if writer.name == name)
        self._format.button(place).setChecked(True)
        self._chosen()

    def _lay_out(self) -> None:
        formats, right = QVBoxLayout(), QVBoxLayout()
        formats.setSpacing(theme().metrics.space_xs)
        for place, writer in enumerate(self._formats):
            row = _format_row(writer)
            self._format.addButton(row, place)
            row.setChecked(place == 0)
            formats.addWidget(row)
        formats.addWidget(self._about)
        formats.addStretch(1)
        form = Form()
        form.add(_("Articles"), self.what)
        right.addWidget(form)
        right.addSpacing(theme().metrics.space_m)
        right.addWidget(caption(_("What leaves")))
        self._facts.setSpacing(theme().metrics.space_m)
        right.setSpacing(theme().metrics.space_m)
        right.addLayout(self._facts)
        right.addStretch(1)
        place_row = QHBoxLayout()
        choose = PushButton(_("Choose..."))
        choose.clicked.connect(self._ask_path)
        self.path.setAccessibleName(_("Save as"))
        for part, stretch in ((ElidingLabel(_("Save as"), hug=True), 0), (self.path, 1), (choose, 0)):
            place_row.addWidget(part, stretch)
        right.addLayout(place_row)
        right.addWidget(self.replace)
        both = QHBoxLayout()
        both.setSpacing(theme().metrics.space_xxl)
        both.addLayout(formats, 2)
        both.addLayout(right, 3)
        self.content.addLayout(both)
        # Counts come after the sheet is open: room for them is kept.
        both.addStrut(theme().metrics.px(340))
        self.add_cancel()

    def _chosen(self) -> None:
        """Another format or another choice of articles: count anew, and name the file after them."""
        writer, ids = self.writer, self._choices[self.what.currentIndex()][1]
        suffix = ".zip" if writer.name == "package" else writer.suffix
        folder = Path(self.path.text()).parent if self.path.text() else Path.home()
        self.path.setText(str(folder / f"{self._choices[self.what.currentIndex()][2]}{suffix}"))
        self.replace.setChecked(False)
        self._about.setText(_details(writer))
        self._session.read("leaving", lambda context, _interrupt: export.leaving(context, writer.name, ids), self._tell)

    def _tell(self, found: Leaving) -> None:
        clear(self._facts)
        self._fact("check-circle", "ok", _("Leave"), found.articles)
        for access, number in sorted(found.held_back.items()):
            words = _("%(access)s: held back")
            self._fact("lock", "warn", words % {"access": _(_WHY.get(access, access))}, number)
        if found.closed:
            self._fact(
                "triangle-alert", "warn", _("Not open, and leave all the same: for your own use only"), found.closed
            )
        words = ngettext("Export %(n)d article", "Export %(n)d articles", found.articles) % {"n": found.articles}
        self.go.setText(words)
        self._leaves = found.articles
        self._look()

    def _fact(self, icon: str, ink: str, words: str, number: int) -> None:
        row = QHBoxLayout()
        for part, stretch in (
            (Symbol(icon, ink), 0),
            (ElidingLabel(words), 1),
            (ElidingLabel(str(number), hug=True), 0),
        ):
            row.addWidget(part, stretch)
        self._facts.addLayout(row)

    def _look(self) -> None:
        """See whether it can be written where it is to go."""
        out = Path(self.path.text())
        there = out.exists() and not (out.is_dir() and not any(out.iterdir()))
        self.replace.setVisible(there)
        self.set_note(_("%(name)s is there already.") % {"name": display(out.name)} if there else "")
        self.go.setEnabled(bool(self.path.text().strip()) and self._leaves > 0)

    def _ask_path(self) -> None:
        name, _filter = QFileDialog.getSaveFileName(
            self, _("Save as"), self.path.text(), options=QFileDialog.Option.DontConfirmOverwrite
        )
        if name:
            self.path.setText(name)

    def _start(self) -> None:
        out, writer = Path(self.path.text()).expanduser(), self.writer
        words, ids, _name = self._choices[self.what.currentIndex()]
        archive, replace = self._session.archive, self.replace.isChecked()

        def run(progress: ProgressSink) -> WriteReport:
            return export.export(Context(archive, progress), out, writer.name, replace=replace, ids=ids)

        work = Work(_("Exporting %(what)s") % {"what": words}, run)
        say, fail = self._say, self._fail
        work.done.connect(lambda report: say(_ended(report), "ok"))
        work.failed.connect(lambda error: _failed(error, say, fail))
        self._works.start(work, "export")
        self.close_sheet()


def clear(column: QVBoxLayout) -> None:
    """Take all rows out of a column."""
    while (row := column.takeAt(0)) is not None:
        inside = row.layout()
        while inside is not None and (part := inside.takeAt(0)) is not None:
            widget = part.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def _choices(
    listing: Listing, listed: Sequence[int], selected: Sequence[int], title: str
) -> list[tuple[str, Sequence[int] | None, str]]:
    """Return what can be exported: in words, its ids (None: the whole archive), and a name for the file."""
    found: list[tuple[str, Sequence[int] | None, str]] = []
    if len(selected) > 1:
        words = ngettext("%(n)d selected article", "%(n)d selected articles", len(selected)) % {"n": len(selected)}
        found.append((words, selected, f"{title} - {_('selection')}"))
    if listed and not listing.trash and (listing.query or listing.filters != Filters()):
        found.append((_("The list “%(title)s”") % {"title": listing.title}, listed, _file_name(listing.title)))
    found.append((_("The whole archive"), None, title))
    if len(selected) == 1:
        found.append((_("The selected article"), selected, f"{title} - {_('selection')}"))
    return found


def _file_name(title: str) -> str:
    return "".join("-" if letter in '/\\:*?"<>|' else letter for letter in title).strip() or _("export")


def _format_row(writer: Writer) -> PushButton:
    title = writer.label.partition(" (")[0]
    row = PushButton(title[:1].upper() + title[1:], _ICONS.get(writer.name, "file"))
    row.setCheckable(True)
    row.setAccessibleDescription(_details(writer))
    row.setStyleSheet("text-align: left;")
    return row


def _details(writer: Writer) -> str:
    """Return what a writer's label adds to its name in brackets, as a sentence."""
    detail = writer.label.partition(" (")[2].removesuffix(")")
    return f"{detail[:1].upper()}{detail[1:]}." if detail else ""


def _ended(report: object) -> str:
    assert isinstance(report, WriteReport)
    words = ngettext("%(n)d article written to %(path)s", "%(n)d articles written to %(path)s", report.count)
    return words % {"n": report.count, "path": display(report.path)}


def _failed(error: BaseException, say: Callable[[str, str], None], fail: Callable[[BaseException], None]) -> None:
    if isinstance(error, Cancelled):
        say(_("The export was stopped. No file was written."), "warn")
    else:
        fail(error)
