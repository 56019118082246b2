"""The names manager: all names on record, filtered while one types, looked through for what may be wrong with them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from curator.gui.kinds import KINDS
from curator.gui.models.names_list import NamesList, Wanted
from curator.gui.models.names_words import ARTICLES, DATES, MENTIONS, NAME
from curator.gui.session import Session
from curator.gui.theme import theme
from curator.gui.views.names_table import NamesTable
from curator.gui.widgets.buttons import PushButton
from curator.gui.widgets.choice_chip import ChoiceFlow
from curator.gui.widgets.empty_state import EmptyState
from curator.gui.widgets.key_hints import Hint, KeyHints
from curator.gui.widgets.pane_head import PaneHead
from curator.gui.widgets.words import digits
from curator.i18n import N_, _, ngettext
from curator.model.authority import KINDS as RECORDS
from curator.operations.names_listing import CHECK_NAMES, CHECKS, Check, Sort

_PLURALS = {
    "person": N_("People"),
    "organisation": N_("Organisations"),
    "event": N_("Events"),
    "place": N_("Places"),
    "theme": N_("Themes"),
}
_SORTS: dict[int, Sort] = {NAME: "name", ARTICLES: "articles", MENTIONS: "mentions", DATES: "dates"}
_HINTS = (
    (("Enter",), N_("open")),
    (("X",), N_("mark")),
    (("M",), N_("merge")),
    (("F2",), N_("rename")),
    (("Del",), N_("remove if unused")),
)
_FEWER = {
    "look-alike": ((("M",), N_("merge")), (("N",), N_("not the same")), (("Enter",), N_("open"))),
    "merged": ((("O",), N_("take out again")), (("Enter",), N_("open what it was merged into"))),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NamesManager(QWidget):
    """Filter, choices, table.

    Args:
        session: the archive.

    Signals:
        act_wanted(str): as of the table.
        left(): Esc.
    """

    act_wanted = Signal(str)
    left = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("list")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.names = NamesList(session, self)
        self.table = NamesTable(self.names)
        self.head = PaneHead(_("Names"), role="page")
        self.merge_button = PushButton(_("Merge..."), "merge", "M")
        self.head.add_button(self.merge_button)
        self.merge_button.clicked.connect(lambda: self.act_wanted.emit("merge"))
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("Filter: a name, in any spelling"))
        self.line.setAccessibleName(_("Filter names, in any spelling"))
        self.line.installEventFilter(self)
        self.line.textChanged.connect(lambda _text: self._choose())
        kinds = [("", _("All kinds"), ""), *((kind, _(_PLURALS[kind]), kind) for kind in RECORDS)]
        self.kinds = ChoiceFlow(_("Kinds of names"), kinds)
        checks = [("", _("All"), ""), *((check, _(CHECK_NAMES[check]), "") for check in CHECKS)]
        self.checks = ChoiceFlow(_("What may be wrong with names"), checks)
        for flow in (self.kinds, self.checks):
            flow.chosen.connect(lambda _name: self._choose())
        self.empty = EmptyState("")
        self.pages = QStackedWidget()
        self.pages.addWidget(self.table)
        self.pages.addWidget(self.empty)
        self._hints = KeyHints()
        self._sort: Sort = "name"
        self._arrange()
        self.table.act_wanted.connect(self.act_wanted)
        self.table.left.connect(self.left)
        self.table.up_wanted.connect(self.focus_line)
        self.table.sort_wanted.connect(self._order)
        self.table.selectionModel().selectionChanged.connect(lambda *_ranges: self._tell())
        self.names.told.connect(self._tell)
        theme().changed.connect(self._retheme)
        self._retheme()

    def begin(self, kind: str = "", check: str = "") -> None:
        """Show the names, those of a kind or under a check if given; typing goes to the filter."""
        self.names.begin()
        if kind or check:
            self.kinds.choose(kind)
            self.checks.choose(check)
            self.line.clear()
            self._choose()
        self.focus_line()

    def focus_line(self) -> None:
        """Lead to the filter."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lead from the filter into the table by Down, open by Enter, clear or leave by Esc."""
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown):
                self.table.enter()
                return True
            if key in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.table.enter()
                self.act_wanted.emit("open")
                return True
            if key == Qt.Key.Key_Escape:
                if self.line.text():
                    self.line.clear()
                else:
                    self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Esc from the choices, too."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Down and not self.table.hasFocus():
            self.table.enter()
        elif event.key() == Qt.Key.Key_Up and not self.table.hasFocus():
            self.focus_line()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the columns."""
        super().showEvent(event)
        self.table.share_width()

    # -- choosing

    def _choose(self) -> None:
        """Show what is chosen and typed, from its beginning."""
        check: Check | None = self.checks.value or None  # type: ignore[assignment]
        self.table.begin()
        self.names.show(Wanted(self.kinds.value, self.line.text(), check, self._sort))
        self.table.share_width()

    def _order(self, column: int) -> None:
        if column in _SORTS and self.names.wanted.check not in ("look-alike", "merged"):
            self._sort = _SORTS[column]
            self._choose()

    # -- telling

    def _tell(self) -> None:
        """Say how many there are, what is marked, and which keys do what."""
        chosen, check = self.names.chosen, self.names.wanted.check
        marked, selected = len(self.names.marked), len(self.table.selected())
        number = len(chosen.rows)
        words = ngettext("%(n)s pair", "%(n)s pairs", number) if check == "look-alike" else None
        facts = [(words or ngettext("%(n)s name", "%(n)s names", number)) % {"n": digits(number)}]
        if marked:
            facts.append(ngettext("%(n)s marked", "%(n)s marked", marked) % {"n": digits(marked)})
        elif selected > 1:
            facts.append(ngettext("%(n)s selected", "%(n)s selected", selected) % {"n": digits(selected)})
        if self.names.is_looking and check == "look-alike":
            facts.append(_("comparing all names ..."))
        elif not self.names.is_ready:
            facts.append(_("counting ..."))
        self.head.set_title(_("Names"), " · ".join(facts))
        self.kinds.set_counts({"": sum(chosen.kinds.values()), **{kind: chosen.kinds.get(kind, 0) for kind in RECORDS}})
        self.checks.set_counts({each or "": count for each, count in chosen.checks.items()})
        hints = _FEWER.get(check or "", _HINTS)
        self._hints.set_hints([Hint(pressed, _(does)) for pressed, does in hints], Hint(("Esc",), _("back")))
        self.pages.setCurrentIndex(int(not number and self._says_empty()))

    def _says_empty(self) -> bool:
        """Say why there is nothing; return whether there is something to say."""
        wanted = self.names.wanted
        if not self.names.is_ready or (wanted.check == "look-alike" and self.names.is_looking):
            return False
        if wanted.typed.strip():
            kind = KINDS[wanted.kind].name if wanted.kind else _("name")
            words = _("No %(kind)s is spelled like “%(typed)s”.") % {"kind": kind.lower(), "typed": wanted.typed}
            self.empty.set_words(words, _("Esc in the filter shows all again."))
        elif wanted.check or wanted.kind:
            self.empty.set_words(_("Nothing here."), _("No name stands under this check."))
        else:
            self.empty.set_words(
                _("No names yet."), _("They come with the first tag: P, O, E, L or T on a passage in the reader.")
            )
        return True

    # -- looks

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._top = QVBoxLayout()
        for part in (self.line, self.kinds, self.checks):
            self._top.addWidget(part)
        column.addWidget(self.head)
        column.addLayout(self._top)
        column.addWidget(self.pages, 1)
        column.addWidget(self._hints)

    def _retheme(self) -> None:
        metrics = theme().metrics
        self._top.setContentsMargins(metrics.space_l, 0, metrics.space_l, metrics.space_m)
        self._top.setSpacing(metrics.space_m)
