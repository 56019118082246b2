from __future__ import annotations

import shutil


def test_erase_an_article(curator, letters) -> None:
    title = curator("show", letters, "1", "--json").line["title"]
    refused = curator("erase", letters, "1", "--reason", "a takedown")
    assert refused.code == 2
    assert f"--confirm “{title}”" in refused.err
    done = curator("erase", letters, "1", "--reason", "a takedown", "--confirm", title, "--json").line
    assert (done["record"], done["ids"], done["originals"], done["problems"]) == ("article", [1], 1, [])
    assert [line["article"] for line in curator("list", letters, "--json").lines] == [2, 3]
    assert curator("show", letters, "1").code == 2
    stone, original = curator("erase", letters, "--list", "--json").lines
    assert (stone["record"], stone["row_id"], stone["by_whom"], stone["reason"]) == ("article", 1, "Vera", "a takedown")
    assert original["record"] == "original"
    assert curator("undo", letters).out == "Undone: Import pages\n"
    assert curator("redo", letters).code == 0


def test_erase_a_name_and_hear_where_it_still_stands(curator, letters) -> None:
    curator("tag", letters, "2", "--place", "Gəncə")
    erased = curator("erase", letters, "--place", "gence", "--reason", "a test", "--confirm", "Gəncə")
    assert erased.code == 0
    assert erased.out == "Erased for good: 1 record of a name.\n"
    assert erased.err.startswith("The texts of articles are sources and were not changed. These still hold the name: ")
    assert curator("names", letters, "list", "--json").lines == []


def test_titles_that_hold_the_name_are_listed_first_and_blotted_when_asked(curator, letters) -> None:
    curator("tag", letters, "2", "--person", "Edith Marlow")
    curator("collect", letters, "Edith Marlow", "2")
    erase = ("erase", letters, "--person", "Edith Marlow", "--reason", "her request", "--confirm", "Edith Marlow")
    refused = curator(*erase)
    assert refused.code == 2
    assert refused.err.splitlines()[0] == "collection 1, title: Edith Marlow"
    assert "Add --also-titles" in refused.err
    done = curator(*erase, "--also-titles", "--json").line
    assert (done["blotted"], [each["record"] for each in done["written"]]) == (True, ["collection"])
    assert "Marlow" not in curator("collections", letters).out


def test_what_is_to_be_erased_is_asked_for(curator, letters) -> None:
    for arguments in ((), ("1", "--person", "Edith Marlow")):
        refused = curator("erase", letters, *arguments, "--reason", "x")
        assert (refused.code, refused.err.splitlines()[0][:24]) == (2, "What is to be erased? Gi")
    assert curator("erase", letters, "--list").err == "Nothing was ever erased from this archive.\n"


def test_the_next_full_backup_forgets_it_too(curator, letters, tmp_path) -> None:
    curator("backup", letters, tmp_path / "disk")
    title = curator("show", letters, "1", "--json").line["title"]
    curator("erase", letters, "1", "--reason", "a takedown", "--confirm", title)
    done = curator("backup", letters, tmp_path / "disk", "--json").line
    assert (done["erased"], done["copied"], done["there"]) == (2, 0, 2)
    assert len(list((tmp_path / "disk" / "databases").iterdir())) == 1
    assert len(list((tmp_path / "disk" / "originals").glob("*/*"))) == 2
    shutil.rmtree(letters)
    curator("restore", tmp_path / "disk", letters)
    assert [line["article"] for line in curator("list", letters, "--json").lines] == [2, 3]
