"""Work in a child process that permissions hold for, also where the tests run as root."""

from __future__ import annotations

import os
import shutil
import tempfile
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

NOBODY = 65534


def as_nobody(work: Callable[[], str]) -> str:
    """Return what `work` returned, or the trace of what it raised, in a child without privileges."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            if os.geteuid() == 0:
                os.setgroups([])
                os.setgid(NOBODY)
                os.setuid(NOBODY)
            answer = work()
        except BaseException:
            answer = traceback.format_exc()
        os.write(writing, answer.encode()[:60_000])
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as pipe:
        answer = pipe.read()
    os.waitpid(child, 0)
    return answer


@contextmanager
def read_only_copy(folder: Path) -> Iterator[Path]:
    """Copy a folder to where everybody may read it and nobody may write."""
    place = Path(tempfile.mkdtemp())
    try:
        place.chmod(0o755)
        copy = Path(shutil.copytree(folder, place / folder.name))
        for entry in (copy, *copy.rglob("*")):
            entry.chmod(0o555 if entry.is_dir() else 0o444)
        yield copy
    finally:
        for entry in place.rglob("*"):
            if entry.is_dir():
                entry.chmod(0o755)
        shutil.rmtree(place)
