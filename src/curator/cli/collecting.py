"""curator collect, collections."""

from __future__ import annotations

from pathlib import Path

import click

from curator.cli.options import archive_argument, chosen_ids, ids_argument, json_option, opened, query_option, text
from curator.cli.output import result
from curator.i18n import ngettext
from curator.operations import collect


@click.command("collect")
@archive_argument
@click.argument("collection", type=text)
@ids_argument
@query_option
@click.option("--remove", is_flag=True, help="Take the articles out of the collection instead.")
@json_option
def collect_command(
    archive: Path, collection: str, ids: tuple[int, ...], query: str | None, remove: bool, as_json: bool
) -> None:
    """Put articles into a collection, which is made when it is new. A / parts a collection from one inside it.

    \b
      curator collect letters.curator "Fires and floods / Florence 1966" 3 7 9
      curator collect letters.curator "Fires and floods" --query 'fire OR flood'
    """
    with opened(archive) as context:
        chosen = chosen_ids(context, ids, query)
        act = collect.take_out if remove else collect.put
        changes = act(context, collection, chosen)
    number = len(changes.ids("collection_item"))
    words = (
        ngettext("%(n)d article taken out of “%(name)s”.", "%(n)d articles taken out of “%(name)s”.", number)
        if remove
        else ngettext("%(n)d article put into “%(name)s”.", "%(n)d articles put into “%(name)s”.", number)
    )
    fields = {"revision": changes.revision_id, "collection": collection, "articles": chosen, "changed": number}
    result(as_json, fields, words % {"n": number, "name": collection})


@click.command("collections")
@archive_argument
@json_option
def collections_command(archive: Path, as_json: bool) -> None:
    """List the collections, with the number of articles in each.

    \b
      curator collections letters.curator
    """
    with opened(archive) as context:
        for found, number in collect.listed(context):
            fields = {"id": found.id, "collection": found.path, "title": found.title, "articles": number}
            result(as_json, fields, f"{number:>6}  {found.path}")
