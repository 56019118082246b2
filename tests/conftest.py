"""What all tests share: how Hypothesis draws examples, an empty archive, the surroundings of an operation."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from curator.archive import Archive
from curator.operations.context import Context

# No deadline: a test that is slow because the machine is busy has not failed. In CI the same examples each time.
hypothesis.settings.register_profile("here", deadline=None)
hypothesis.settings.register_profile(
    "ci", deadline=None, derandomize=True, max_examples=50, stateful_step_count=30, print_blob=True
)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    """An empty archive, "Letters", opened for writing by "Tester"."""
    with Archive.create(tmp_path / "Letters.curator", actor="Tester") as made:
        yield made


@pytest.fixture
def context(archive: Archive) -> Context:
    return Context(archive)
