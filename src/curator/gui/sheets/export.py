"""Export: what leaves, what is held back and why, before the button."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from curator.errors import Cancelled
from curator.gui import recent
from curator.gui.models.listing import Listing
from curator.gui.session import Session
from curator.gui.sheets.export_choices import Choice, kept, of_window
from curator.gui.sheets.form import Form, combo, paragraph
from curator.gui.sheets.leaving import LeavingFacts
from curator.gui.theme import theme
from curator.gui.widgets.buttons import PushButton
from curator.gui.widgets.eliding import ElidingLabel
from curator.gui.widgets.sheet import Sheet
from curator.gui.work import Work, Works
from curator.i18n import _, ngettext
from curator.model.progress import ProgressSink
from curator.operations import export
from curator.operations.context import Context
from curator.operations.export import Leaving, Options
from curator.paths import display
from curator.writers import Writer, WriteReport, writers

_ICONS = {"jsonl": "list", "csv": "table", "xlsx": "columns", "site": "globe", "package": "archive-box"}


class ExportSheet(Sheet):
    """Formats at the left; at the right which articles, how many leave, what they take along, and where to.

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
        self._folder, remembered = recent.export()
        # The name that was proposed last: one that was typed is kept.
        self._proposed = ""
        self._formats = writers()
        title = session.archive.folder.path.name.removesuffix(".curator")
        self._choices = of_window(listing, listed, selected, title)
        self._format = QButtonGroup(self)
        self.what = combo([(choice.words, choice) for choice in self._choices], self._choices[0])
        self.only_open = QCheckBox(_("Hold back what is not open"))
        self.originals = QCheckBox(_("The files as received"))
        self.originals.setChecked(True)
        self.text = QCheckBox(_("The text as the last column"))
        self.packed = combo([(_("One zip file"), ".zip"), (_("A folder"), "")], ".zip")
        self.path = QLineEdit()
        self.replace = QCheckBox(_("Replace what is there"))
        self.facts = LeavingFacts()
        self._about = paragraph("", "faint")
        self._lay_out(remembered)
        self.go = self.add_button(_("Export"), primary=True)
        self._connect()
        self._session.read("kept choices", lambda context, _interrupt: kept(context), self._offer)
        self._chosen()

    @property
    def writer(self) -> Writer:
        """The format that is chosen."""
        return self._formats[self._format.checkedId()]

    @property
    def choice(self) -> Choice:
        """Which articles are chosen."""
        found = self.what.currentData()
        assert isinstance(found, Choice)
        return found

    def open_sheet(self, first: QWidget | None = None) -> None:
        """Show the sheet, with the focus on the format that is chosen."""
        super().open_sheet(first or self._format.checkedButton())

    def choose_format(self, name: str) -> None:
        """Choose a format by the name of its writer."""
        place = next(place for place, writer in enumerate(self._formats) if writer.name == name)
        self._format.button(place).setChecked(True)
        self._chosen()

    def _lay_out(self, remembered: str) -> None:
        formats, right, metrics = QVBoxLayout(), QVBoxLayout(), theme().metrics
        formats.setSpacing(metrics.space_xs)
        for place, writer in enumerate(self._formats):
            row = _format_row(writer)
            self._format.addButton(row, place)
            row.setChecked(place == 0 or writer.name == remembered)
            formats.addWidget(row)
        formats.addWidget(self._about)
        formats.addStretch(1)
        form = Form()
        form.add(_("Articles"), self.what)
        # As wide as there is room, however long the name of a collection is.
        self.what.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.what.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        right.setSpacing(metrics.space_m)
        for part in (form, self.facts, self.only_open, self.originals, self.text):
            right.addWidget(part)
        right.addStretch(1)
        place_row = QHBoxLayout()
        choose = PushButton(_("Choose..."))
        choose.clicked.connect(self._ask_path)
        self.path.setAccessibleName(_("Save as"))
        self.packed.setAccessibleName(_("Written as"))
        for control, stretch in (
            (ElidingLabel(_("Save as"), hug=True), 0),
            (self.path, 1),
            (self.packed, 0),
            (choose, 0),
        ):
            place_row.addWidget(control, stretch)
        right.addLayout(place_row)
        right.addWidget(self.replace)
        both = QHBoxLayout()
        both.setSpacing(metrics.space_xxl)
        both.addLayout(formats, 2)
        both.addLayout(right, 3)
        self.content.addLayout(both)
        # Counts come after the sheet is open: room for them is kept.
        both.addStrut(metrics.px(340))
        self.add_cancel()

    def _connect(self) -> None:
        self.accepted.connect(self._start)
        self.what.activated.connect(lambda _place: self._chosen())
        self.packed.activated.connect(lambda _place: self._propose())
        self._format.idClicked.connect(lambda _place: self._chosen())
        self.only_open.toggled.connect(lambda _on: self._count())
        self.path.textChanged.connect(lambda _words: self._look())

    def _offer(self, groups: list[list[Choice]]) -> None:
        """Offer the collections and saved searches of the archive, too."""
        for choices in filter(None, groups):
            self.what.insertSeparator(self.what.count())
            for choice in choices:
                self.what.addItem(choice.words, choice)

    def _chosen(self) -> None:
        """Another format or another choice of articles: count anew, and name the file after them."""
        name = self.writer.name
        self.replace.setChecked(False)
        self._about.setText(_details(self.writer))
        self.only_open.setVisible(not getattr(self.writer, "only_open", False))
        self.originals.setVisible(name == "package")
        self.packed.setVisible(name == "package")
        self.text.setVisible(name == "csv")
        self._propose()
        self._count()

    def _propose(self) -> None:
        """Name the file after what is chosen, unless a name was typed; its suffix follows the format."""
        suffix = self.packed.currentData() if self.writer.name == "package" else self.writer.suffix
        now = Path(self.path.text())
        folder = now.parent if self.path.text() else Path(self._folder or Path.home())
        known = {".zip", *(writer.suffix for writer in self._formats)} - {""}
        stem = now.stem if now.suffix in known else now.name
        typed = bool(stem) and stem != self._proposed
        self._proposed = self._proposed if typed else self.choice.name
        self.path.setText(str(folder / f"{stem if typed else self.choice.name}{suffix}"))

    def _count(self) -> None:
        writer, choice, only_open = self.writer, self.choice, self.only_open.isChecked()
        self._session.read(
            "leaving",
            lambda context, _interrupt: export.leaving(
                context, writer.name, choice.ids, choice.query, choice.collection, only_open
            ),
            self._tell,
        )

    def _tell(self, found: Leaving) -> None:
        self.facts.show_found(found)
        words = ngettext(
            "The %(n)d file as received, %(size)s", "The %(n)d files as received, %(size)s", found.originals
        )
        size = QLocale().formattedDataSize(found.original_bytes, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
        self.originals.setText(words % {"n": found.originals, "size": size})
        words = ngettext("Export %(n)d article", "Export %(n)d articles", found.articles) % {"n": found.articles}
        self.go.setText(words)
        self._leaves = found.articles
        self._look()

    def _look(self) -> None:
        """See whether it can be written where it is to go."""
        out = Path(self.path.text()).expanduser()
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
        out, writer, choice = Path(self.path.text()).expanduser(), self.writer, self.choice
        archive, replace = self._session.archive, self.replace.isChecked()
        options = Options(self.only_open.isChecked(), self.originals.isChecked(), self.text.isChecked())

        def run(progress: ProgressSink) -> WriteReport:
            context = Context(archive, progress)
            query, collection = choice.query, choice.collection
            return export.export(context, out, writer.name, query, collection, replace, choice.ids, options)

        recent.remember_export(out.parent, writer.name)
        work = Work(_("Exporting %(what)s") % {"what": choice.words}, run)
        say, fail = self._say, self._fail
        work.done.connect(lambda report: say(_ended(report), "ok"))
        work.failed.connect(lambda error: _failed(error, say, fail))
        self._works.start(work, "export")
        self.close_sheet()


def _format_row(writer: Writer) -> PushButton:
    title = writer.label.partition(" (")[0]
    row = PushButton(title[:1].upper() + title[1:], _ICONS.get(writer.name, "file"))
    row.setCheckable(True)
    row.setAccessibleDescription(_details(writer))
    row.setProperty("choice", True)
    return row


def _details(writer: Writer) -> str:
    """Return what a writer's label adds to its name in brackets, as a sentence."""
    detail = writer.label.partition(" (")[2].removesuffix(")")
    return f"{detail[:1].upper()}{detail[1:]}." if detail else ""


def _ended(report: object) -> str:
    assert isinstance(report, WriteReport)
    words = ngettext("%(n)d article written to %(path)s", "%(n)d articles written to %(path)s", report.count)
    said = words % {"n": report.count, "path": display(report.path)}
    if not report.held_back:
        return said
    held = ngettext("%(n)d held back", "%(n)d held back", report.held_back) % {"n": report.held_back}
    return f"{said}, {held}"


def _failed(error: BaseException, say: Callable[[str, str], None], fail: Callable[[BaseException], None]) -> None:
    if isinstance(error, Cancelled):
        say(_("The export was stopped. No file was written."), "warn")
    else:
        fail(error)
