from __future__ import annotations

import hashlib
import shutil

from curator.archive import backups
from curator.search import IndexDamaged, Searcher


def test_reindex(curator, letters) -> None:
    assert curator("reindex", letters, "--json").line == {"articles": 3}
    assert curator("reindex", letters).out == "3 articles are in the index.\n"
    assert len(curator("search", letters, "gence", "--json").lines) == 2


def test_a_search_makes_an_index_that_is_gone(curator, letters) -> None:
    shutil.rmtree(letters / "index")
    assert len(curator("search", letters, "gence", "--json").lines) == 2


def test_a_search_makes_an_index_that_is_damaged(curator, letters) -> None:
    for file in (letters / "index").rglob("*.seg"):
        file.write_bytes(b"damaged")
    assert len(curator("search", letters, "gence", "--json").lines) == 2


def test_damage_that_shows_only_when_read_is_mended_too(curator, letters, monkeypatch) -> None:
    genuine, times = Searcher.search, []

    def damaged_once(*arguments, **options):
        times.append(arguments)
        if len(times) == 1:
            raise IndexDamaged("by intent")
        return genuine(*arguments, **options)

    monkeypatch.setattr(Searcher, "search", damaged_once)
    before = {path.name for path in (letters / "index").iterdir() if path.is_dir()}
    assert len(curator("search", letters, "gence", "--json").lines) == 2
    assert len(times) == 2
    assert before.isdisjoint(path.name for path in (letters / "index").iterdir() if path.is_dir())


def test_an_index_beyond_mending_is_said_in_words(curator, letters, monkeypatch) -> None:
    def damaged(*_arguments: object) -> None:
        raise IndexDamaged("by intent")

    monkeypatch.setattr(Searcher, "search", damaged)
    refused = curator("search", letters, "gence")
    assert refused.code == 2
    assert str(letters / "index") in refused.err


def test_a_command_that_changes_something_leaves_a_backup(curator, letters) -> None:
    shutil.rmtree(letters / "backups")
    curator("list", letters)
    assert len(list((letters / "backups").glob("*.sqlite"))) == 1
    curator("tag", letters, "1", "--theme", "Newspapers")
    assert len(list((letters / "backups").glob("*.sqlite"))) == 1, "the last one is not an hour old"


def test_backups_are_listed_newest_first(curator, letters) -> None:
    older = curator("backup", letters, "--json").line
    newer, same = curator("backup", letters, "--now", "--json").lines
    assert same == older
    assert newer["path"] > older["path"] and newer["bytes"] > 100_000 and newer["before"] is None
    assert older["path"] in curator("backup", letters).out.splitlines()[1]


def test_backup_and_restore(curator, letters, tmp_path) -> None:
    done = curator("backup", letters, tmp_path / "disk", "--json").line
    assert (done["copied"], done["there"], done["missing"], done["changed"]) == (3, 0, [], {})
    assert "0 new originals (0.0 MB), 3 there already" in curator("backup", letters, tmp_path / "disk").out
    restored = curator("restore", tmp_path / "disk", tmp_path / "Again.curator", "--json").line
    assert restored["originals"] == 3
    assert len(curator("search", tmp_path / "Again.curator", "gence", "--json").lines) == 2
    refused = curator("restore", tmp_path / "disk", tmp_path / "Again.curator")
    assert (refused.code, refused.err.splitlines()[1]) == (2, "  Nothing is overwritten: restore to a new name.")


def test_an_original_that_was_changed_is_named_with_both_hashes(curator, letters, tmp_path) -> None:
    path = next((letters / "originals").glob("[0-9a-f]*/*"))
    path.write_bytes(b"other")
    done = curator("backup", letters, tmp_path / "disk")
    assert done.code == 1
    assert path.parent.name + path.name in done.err
    assert hashlib.sha256(b"other").hexdigest() in done.err
    assert "It was not copied." in done.err


def test_a_full_disk_at_the_backup_is_only_told(curator, letters, monkeypatch) -> None:
    def full(*_arguments: object, **_more: object) -> None:
        raise OSError(28, "No space left on device")

    shutil.rmtree(letters / "backups")
    monkeypatch.setattr(backups, "_copy", full)
    tagged = curator("tag", letters, "1", "--theme", "Newspapers")
    assert tagged.code == 0
    assert tagged.out.startswith("1 tag added.")
    assert "no backup of it could be made. The disk that holds" in tagged.err


def test_check_of_a_sound_archive(curator, letters, tmp_path) -> None:
    line = curator("check", letters, "--fixity", "--json").line
    assert (line["sound"], line["findings"], line["fixity"]["ok"]) == (True, 0, 3)
    said = curator("check", letters, "--report", tmp_path / "check.txt")
    assert said.code == 0
    assert said.out.endswith("The archive is sound.\n")
    assert "The archive is sound." in (tmp_path / "check.txt").read_text()
    refused = curator("check", letters, "--report", tmp_path / "check.pdf")
    assert (refused.code, refused.err.splitlines()[1]) == (2, "  Such as: --report check.txt")


def test_check_finds_and_repairs_the_index_only(curator, letters) -> None:
    path = next((letters / "originals").glob("[0-9a-f]*/*"))
    path.unlink()
    (letters / "index" / "current").write_text("{}")
    missing, index, summary = curator("check", letters, "--json").lines
    assert (missing["code"], index["code"], index["derived"]) == ("original-missing", "index-unusable", True)
    assert (summary["sound"], summary["findings"]) == (False, 2)
    repaired = curator("check", letters, "--repair")
    assert repaired.code == 1
    assert "repaired  The search index is missing" in repaired.out
    assert repaired.out.endswith("1 finding.\n1 finding was repaired.\n")
    assert not path.exists()
