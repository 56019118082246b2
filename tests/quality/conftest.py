"""The scripts of packaging/ are no package: they are imported by the path of their folder, as dev.py does."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(CHECKOUT / "packaging"))


@pytest.fixture
def checkout() -> Path:
    return CHECKOUT
