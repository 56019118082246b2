"""What is marked in a text: names, hits, and where each stands in Qt's counting."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TypeGuard

from curator.gui.kinds import KINDS
from curator.i18n import _, ngettext
from curator.model.note import Note
from curator.model.passage import Mention, Passage
from curator.text.offsets import Offsets

# A passage of so many characters has a bar with its icon in the lane; a shorter one a mark on its line.
LONG = 60
# The lanes from the left, always in this order.
LANES = ("event", "theme", "organisation", "place", "person", "statement", "figure", "note")


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked passage; `start` and `end` in UTF-16 units.

    Args:
        kind: one of LANES.
        name: what it is marked as.
        mention_id: the row behind it: a mention, or a note.
        authority_id: the record it names; 0 for a note, whose words are `name`.
        passage_id: the passage that it marks.
        moved: whether its words changed or were looked for when the text was edited; a person should look.
        suggested: for what nobody has confirmed: how many records may be meant; `mention_id` is its place in the list.
        why: the reason for a suggestion, in words.
    """

    start: int
    end: int
    kind: str
    name: str
    mention_id: int
    authority_id: int
    passage_id: int = 0
    moved: bool = False
    suggested: int = 0
    why: str = ""

    @property
    def is_long(self) -> bool:
        """Whether it has a bar in its lane."""
        return self.end - self.start >= LONG

    def spoken(self) -> str:
        """Return what assistive technology says of it."""
        words = {"kind": KINDS[self.kind].name, "name": self.name}
        if self.kind == "note":
            spoken = _("%(kind)s: %(name)s") % words
            return f"{spoken} {_('Moved when the text was edited.')}" if self.moved else spoken
        if self.suggested:
            return self._spoken_suggestion()
        if self.moved:
            return _("%(kind)s, %(name)s. Moved when the text was edited.") % words
        return _("%(kind)s, %(name)s. Confirmed.") % words

    def _spoken_suggestion(self) -> str:
        words = {"kind": KINDS[self.kind].name, "name": self.name, "why": self.why, "n": self.suggested}
        if self.suggested == 1:
            return _("%(kind)s, %(name)s, suggested, %(why)s; Enter accepts, Delete rejects") % words
        many = ngettext(
            "%(kind)s, %(name)s, suggested; %(n)d record may be meant; Enter chooses, Delete rejects",
            "%(kind)s, %(name)s, suggested; %(n)d records may be meant; Enter chooses, Delete rejects",
            self.suggested,
        )
        return many % words


class Marks:
    """The marks of one text, found by place without looking at all of them.

    Args:
        marks: in any order.
    """

    def __init__(self, marks: Iterable[Mark] = ()) -> None:
        self._marks = sorted(marks, key=lambda mark: (mark.start, -mark.end))
        self._starts = [mark.start for mark in self._marks]
        # The farthest end of this mark and all before it: no earlier one can reach beyond.
        self._reach = list(accumulate((mark.end for mark in self._marks), max))
        self._columns = _columns(self._marks)

    def __iter__(self) -> Iterator[Mark]:
        return iter(self._marks)

    def __len__(self) -> int:
        return len(self._marks)

    def between(self, start: int, end: int) -> Sequence[Mark]:
        """Return the marks that touch the units from `start` to `end`, those that begin first in front."""
        found: list[Mark] = []
        for at in range(bisect_right(self._starts, end) - 1, -1, -1):
            if self._reach[at] < start:
                break
            if self._marks[at].end > start:
                found.append(self._marks[at])
        return found[::-1]

    def at(self, place: int) -> Sequence[Mark]:
        """Return the marks over one place."""
        return [mark for mark in self.between(place, place) if mark.start <= place < mark.end]

    def after(self, place: int) -> Mark | None:
        """Return the first mark that begins after `place`."""
        at = bisect_right(self._starts, place)
        return self._marks[at] if at < len(self._marks) else None

    def before(self, place: int) -> Mark | None:
        """Return the last mark that begins before `place`."""
        at = bisect_right(self._starts, place - 1) - 1
        return self._marks[at] if at >= 0 else None

    def column(self, mark: Mark) -> int:
        """Return which of the bars side by side in its lane a long mark has, from 0."""
        return self._columns.get(mark, 0)

    def kinds(self) -> list[str]:
        """Return the kinds that there are, in the order of their lanes."""
        return in_lanes(mark.kind for mark in self._marks)


def in_lanes(kinds: Iterable[str]) -> list[str]:
    """Return kinds, each once, in the order of their lanes."""
    present = set(kinds)
    return [kind for kind in LANES if kind in present]


def _columns(marks: Sequence[Mark]) -> dict[Mark, int]:
    """Put long marks of one kind that overlap side by side; the first column is not kept."""
    found: dict[Mark, int] = {}
    ends: dict[str, list[int]] = {}
    for mark in marks:
        if mark.is_long:
            taken = ends.setdefault(mark.kind, [])
            at = next((number for number, end in enumerate(taken) if end <= mark.start), len(taken))
            taken[at : at + 1] = [mark.end]
            if at:
                found[mark] = at
    return found


def marks_of(mentions: Iterable[Mention], notes: Iterable[Note], offsets: Offsets, body_at: int) -> Marks:
    """Return the marks of an article; detached passages have no place, and are not drawn in a guessed one.

    Args:
        body_at: where the body begins in the document (UTF-16 units).
    """

    def mark(passage: Passage, kind: str, name: str, row: int, authority: int) -> Mark:
        start, end = (body_at + offsets.units(place) for place in (passage.start, passage.end))
        return Mark(start, end, kind, name, row, authority, passage.id, passage.state == "moved")

    def stands(passage: Passage | None) -> TypeGuard[Passage]:
        return passage is not None and passage.state != "detached"

    named = [
        mark(each.passage, each.authority.kind, each.authority.preferred_name, each.id, each.authority.id)
        for each in mentions
        if stands(each.passage)
    ]
    noted = [mark(each.passage, "note", each.text, each.id, 0) for each in notes if stands(each.passage)]
    return Marks(named + noted)
