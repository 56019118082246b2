from __future__ import annotations

import getpass

import pytest


def tags(curator, letters) -> list[str]:
    return [tag["name"] for tag in curator("show", letters, "1", "--json").line["tags"]]


def test_history(curator, letters) -> None:
    curator("tag", letters, "1", "--person", "Edith Marlow")
    newest, imported, made = curator("history", letters, "--json").lines
    assert newest | {"at": ""} == {
        "revision": 3,
        "at": "",
        "actor": "Vera",
        "origin": "cli",
        "kind": "act",
        "label": "Tag an article with Edith Marlow",
        "reverts": None,
        "stands": True,
    }
    assert (imported["label"], made["label"]) == ("Import pages", "Create the archive")
    assert len(curator("history", letters, "--limit", "1", "--json").lines) == 1
    number, day, time, actor, *label = curator("history", letters).out.splitlines()[0].split()
    assert (number, actor, " ".join(label)) == ("3", "Vera", "Tag an article with Edith Marlow")
    assert newest["at"].startswith(f"{day}T{time}")


def test_the_actor_is_the_setting_else_the_login_name(curator, letters, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CURATOR_NAME")
    monkeypatch.setenv("LOGNAME", "lucia")
    curator("collect", letters, "Rooms", "1")
    assert curator("history", letters, "--json").lines[0]["actor"] == getpass.getuser() == "lucia"
    monkeypatch.setenv("CURATOR_NAME", "Лючия Бандини")
    curator("collect", letters, "Rooms", "2")
    assert curator("history", letters, "--json").lines[0]["actor"] == "Лючия Бандини"


def test_undo_and_redo_step_by_step(curator, letters) -> None:
    curator("tag", letters, "1", "--person", "Edith Marlow")
    curator("tag", letters, "1", "--theme", "Newspapers")
    undone = curator("undo", letters, "--json").line
    assert undone == {
        "revision": 5,
        "reverts": 4,
        "label": "Tag an article with Newspapers",
        "touched": {"authority": 1, "mention": 1},
    }
    assert tags(curator, letters) == ["Edith Marlow"]
    assert curator("undo", letters).out == "Undone: Tag an article with Edith Marlow\n"
    assert tags(curator, letters) == []
    assert curator("redo", letters).out == "Done again: Tag an article with Edith Marlow\n"
    assert curator("redo", letters, "--json").line["label"] == "Tag an article with Newspapers"
    assert tags(curator, letters) == ["Edith Marlow", "Newspapers"]
    nothing = curator("redo", letters)
    assert (nothing.code, nothing.err) == (2, "There is nothing to redo.\n")


def test_an_act_that_was_taken_back_stands_in_brackets(curator, letters) -> None:
    curator("tag", letters, "1", "--person", "Edith Marlow")
    curator("undo", letters)
    undo, act, *_older = curator("history", letters).out.splitlines()
    assert undo.endswith("  undo: Tag an article with Edith Marlow")
    assert act.endswith("  (Tag an article with Edith Marlow)")


def test_an_older_act_is_reverted(curator, letters) -> None:
    curator("tag", letters, "1", "--person", "Edith Marlow")
    curator("tag", letters, "1", "--theme", "Newspapers")
    assert curator("undo", letters, "--revision", "3", "--json").line["reverts"] == 3
    assert tags(curator, letters) == ["Newspapers"]
    assert curator("history", letters, "--json").lines[0]["kind"] == "revert"


@pytest.mark.parametrize(("revision", "message"), [("1", "cannot be taken back"), ("99", "99"), ("2", "later work")])
def test_what_cannot_be_taken_back(curator, letters, revision: str, message: str) -> None:
    curator("tag", letters, "1", "--person", "Edith Marlow")
    refused = curator("undo", letters, "--revision", revision)
    assert refused.code == 2
    assert message in refused.err


def test_an_import_is_undone_whole_and_searches_know_it(curator, letters) -> None:
    assert curator("undo", letters).out == "Undone: Import pages\n"
    assert curator("search", letters, "gence", "--json").lines == []
    refused = curator("undo", letters)
    assert (refused.code, refused.err) == (2, "There is nothing to undo.\n")
    curator("redo", letters)
    assert len(curator("search", letters, "gence", "--json").lines) == 2


def test_history_of_an_article(curator, letters) -> None:
    line = curator("history", letters, "--article", "1", "--json").line
    assert (line["label"], line["change"], line["before"]) == ("Import pages", "insert", None)
    assert curator("history", letters, "--article", "1").out.endswith("before: -\n")


def test_history_of_an_article_that_never_was(curator, letters) -> None:
    refused = curator("history", letters, "--article", "77")
    assert refused.code == 2
    assert "article 77" in refused.err
