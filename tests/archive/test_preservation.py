from __future__ import annotations

from pathlib import Path

from curator.archive import Archive, accessions, originals, preservation
from curator.archive.originals import Staging
from curator.model.revision import Label


def add_originals(archive: Archive, place: Path, number: int) -> list[str]:
    staging = Staging(archive.folder)
    digests = []
    with archive.transaction(Label("Import")) as transaction:
        run = accessions.begin(transaction, "Tester", "a box")
        for each in range(number):
            file = place / f"{each}.txt"
            file.write_text(f"Page {each}.")
            staged = staging.stage(file)
            staging.keep([staged])
            original = originals.add(transaction, staged, file.name, "text/plain", None)
            accessions.add_item(transaction, run, str(file), "added", original_id=original)
            digests.append(staged.sha256)
        accessions.finish(transaction, run)
    staging.close()
    return digests


def test_an_import_run_is_an_event_with_numbers_and_no_names(archive: Archive, tmp_path: Path) -> None:
    add_originals(archive, tmp_path, 3)
    (event,) = archive.read().execute("SELECT * FROM preservation_event").fetchall()
    uid = archive.read().execute("SELECT uid FROM accession").fetchone()[0]
    assert (event["type"], event["agent"], event["object"], event["outcome"]) == ("ingestion", "Tester", uid, "success")
    assert event["detail"] == "3 originals, 21 bytes, SHA-256 taken of each"


def test_those_never_checked_come_first_then_those_longest_unchecked(archive: Archive, tmp_path: Path) -> None:
    one, two, three = add_originals(archive, tmp_path, 3)
    for sha256 in (two, one, two):
        archive.derived(*preservation.checked([preservation.Event("fixity check", "Tester", sha256)]))
    assert [sha256 for sha256, _size in preservation.longest_unchecked(archive.read())] == [three, one, two]


def test_of_good_checks_the_last_is_kept_of_bad_ones_all(archive: Archive, tmp_path: Path) -> None:
    (one,) = add_originals(archive, tmp_path, 1)
    for outcome in ("success", "failure", "failure", "success", "success"):
        archive.derived(*preservation.checked([preservation.Event("fixity check", "Tester", one, outcome)]))
    rows = archive.read().execute("SELECT outcome FROM preservation_event WHERE object = ? ORDER BY id", (one,))
    assert [row[0] for row in rows] == ["failure", "failure", "success"]


def test_when_something_was_last_done_to_the_archive(archive: Archive) -> None:
    assert preservation.last(archive.read(), "backup") is None
    archive.derived((preservation.INSERT, [preservation.Event("backup", "Tester").row()]))
    assert preservation.last(archive.read(), "backup") is not None
