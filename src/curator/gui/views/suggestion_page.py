"""The queue of suggestions across the archive: filter, table, and beside it the places of the current name."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from curator.gui import keys
from curator.gui.kinds import KINDS
from curator.gui.models.suggestion_list import SuggestionList, WantedNames
from curator.gui.panes import QUEUE
from curator.gui.session import Session
from curator.gui.theme import theme
from curator.gui.views.suggestion_preview import SuggestionPreview
from curator.gui.views.suggestion_table import SuggestionTable
from curator.gui.widgets.choice_chip import ChoiceFlow
from curator.gui.widgets.empty_state import EmptyState
from curator.gui.widgets.key_hints import Hint, KeyHints
from curator.gui.widgets.pane_head import PaneHead
from curator.gui.widgets.words import digits
from curator.i18n import N_, _, ngettext
from curator.model.authority import KINDS as RECORDS
from curator.operations import suggestion_queue
from curator.operations.name_contexts import NameContext
from curator.operations.suggestion_queue import QueuedName

_PLURALS = {
    "person": N_("People"),
    "organisation": N_("Organisations"),
    "event": N_("Events"),
    "place": N_("Places"),
    "theme": N_("Themes"),
}
_HINTS = (
    (("Enter",), N_("accept everywhere")),
    (("Shift Enter",), N_("choose articles")),
    (("Del",), N_("reject everywhere")),
    (("S",), N_("is a spelling of")),
    (("F2",), N_("change")),
    (("Tab",), N_("its places")),
)
_STANDINGS: dict[str, bool | None] = {"": None, "new": True, "known": False}
_PREVIEW = 0.4


class SuggestionPage(QWidget):
    """The page.

    Args:
        session: the archive.

    Signals:
        act_wanted(str): "accept", "choose", "reject", "variant" or "change" the current name; "menu".
        opened(NameContext): a place is to be shown in the reader.
        left(): Esc.
    """

    act_wanted = Signal(str)
    opened = Signal(object)
    left = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._is_looking = False
        self.setObjectName("list")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.names = SuggestionList(session, self)
        self.table = SuggestionTable(self.names)
        self.table.setAccessibleName(_("Suggested names"))
        self.preview = SuggestionPreview()
        self.head = PaneHead(_("Suggestions"), role="page")
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("Filter: words of a name, in any spelling"))
        self.line.setAccessibleName(_("Filter suggestions, in any spelling"))
        self.line.setClearButtonEnabled(True)
        self.line.installEventFilter(self)
        kinds = [("", _("All kinds"), ""), *((kind, _(_PLURALS[kind]), kind) for kind in RECORDS)]
        self.kinds = ChoiceFlow(_("Kinds of names"), kinds)
        standings = [("", _("All"), ""), ("new", _("New names"), ""), ("known", _("On record"), "")]
        self.standings = ChoiceFlow(_("New, or on record"), standings)
        self.empty = EmptyState("")
        self.pages = QStackedWidget()
        self._hints = KeyHints([Hint(keys_, _(does)) for keys_, does in _HINTS], Hint(("Esc",), _("back")))
        self._arrange()
        self._connect()
        self._retheme()

    def begin(self) -> None:
        """Show the queue, and take the focus."""
        self._choose()
        self.table.enter()

    def current(self) -> QueuedName | None:
        """Return the current name."""
        return self.table.current()

    def row_box(self) -> QRect:
        """Return where the current row is, in px of the window."""
        row = self.table.visualRect(self.table.currentIndex())
        return QRect(self.table.viewport().mapTo(self.window(), row.topLeft()), row.size())

    def tell_looking(self, is_looking: bool) -> None:
        """Say whether names are being looked for."""
        self._is_looking = is_looking
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Esc; choose a kind by its letter, new names by N, and all again by A."""
        letter = keys.letter(event, QUEUE).upper()
        kind = next((each for each in RECORDS if letter and KINDS[each].key == letter), "")
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit() if self.table.hasFocus() or not self.names.rowCount() else self.table.enter()
        elif kind:
            self.kinds.choose("" if self.kinds.value == kind else kind)
            self._choose()
        elif letter == "N":
            every = list(_STANDINGS)
            self.standings.choose(every[(every.index(self.standings.value) + 1) % len(every)])
            self._choose()
        elif letter == "A":
            self.kinds.choose("")
            self.standings.choose("")
            self.line.clear()
            self._choose()
        elif letter == "/":
            self.line.setFocus()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lead from the filter into the table by Down and Enter; Esc clears it, or leaves."""
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.table.enter()
                return True
            if event.key() == Qt.Key.Key_Escape:
                if self.line.text():
                    self.line.clear()
                else:
                    self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        """Give the places their share of the width."""
        super().showEvent(event)
        preview = round(self.width() * _PREVIEW)
        self._split.setSizes([self.width() - preview, preview])

    def _choose(self) -> None:
        new = _STANDINGS[self.standings.value]
        self.names.show(WantedNames(self.kinds.value, new, self.line.text()))

    def _show_current(self) -> None:
        name = self.current()
        self.preview.show_name(name, bool(self._session.archive.writable))
        if name is None:
            return

        def take(found: list[NameContext]) -> None:
            if self.current() == name:
                self.preview.show_contexts(found)

        self._session.read("contexts", lambda context, _stop: suggestion_queue.contexts(context, name), take)

    def _act(self, act: str) -> None:
        if act == "filter":
            self.line.setFocus()
        else:
            self.act_wanted.emit(act)

    def _tell(self) -> None:
        """Say how many names there are, and why there are none."""
        number = self.names.rowCount()
        words = ngettext("%(n)s name", "%(n)s names", number) % {"n": digits(number)}
        if self.names.has_more:
            words = _("the first %(n)s names") % {"n": digits(number)}
        facts = [words] if self.names.is_read and (number or not self._is_looking) else []
        facts += [_("looking for names ...")] if self._is_looking else []
        self.head.set_title(_("Suggestions"), " · ".join(facts))
        is_empty = not number and self.names.is_read
        if is_empty:
            self.empty.set_words(*self._why_empty())
        self.pages.setCurrentIndex(int(is_empty))

    def _why_empty(self) -> tuple[str, str]:
        if self.names.wanted != WantedNames():
            return _("No suggestion is like that."), _("A shows all kinds again.")
        if self._is_looking:
            return _("Looking for names ..."), _("What is found stands here. It can be stopped in the strip below.")
        return (
            _("Nothing to decide."),
            _("Names that stand in the articles, and are not tagged there, are listed here. None is tagged by itself."),
        )

    def _connect(self) -> None:
        for flow in (self.kinds, self.standings):
            flow.chosen.connect(lambda _name: self._choose())
        self.line.textChanged.connect(lambda _text: self._choose())
        self.names.told.connect(self._tell)
        self.table.chosen.connect(self._show_current)
        self.table.act_wanted.connect(self._act)
        self.table.left.connect(self.left)
        self.preview.act_wanted.connect(self.act_wanted)
        self.preview.opened.connect(self.opened)
        theme().changed.connect(self._retheme)

    def _arrange(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._top = QVBoxLayout()
        for part in (self.line, self.kinds, self.standings):
            self._top.addWidget(part)
        column.addWidget(self.head)
        column.addLayout(self._top)
        self.pages.addWidget(self.table)
        self.pages.addWidget(self.empty)
        column.addWidget(self.pages, 1)
        self._split = QSplitter()
        self._split.setHandleWidth(1)
        self._split.setChildrenCollapsible(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._split.addWidget(left)
        self._split.addWidget(self.preview)
        whole.addWidget(self._split, 1)
        whole.addWidget(self._hints)

    def _retheme(self) -> None:
        metrics = theme().metrics
        self._top.setContentsMargins(metrics.space_l, 0, metrics.space_l, metrics.space_m)
        self._top.setSpacing(metrics.space_m)
