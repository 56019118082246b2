"""The command line: the group of commands, and what each way of ending is answered with.

Exit codes: 0 all done; 1 done, but some items have problems; 2 an error that is explained; 70 a fault in Curator.
"""

from __future__ import annotations

import importlib
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from curator import __version__, log
from curator.cli.output import complain, stop_results
from curator.errors import CuratorError
from curator.i18n import N_, _

DONE, PROBLEMS, ERROR, BUG = 0, 1, 2, 70

# Command -> the module it lives in and what it does, in the order of the help. Modules are loaded when called.
_COMMANDS = {
    "new": ("archives", N_("Make an archive in a new or empty folder.")),
    "sample": ("sampling", N_("Make an archive of forty articles to try things on.")),
    "import": ("importing", N_("Import files and folders: pages, text, Markdown.")),
    "review": ("reviewing", N_("Look at what was read, correct it, commit it.")),
    "watch": ("watching", N_("Read new files of a folder into a review.")),
    "list": ("articles", N_("List the articles, or those that a query finds.")),
    "show": ("articles", N_("Show everything that is known of one article.")),
    "search": ("searching", N_("Search in titles and texts, in any spelling.")),
    "describe": ("describing", N_("Set or clear fields of articles: title, date, access ...")),
    "text": ("text_versions", N_("Show, edit and compare the text of an article.")),
    "trash": ("trashing", N_("Put articles into the trash, take them out, empty it.")),
    "tag": ("tagging", N_("Tag articles with people, places, themes ...")),
    "names": ("names", N_("List, add, rename, date, merge, split names.")),
    "suggest": ("suggesting", N_("Show which names stand in texts; accept or reject them.")),
    "collect": ("collecting", N_("Put articles into a collection.")),
    "collections": ("collecting", N_("List the collections.")),
    "searches": ("searches", N_("List, add, move, remove saved searches.")),
    "lists": ("frozen_lists", N_("Freeze what a query finds, to cite and check it.")),
    "stories": ("stories", N_("List and compare copies of one text.")),
    "export": ("exporting", N_("Write articles with their tags to a file.")),
    "history": ("past", N_("Show what was done, when and by whom.")),
    "undo": ("past", N_("Take back the newest act, or an older one.")),
    "redo": ("past", N_("Bring back what the last undo took back.")),
    "check": ("upkeep", N_("Look whether an archive is sound.")),
    "backup": ("upkeep", N_("Back up to a folder, or list the own backups.")),
    "restore": ("upkeep", N_("Make a new archive from a backup.")),
    "erase": ("erasing", N_("Erase an article or a name for good.")),
    "reindex": ("upkeep", N_("Make the search index anew.")),
    "completion": ("completion", N_("Let the shell complete commands and options.")),
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
    """Commands that are loaded when they are called, but not for a list of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module = importlib.import_module(f"curator.cli.{_COMMANDS[cmd_name][0]}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        # A folder where a command could stand: `curator letters.curator` opens the window on it.
        if args and args[0] not in _COMMANDS and Path(args[0]).exists():
            from curator.cli.opening import open_command

            return "open", open_command, args
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, _(summary)) for name, (_module, summary) in _COMMANDS.items()])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        found = [
            CompletionItem(name, help=_(summary))
            for name, (_module, summary) in _COMMANDS.items()
            if name.startswith(incomplete)
        ]
        # What any command completes: options.
        return found + click.Command.shell_complete(self, ctx, incomplete)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            stop_results()
            return DONE


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
        ended: Any = _alone() if arguments is None and len(sys.argv) == 1 else None
        if ended is None:
            ended = main.main(arguments, prog_name="curator", standalone_mode=False)
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
    except Exception:
        logging.getLogger("curator").exception("fault in %s", (arguments or sys.argv[1:2])[:1])
        complain(
            _("A fault in Curator: this should not have happened."),
            _("What was finished before is in the archive. The details are in %(file)s") % {"file": log_file},
        )
        return BUG


def _alone() -> int | None:
    """Open the window for `curator` without a word more, where there is a screen to see it on."""
    from curator.cli.opening import has_screen, open_window

    return open_window([]) if has_screen() else None


def _speak_utf8() -> None:
    """Names in five scripts come out right also where the terminal's encoding is another."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
