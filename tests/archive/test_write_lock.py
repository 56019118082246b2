from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from curator.archive import Archive, articles, write_lock
from curator.archive.folder import ArchiveFolder
from curator.archive.write_lock import WriteLock
from curator.errors import CuratorError

from .samples import add_articles, describe, process, title_of

HOLD = """
    import sys
    from pathlib import Path
    from curator.archive import ArchiveFolder
    from curator.archive.write_lock import WriteLock
    with WriteLock(ArchiveFolder(Path(sys.argv[1])), True).held():
        print("held", flush=True)
        sys.stdin.readline()
"""

WRITE = """
    import sys
    from pathlib import Path
    from curator.archive import Archive, articles
    from curator.model.revision import Label
    name = sys.argv[2]
    with Archive.open(Path(sys.argv[1])) as archive:
        for number in range(200):
            with archive.transaction(Label("Add")) as transaction:
                articles.add(transaction, {"title": f"{name} {number}"}, "Text", "test 1")
"""


@contextmanager
def held_by_another(path: Path) -> Iterator[None]:
    other = process(HOLD, path)
    assert other.stdout is not None
    assert other.stdout.readline() == "held\n"
    try:
        yield
    finally:
        other.communicate("\n", timeout=60)


def test_whoever_waits_writes_when_the_other_has_ended(archive: Archive) -> None:
    (article_id,) = add_articles(archive, "a")
    waiting = threading.Thread(target=describe, args=(archive, article_id), kwargs={"title": "b"})
    with held_by_another(archive.folder.path):
        waiting.start()
        waiting.join(0.3)
        assert waiting.is_alive()
        assert title_of(archive, article_id) == "a"
    waiting.join(60)
    assert title_of(archive, article_id) == "b"


def test_after_the_wait_there_is_a_message(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    (article_id,) = add_articles(archive, "a")
    with held_by_another(archive.folder.path), monkeypatch.context() as patch:
        patch.setattr(write_lock, "WAIT_S", 0.1)
        for write in (lambda: describe(archive, article_id, title="b"), archive.undo, lambda: archive.derived()):
            with pytest.raises(CuratorError, match="Another program has been writing") as caught:
                write()
            assert "Nothing was changed" in caught.value.hint
    assert title_of(archive, article_id) == "a"


def test_a_holder_that_was_killed_is_in_nobodys_way(archive: Archive) -> None:
    (article_id,) = add_articles(archive, "a")
    other = process(HOLD, archive.folder.path)
    assert other.stdout is not None
    assert other.stdout.readline() == "held\n"
    other.kill()
    other.communicate(timeout=60)
    describe(archive, article_id, title="b")
    assert title_of(archive, article_id) == "b"


def test_a_foreign_program_in_the_database_is_spoken_of(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that knows nothing of our lock, such as a database browser."""
    (article_id,) = add_articles(archive, "a")
    archive._writing().execute("PRAGMA busy_timeout = 50")
    other = sqlite3.connect(archive.database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(CuratorError, match="Another program is using the archive"):
        describe(archive, article_id, title="b")
    other.execute("ROLLBACK")
    other.close()
    describe(archive, article_id, title="b")
    assert title_of(archive, article_id) == "b"


def test_two_processes_that_write_at_once_lose_nothing(archive: Archive) -> None:
    others = [process(WRITE, archive.folder.path, name) for name in ("one", "other")]
    assert [other.communicate(timeout=200)[0] for other in others] == ["", ""]
    titles = [article.title for article in articles.get_many(archive.read(), articles.all_ids(archive.read()))]
    assert sorted(filter(None, titles)) == sorted(f"{name} {n}" for name in ("one", "other") for n in range(200))
    clocks = [row[0] for row in archive.read().execute("SELECT clock FROM revision ORDER BY id")]
    assert clocks == sorted(set(clocks))
    assert archive.read().execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def test_a_thread_takes_the_lock_again(tmp_path: Path) -> None:
    lock = WriteLock(ArchiveFolder(tmp_path), True)
    with lock.held(), lock.held():
        pass
    with lock.held():
        pass


def test_on_a_read_only_medium_no_lock_is_made(tmp_path: Path) -> None:
    with pytest.raises(CuratorError, match="can only be read"), WriteLock(ArchiveFolder(tmp_path), False).held():
        pass
    assert list(tmp_path.iterdir()) == []
