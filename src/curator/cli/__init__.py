"""The command line: the group of commands, and what each way of ending is answered with.

Exit codes: 0 all done; 1 done, but some items have problems; 2 an error that is explained; 70 a fault in Curator.
"""

from __future__ import annotations

import importlib
import logging
import os
import sys
from collections.abc import Sequence
from typing import Any

import click

from curator import __version__, log
from curator.cli.output import complain
from curator.errors import CuratorError
from curator.i18n import _

DONE, PROBLEMS, ERROR, BUG = 0, 1, 2, 70

# Command -> the module it lives in, in the order of the help. Loaded when called, so that each starts at once.
_COMMANDS = {
    "new": "archives",
    "import": "importing",
    "list": "articles",
    "show": "articles",
    "search": "articles",
    "tag": "tagging",
    "names": "names",
    "collect": "collecting",
    "collections": "collecting",
    "export": "exporting",
    "history": "past",
    "undo": "past",
    "redo": "past",
    "reindex": "upkeep",
    "completion": "completion",
}

_HELP = """Curate archives of articles: import, tag, search, export. Everything happens on this computer.

An archive is a folder. A first session:

\b
  curator new letters.curator
  curator import letters.curator ~/saved-pages
  curator search letters.curator 'library OR librar*'
  curator tag letters.curator 3 7 --person "Lucia Bandini" --theme "Newspapers"
  curator search letters.curator 'person:Bandini date:1966..1968'
  curator export letters.curator bandini.jsonl --format jsonl --query person:Bandini

Every command takes --json: one JSON object a line on standard output, messages on standard error. Every change
can be undone: curator undo ARCHIVE.
"""


class _Commands(click.Group):
    """Commands that are loaded when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module = importlib.import_module(f"curator.cli.{_COMMANDS[cmd_name]}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command


@click.group(cls=_Commands, help=_HELP, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="Curator")
def main() -> None:
    """Hold the commands together."""


def run(arguments: Sequence[str] | None = None) -> int:
    """Carry out a command line.

    Args:
        arguments: what follows the program's name; `sys.argv` unless given.

    Returns:
        the exit code.
    """
    log_file = log.set_up(debug=bool(os.environ.get("CURATOR_DEBUG")))
    _speak_utf8()
    try:
        ended: Any = main.main(arguments, prog_name="curator", standalone_mode=False)
        return ended if isinstance(ended, int) else DONE
    except CuratorError as error:
        complain(error.message, error.hint)
        return ERROR
    except click.ClickException as error:
        error.show()
        return ERROR
    except (click.Abort, KeyboardInterrupt):
        complain(_("Stopped."))
        return ERROR
    except BrokenPipeError:
        # The reader of our output has gone (`| head`): nothing is wrong, and nobody is listening.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception:
        logging.getLogger("curator").exception("fault in %s", (arguments or sys.argv[1:2])[:1])
        complain(
            _("A fault in Curator: this should not have happened."),
            _("What was finished before is in the archive. The details are in %(file)s") % {"file": log_file},
        )
        return BUG


def _speak_utf8() -> None:
    """Names in five scripts come out right also where the terminal's encoding is another."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
