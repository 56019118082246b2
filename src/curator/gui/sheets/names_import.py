"""What names a file would bring, before they come in; what looks like a name on record waits for a decision."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableWidgetItem, QWidget

from curator.errors import CuratorError, Problem
from curator.gui.kinds import KINDS
from curator.gui.session import Session
from curator.gui.sheets.form import paragraph
from curator.gui.widgets.banner import Banner
from curator.gui.widgets.plain_table import PlainTable
from curator.gui.widgets.sheet import Sheet
from curator.gui.widgets.words import digits
from curator.i18n import _, ngettext
from curator.model.name_arrival import ArrivingName, NameArrivals
from curator.model.revision import Changes
from curator.operations import name_import
from curator.operations.merging import name_of_field

# The rest is counted: nobody reads on, and each row takes time.
_MOST = 400
_WHAT, _WHY = 2, 3


class NamesImportSheet(Sheet):
    """Shows the names of a file; Space decides about one that is doubtful.

    Args:
        window: what it lies over.
        session: the archive.
        file_name: for the title and the history.
        arrivals: what the file would bring.

    Signals:
        brought(str, str): what has come in, in words; the tone.
    """

    brought = Signal(str, str)

    def __init__(self, window: QWidget, session: Session, file_name: str, arrivals: NameArrivals) -> None:
        super().__init__(window, _("Import names"), file_name)
        self._session, self._file, self._arrivals = session, file_name, arrivals
        # The key of a doubtful entry -> the record that it is, or None for a new one; left out where it has none.
        self._decided: dict[str, int | None] = {}
        self._is_writing = False
        self.shown = sorted(arrivals.names, key=_rank)[:_MOST]
        self.banner = Banner()
        self.content.addWidget(self.banner)
        self.content.addWidget(paragraph(self._summary()))
        heads = (_("Name"), _("Kind"), _("What becomes of it"), _("Why"))
        self.table = PlainTable(_("Names in the file"), heads, _WHY, {0: 230, 1: 110, 2: 230})
        # What cannot come in stands before all, with the line of the file.
        lost = [("–", "", _("Cannot be read: left out"), each.message) for each in arrivals.problems[:_MOST]]
        self._lost = len(lost)
        self.table.show_rows([*lost, *(self._row(each) for each in self.shown)])
        self.table.installEventFilter(self)
        self.table.cellDoubleClicked.connect(lambda row, _column: self.decide(row))
        self.content.addWidget(self.table, 1)
        self.add_cancel()
        self.bring_button = self.add_button("", primary=True)
        self.accepted.connect(self.bring)
        if arrivals.counted("doubtful"):
            self.set_note(_("Space decides about a doubtful name: left out, the one on record, a new one"))
        self._tell()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Space decide about the current name; the table would only select it."""
        is_press = watched is self.table and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if is_press and event.key() == Qt.Key.Key_Space:  # type: ignore[attr-defined]
            self.decide(self.table.currentRow())
            return True
        return super().eventFilter(watched, event)

    def decide(self, row: int) -> None:
        """Decide otherwise about a doubtful name: left out, each record that it may be, a new one, in turn."""
        place = row - self._lost
        found = self.shown[place] if 0 <= place < len(self.shown) else None
        if found is None or found.verdict != "doubtful":
            return
        choices: list[int | None] = [*(each.id for each in found.like), None]
        key = found.entry.key
        if key not in self._decided:
            self._decided[key] = choices[0]
        elif self._decided[key] is None:
            del self._decided[key]
        else:
            self._decided[key] = choices[choices.index(self._decided[key]) + 1]
        # `row` is that of the table, lines that cannot be read among them.
        for column, words in enumerate(self._row(found)):
            item = self.table.item(row, column) or QTableWidgetItem()
            item.setText(words)
            item.setToolTip(words)
        self._tell()

    def bring(self) -> None:
        """Bring the names in, as one act."""
        if self._is_writing or not self._brings_anything():
            return
        self._is_writing = True
        arrivals, file_name, decided, number = self._arrivals, self._file, dict(self._decided), self._number()

        def done(result: tuple[Changes, list[Problem]]) -> None:
            words = ngettext("%(n)s name brought in.", "%(n)s names brought in.", number) % {"n": digits(number)}
            problems = [f"{each.message} {each.hint}".strip() for each in result[1]]
            self.close_sheet()
            self.brought.emit(" ".join([words, *problems[:1]]), "warn" if problems else "ok")

        self._session.write(
            lambda context: name_import.bring_in(context, arrivals, file_name, decided), done, self._fail
        )

    def _brings_anything(self) -> bool:
        return len(self._arrivals.names) > self._arrivals.counted("doubtful") or bool(self._decided)

    def _number(self) -> int:
        """Return how many names are new or gain something."""
        return sum(each.verdict == "new" or _gains(each) for each in self._arrivals.names) + len(self._decided)

    def _tell(self) -> None:
        number = self._number()
        words = ngettext("Bring in %(n)s name", "Bring in %(n)s names", number) % {"n": digits(number)}
        # Names that gain nothing themselves may still gain relations.
        self.bring_button.setText(words if number else _("Bring in relations"))
        self.bring_button.setEnabled(self._brings_anything() and self._session.archive.writable)

    def _summary(self) -> str:
        found = self._arrivals
        parts = [
            _("New: %s") % digits(found.counted("new")),
            _("On record already: %s") % digits(found.counted("same")),
            _("Doubtful: %s") % digits(found.counted("doubtful")),
        ]
        if found.problems:
            parts.append(_("Lines that cannot be read: %s") % digits(len(found.problems)))
        if len(found.names) > len(self.shown):
            parts.append(_("the first %s are shown, doubtful ones before all") % digits(len(self.shown)))
        return " · ".join(parts)

    def _row(self, name: ArrivingName) -> tuple[str, str, str, str]:
        return name.entry.name, KINDS[name.kind].name, self._what(name), _why(name)

    def _what(self, name: ArrivingName) -> str:
        if name.verdict == "new":
            return _("A new name")
        if name.verdict == "same":
            gains = ngettext("On record; gains %(n)d value", "On record; gains %(n)d values", name.brings)
            return gains % {"n": name.brings} if name.brings else _("On record, nothing new")
        if name.entry.key not in self._decided:
            return _("Doubtful: left out")
        decided = self._decided[name.entry.key]
        like = next((each.name for each in name.like if each.id == decided), "")
        return _("Is “%s”") % like if like else _("A new name")

    def _fail(self, error: BaseException) -> None:
        self._is_writing = False
        words = f"{error.message} {error.hint}" if isinstance(error, CuratorError) else str(error)
        self.banner.say(words.strip(), tone="error")


def _gains(name: ArrivingName) -> bool:
    return name.verdict == "same" and name.brings > 0


def _rank(name: ArrivingName) -> int:
    """Return where a name stands: what needs a person first, what changes nothing last."""
    tests = (name.verdict == "doubtful", bool(name.conflicts), name.verdict == "new", _gains(name), True)
    return tests.index(True)


def _why(name: ArrivingName) -> str:
    if name.verdict == "doubtful":
        return "; ".join(_("looks like %(name)s: %(why)s") % {"name": each.name, "why": each.why} for each in name.like)
    differing = [
        _("%(field)s: %(here)s stays, the file has %(there)s")
        % {"field": name_of_field(field), "here": here, "there": there}
        for field, (here, there) in name.conflicts.items()
    ]
    return "; ".join(differing)
