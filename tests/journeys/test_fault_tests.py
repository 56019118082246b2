"""Some of the cases of tests/benchmarks/fault_tests.py; the others take a while."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the cases are made with Linux's means")


@pytest.mark.parametrize("name", ["disk full at a commit", "flipped bytes in the database", "two programs writing"])
def test_the_user_is_told_and_nothing_is_lost(name: str, tmp_path: Path) -> None:
    fault_tests = importlib.import_module("fault_tests")
    case = fault_tests.run_case(name, fault_tests.CASES[name], tmp_path, 3.0)
    if case is None:
        pytest.skip("no tmpfs may be mounted here")
    assert case.faults == []
    assert case.said


def test_a_loss_would_be_seen(tmp_path: Path) -> None:
    fault_tests = importlib.import_module("fault_tests")
    case = fault_tests.Case("by intent")
    archive = fault_tests.made(case, tmp_path, tmp_path / "A.curator", 1)
    next((archive / "originals").glob("[0-9a-f]*/*")).unlink()
    case.whole(archive, 2)
    assert case.faults == [
        "1 articles, not 2",
        "check ended with 1, not 0",
        "check does not say “The archive is sound.”",
    ]
