"""docs/command-line.md: its examples are run, and it names every command and every option."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from curator.cli import main

PAGE = Path(__file__).parents[2] / "docs" / "command-line.md"
ANYTHING = "..."


def examples() -> list[tuple[str, str]]:
    """Return (command, what it prints) in the order of the page."""
    text = PAGE.read_text(encoding="utf-8")
    found = []
    for block in re.findall(r"^```console\n(.*?)^```$", text, re.DOTALL | re.MULTILINE):
        for example in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, printed = example.partition("\n")
            found.append((command, printed))
    return found


def fits(printed: str, expected: str) -> bool:
    """Compare, where `...` stands for anything within a line."""
    pattern = ".*".join(re.escape(part) for part in expected.split(ANYTHING))
    return re.fullmatch(pattern, printed) is not None


def test_the_examples_print_what_the_page_says(curator, saved_pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(saved_pages.parent)
    assert len(examples()) > 25
    for command, expected in examples():
        program, *arguments = shlex.split(command)
        assert program == "curator"
        ran = curator(*arguments)
        assert fits((ran.out + ran.err).rstrip(), expected.rstrip()), f"$ {command}\n{ran.out}{ran.err}"


def test_anything_stands_for_part_of_a_line_only() -> None:
    assert fits("a 12 b\n", "a ... b\n")
    assert not fits("a 1\n2 b\n", "a ... b\n")


def section(name: str) -> str:
    """Return what the page says of a command."""
    text = PAGE.read_text(encoding="utf-8")
    return text.split(f"### curator {name}\n")[1].split("\n### ")[0]


@pytest.mark.parametrize("name", main.list_commands(click.Context(main)))
def test_every_option_is_named(name: str) -> None:
    command = main.get_command(click.Context(main), name)
    assert command is not None
    inner = list(command.commands.values()) if isinstance(command, click.Group) else [command]
    for one in inner:
        syntax = section(name)
        if len(inner) > 1:
            syntax = syntax.split(f"`curator {name} ARCHIVE {one.name} ")[1].split("`", 1)[0]
        for parameter in one.params:
            if isinstance(parameter, click.Option):
                assert any(option in syntax for option in parameter.opts), (one.name, parameter.opts)
