from __future__ import annotations

import datetime
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.archive import Archive, backups
from curator.errors import CuratorError

from .samples import add_articles, describe


def make_files(place: Path, *times: datetime.datetime, before: str = "") -> list[Path]:
    place.mkdir(exist_ok=True)
    tail = f"-before-{before}" if before else ""
    paths = [place / f"{at:%Y%m%dT%H%M%SZ}{tail}.sqlite" for at in times]
    for path in paths:
        path.write_bytes(b"")
    return paths


def test_a_copy_is_whole_and_named_by_the_time(archive: Archive) -> None:
    add_articles(archive, "A library")
    made = backups.copy_to(archive.read(), archive.folder.backups)
    assert backups.listed(archive.folder.backups) == [made]
    assert abs(datetime.datetime.now(datetime.UTC) - made.at) < datetime.timedelta(seconds=60)
    connection = sqlite3.connect(made.path)
    assert connection.execute("SELECT title FROM article").fetchall() == [("A library",)]
    connection.close()
    # Nothing but the copy: no log beside it, nothing unfinished.
    assert list(archive.folder.backups.iterdir()) == [made.path]


def test_a_copy_holds_one_state_whatever_is_written_meanwhile(archive: Archive) -> None:
    add_articles(archive, *(f"Shelf {number} " * 2_000 for number in range(400)))
    ticks = []

    def write() -> None:
        ticks.append(describe(archive, 1, title=f"Shelf again {len(ticks)}"))

    made = backups.copy_to(archive.read(), archive.folder.backups, tick=write)
    assert len(ticks) > 1
    backups.verify(made.path)
    assert (
        backups.last_change(made)
        == archive.read().execute("SELECT max(id) FROM change WHERE revision_id < ?", (ticks[0],)).fetchone()[0]
    )


def test_what_is_given_up_leaves_nothing(archive: Archive) -> None:
    def stop() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        backups.copy_to(archive.read(), archive.folder.backups, tick=stop)
    assert list(archive.folder.backups.iterdir()) == []
    assert not archive.read().in_transaction


def test_what_a_killed_process_left_is_cleared(archive: Archive) -> None:
    (archive.folder.backups / ".unfinished-x").write_bytes(b"half")
    made = backups.copy_to(archive.read(), archive.folder.backups)
    assert list(archive.folder.backups.iterdir()) == [made.path]


def test_a_copy_that_cannot_be_read_back_gets_no_name(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    genuine = backups.verify

    def damage_and_verify(path: Path, expected: list[int]) -> None:
        data = bytearray(path.read_bytes())
        data[4096:8192] = bytes(4096)
        path.write_bytes(data)
        genuine(path, expected)

    monkeypatch.setattr(backups, "verify", damage_and_verify)
    with pytest.raises(CuratorError, match="cannot be read back whole"):
        backups.copy_to(archive.read(), archive.folder.backups)
    assert list(archive.folder.backups.iterdir()) == []


def test_with_the_clock_set_back_the_newest_is_still_the_newest(archive: Archive) -> None:
    ahead = datetime.datetime.now(datetime.UTC).replace(microsecond=0) + datetime.timedelta(days=400)
    make_files(archive.folder.backups, ahead)
    made = backups.copy_to(archive.read(), archive.folder.backups)
    assert made.at == ahead + datetime.timedelta(seconds=1)
    assert backups.listed(archive.folder.backups)[-1] == made


def test_copies_before_steps_are_kept_apart(tmp_path: Path) -> None:
    start = datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC)
    days = [start + datetime.timedelta(days=number) for number in range(5)]
    steps = make_files(tmp_path, *days, before="m0002_x")
    ordinary = make_files(tmp_path, *days)
    (tmp_path / "notes.txt").write_text("mine")
    backups.thin(tmp_path)
    assert set(tmp_path.iterdir()) == {*steps[-3:], *ordinary, tmp_path / "notes.txt"}


def test_seven_are_kept_the_newest_and_one_of_each_earlier_day(tmp_path: Path) -> None:
    start = datetime.datetime(2024, 1, 1, 8, tzinfo=datetime.UTC)
    times = [start + datetime.timedelta(days=day, hours=hour) for day in range(6) for hour in range(5)]
    paths = make_files(tmp_path, *times)
    backups.thin(tmp_path)
    # The newest three of day 5, and the last of days 1 to 4.
    assert sorted(tmp_path.iterdir()) == [*(paths[day * 5 + 4] for day in range(1, 5)), *paths[-3:]]


@given(st.sets(st.integers(0, 500), max_size=25))
def test_thinning_keeps_seven_and_always_the_newest(hours: set[int]) -> None:
    start = datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC)
    made = [backups.Backup(Path(str(hour)), start + datetime.timedelta(hours=hour), "", 0) for hour in sorted(hours)]
    gone = backups._too_many(made)
    kept = [backup for backup in made if backup not in gone]
    assert len(kept) == min(len(made), backups.KEPT)
    assert kept[-backups.NEWEST :] == made[-backups.NEWEST :]
    assert backups._too_many(kept) == []
