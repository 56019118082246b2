"""curator trash."""

from __future__ import annotations

from pathlib import Path

import click

from curator.cli.options import archive_argument, chosen_ids, ids_argument, json_option, opened, query_option
from curator.cli.output import result, tell
from curator.errors import CuratorError
from curator.i18n import _, ngettext
from curator.model.revision import Changes
from curator.operations import trash
from curator.operations.context import Context


@click.command("trash")
@archive_argument
@ids_argument
@query_option
@click.option("--restore", is_flag=True, help="Take these articles out of the trash.")
@click.option("--list", "list_it", is_flag=True, help="List what is in the trash.")
@click.option("--empty", is_flag=True, help="Delete what is in the trash.")
@json_option
def trash_command(
    archive: Path,
    ids: tuple[int, ...],
    query: str | None,
    restore: bool,
    list_it: bool,
    empty: bool,
    as_json: bool,
) -> None:
    """Put articles into the trash, take them out again, or empty it.

    Lists and searches leave the trash out. Emptying deletes the articles with their texts and tags; the names stay on
    record, the original files stay in the archive's folder. All of it can be undone.

    \b
      curator trash letters.curator 3 7
      curator trash letters.curator --list
      curator trash letters.curator 7 --restore
      curator trash letters.curator --empty
    """
    if restore + list_it + empty > 1:
        raise CuratorError(_("One thing at a time: --restore, --list or --empty."))
    if (list_it or empty) and (ids or query is not None):
        raise CuratorError(_("--list and --empty are about the whole trash: leave out the articles."))
    with opened(archive) as context:
        if list_it:
            _list(context, as_json)
        elif empty:
            _say(as_json, trash.empty(context), "emptied")
        elif restore:
            if query is not None:
                raise CuratorError(
                    _("A query does not look into the trash."),
                    _("Give the numbers; curator trash ARCHIVE --list shows them."),
                )
            _say(as_json, trash.restore(context, chosen_ids(context, ids, None)), "restored")
        else:
            _say(as_json, trash.trash(context, chosen_ids(context, ids, query)), "trashed")


def _list(context: Context, as_json: bool) -> None:
    found = trash.listed(context)
    for article in found:
        fields = {"article": article.id, "title": article.title, "date": article.published}
        about = f"  ({article.published})" if article.published else ""
        result(as_json, fields, f"{article.id:>6}  {article.title or _('no title')}{about}")
    tell(ngettext("%(n)d article in the trash.", "%(n)d articles in the trash.", len(found)) % {"n": len(found)})


def _say(as_json: bool, changes: Changes, done: str) -> None:
    ids = sorted(changes.ids("article"))
    result(as_json, {"revision": changes.revision_id, done: ids}, _words(done, len(ids)))


def _words(done: str, number: int) -> str:
    if not number:
        return _("Nothing to change: it is so already.")
    if done == "trashed":
        words = ngettext("%(n)d article put into the trash.", "%(n)d articles put into the trash.", number)
    elif done == "restored":
        words = ngettext("%(n)d article taken out of the trash.", "%(n)d articles taken out of the trash.", number)
    else:
        words = ngettext("%(n)d article deleted.", "%(n)d articles deleted.", number) + _(
            " The original files stay in the archive until upkeep removes those that nothing names."
        )
    return words % {"n": number}
