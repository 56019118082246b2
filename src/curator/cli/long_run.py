"""Commands that read many files or write many articles: progress, Ctrl+C in good order, the index beside them."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from curator.cli import output
from curator.cli.options import opened
from curator.cli.outcome_lines import outcome_fields, outcome_words
from curator.errors import Cancelled
from curator.i18n import _
from curator.model.progress import Progress
from curator.operations.context import Context
from curator.operations.indexing import Indexer, PacedNudge
from curator.operations.outcomes import ItemOutcome

Report = Callable[[ItemOutcome], None]


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run ended: what is said of it, whether the user stopped it, whether some items have problems."""

    words: str
    stopped: bool = False
    has_problems: bool = False


def run_with_index(archive: Path, as_json: bool, act: Callable[[Context, PacedNudge, Report], Ended]) -> int:
    """Carry out long work on an archive; what becomes of each file is written to stdout as it is known.

    Args:
        act: gets the context (its `progress` raises `Cancelled` after Ctrl+C), the nudge for the indexer, the report.

    Returns:
        the exit code.
    """
    line, stop = output.ProgressLine(), Stop()

    def report(outcome: ItemOutcome) -> None:
        line.clear()
        try:
            output.result(as_json, outcome_fields(outcome), outcome_words(outcome))
        except BrokenPipeError:
            output.stop_results()
            stop.ask()

    with opened(archive) as context, stop.on_interrupt(), Indexer(context.archive) as indexer:
        context.progress = stop.watched(line)
        nudge = PacedNudge(indexer)
        ended = act(context, nudge, report)
        line.clear()
        stopped = ended.stopped or not (nudge.failure or _drained(indexer, stop))
    output.tell(ended.words)
    if nudge.failure:
        raise nudge.failure
    return 1 if stopped or ended.has_problems else 0


def _drained(indexer: Indexer, stop: Stop) -> bool:
    """Wait until the index holds everything; return whether the user let that come to its end."""
    try:
        indexer.drain(lambda _waiting: stop.check())
    except Cancelled:
        output.tell(_("All is imported. The search index is not up to date yet; the next search sees to that."))
        return False
    return True


class Stop:
    """The user's wish to stop, given by Ctrl+C."""

    def __init__(self) -> None:
        self._wanted = False

    def ask(self) -> None:
        """Ask for a stop in good order."""
        self._wanted = True

    def check(self) -> None:
        """Raise Cancelled once the user has asked for it."""
        if self._wanted:
            raise Cancelled

    def watched(self, line: output.ProgressLine) -> Callable[[Progress], None]:
        """Return a sink for progress that draws it, and raises Cancelled once the user has asked for a stop."""

        def progress(reading: Progress) -> None:
            self.check()
            line(reading)

        return progress

    @contextmanager
    def on_interrupt(self) -> Iterator[None]:
        """Let Ctrl+C ask for a stop in good order; a second one stops at once."""

        def interrupt(_number: int, _frame: FrameType | None) -> None:
            if self._wanted:
                raise KeyboardInterrupt
            self.ask()

        before = signal.signal(signal.SIGINT, interrupt)
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)
