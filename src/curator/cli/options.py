"""Arguments and options that several commands share."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from curator import settings
from curator.archive import Archive
from curator.cli.output import complain
from curator.errors import CuratorError
from curator.i18n import _
from curator.model.authority import KINDS
from curator.operations import own_backups
from curator.operations.context import Context
from curator.paths import display

_Function = TypeVar("_Function", bound=Callable[..., Any])


def text(words: str) -> str:
    """Take an argument as it is; bytes that are no text stop here, as the archive keeps none."""
    if display(words) != words:
        raise click.BadParameter(_("“%(words)s” is not text in UTF-8.") % {"words": display(words)})
    return words


def numbers(words: str) -> list[int]:
    """Take numbers of records, parted by commas."""
    found = [int(word) for word in words.split(",") if word.strip().isdecimal() and len(word.strip()) < 19]
    if len(found) != words.count(",") + 1:
        raise click.BadParameter(_("“%(words)s” is no list of numbers such as 12,15.") % {"words": display(words)})
    return found


# As far as SQLite counts.
ID = click.IntRange(1, 2**63 - 1)
COUNT_MOST = 2**31

archive_argument = click.argument("archive", type=click.Path(path_type=Path), metavar="ARCHIVE")
ids_argument = click.argument("ids", nargs=-1, type=ID, metavar="[ID]...")
json_option = click.option("--json", "as_json", is_flag=True, help="One JSON object a line on standard output.")
query_option = click.option(
    "--query", "-q", type=text, metavar="QUERY", help="Choose articles by a query instead of numbers."
)


def kind_options(function: _Function) -> _Function:
    """Add --person, --organisation, --event, --place, --theme; each may be given several times."""
    for kind in reversed(KINDS):
        option = click.option(
            f"--{kind}", f"{kind}s", type=text, multiple=True, metavar="NAME", help=f"The {kind}; may be repeated."
        )
        function = option(function)
    return function


@contextmanager
def opened(path: Path) -> Iterator[Context]:
    """Open the archive at `path` for a command, back it up if a backup is due, and close it."""
    with Archive.open(path, actor=settings.actor(settings.load())) as archive:
        started = time.monotonic()
        context = Context(archive)
        yield context
        # A long import may take a twentieth longer; nothing else is kept waiting.
        patience = max(own_backups.PATIENCE_S, (time.monotonic() - started) / 20)
        _made, problem = own_backups.on_close(context, patience_s=patience)
        if problem:
            complain(problem.message, problem.hint)


def chosen_ids(context: Context, ids: tuple[int, ...], query: str | None) -> list[int]:
    """Return the articles that a command is about: by number or by query.

    Raises:
        CuratorError: when neither is given, or both, or the query finds none.
    """
    if bool(ids) == (query is not None):
        raise CuratorError(
            _("Which articles? Give their numbers, or a query with --query."),
            _("curator list ARCHIVE shows the numbers."),
        )
    if query is None:
        return list(dict.fromkeys(ids))
    from curator.operations import find

    found = find.select(context, query)
    if not found:
        raise CuratorError(_("No article matches the query %(query)s.") % {"query": query}, _("Nothing was changed."))
    return found
