"""Suggested names among the tags of the inspector: their rows, keys and menu."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from curator.gui.views.suggestion_foot import ACCEPT, NEXT, REJECT
from curator.gui.views.tag_rows import Row
from curator.gui.widgets.words import digits
from curator.i18n import _, ngettext
from curator.operations.suggesting import Suggestion

_ACTS = {
    Qt.Key.Key_Return: ACCEPT,
    Qt.Key.Key_Enter: ACCEPT,
    Qt.Key.Key_Delete: REJECT,
    Qt.Key.Key_Backspace: REJECT,
    Qt.Key.Key_Space: NEXT,
}


def suggested_rows(names: Sequence[Sequence[Suggestion]]) -> list[Row]:
    """Return a heading and a row for each suggested name, with its reason and its number of places."""
    if not names:
        return []
    return [Row("", _("Suggested"), count=digits(len(names))), *(_row(own) for own in names)]


def act_of(event: QKeyEvent) -> str:
    """Return what a key does on a suggested name: ACCEPT, REJECT, NEXT, or nothing."""
    return _ACTS.get(Qt.Key(event.key()), "")


def menu_words(row: Row) -> list[tuple[str, str]]:
    """Return what can be done with a suggested name: what it is, and its words with the key."""
    places = sum(each.start is not None for each in row.payload)
    accept = ngettext("Accept", "Accept at %(n)d places", max(places, 1)) % {"n": places}
    show = [(NEXT, _("Show the next place") + "\t" + _("Space"))] if places else []
    return [(ACCEPT, accept + "\t" + _("Enter")), (REJECT, _("Reject") + "\t" + _("Del")), *show]


def _row(own: Sequence[Suggestion]) -> Row:
    places = sum(each.start is not None for each in own)
    first = own[0]
    count = digits(places) if places else _("title")
    return Row(first.kind, first.name, first.why, count, suggested=True, payload=list(own))
