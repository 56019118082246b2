"""curator lists: what a query found at one moment, kept to be cited and checked."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import click

from curator.cli.name_options import say_done
from curator.cli.options import archive_argument, json_option, opened, text
from curator.cli.output import result, tell
from curator.i18n import _, ngettext
from curator.operations import find, list_export, result_lists
from curator.operations.find import Finder
from curator.operations.list_export import LIST_FORMATS, ListFormat
from curator.operations.result_lists import ListedNow, ShownList
from curator.paths import display


@click.group("lists")
@archive_argument
@click.pass_context
def lists_command(invocation: click.Context, archive: Path) -> None:
    """Freeze what a query finds, with date and hash, so that it can be cited, and compared later.

    TITLE is that of a list, or the first six digits of its hash at least.

    \b
      curator lists letters.curator freeze "Libraries lost" 'library (lost OR burned)' --sort date
      curator lists letters.curator show "Libraries lost"
    """
    invocation.obj = archive


@lists_command.command("freeze")
@click.argument("title", type=text)
@click.argument("query", type=text)
@click.option("--sort", type=click.Choice(get_args(find.Sort)), default="relevance", show_default=True, help="Order.")
@click.option("--note", type=text, help="What it is for.")
@json_option
@click.pass_obj
def freeze(archive: Path, title: str, query: str, sort: find.Sort, note: str | None, as_json: bool) -> None:
    """Keep what a query finds now as a list that does not change.

    \b
      curator lists letters.curator freeze "Libraries lost" 'library (lost OR burned)' --sort date
    """
    with opened(archive) as context:
        with Finder(context) as finder:
            result_lists.freeze(finder, title, query, sort, note=note)
        made = result_lists.listed(context)[0]
        result(as_json, list_export.fields_of(made), result_lists.citation(context, made))


@lists_command.command("list")
@json_option
@click.pass_obj
def list_lists(archive: Path, as_json: bool) -> None:
    """List the frozen lists, the newest first.

    \b
      curator lists letters.curator list
    """
    with opened(archive) as context:
        for found in result_lists.listed(context):
            words = f"{found.frozen_at[:10]} {found.total:>6}  {found.title}: {found.query}  ({found.sha256[:12]})"
            result(as_json, list_export.fields_of(found), words)


@lists_command.command("show")
@click.argument("title", type=text)
@json_option
@click.pass_obj
def show(archive: Path, title: str, as_json: bool) -> int:
    """Show a list with what became of its articles, and whether its hash still fits.

    \b
      curator lists letters.curator show "Libraries lost"
    """
    with opened(archive) as context:
        with Finder(context) as finder:
            shown = result_lists.show(finder, title)
        for item in shown.items:
            fields = list_export.item_fields(item.listed) | {"state": item.state, "found": item.is_found}
            result(as_json, fields, _line(item))
        if as_json:
            added = None if shown.added is None else list(shown.added)
            result(True, list_export.fields_of(shown.record) | {"whole": shown.is_whole, "added": added}, "")
        tell(result_lists.citation(context, shown.record))
    for line in _what_became(shown):
        tell(line)
    return 0 if shown.is_whole else 1


@lists_command.command("export")
@click.argument("title", type=text)
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--format", "format_name", type=click.Choice(LIST_FORMATS), help="By the suffix of OUT, or csv.")
@click.option("--replace", is_flag=True, help="OUT may be replaced.")
@json_option
@click.pass_obj
def export_list(
    archive: Path, title: str, out: Path, format_name: ListFormat | None, replace: bool, as_json: bool
) -> None:
    """Write a list to a file: a table, or JSON Lines with query and hash in the first line.

    \b
      curator lists letters.curator export "Libraries lost" libraries.csv
    """
    fitting: ListFormat = "jsonl" if out.suffix.lower() == ".jsonl" else "csv"
    with opened(archive) as context:
        record = result_lists.find(context, title)
        report = list_export.export_list(context, record, out, format_name or fitting, replace)
    words = ngettext("Wrote %(n)d article to %(out)s.", "Wrote %(n)d articles to %(out)s.", report.count)
    fields: dict[str, object] = {"articles": report.count, "file": display(out), "bytes": report.bytes}
    result(as_json, fields, words % {"n": report.count, "out": display(out)})


@lists_command.command("rename")
@click.argument("title", type=text)
@click.argument("new_title", type=text)
@json_option
@click.pass_obj
def rename(archive: Path, title: str, new_title: str, as_json: bool) -> int:
    """Give a list another title; its hash stays.

    \b
      curator lists letters.curator rename "Libraries lost" "Libraries lost and kept"
    """
    with opened(archive) as context:
        changes = result_lists.rename(context, title, new_title)
    return say_done(as_json, changes)


@lists_command.command("remove")
@click.argument("title", type=text)
@json_option
@click.pass_obj
def remove(archive: Path, title: str, as_json: bool) -> int:
    """Remove a list; its articles are not touched.

    \b
      curator lists letters.curator remove "Libraries lost"
    """
    with opened(archive) as context:
        changes = result_lists.remove(context, title)
    return say_done(as_json, changes)


def _line(item: ListedNow) -> str:
    listed = item.listed
    if listed.article_id is None:
        about = _("erased for good (%(uid)s)") % {"uid": listed.article_uid}
    else:
        about = f"{listed.article_id}  {listed.title or _('no title')}  ({listed.published or _('no date')})"
    states = {"same": "", "changed": _("changed since"), "gone": _("gone since")}
    told = states[item.state] if listed.article_id is not None else ""
    if item.state != "gone" and not item.is_found:
        told = f"{told}, {_('not found now')}" if told else _("not found now")
    return f"{listed.position:>6}  {about}" + (f"  [{told}]" if told else "")


def _what_became(shown: ShownList) -> list[str]:
    lines = []
    if not shown.is_whole:
        lines.append(_("The hash does not fit: the list was changed, or a name was erased from its query."))
    counts = {"changed": shown.count("changed"), "gone": shown.count("gone"), "lost": shown.lost}
    lines.append(_("Since then: %(changed)d changed, %(gone)d gone, %(lost)d not found any more.") % counts)
    if shown.added is None:
        lines.append(_("The query is not understood any more."))
    elif shown.added:
        words = ngettext("It finds %(n)d more now.", "It finds %(n)d more now.", len(shown.added))
        lines.append(words % {"n": len(shown.added)})
    return lines
