"""A query while it is typed in a shell: completed from the archive that the command names."""

from __future__ import annotations

from pathlib import Path

import click
from click.shell_completion import CompletionItem

from curator.archive import Archive
from curator.errors import CuratorError
from curator.operations import completion
from curator.operations.context import Context
from curator.operations.query_completion import complete_query


def completed(invocation: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """Return whole queries that what is typed could become; none where the archive cannot be asked at once."""
    path = invocation.params.get("archive")
    if not isinstance(path, Path) or not Archive.is_ready(path):
        return []
    try:
        with Archive.open(path) as archive:
            context = Context(archive)
            found = complete_query(context, completion.completer(context), typed, len(typed))
    except (CuratorError, OSError):
        return []
    return [CompletionItem(typed[: each.start] + each.text + typed[each.end :], help=each.why) for each in found]
