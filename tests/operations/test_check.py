from __future__ import annotations

import csv
import hashlib
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from curator.archive import Archive, fixity
from curator.archive.originals import stored
from curator.errors import CuratorError
from curator.model.health import CheckReport
from curator.operations import check_report, history, own_backups, upkeep
from curator.operations.check import check
from curator.operations.context import Context

from .curated import fill
from .record_states import differing, state_of


@pytest.fixture
def curated(context: Context, tmp_path: Path) -> Context:
    fill(context.archive, tmp_path / "sources")
    upkeep.reindex(context)
    return context


def meddle(archive: Archive, *statements: str) -> None:
    """Write to the database as another program would."""
    connection = sqlite3.connect(archive.database)
    for statement in statements:
        assert connection.execute(statement).rowcount > 0, statement
    connection.commit()
    connection.close()


def codes(report: CheckReport) -> list[str]:
    return [finding.code for finding in report.findings]


def test_a_sound_archive(curated: Context) -> None:
    own_backups.make_now(curated)
    report = check(curated, whole=True)
    assert report.findings == []
    assert report.is_sound
    assert (report.fixity.total, report.fixity.due, report.fixity.ok) == (5, 5, 5)
    assert (report.counts["article"], report.counts["indexed"]) == (5, 5)
    assert check_report.summary(report).endswith("\nThe archive is sound.")


MEDDLED: dict[str, tuple[str, ...]] = {
    "reference": ("UPDATE mention SET authority_id = 999 WHERE id = 1",),
    "no-text": ("UPDATE article SET text_id = 1 WHERE id = 3",),
    "text-changed": ("UPDATE article_text SET body = body || ' And more.' WHERE id = 3",),
    "anchor": ("UPDATE passage SET start = start - 1",),
    "mention": ("UPDATE mention SET article_id = 1 WHERE passage_id IS NOT NULL",),
    "circle": (
        "UPDATE authority SET merged_into = (SELECT max(id) FROM authority WHERE merged_into NOT NULL) WHERE id "
        "= (SELECT merged_into FROM authority WHERE merged_into NOT NULL)",
    ),
    "uid": ("UPDATE note SET uid = (SELECT uid FROM article WHERE id = 1)",),
    "history": ("UPDATE revision SET label = 'Fill' WHERE id = 2",),
    "name-key": ("UPDATE authority SET folded = 'ganja' WHERE preferred_name = 'Gəncə'",),
    "erasure": ("INSERT INTO replica_state VALUES ('erasing', '{\"originals\": []}')",),
}


@pytest.mark.parametrize("code", MEDDLED)
def test_what_another_program_did_is_found(curated: Context, code: str) -> None:
    meddle(curated.archive, *MEDDLED[code])
    report = check(curated)
    assert code in codes(report)
    assert not report.is_sound
    for finding in report.findings:
        assert finding.message.endswith(".") and finding.hint.endswith(".")
        assert "Bandini" not in finding.message + finding.subject, "a report may be sent to somebody"


def test_articles_in_a_circle_of_collections(curated: Context) -> None:
    meddle(
        curated.archive,
        "UPDATE collection SET parent_id = (SELECT max(id) FROM collection) WHERE id = 1",
        "UPDATE collection SET parent_id = 1 WHERE id = (SELECT max(id) FROM collection)",
    )
    assert codes(check(curated)) == ["circle", "circle"]


def test_originals_are_never_touched_and_both_hashes_told(curated: Context) -> None:
    (gone, gone_path), (bad, bad_path), *_rest = stored(curated.archive.folder)
    gone_path.unlink()
    bad_path.write_bytes(b"other bytes")
    report = check(curated, whole=True, repair=True)
    found = {finding.code: finding for finding in report.findings}
    assert set(found) == {"original-missing", "original-changed"}
    assert found["original-missing"].subject == gone
    assert bad in found["original-changed"].message
    assert hashlib.sha256(b"other bytes").hexdigest() in found["original-changed"].message
    assert bad_path.read_bytes() == b"other bytes" and not gone_path.exists()
    assert (report.fixity.ok, report.fixity.changed, report.fixity.missing) == (3, 1, 1)
    rows = curated.archive.read().execute(
        "SELECT object, outcome, detail FROM preservation_event WHERE object IN (?, ?)", (gone, bad)
    )
    kept = {row["object"]: (row["outcome"], row["detail"][:10]) for row in rows}
    assert kept == {gone: ("failure", "missing"), bad: ("failure", "changed to")}


def test_a_bad_original_is_one_event_however_often_it_is_looked_at(curated: Context) -> None:
    sha256, path = next(stored(curated.archive.folder))
    path.write_bytes(b"other bytes")
    for _time in range(3):
        check(curated, whole=True)
    row = curated.archive.read().execute("SELECT count(*) FROM preservation_event WHERE object = ?", (sha256,))
    assert row.fetchone()[0] == 1


