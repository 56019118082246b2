"""A process that is killed while it reads into a review, at any moment, leaves a review that can be gone on with."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from curator.archive import Archive, fixity, review_items
from curator.operations import review_batch, review_commit, review_reading
from curator.operations.context import Context

NUMBER = 120
_CODE = """
import sys
from pathlib import Path
from curator.archive import Archive
from curator.operations import review_reading
from curator.operations.context import Context

def main():
    with Archive.open(Path(sys.argv[1])) as archive:
        tell = lambda outcome: print(outcome.item_id, flush=True)
        review_reading.read_into_review(Context(archive), [Path(sys.argv[2])], report=tell)

if __name__ == "__main__":
    main()
"""


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")
@pytest.mark.parametrize("items", [1, 60])
def test_killed_in_the_middle_the_rest_is_read_later(archive: Archive, tmp_path: Path, items: int) -> None:
    box = tmp_path / "box"
    box.mkdir()
    for number in range(NUMBER):
        (box / f"{number:03}.txt").write_text(f"Letter {number}, of one line.\n", encoding="utf-8")
    program = tmp_path / "reading.py"
    program.write_text(_CODE, encoding="utf-8")
    archive.close()
    command = [sys.executable, str(program), str(archive.folder.path), str(box)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        for _line in range(items):
            assert child.stdout.readline()
        child.send_signal(signal.SIGKILL)
    with Archive.open(archive.folder.path) as again:
        context = Context(again)
        (state,) = review_batch.listed(context)
        there = review_items.read_paths(again.read(), state.review.id)
        assert items <= len(there) <= NUMBER
        review_reading.resume(context, state.review.id)
        (state,) = review_batch.listed(context)
        assert state.review.finished is not None
        assert state.counts.total == NUMBER
        assert list(fixity.orphans(again)) == []
        review_batch.accept_all(context, state.review.id)
        assert review_commit.commit(context, state.review.id).counts == {"added": NUMBER}
