"""curator searches: queries that are kept under a title."""

from __future__ import annotations

from pathlib import Path

import click

from curator.cli.name_options import say_done
from curator.cli.options import archive_argument, json_option, opened, text
from curator.cli.output import result
from curator.operations import saved_searches


@click.group("searches")
@archive_argument
@click.pass_context
def searches_command(invocation: click.Context, archive: Path) -> None:
    """The saved searches of an archive.

    TITLE may stand in a folder, parted by a slash between spaces.

    \b
      curator searches letters.curator add "Fires / Since 1966" 'fire date:1966..'
      curator searches letters.curator list
    """
    invocation.obj = archive


@searches_command.command("list")
@json_option
@click.pass_obj
def list_searches(archive: Path, as_json: bool) -> None:
    """List the saved searches with their queries.

    \b
      curator searches letters.curator list
    """
    with opened(archive) as context:
        for found in saved_searches.listed(context):
            fields = {
                "id": found.id,
                "search": found.path,
                "folder": found.folder,
                "title": found.title,
                "query": found.query,
                "sort": found.sort,
                "note": found.note,
            }
            result(as_json, fields, f"{found.path}: {found.query}" + (f"  ({found.sort})" if found.sort else ""))


@searches_command.command("add")
@click.argument("title", type=text)
@click.argument("query", type=text)
@click.option("--sort", type=click.Choice(saved_searches.SORTS), help="The order of what is found.")
@click.option("--note", type=text, help="What it is for.")
@json_option
@click.pass_obj
def add_search(archive: Path, title: str, query: str, sort: str | None, note: str | None, as_json: bool) -> int:
    """Save a query under a title.

    \b
      curator searches letters.curator add "Fires / Since 1966" 'fire date:1966..' --sort=-date
    """
    with opened(archive) as context:
        _search_id, changes = saved_searches.add(context, title, query, sort, note)
    return say_done(as_json, changes)


@searches_command.command("rename")
@click.argument("title", type=text)
@click.argument("new_title", type=text)
@json_option
@click.pass_obj
def rename_search(archive: Path, title: str, new_title: str, as_json: bool) -> int:
    """Give a saved search another title, or put it into another folder.

    \b
      curator searches letters.curator rename "Fires / Since 1966" "Fires of our time"
    """
    with opened(archive) as context:
        changes = saved_searches.rename(context, title, new_title)
    return say_done(as_json, changes)


@searches_command.command("remove")
@click.argument("title", type=text)
@json_option
@click.pass_obj
def remove_search(archive: Path, title: str, as_json: bool) -> int:
    """Remove a saved search; the articles that it finds are not touched.

    \b
      curator searches letters.curator remove "Fires of our time"
    """
    with opened(archive) as context:
        changes = saved_searches.remove(context, title)
    return say_done(as_json, changes)
