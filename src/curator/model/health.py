"""What a check of an archive found, and how much it looked at."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it should be.

    Args:
        code: a stable word for programs, such as "original-changed".
        subject: what it is about: a table and number, or the hash of an original; never a title or a name.
        message: what is wrong, in the user's language.
        hint: what it means, and what to do.
        serious: False for what is worth knowing and needs nothing done.
        derived: whether it is about something that can be made again, and so be repaired.
        repaired: whether it was.
    """

    code: str
    subject: str
    message: str
    hint: str = ""
    serious: bool = True
    derived: bool = False
    repaired: bool = False


@dataclass(slots=True)
class Fixity:
    """How the originals are: `checked` by their hash, and of all of them so many `ok`, `changed` and `missing`.

    `due` is how many of `total` had to be hashed this time.
    """

    total: int = 0
    due: int = 0
    ok: int = 0
    changed: int = 0
    missing: int = 0


@dataclass(slots=True)
class CheckReport:
    """The outcome of a check.

    Args:
        at: when it began, ISO 8601 in UTC.
        findings: what is not as it should be.
        fixity: the originals.
        counts: what was looked at -> how many.
        seconds: how long it took.
    """

    at: str
    findings: list[Finding] = field(default_factory=list)
    fixity: Fixity = field(default_factory=Fixity)
    counts: dict[str, int] = field(default_factory=dict)
    seconds: float = 0.0

    @property
    def is_sound(self) -> bool:
        """Return whether nothing serious is left."""
        return not any(finding.serious and not finding.repaired for finding in self.findings)
