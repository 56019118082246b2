from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from curator.archive import Archive, articles, replica
from curator.model.revision import Label


def add(path: Path) -> str:
    """Write in an archive; return the name of the copy that wrote."""
    with Archive.open(path, actor="Tester") as archive:
        with archive.transaction(Label("Add")) as transaction:
            articles.add(transaction, {"title": "Cellar"}, "The cellar dried.", "test")
        rows = archive.read().execute("SELECT replica FROM revision ORDER BY id DESC LIMIT 1")
        return str(rows.fetchone()[0])


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    Archive.create(tmp_path / "Letters.curator").close()
    return tmp_path / "Letters.curator"


def test_a_copy_writes_under_a_name_of_its_own(letters: Path, tmp_path: Path) -> None:
    name = add(letters)
    shutil.copytree(letters, tmp_path / "Copy.curator")
    copied = add(tmp_path / "Copy.curator")
    assert copied != name
    assert (add(letters), add(tmp_path / "Copy.curator")) == (name, copied)


def test_a_copy_that_takes_the_place_of_the_first_is_another(letters: Path, tmp_path: Path) -> None:
    name = add(letters)
    shutil.copytree(letters, tmp_path / "Copy.curator")
    letters.rename(tmp_path / "Old.curator")
    (tmp_path / "Copy.curator").rename(letters)
    assert len({name, add(letters), add(tmp_path / "Old.curator")}) == 3


def test_a_copy_on_another_computer_is_another(letters: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = add(letters)
    monkeypatch.setattr(replica, "_machine", lambda: "another")
    assert add(letters) != name


def test_the_name_of_an_older_curator_stays(letters: Path) -> None:
    name = add(letters)
    with Archive.open(letters) as archive, archive.unjournalled() as connection:
        connection.execute("DELETE FROM replica_state WHERE key = 'place'")
    assert add(letters) == name


def test_nothing_tells_where_it_lies(letters: Path) -> None:
    add(letters)
    with Archive.open(letters) as archive:
        kept = archive.read().execute("SELECT value FROM replica_state WHERE key = 'place'").fetchone()[0]
    assert len(kept) == 32 and not set(kept) - set("0123456789abcdef")
