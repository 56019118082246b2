from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from curator.readers import Candidate, ReadJob

FAULTY = "fault_injection:FaultyReader"


@pytest.fixture(autouse=True)
def fault_injection_is_importable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Worker processes take over sys.path."""
    monkeypatch.syspath_prepend(str(Path(__file__).parent))


@pytest.fixture
def candidate(tmp_path: Path) -> Callable[..., Candidate]:
    """Make a candidate of a name and bytes or text."""

    def make(name: str, content: bytes | str) -> Candidate:
        path = tmp_path / "staged"
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return Candidate.of(path, name)

    return make


@pytest.fixture
def jobs_of(tmp_path: Path) -> Callable[..., Iterator[ReadJob]]:
    """Make jobs of (name, content) pairs, one by one as they are asked for."""

    def make(*files: tuple[str, bytes | str]) -> Iterator[ReadJob]:
        for key, (name, content) in enumerate(files):
            path = tmp_path / f"staged-{key}"
            path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
            yield ReadJob(key, path, name)

    return make
