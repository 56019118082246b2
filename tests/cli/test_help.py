from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import click
import pytest

from curator.cli import _COMMANDS, main


def leaves(command: click.Command, path: tuple[str, ...] = ()) -> Iterator[tuple[str, click.Command]]:
    if not isinstance(command, click.Group):
        yield " ".join(path), command
        return
    context = click.Context(command)
    for name in command.list_commands(context):
        inner = command.get_command(context, name)
        assert inner is not None
        yield from leaves(inner, (*path, name))


LEAVES = dict(leaves(main))


@pytest.mark.parametrize("name", LEAVES)
def test_every_command_teaches_by_example(name: str) -> None:
    examples = [line.strip() for line in (LEAVES[name].help or "").splitlines() if line.strip().startswith("curator ")]
    first, _, second = name.partition(" ")
    assert examples
    for example in examples:
        words = example.split()
        assert words[1] == first
        assert not second or words[3] == second


@pytest.mark.parametrize("name", LEAVES)
def test_every_option_is_explained(name: str) -> None:
    for parameter in LEAVES[name].params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name


@pytest.mark.parametrize("name", [name for name in LEAVES if name != "completion"])
def test_every_command_takes_json(name: str) -> None:
    assert "--json" in [option for parameter in LEAVES[name].params for option in parameter.opts]


def test_the_list_of_commands_is_whole_and_uncut(curator) -> None:
    shown = curator("--help").out
    assert curator("-h").out == shown
    for name, (_module, summary) in _COMMANDS.items():
        assert f"  {name:<13}{summary}\n" in shown


@pytest.mark.parametrize("name", _COMMANDS)
def test_help_of_a_command_is_shown_without_an_archive(curator, name: str) -> None:
    shown = curator(name, "--help")
    assert shown.code == 0
    assert f"curator {name} " in shown.out


def test_help_loads_nothing_that_it_does_not_need() -> None:
    code = (
        "import sys; from curator.cli import run; run(['--help']); "
        "print(sorted({'numpy', 'whoosh', 'trafilatura', 'sqlite_utils', 'lxml', 'PySide6'} & sys.modules.keys()))"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.splitlines()[-1] == "[]"


def test_version(curator) -> None:
    assert curator("--version").out.startswith("Curator, version ")
