"""The part of the export sheet that says what leaves, what is held back, and why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from curator.errors import CuratorError
from curator.gui.sheets.form import caption
from curator.gui.theme import theme
from curator.gui.widgets.eliding import ElidingLabel
from curator.gui.widgets.symbol import Symbol
from curator.gui.widgets.words import digits
from curator.i18n import N_, _, ngettext
from curator.model.date_phrases import describe
from curator.model.dates import parse_edtf
from curator.operations.export import Leaving

_ACCESS = {
    "restricted": ("lock", N_("Restricted")),
    "embargo": ("clock", N_("Under embargo")),
    "closed": ("lock", N_("Closed")),
}


class LeavingFacts(QWidget):
    """Lines of facts with counts; `said` holds them in words, one a line."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self.said: list[str] = []
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().metrics.space_m)
        self._column.addWidget(caption(_("What leaves")))

    def show_found(self, found: Leaving) -> None:
        """Show other facts."""
        self.clear()
        number, of = found.articles, found.articles + sum(found.held_back.values())
        words = ngettext("Of %(n)d article", "Of %(n)d articles", of) % {"n": of}
        self._add("check-circle", "ok", _("Leave"), words if of > number else "", number)
        for access, number in sorted(found.held_back.items()):
            icon, words = _ACCESS.get(access, ("lock", access))
            held = _("%(access)s: held back") % {"access": _(words)}
            self._add(icon, "warn", held, _reasons(found.why.get(access, ())), number)
        for access, number in sorted(found.limited.items()):
            _icon, words = _ACCESS.get(access, ("lock", access))
            leaves = _("%(access)s, and leaves all the same") % {"access": _(words)}
            self._add("triangle-alert", "warn", leaves, _reasons(found.why.get(access, ())), number)

    def clear(self) -> None:
        """Show nothing until it is counted anew."""
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows, self.said = [], []

    def _add(self, icon: str, ink: str, words: str, about: str, number: int) -> None:
        row = QWidget()
        row.setProperty("plain", True)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme().metrics.space_m)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(ElidingLabel(words))
        if about:
            column.addWidget(ElidingLabel(about, role="meta"))
        line.addWidget(Symbol(icon, ink))
        line.addLayout(column, 1)
        line.addWidget(ElidingLabel(digits(number), hug=True, role="strong"))
        spoken = ", ".join(part for part in (words, about, str(number)) if part)
        row.setAccessibleName(spoken)
        self.said.append(spoken)
        self._rows.append(row)
        self._column.addWidget(row)


def _reasons(why: Sequence[tuple[str, str, int]]) -> str:
    """Return the reasons in words, those of most articles first."""
    found = dict.fromkeys(
        " · ".join(part for part in (reason, _until(review)) if part) for reason, review, _number in why
    )
    return "; ".join(words for words in found if words) or _("No reason is given")


def _until(review: str) -> str:
    if not review:
        return ""
    try:
        return _("until %s") % describe(parse_edtf(review))
    except CuratorError:
        return _("until %s") % review