def test_a_part_each_day_none_twice_a_day_and_all_after_a_month(
    curated: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(fixity, "ROUND_DAYS", 2)
        assert [check(curated).fixity.due for _time in range(2)] == [3, 0]
    meddle(curated.archive, "UPDATE preservation_event SET at = '2024-03-01T09:00:00+00:00'")
    assert check(curated).fixity.due == 5


@pytest.mark.parametrize(("total", "due"), [(0, 0), (1, 1), (30, 1), (31, 2), (15_000, 500)])
def test_the_first_check_takes_a_thirtieth(context: Context, total: int, due: int) -> None:
    assert fixity.due(context.archive, total) == due


def test_those_longest_unchecked_come_first(curated: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fixity, "due", lambda archive, total: 2)
    for _time in range(3):
        check(curated)
    rows = curated.archive.read().execute(
        "SELECT count(*) FROM preservation_event WHERE object NOT NULL AND type = 'fixity check'"
    )
    assert rows.fetchone()[0] == 5


def test_a_clock_set_back_counts_as_one_day(curated: Context) -> None:
    check(curated)
    meddle(curated.archive, "UPDATE preservation_event SET at = '2999-01-01T00:00:00+00:00'")
    assert fixity.due(curated.archive, 60) == 2


def test_files_that_nobody_knows_are_notes(curated: Context) -> None:
    place = curated.archive.folder.originals
    (place / "ab").mkdir(exist_ok=True)
    (place / "ab" / ("0" * 62)).write_bytes(b"left by an import")
    (place / "Thumbs.db").write_bytes(b"")
    report = check(curated)
    assert codes(report) == ["original-unknown", "file-unknown"]
    assert report.is_sound


def test_originals_of_an_import_taken_back_are_not_unknown(curated: Context) -> None:
    history.undo(curated)
    assert check(curated).findings == []


def test_a_new_archive_has_no_index_yet_and_that_is_a_note(context: Context) -> None:
    report = check(context)
    assert codes(report) == ["no-index"] and report.is_sound


def lose(curated: Context) -> None:
    (curated.archive.folder.index / "current").write_text("{}")


def lack(curated: Context) -> None:
    """The index has seen everything, as it says, and lacks an article."""
    meddle(
        curated.archive,
        "INSERT INTO article (uid, text_id, title) SELECT 'x', 3, 'Unseen'",
        "UPDATE article SET text_id = NULL WHERE uid = 'x'",
    )


def damage(curated: Context) -> None:
    for path in curated.archive.folder.index.rglob("*.seg"):
        path.write_bytes(path.read_bytes()[:-200] + bytes(200))


@pytest.mark.parametrize("harm", [lose, damage])
def test_an_index_is_repaired(curated: Context, harm: Callable[[Context], None]) -> None:
    harm(curated)
    before = state_of(curated.archive.read())
    assert all(finding.derived for finding in check(curated).findings)
    report = check(curated, repair=True)
    assert [finding.repaired for finding in report.findings] == [True] * len(report.findings) != []
    assert report.is_sound
    assert check(curated).findings == []
    assert differing(before, state_of(curated.archive.read())) == {}


def test_an_article_that_the_index_lacks(curated: Context) -> None:
    lack(curated)
    assert "index-articles" in codes(check(curated))


def test_keys_of_names_are_repaired_as_an_act(curated: Context) -> None:
    meddle(curated.archive, *MEDDLED["name-key"])
    report = check(curated, repair=True)
    assert [(finding.code, finding.repaired) for finding in report.findings] == [("name-key", True)]
    assert str(history.revisions(curated)[0].label) == "Repair the keys of names"
    assert check(curated).findings == []


def test_a_damaged_database_names_a_whole_backup(curated: Context) -> None:
    made = own_backups.make_now(curated)
    curated.archive.close()
    data = bytearray(curated.archive.database.read_bytes())
    # The pages of an index, so that opening does not notice.
    connection = sqlite3.connect(made.path)
    page = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'mention_authority'").fetchone()[0]
    connection.close()
    data[(page - 1) * 4096 + 8 : page * 4096] = bytes(4088)
    curated.archive.database.write_bytes(data)
    with Archive.open(curated.archive.folder.path) as archive:
        report = check(Context(archive), repair=True)
    (finding,) = report.findings
    assert finding.code == "database-damaged" and not finding.repaired
    assert f"curator restore {made.path} NEW-ARCHIVE" in finding.hint


def test_a_damaged_backup_is_found(curated: Context) -> None:
    made = own_backups.make_now(curated)
    made.path.write_bytes(made.path.read_bytes()[:20_000])
    assert codes(check(curated)) == ["backup-damaged"]


@pytest.mark.parametrize("ending", [".txt", ".json", ".csv"])
def test_the_report_as_a_file(curated: Context, tmp_path: Path, ending: str) -> None:
    sha256, path = next(stored(curated.archive.folder))
    path.unlink()
    (curated.archive.folder.originals / "=1+1").write_bytes(b"")
    report = check(curated)
    file = tmp_path / f"check{ending}"
    check_report.write(report, file)
    text = file.read_text("utf-8-sig")
    if ending == ".json":
        read = json.loads(text)
        assert (read["sound"], read["fixity"]["missing"]) == (False, 1)
        assert [finding["subject"] for finding in read["findings"]] == [sha256, "=1+1"]
    elif ending == ".csv":
        rows = list(csv.DictReader(text.splitlines()))
        assert [row["subject"] for row in rows] == [sha256, "'=1+1"]
    else:
        assert sha256[2:] in text and text.endswith("1 finding.\n")


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CuratorError, match=r"A report ends in .txt, .json or .csv; check.pdf does not"):
        check_report.require_format(tmp_path / "check.pdf")
