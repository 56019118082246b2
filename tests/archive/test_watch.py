from __future__ import annotations

from curator.archive import Archive
from curator.archive.watch import Watch

from .samples import add_articles, describe, process


def test_nothing_written_nothing_told(archive: Archive) -> None:
    watch = Watch(archive)
    assert not watch.poll()


def test_each_change_is_told_once(archive: Archive) -> None:
    watch = Watch(archive)
    (article,) = add_articles(archive, "A library")
    assert watch.poll().ids("article") == {article}
    assert not watch.poll()
    revision = describe(archive, article, title="The library")
    changes = watch.poll()
    assert (changes.revision_id, changes.touched) == (revision, {"article": {article}})


def test_what_another_process_writes_is_told(archive: Archive) -> None:
    watch = Watch(archive)
    writing = process(
        """
        import sys
        from pathlib import Path
        from curator.archive import Archive
        from curator.model.revision import Label
        with Archive.open(Path(sys.argv[1])) as archive, archive.transaction(Label("Collect")) as transaction:
            transaction.insert("collection", {"title": "Rooms", "folded": "rooms", "position": 1})
        """,
        archive.folder.path,
    )
    said, _none = writing.communicate(timeout=60)
    assert (writing.returncode, said) == (0, "")
    assert watch.poll().touched == {"collection": {1}}


def test_what_was_erased_is_told(archive: Archive) -> None:
    watch = Watch(archive)
    archive.derived(
        (
            "INSERT INTO tombstone (uid, record, row_id, at, by_whom, reason) VALUES ('u', 'article', 7, '', '', '')",
            [()],
        )
    )
    assert watch.poll().touched == {"article": {7}}
    assert not watch.poll()
