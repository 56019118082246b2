"""The kinds of marks: the five of names, and the three records of what a passage says."""

from __future__ import annotations

from dataclasses import dataclass

from curator.i18n import N_, _


@dataclass(frozen=True, slots=True)
class Kind:
    """What a kind looks like besides its colours (`Tokens.kinds`).

    Args:
        icon: the name of its icon; never used for anything else.
        key: the letter that tags with it and heads its lane.
        label: its name, singular, not translated yet.
    """

    icon: str
    key: str
    label: str

    @property
    def name(self) -> str:
        """Its name in the user's language, singular."""
        return _(self.label)


KINDS = {
    "person": Kind("user", "P", N_("Person")),
    "organisation": Kind("building-2", "O", N_("Organisation")),
    "event": Kind("calendar", "E", N_("Event")),
    "place": Kind("map-pin", "L", N_("Place")),
    "theme": Kind("tag", "T", N_("Theme")),
    "statement": Kind("quote", '"', N_("Statement")),
    "figure": Kind("hash", "#", N_("Figure")),
    "note": Kind("sticky-note", "N", N_("Note")),
}
