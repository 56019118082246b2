"""The names of a file looked for at once: how often each stands in articles; each row leads to what was found."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from threading import Event

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from curator.errors import CuratorError
from curator.gui.models.name_hit_rows import HEADS, TIPS, NamesFound, about_all, about_one, cells, in_order
from curator.gui.session import Session
from curator.gui.sheets.form import combo
from curator.gui.tasks import Interrupt
from curator.gui.theme import theme
from curator.gui.widgets.banner import Banner
from curator.gui.widgets.eliding import ElidingLabel
from curator.gui.widgets.plain_table import PlainTable
from curator.gui.widgets.sheet import Sheet
from curator.gui.widgets.words import count_of, digits
from curator.i18n import _
from curator.operations import names_search
from curator.operations.context import Context
from curator.operations.names_search import NameHits
from curator.paths import display
from curator.writers import WriteReport

# More rows than anybody walks through; a table of all would take seconds to fill. The file that is written has all.
_MOST = 2_000
_TELL_MS = 150
_NUMBER, _NAME = 92, 0
_HIGH, _LEAST_HIGH = 320, 120


class NameSearchSheet(Sheet):
    """Looks for the names of a file and lists them; Enter searches for the name of a row.

    Args:
        window: what it lies over.
        session: the archive.

    Signals:
        found(NamesFound): the names were looked for, all or until that was stopped.
        query_wanted(str): search for what a row stands for.
    """

    found = Signal(object)
    query_wanted = Signal(str)

    def __init__(self, window: QWidget, session: Session) -> None:
        super().__init__(window, _("Names of a file"), _("how often each stands in articles"))
        self._session = session
        self.names: NamesFound | None = None
        self.shown: list[NameHits] = []
        # Written by the thread that looks, read by the timer: how many are done, of how many.
        self._progress = (0, 0)
        self._stop = Event()
        self._timer = QTimer(self)
        self._timer.setInterval(_TELL_MS)
        self._timer.timeout.connect(self._tell_progress)
        self.banner = Banner()
        self.about = ElidingLabel("", role="second")
        self.order = combo(
            [(_("In the order of the file"), None), *((_(head), at) for at, head in enumerate(HEADS))], None
        )
        self.order.setAccessibleName(_("Order of the names"))
        self.order.activated.connect(lambda _place: self._list())
        self.head.addWidget(self.order)
        self.table = _Names(_("Names"), [_(head) for head in HEADS], _NAME, dict.fromkeys(range(1, 6), _NUMBER))
        for column, words in enumerate(TIPS):
            self.table.model().setHeaderData(column, Qt.Orientation.Horizontal, _(words), Qt.ItemDataRole.ToolTipRole)
        self.table.horizontalHeader().sectionClicked.connect(self._sort_by)
        self.table.cellActivated.connect(lambda _row, _column: self.search())
        self.table.currentCellChanged.connect(lambda *_cells: self._tell_row())
        self.table.setMinimumHeight(theme().metrics.px(_LEAST_HIGH))
        self.detail = _TwoLines()
        for widget in (self.banner, self.about, self.table, self.detail):
            self.content.addWidget(widget, int(widget is self.table))
        self.file_button = self.add_button(_("Another file..."))
        self.file_button.clicked.connect(self.ask)
        self.stop_button = self.add_button(_("Stop"))
        self.stop_button.clicked.connect(self._stop.set)
        self.export_button = self.add_button(_("Write as a table..."))
        self.export_button.clicked.connect(self._ask_out)
        self.search_button = self.add_button(_("Search"), primary=True)
        self.accepted.connect(self.search)
        self.closed.connect(self._stop.set)
        self._turn(False)

    @property
    def is_looking(self) -> bool:
        """Whether names are being looked for."""
        return self._timer.isActive()

    def ask(self) -> None:
        """Ask for a file and look for its names."""
        kinds = _("Names, one a line or a table (*.txt *.csv *.tsv)")
        name, _filter = QFileDialog.getOpenFileName(
            self.window(), _("Search for the names of a file"), "", f"{kinds};;{_('All files (*)')}"
        )
        if name:
            self.look(Path(name))

    def look(self, path: Path) -> None:
        """Look for the names of a file in another thread; what was found before is kept when it cannot be read."""
        self.banner.hide()
        stop = self._stop
        stop.clear()
        self._progress = (0, 0)

        def ask(_context: Context, interrupt: Interrupt) -> NamesFound:
            names, hits = names_search.read_names(path), []

            def tick(done: int) -> None:
                interrupt()
                self._progress = (done, len(names))

            for each in names_search.search_names(self._session.finder, names, tick=tick):
                if stop.is_set():
                    break
                hits.append(each)
            return NamesFound(path.name, tuple(hits), len(names), datetime.now().strftime("%H:%M"))

        self.about.setText(_("Reading %s ...") % path.name)
        self._turn(True)
        self._session.read("names of a file", ask, self._found, self._fail)

    def show_names(self, names: NamesFound) -> None:
        """List names that were looked for."""
        self.names = names
        self._turn(False)
        self._list()

    def search(self) -> None:
        """Search for the name of the current row, with what else was found of it."""
        hits = self._current()
        if hits and hits.query:
            self.close_sheet()
            self.query_wanted.emit(hits.query)

    def write(self, out: Path) -> None:
        """Write all rows to a table (CSV) in the order that is shown; that a file may go has been asked."""
        names, column = self.names, self.order.currentData()
        if names is None:
            return

        def done(report: WriteReport) -> None:
            if not self.isHidden():
                self.banner.say(_("Written: %s") % display(report.path), tone="ok")

        self._session.read(
            "names table",
            lambda _context, _interrupt: names_search.write_table(in_order(names.hits, column), out, replace=True),
            done,
            self._fail,
        )

    def _found(self, names: NamesFound) -> None:
        # Who has closed the sheet has given it up.
        if not self.isHidden():
            self.show_names(names)
            self.found.emit(names)

    def _fail(self, error: BaseException) -> None:
        if self.isHidden():
            return
        words = f"{error.message} {error.hint}" if isinstance(error, CuratorError) else str(error)
        self.banner.say(words.strip(), tone="error")
        self._turn(False)
        self.about.setText(self._summary())

    def _list(self) -> None:
        if self.names is None:
            return
        current, column = self._current(), self.order.currentData()
        self.shown = in_order(self.names.hits, column)[:_MOST]
        at = self.shown.index(current) if current in self.shown else 0
        self.table.show_rows([cells(hits) for hits in self.shown], at, [about_one(hits) for hits in self.shown])
        for row, hits in enumerate(self.shown):
            item = self.table.item(row, _NAME)
            if item is not None:
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{hits.name}. {about_one(hits)}")
        self.about.setText(self._summary())
        self._tell_row()

    def _summary(self) -> str:
        if self.names is None:
            return ""
        words = f"{self.names.file}: {about_all(self.names)}"
        if len(self.names.hits) > len(self.shown):
            words += " · " + _("the first %(n)s are listed") % {"n": digits(_MOST)}
        return words

    def _sort_by(self, column: int) -> None:
        self.order.setCurrentIndex(self.order.findData(column))
        self._list()

    def _current(self) -> NameHits | None:
        row = self.table.currentRow()
        return self.shown[row] if 0 <= row < len(self.shown) else None

    def _tell_row(self) -> None:
        hits = self._current()
        self.detail.say(about_one(hits) if hits else "")
        self.search_button.setEnabled(bool(hits and hits.query))

    def _tell_progress(self) -> None:
        done, total = self._progress
        if total:
            self.about.setText(_("Looking for names: %s") % count_of(done, total))

    def _turn(self, is_looking: bool) -> None:
        """Offer what can be done while names are looked for, or when they are not."""
        has_focus = self.isVisible() and not self.table.hasFocus()
        self.stop_button.setVisible(is_looking)
        self.file_button.setVisible(not is_looking)
        self.order.setEnabled(not is_looking)
        self.export_button.setEnabled(not is_looking and self.names is not None)
        self.search_button.setEnabled(not is_looking and self._current() is not None)
        (self._timer.start if is_looking else self._timer.stop)()
        if is_looking:
            self.stop_button.setFocus()
        elif has_focus:
            (self.table if self.shown or self.banner.isHidden() else self.file_button).setFocus()

    def _ask_out(self) -> None:
        proposed = f"{Path(self.names.file).stem if self.names else ''}-found.csv"
        name, _filter = QFileDialog.getSaveFileName(self.window(), _("Write as a table"), proposed, _("Table (*.csv)"))
        if name:
            self.write(Path(name) if Path(name).suffix else Path(f"{name}.csv"))


class _Names(PlainTable):
    """Gives way to the line about its row where letters are large: that must not go out of sight."""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme().metrics.px(_HIGH))


class _TwoLines(QLabel):
    """Wrapped words on two lines always: a height that follows the width would make the sheet scroll."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "second")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setMinimumWidth(1)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)

    def hasHeightForWidth(self) -> bool:
        return False

    def say(self, words: str) -> None:
        """Show other words; what has no room is in the tool tip."""
        self.setText(words)
        self.setToolTip(words)
        self.setFixedHeight(2 * self.fontMetrics().lineSpacing())
