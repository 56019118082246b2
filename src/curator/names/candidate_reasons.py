"""Why a name is proposed, and what kind of name it seems to be."""

from __future__ import annotations

from dataclasses import dataclass

from curator.i18n import N_, _
from curator.model.authority import AuthorityKind

BEFORE = N_("new: “%(words)s” before it")
AFTER = N_("new: “%(words)s” after it")
INSIDE = N_("new: “%(words)s” in it")
GIVEN_NAME = N_("new: begins with a given name")
BY_INITIAL = N_("new: has an initial")
BY_SURNAME = N_("new: ends as surnames do")
KNOWN_PLACE = N_("new: a known place")
DATELINE = N_("new: place before a date")
CAPITALS = N_("new: an abbreviation in capitals")
SEVERAL = N_("new: several words with capitals")
ONE = N_("new: a capital within a sentence")
FIRST = N_("new: a sentence begins with it")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a kind of name.

    Args:
        weight: per mille; orders only.
        template: one of the reasons, untranslated.
        words: of the text, for the reason.
    """

    kind: AuthorityKind
    weight: int
    template: str
    words: str = ""

    @property
    def why(self) -> str:
        """The reason, for people."""
        return _(self.template) % {"words": self.words} if self.words else _(self.template)


@dataclass(frozen=True, slots=True)
class Part:
    """Words that seem to be a name (first and last, as numbers of words)."""

    first: int
    last: int
    evidence: Evidence
