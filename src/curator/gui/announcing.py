"""What screen readers are told while somebody walks through a text by keys: hits, marks, sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from curator.gui.kinds import KINDS
from curator.gui.views.marks import Mark
from curator.gui.views.reader import Reader
from curator.i18n import _, ngettext

# Of the words of a long passage so many at its beginning and at its end are said.
_FIRST, _LAST = 6, 3


class Announcing(QObject):
    """Announces politely (it waits for what is being said) where the walk through the reader has come to.

    Args:
        reader: through whose text somebody walks.

    Signals:
        announced(str): something was announced.
    """

    announced = Signal(str)

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self._reader = reader
        self._told: tuple[object, ...] = ()
        reader.text.passage_changed.connect(self._look)

    def _look(self) -> None:
        text, reading = self._reader.text, self._reader.reading
        if reading is None:
            return
        before = self._told
        self._told = (reading.article.id, text.hit_number, text.passage())
        if before[:1] != self._told[:1] or before == self._told:
            return
        if before[1] != text.hit_number and text.hit_number:
            self._announce(_("Hit %(n)d of %(total)d") % {"n": text.hit_number, "total": text.hit_count})
        elif suggested := text.suggestion_here():
            self._announce(suggested.spoken())
        elif passage := text.passage():
            self._announce(spoken(text.marks_here(), text.marks, reading.text.body[slice(*passage)]))

    def _announce(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._reader.text, words))
        self.announced.emit(words)


def spoken(here: Sequence[Mark], marks: Iterable[Mark], words: str) -> str:
    """Return what is said of a passage.

    Args:
        here: the marks over it, those that are exactly it first.
        marks: all of the article.
        words: its text.
    """
    if not here:
        return words
    if len(here) == 1:
        mark = here[0]
        said = f"{mark.spoken()} {_shortened(words)}" if mark.is_long else mark.spoken()
        number = sum(other.authority_id == mark.authority_id for other in marks)
        many = ngettext("%(n)d in this article.", "%(n)d in this article.", number) % {"n": number}
        return f"{said} {many}" if mark.authority_id else said
    every = ngettext("%(n)d mark here: %(marks)s.", "%(n)d marks here: %(marks)s.", len(here))
    names = (f"{KINDS[mark.kind].name.lower()} {mark.name}" for mark in here)
    return every % {"n": len(here), "marks": ", ".join(names)}


def _shortened(words: str) -> str:
    every = words.split()
    return words if len(every) <= _FIRST + _LAST else " ".join((*every[:_FIRST], "...", *every[-_LAST:]))
