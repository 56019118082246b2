"""A name that is not on record yet, proposed for a person to confirm."""

from __future__ import annotations

from dataclasses import dataclass

from curator.model.authority import AuthorityKind


@dataclass(frozen=True, slots=True)
class NewName:
    """A name found in one text.

    Args:
        name: its fullest form in the text, in the basic form where the rules for endings tell it.
        places: of the name and its short forms (code points, end excluded), in their order.
        score: how sure it is (per mille); for ordering only.
        why: the reason, for people.
    """

    kind: AuthorityKind
    name: str
    places: tuple[tuple[int, int], ...]
    score: int
    why: str
