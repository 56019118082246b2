"""curator sample."""

from __future__ import annotations

from pathlib import Path

import click

from curator import settings
from curator.cli.options import json_option
from curator.cli.output import ProgressLine, result
from curator.i18n import ngettext
from curator.operations import sample
from curator.paths import display


@click.command("sample")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@json_option
def sample_command(folder: Path, as_json: bool) -> None:
    """Make an archive to try things on in a new or empty folder.

    It holds short articles in five languages about libraries lost and kept, with people, places, events, themes,
    passages, notes, collections and saved searches. They are imported and curated by the same acts as your own, so
    the history shows each of them.

    \b
      curator sample Sample.curator
    """
    line = ProgressLine()
    made = sample.make(folder, settings.actor(settings.load()), line)
    line.clear()
    number = len(made.articles)
    words = ngettext(
        "Made the archive “%(title)s” in %(path)s, with %(n)d article.",
        "Made the archive “%(title)s” in %(path)s, with %(n)d articles.",
        number,
    )
    fields = {"archive": display(folder), "title": made.title, "articles": number, "names": len(made.names)}
    result(as_json, fields, words % {"title": made.title, "path": display(folder), "n": number})
