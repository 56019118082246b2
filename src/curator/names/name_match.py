"""What was found: a place in a text, the records that can be meant there, and why."""

from __future__ import annotations

from dataclasses import dataclass

from curator.i18n import N_, _
from curator.names.grammatical_cases import case_words

INITIALS = N_("by initials")
INVERTED = N_("surname first")
LOOSE = N_("with a name between that is not on record")
SMALL = N_("in small letters")
BESIDE = N_("another name stands beside it")
HYPHEN = N_("joined with another word")
ORDINARY = N_("could be the ordinary word")
AFTER_TITLE = N_("surname after a title")
NAMED_BEFORE = N_("surname of a person named in this text")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record that can be meant.

    Args:
        name: its preferred name.
        variant: the name of it that fits.
        score: how likely it is meant (per mille).
        cases: what the ending can stand for; empty for the form on record.
        notes: in which other ways the text departs from the variant, untranslated.
    """

    authority_id: int
    kind: str
    name: str
    variant: str
    score: int
    cases: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def why(self) -> str:
        """The reason, for people: "matches variant Джафаров, genitive"."""
        parts = [_("matches variant %(name)s") % {"name": self.variant}]
        cases = case_words(self.cases)
        return ", ".join([*parts, *([cases] if cases else []), *(_(note) for note in self.notes)])


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A place where names on record stand.

    Args:
        start: code points, as is `end` (excluded).
        candidates: the likeliest first; several where the text does not tell which is meant.
        within: shorter names inside this one, or that run over its edge, which gave way to it.
    """

    start: int
    end: int
    candidates: tuple[Candidate, ...]
    within: tuple[NameMatch, ...] = ()
