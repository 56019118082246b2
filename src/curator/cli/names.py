"""curator names: the authority records and their variants."""

from __future__ import annotations

from pathlib import Path

import click

from curator.cli import alike_names, name_events, name_files, name_links, name_sheets
from curator.cli import merging as merging_commands
from curator.cli.name_options import kind_option, say_done
from curator.cli.options import archive_argument, json_option, opened, text
from curator.cli.output import result
from curator.i18n import _
from curator.model.authority import KINDS, AuthorityKind
from curator.operations import authorities, merging


@click.group("names")
@archive_argument
@click.pass_context
def names_command(invocation: click.Context, archive: Path) -> None:
    """The people, organisations, events, places and themes on record, with all their names.

    NAME is any name of a record, in any spelling, or its number with #, such as #12.

    \b
      curator names letters.curator list --kind person
      curator names letters.curator add event "Flood of Florence" --dates 1966-11-04 --variant "Alluvione di Firenze"
      curator names letters.curator variant "Gəncə" "Гянджа" --language ru
      curator names letters.curator show "Gence"
    """
    invocation.obj = archive


@names_command.command("list")
@kind_option
@click.option("--merged", is_flag=True, help="The records that were merged into others.")
@json_option
@click.pass_obj
def list_names(archive: Path, kind: AuthorityKind | None, merged: bool, as_json: bool) -> None:
    """List the names on record.

    Of each: number, kind, how many articles have the tag, name, dates, and other names after =.

    \b
      curator names letters.curator list --kind person
    """
    with opened(archive) as context:
        if merged:
            for each in merging.merged(context):
                if kind in (None, each.kind):
                    result(as_json, merging_commands.merged_fields(each), merging_commands.merged_line(each))
            return
        for counted in authorities.listed(context, kind):
            record = counted.authority
            fields = {
                "id": record.id,
                "uid": record.uid,
                "kind": record.kind,
                "name": record.preferred_name,
                "variants": list(counted.variants),
                "dates": record.dates,
                "articles": counted.articles,
            }
            dates = f" ({record.dates})" if record.dates else ""
            others = f" = {'; '.join(counted.variants)}" if counted.variants else ""
            words = f"#{record.id:<5} {record.kind:<13} {counted.articles:>5}  {record.preferred_name}{dates}{others}"
            result(as_json, fields, words)


@names_command.command("add")
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("name", type=text)
@click.option("--variant", "variants", type=text, multiple=True, metavar="NAME", help="Another name; may be repeated.")
@click.option("--dates", type=text, help="EDTF or words: 1936~, 193X, 1966-11-04/1968, “about 1936”.")
@json_option
@click.pass_obj
def add_name(
    archive: Path, kind: AuthorityKind, name: str, variants: tuple[str, ...], dates: str | None, as_json: bool
) -> None:
    """Put a name on record.

    \b
      curator names letters.curator add person "Lucia Bandini" --dates "1931/1998" --variant "L. Bandini"
    """
    with opened(archive) as context:
        authority_id, changes = authorities.add(context, kind, name, variants, dates)
    fields = {"id": authority_id, "kind": kind, "name": name, "revision": changes.revision_id}
    result(as_json, fields, _("#%(id)d %(name)s is on record.") % {"id": authority_id, "name": name})


@names_command.command("rename")
@click.argument("name", type=text)
@click.argument("new_name", type=text)
@kind_option
@json_option
@click.pass_obj
def rename(archive: Path, name: str, new_name: str, kind: AuthorityKind | None, as_json: bool) -> None:
    """Give a record another preferred name.

    The old one stays as a variant, so that it still finds the record.

    \b
      curator names letters.curator rename "L. Bandini" "Lucia Bandini"
    """
    with opened(archive) as context:
        say_done(as_json, authorities.rename(context, name, new_name, kind))


@names_command.command("variant")
@click.argument("name", type=text)
@click.argument("variant", type=text)
@kind_option
@click.option("--language", type=text, help="The language of the variant, such as az, hy, ru.")
@click.option(
    "--preferred-in", type=text, help="The language or community that prefers this form; several stand in parallel."
)
@click.option("--remove", is_flag=True, help="Remove the variant instead.")
@json_option
@click.pass_obj
def variant(
    archive: Path,
    name: str,
    variant: str,
    kind: AuthorityKind | None,
    language: str | None,
    preferred_in: str | None,
    remove: bool,
    as_json: bool,
) -> None:
    """Record another name: a spelling, a translation, a former name.

    \b
      curator names letters.curator variant "Gəncə" "Гянджа" --language ru
      curator names letters.curator variant "Gəncə" "Gandja" --remove
    """
    with opened(archive) as context:
        if remove:
            say_done(as_json, authorities.remove_variant(context, name, variant, kind))
        else:
            say_done(as_json, authorities.add_variant(context, name, variant, kind, language, preferred_in))


@names_command.command("dates")
@click.argument("name", type=text)
@click.argument("dates", type=text)
@kind_option
@json_option
@click.pass_obj
def dates_of(archive: Path, name: str, dates: str, kind: AuthorityKind | None, as_json: bool) -> None:
    """Set the dates of a life or an event: EDTF or words; "" clears them.

    \b
      curator names letters.curator dates "Lucia Bandini" "about 1931"
      curator names letters.curator dates "Flood of Florence" 1966-11-04
    """
    with opened(archive) as context:
        say_done(as_json, authorities.set_dates(context, name, dates, kind))


_PARTS = (merging_commands, alike_names, name_links, name_events, name_sheets, name_files)
for _command in (command for part in _PARTS for command in part.COMMANDS):
    names_command.add_command(_command)
