"""curator export."""

from __future__ import annotations

from pathlib import Path

import click

from curator.cli.options import archive_argument, json_option, opened, query_option, text
from curator.cli.output import ProgressLine, result, tell
from curator.errors import CuratorError
from curator.i18n import _, ngettext
from curator.operations import export
from curator.paths import display
from curator.writers import writers


class _ExportCommand(click.Command):
    """A command whose help ends with the formats, those of plug-ins among them."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(_("Formats")):
            formatter.write_dl([(writer.name, writer.label) for writer in writers()])


@click.command("export", cls=_ExportCommand)
@archive_argument
@click.argument("out", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "format_name",
    type=text,
    required=True,
    metavar="NAME",
    help="One of the formats below.",
    shell_complete=lambda ctx, param, typed: [writer.name for writer in writers() if writer.name.startswith(typed)],
)
@query_option
@click.option("--collection", type=text, metavar="NAME", help="The articles of a collection, in its order.")
@click.option("--only-open", is_flag=True, help="Hold back every article whose access is not open.")
@click.option("--without-originals", is_flag=True, help="A package without the files as received.")
@click.option("--text", "with_text", is_flag=True, help="A CSV table with the text as its last column.")
@click.option("--replace", is_flag=True, help="Replace the file or folder if it is there.")
@json_option
def export_command(
    archive: Path,
    out: Path,
    format_name: str,
    query: str | None,
    collection: str | None,
    only_open: bool,
    without_originals: bool,
    with_text: bool,
    replace: bool,
    as_json: bool,
) -> None:
    """Write articles with their tags to a file or folder: all, those of a query, or those of a collection.

    \b
      curator export letters.curator florence.jsonl --format jsonl --collection "Florence 1966"
      curator export letters.curator bandini.csv --format csv --query person:Bandini
      curator export letters.curator florence-site --format site --collection "Florence 1966"
      curator export letters.curator letters.zip --format package
    """
    if out.exists() and not replace and not (out.is_dir() and not any(out.iterdir())):
        raise CuratorError(
            _("%(path)s is there already.") % {"path": display(out)}, _("Choose another name, or add --replace.")
        )
    line = ProgressLine()
    with opened(archive) as context:
        context.progress = line
        options = export.Options(only_open, not without_originals, with_text)
        report = export.export(context, out, format_name, query, collection, replace, options=options)
    line.clear()
    fields = {"path": display(report.path), "articles": report.count, "bytes": report.bytes, "format": format_name}
    if report.held_back:
        fields["held_back"] = report.held_back
    words = ngettext("%(n)d article written to %(path)s", "%(n)d articles written to %(path)s", report.count)
    result(as_json, fields, words % {"n": report.count, "path": display(report.path)})
    if report.held_back:
        held = ngettext(
            "%(n)d article is held back: its access is not open.",
            "%(n)d articles are held back: their access is not open.",
            report.held_back,
        )
        tell(held % {"n": report.held_back})
