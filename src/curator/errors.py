"""What can go wrong and be explained: one exception and one record of a problem with an item of a batch."""

from __future__ import annotations

from dataclasses import dataclass

from curator.crossing import Crossing


class CuratorError(Exception):
    """A failure that a person can understand and act on; anything else that is raised is a bug.

    Args:
        message: what happened, a whole sentence in the user's language.
        hint: what to do about it; empty when there is nothing to do.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __reduce__(self) -> tuple[type[CuratorError], tuple[str, str]]:
        """Cross a process border whole (the default would lose the hint)."""
        return (type(self), (self.message, self.hint))


class Cancelled(Exception):  # noqa: N818 - it is a wish of the user's, not an error
    """The user stopped the work. What was finished before stays."""


@dataclass(frozen=True, slots=True)
class Problem(Crossing):
    """What is wrong with one item of a batch; the batch goes on.

    Args:
        code: a stable word for programs, such as "empty" or "too-large".
        message: what happened, in the user's language, naming the file or field.
        hint: what to do about it.
    """

    code: str
    message: str
    hint: str = ""
