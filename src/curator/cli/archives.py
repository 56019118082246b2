"""curator new."""

from __future__ import annotations

from pathlib import Path

import click

from curator import settings
from curator.archive import Archive
from curator.cli.options import archive_argument, json_option, text
from curator.cli.output import result
from curator.i18n import _
from curator.paths import display


@click.command("new")
@archive_argument
@click.option("--title", type=text, default="", help="What the archive is called; the folder's name unless given.")
@json_option
def new_command(archive: Path, title: str, as_json: bool) -> None:
    """Make an archive in a new or empty folder.

    The folder's README.txt says what is in it. By custom its name ends in .curator.

    \b
      curator new letters.curator --title "Letters to the library"
    """
    title = title or display(archive.name).removesuffix(".curator")
    with Archive.create(archive, title, settings.actor(settings.load())) as made:
        fields = {"archive": display(archive), "uid": made.uid, "title": title}
    result(as_json, fields, _("Made the archive “%(title)s” in %(path)s") % {"title": title, "path": display(archive)})
