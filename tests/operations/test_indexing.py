from __future__ import annotations

import pytest

from curator.errors import CuratorError
from curator.operations import find
from curator.operations.context import Context
from curator.operations.indexing import Indexer, PacedNudge


class Counted:
    """Stands for an indexer whose process never answers."""

    def __init__(self, fault: CuratorError | None = None) -> None:
        self.settled = self.nudged = 0
        self.fault = fault

    def settle(self) -> None:
        self.settled += 1

    def nudge(self) -> None:
        self.nudged += 1
        if self.fault:
            raise self.fault


@pytest.mark.parametrize(("seconds", "nudged"), [(3600.0, 1), (0.0, 5)])
def test_a_paced_nudge_settles_always_and_nudges_now_and_then(seconds: float, nudged: int) -> None:
    indexer = Counted()
    nudge = PacedNudge(indexer, seconds)  # type: ignore[arg-type]
    for _batch in range(5):
        nudge()
    assert (indexer.settled, indexer.nudged, nudge.failure) == (5, nudged, None)


def test_after_a_failure_it_is_silent() -> None:
    fault = CuratorError("The disk is full.")
    indexer = Counted(fault)
    nudge = PacedNudge(indexer, 0.0)  # type: ignore[arg-type]
    nudge()
    nudge()
    assert (indexer.nudged, nudge.failure) == (1, fault)


def test_an_indexer_whose_process_was_killed_starts_another(context: Context) -> None:
    with Indexer(context.archive) as indexer:
        assert indexer.drain()
        assert indexer._process is not None
        indexer._process.kill()
        indexer._process.join()
        assert indexer.drain()
    assert find.select(context, "anything") == []
