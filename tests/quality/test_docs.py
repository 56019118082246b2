"""What is written about Curator is complete, and nothing tracked names a place on somebody's machine."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from curator.cli import main

# A folder at the root of one machine, or the host of a package index.
PLACES = re.compile(r"(?<![\w.:/~-])/(?:work|root|tmp)/\w|\b(?:pypi|pythonhosted|npmjs)\.(?:org|com)\b")


def commands(command: click.Command, path: str = "curator") -> Iterator[str]:
    """Yield each command as it is typed, up to its own arguments: "curator names ARCHIVE merge"."""
    if not isinstance(command, click.Group):
        yield path
        return
    context = click.Context(command)
    arguments = [each.human_readable_name for each in command.params if isinstance(each, click.Argument)]
    for name in command.list_commands(context):
        inner = command.get_command(context, name)
        assert inner is not None, f"{path} {name} is listed, but not there"
        yield from commands(inner, " ".join([path, *arguments, name]))


def is_named(command: str, text: str) -> bool:
    """Say whether `text` shows `command`, with any word in the place of an argument."""
    words = (r"\S+" if word.isupper() else re.escape(word) for word in command.split())
    return re.search(r"\s+".join(words) + r"(?![\w-])", text) is not None


def test_every_command_is_documented(checkout: Path) -> None:
    pages = [checkout / "README.md", *(checkout / "docs").rglob("*.md")]
    text = "\n".join(page.read_text("utf-8") for page in pages)
    typed = list(commands(main))
    assert {"curator new", "curator export", "curator undo"} <= set(typed)
    assert [command for command in typed if not is_named(command, text)] == []


def test_a_command_is_named_as_a_whole() -> None:
    assert is_named("curator names ARCHIVE add", "type `curator names letters.curator add person`")
    assert not is_named("curator names ARCHIVE add", "curator names add")
    assert not is_named("curator collect", "curator collections")


def tracked(checkout: Path) -> list[Path]:
    """Return the files under version control; a source distribution has none to ask about."""
    if not (checkout / ".git").exists():
        pytest.skip("not a git checkout")
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=checkout, capture_output=True, check=True)
    names = listing.stdout.decode("utf-8").split("\0")
    return [checkout / name for name in names if name and (checkout / name).is_file()]


def test_no_machine_is_named(checkout: Path) -> None:
    naming = {}
    for path in tracked(checkout):
        found = PLACES.search(path.read_bytes().decode("utf-8", "replace"))
        if found:
            naming[str(path.relative_to(checkout))] = found[0]
    assert naming == {}


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("see /" + "tmp/x", True),
        ("cd /" + "work/main", True),
        ("build/" + "tmp/x", False),
        ("https://example.org/" + "work/1", False),
        ("pypi" + ".org", True),
    ],
)
def test_the_pattern_of_places(line: str, named: bool) -> None:
    assert bool(PLACES.search(line)) is named
