"""curator completion."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from curator.errors import CuratorError

_PLACES = {
    "bash": "~/.local/share/bash-completion/completions/curator",
    "zsh": "~/.zfunc/_curator",
    "fish": "~/.config/fish/completions/curator.fish",
}


@click.command("completion")
@click.argument("shell", type=click.Choice(tuple(_PLACES)))
def completion_command(shell: str) -> None:
    """Print what makes the shell complete curator's commands and options.

    \b
      curator completion bash > ~/.local/share/bash-completion/completions/curator
      curator completion zsh  > ~/.zfunc/_curator     (with ~/.zfunc in $fpath)
      curator completion fish > ~/.config/fish/completions/curator.fish
    """
    from curator.cli import main

    found = get_completion_class(shell)
    if found is None:
        raise CuratorError(shell)
    click.echo(found(main, {}, "curator", "_CURATOR_COMPLETE").source())
