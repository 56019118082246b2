"""curator reindex."""

from __future__ import annotations

from pathlib import Path

import click

from curator.cli.options import archive_argument, json_option, opened
from curator.cli.output import result
from curator.i18n import ngettext
from curator.operations import upkeep


@click.command("reindex")
@archive_argument
@json_option
def reindex_command(archive: Path, as_json: bool) -> None:
    """Make the search index anew from the archive.

    Searches do this by themselves when it is missing or damaged.

    \b
      curator reindex letters.curator
    """
    with opened(archive) as context:
        number = upkeep.reindex(context)
    words = ngettext("%(n)d article is in the index.", "%(n)d articles are in the index.", number)
    result(as_json, {"articles": number}, words % {"n": number})
