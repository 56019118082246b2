from __future__ import annotations

import io
from pathlib import Path

import pytest


@pytest.fixture
def text(curator, letters):
    return lambda *arguments: curator("text", letters, "1", *arguments)


@pytest.fixture
def edited(text, tmp_path: Path):
    """Article 1 after an edit of one word."""
    file = tmp_path / "edited.txt"
    file.write_text(text().out.replace("Monday", "Tuesday"), "utf-8")
    return text("--edit", str(file))


def test_the_text_comes_out_and_goes_in_unchanged(text, tmp_path: Path) -> None:
    file = tmp_path / "same.txt"
    file.write_text(text().out, "utf-8")
    assert "The town library opened" in text().out
    assert text("--json").line["text"] in text().out
    assert text("--edit", str(file)).out == "Nothing to change: it is so already.\n"


def test_versions(text, edited) -> None:
    assert edited.out == "Version 3 is in use.\n"
    found = text("--versions", "--json").lines
    # The headline stands in its field, so it was cut from the text; as received it is all there.
    assert [(each["version"], each["kind"]) for each in found] == [(1, "extracted"), (2, "cleaned"), (3, "edited")]
    assert [each["in_use"] for each in found] == [False, False, True]
    shown = text("--versions").out.splitlines()[2].split()
    assert shown == ["3", "edited", str(found[2]["length"]), "Vera", "in", "use"]


def test_diff(text, edited) -> None:
    assert "[-Monday-]{+Tuesday+}" in text("--diff", "2", "3").out
    line = text("--diff", "2", "3", "--json").line
    assert (line["kind"], line["old"], line["new"]) == ("replace", "Monday", "Tuesday")
    assert text("--diff", "2", "2").out == "They are the same.\n"


def test_use(text, edited) -> None:
    assert text("--use", "1", "--json").line["version"] == 1
    assert "Monday" in text().out


def test_standard_input(text, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("Yeni mətn, Gəncədən.\n".encode())))
    assert text("--edit", "-").code == 0
    assert text().out.rstrip("\n") == "Yeni mətn, Gəncədən."


def test_a_tagged_passage_follows(curator, letters, text, tmp_path: Path) -> None:
    body = text("--json").line["text"]
    start = body.index("Gəncə")
    curator("tag", letters, "1", "--at", f"{start}:{start + 5}", "--place", "Gəncə")
    assert text("--passages", "--json").line["quote"] == "Gəncə"
    file = tmp_path / "edited.txt"
    file.write_text("Above. " + body, "utf-8")
    assert text("--edit", str(file)).out == "Version 3 is in use.\n1 passage kept its words.\n"
    file.write_text("Nothing of it is left here.", "utf-8")
    (passage,) = text("--edit", str(file), "--json").line["passages"]
    assert (passage["state"], passage["start"]) == ("detached", start + 7)
    assert text("--passages").out.split() == ["1", "detached", f"{start + 7}:{start + 12}", "Gəncə"]
    assert "anchored" in text("--use", "3", "--json").out
    assert curator("tag", letters, "1", "--at", f"{start + 7}:{start + 12}", "--place", "Gəncə", "--remove").code == 0
    assert text("--passages", "--json").lines == []


def test_a_passage_that_moved_is_confirmed_or_removed(curator, letters, text, tmp_path: Path) -> None:
    body = text("--json").line["text"]
    start = body.index("library")
    curator("tag", letters, "1", "--at", f"{start}:{start + 7}", "--theme", "Libraries")
    file = tmp_path / "edited.txt"
    file.write_text(body.replace("library", "libraries", 1), "utf-8")
    (passage,) = text("--edit", str(file), "--json").line["passages"]
    assert passage["state"] == "moved"
    assert text("--confirm", "1").out.split()[:2] == ["1", "anchored"]
    assert curator("undo", letters).out == "Undone: Confirm a passage\n"
    assert text("--passages", "--json").line["state"] == "moved"
    assert text("--remove", "1").err == "0 passages.\n"
    assert curator("undo", letters).out == "Undone: Remove a passage\n"
    refused = curator("text", letters, "2", "--confirm", "1")
    assert (refused.code, refused.err.splitlines()[0]) == (2, "Article 2 has no passage 1.")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--use", "3"], "no version 3"),
        (["--diff", "1", "9"], "no version 9"),
        (["--use", "1", "--versions"], "One thing at a time"),
        (["--edit", "missing.txt"], "missing.txt"),
    ],
)
def test_what_cannot_be_done_is_said_in_words(text, arguments: list[str], message: str) -> None:
    refused = text(*arguments)
    assert refused.code == 2
    assert message in refused.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["1", "--at", "5"], "no passage"),
        (["1", "--at", "-5:7"], "no passage"),
        (["1", "--at", "7:5"], "no words"),
        (["1", "2", "--at", "0:5"], "one article and one name"),
    ],
)
def test_no_such_passage(curator, letters, arguments: list[str], message: str) -> None:
    refused = curator("tag", letters, *arguments, "--place", "Gəncə")
    assert refused.code == 2
    assert message in refused.err
