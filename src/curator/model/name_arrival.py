"""What an import of names would bring: for each entry of a file whether it is new, on record, or doubtful."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from curator.errors import Problem
from curator.model.authority import AuthorityKind
from curator.model.merging import MergeField
from curator.model.name_entry import NameEntry

Verdict = Literal["new", "same", "doubtful"]


@dataclass(frozen=True, slots=True)
class LikeName:
    """A record that an entry may be.

    Args:
        why: what speaks for it, in the user's language.
    """

    id: int
    name: str
    why: str


@dataclass(frozen=True, slots=True)
class ArrivingName:
    """One entry of a file.

    Args:
        kind: its own, or the one given for entries without.
        same_as: the record that it is; None unless the verdict is "same".
        like: the records that it may be, where that is doubtful.
        conflicts: field -> (what is on record, what the file has); what is on record stays.
        brings: how many names, identifiers and fields the record that is there already would gain.
    """

    entry: NameEntry
    kind: AuthorityKind
    verdict: Verdict
    same_as: int | None
    like: tuple[LikeName, ...]
    conflicts: Mapping[MergeField, tuple[str, str]]
    brings: int


@dataclass(frozen=True, slots=True)
class NameArrivals:
    """What a file would bring; nothing is written.

    Args:
        names: the entries that could be taken, in the order of the file.
        problems: what is wrong with single lines; what cannot be read is left out.
    """

    names: tuple[ArrivingName, ...]
    problems: tuple[Problem, ...]

    def counted(self, verdict: Verdict) -> int:
        """Return how many entries have a verdict."""
        return sum(each.verdict == verdict for each in self.names)
