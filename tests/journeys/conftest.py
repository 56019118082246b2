from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture(scope="package", autouse=True)
def scripts_are_importable() -> Iterator[None]:
    """The scripts of tests/benchmarks are used here too, with less to do; the log is nobody's own."""
    place, home = str(Path(__file__).parents[1] / "benchmarks"), tempfile.mkdtemp(prefix="curator-home-")
    names = ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
    before = {name: os.environ.get(name) for name in names}
    os.environ.update(dict.fromkeys(names, home))
    sys.path.insert(0, place)
    yield
    sys.path.remove(place)
    for name, value in before.items():
        os.environ.pop(name)
        if value is not None:
            os.environ[name] = value
    shutil.rmtree(home)
