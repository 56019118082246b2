"""curator searches: queries that are kept under a title."""

from __future__ import annotations

from pathlib import Path

import click

from curator.cli.name_options import say_done
from curator.cli.options import archive_argument, json_option, opened, text
from curator.cli.output import result
from curator.i18n import _
from curator.operations import saved_searches, search_history
from curator.operations.find import Finder
from curator.operations.saved_search_counts import SavedSearchCounts


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
@click.option("--counts", is_flag=True, help="With how many articles each finds now.")
@json_option
@click.pass_obj
def list_searches(archive: Path, counts: bool, as_json: bool) -> None:
    """List the saved searches with their queries.

    \b
      curator searches letters.curator list --counts
    """
    with opened(archive) as context:
        numbers: dict[int, int | None] = {}
        if counts:
            with Finder(context) as finder:
                numbers = SavedSearchCounts(finder).current()
        for found in saved_searches.listed(context):
            fields: dict[str, object] = {
                "id": found.id,
                "search": found.path,
                "folder": found.folder,
                "title": found.title,
                "query": found.query,
                "sort": found.sort,
                "note": found.note,
            }
            words = f"{found.path}: {found.query}" + (f"  ({found.sort})" if found.sort else "")
            if counts:
                number = numbers[found.id]
                fields["count"] = number
                words = f"{_('not understood') if number is None else number:>6}  {words}"
            result(as_json, fields, words)


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


@searches_command.command("move")
@click.argument("title", type=text)
@click.argument("folder", type=text)
@click.option("--folder", "is_folder", is_flag=True, help="TITLE is a folder, and gets this path with all in it.")
@json_option
@click.pass_obj
def move_search(archive: Path, title: str, folder: str, is_folder: bool, as_json: bool) -> int:
    """Put a saved search into another folder; "" for none.

    \b
      curator searches letters.curator move "Fires of our time" "Report / Chapter 2"
    """
    with opened(archive) as context:
        act = saved_searches.rename_folder if is_folder else saved_searches.move
        changes = act(context, title, folder)
    return say_done(as_json, changes)


@searches_command.command("history")
@click.option("--forget", is_flag=True, help="Forget them all.")
@json_option
@click.pass_obj
def past_searches(archive: Path, forget: bool, as_json: bool) -> None:
    """List the last searches made in the window, the newest first; they are in no package.

    \b
      curator searches letters.curator history
    """
    with opened(archive) as context:
        if forget:
            search_history.forget(context)
        for found in search_history.listed(context):
            fields = {"at": found.at, "query": found.query, "articles": found.total}
            result(as_json, fields, f"{found.at[:16].replace('T', ' ')} {found.total:>6}  {found.query}")


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
