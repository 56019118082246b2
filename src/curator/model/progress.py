"""How far a long piece of work has come."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Progress:
    """A reading of the progress: `done` of `total` items after `elapsed` seconds."""

    done: int
    total: int
    elapsed: float

    @property
    def rate(self) -> float:
        """Items a second."""
        return self.done / self.elapsed if self.elapsed > 0 else 0.0

    @property
    def left(self) -> float | None:
        """Seconds left at this rate; None while there is nothing to tell it by."""
        return (self.total - self.done) / self.rate if self.done else None


# Called several times a second while work goes on; may raise `Cancelled`.
ProgressSink: TypeAlias = Callable[[Progress], None]


def no_progress(progress: Progress) -> None:
    """Let work go on unseen."""
