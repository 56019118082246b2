"""curator names ARCHIVE broader, relate, identifier, preferred, note."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import click

from curator.cli.name_options import kind_option, say_done
from curator.cli.options import json_option, opened, text
from curator.model.authority import AuthorityKind
from curator.model.authority_links import Match
from curator.operations import authority_links


@click.command("broader")
@click.argument("name", type=text)
@click.argument("broader", type=text)
@kind_option
@click.option("--remove", is_flag=True, help="Remove the broader term instead.")
@json_option
@click.pass_obj
def broader_of(archive: Path, name: str, broader: str, kind: AuthorityKind | None, remove: bool, as_json: bool) -> None:
    """Put a name under a broader one of the same kind. There may be several.

    \b
      curator names letters.curator broader "Emergency drying" "Conservation"
      curator names letters.curator broader "Emergency drying" "Floods"
      curator names letters.curator broader "Emergency drying" "Floods" --remove
    """
    act = authority_links.remove_broader if remove else authority_links.add_broader
    with opened(archive) as context:
        say_done(as_json, act(context, name, broader, kind))


@click.command("relate")
@click.argument("name", type=text)
@click.argument("other", type=text)
@kind_option
@click.option("--type", "type_", type=text, help="How, read from NAME to OTHER, such as “member of”.")
@click.option("--dates", type=text, help="When: EDTF or words, such as 1993/1997.")
@click.option("--remove", is_flag=True, help="Remove the relation; without --type every one between the two.")
@json_option
@click.pass_obj
def relate(
    archive: Path,
    name: str,
    other: str,
    kind: AuthorityKind | None,
    type_: str | None,
    dates: str | None,
    remove: bool,
    as_json: bool,
) -> None:
    """Relate a name with another of any kind.

    \b
      curator names letters.curator relate "Lucia Bandini" "Town library" --type "member of" --dates 1993/1997
      curator names letters.curator relate "Lucia Bandini" "Town library" --remove
    """
    with opened(archive) as context:
        if remove:
            say_done(as_json, authority_links.unrelate(context, name, other, kind, type_))
        else:
            say_done(as_json, authority_links.relate(context, name, other, kind, type_, dates))


@click.command("identifier")
@click.argument("name", type=text)
@click.argument("scheme", type=text)
@click.argument("identifier", type=text)
@kind_option
@click.option(
    "--match",
    type=click.Choice(get_args(Match)),
    default="exact",
    show_default=True,
    help="Whether it is the same, or nearly the same.",
)
@click.option("--remove", is_flag=True, help="Remove the identifier instead.")
@json_option
@click.pass_obj
def identifier(
    archive: Path,
    name: str,
    scheme: str,
    identifier: str,
    kind: AuthorityKind | None,
    match: Match,
    remove: bool,
    as_json: bool,
) -> int:
    """Record under which number others keep the same person, place or thing.

    isni, orcid, viaf, wikidata and geonames are checked; any other scheme is taken as it is.

    \b
      curator names letters.curator identifier "Florence" wikidata Q2044
      curator names letters.curator identifier "Lucia Bandini" isni "0000 0001 2103 2683" --match close
    """
    with opened(archive) as context:
        if remove:
            return say_done(as_json, authority_links.unidentify(context, name, scheme, identifier, kind))
        changes, problems = authority_links.identify(context, name, scheme, identifier, kind, match)
    return say_done(as_json, changes, problems)


@click.command("preferred")
@click.argument("name", type=text)
@click.argument("form", type=text)
@kind_option
@click.option(
    "--in", "community", type=text, required=True, metavar="WHERE", help="A language tag, or a community in words."
)
@click.option("--remove", is_flag=True, help="Take it back; the form stays as a variant.")
@json_option
@click.pass_obj
def preferred(
    archive: Path, name: str, form: str, kind: AuthorityKind | None, community: str, remove: bool, as_json: bool
) -> None:
    """Record which form of a name a language or community prefers.

    Several stand in parallel, and none goes before the others.

    \b
      curator names letters.curator preferred "Gəncə" "Gəncə" --in az
      curator names letters.curator preferred "Gəncə" "Գանձակ" --in hy
    """
    act = authority_links.unprefer if remove else authority_links.prefer
    with opened(archive) as context:
        say_done(as_json, act(context, name, form, community, kind))


@click.command("note")
@click.argument("name", type=text)
@click.argument("note", type=text, metavar="TEXT")
@kind_option
@click.option("--scope", is_flag=True, help="What the name is used for and what not, instead of what it names.")
@json_option
@click.pass_obj
def note_on(archive: Path, name: str, note: str, kind: AuthorityKind | None, scope: bool, as_json: bool) -> None:
    """Set the note on a name; "" clears it.

    \b
      curator names letters.curator note "Lucia Bandini" "Kept the newspaper cellar until 1997."
      curator names letters.curator note "Drying" --scope "Of paper. For film see Copies."
    """
    act = authority_links.set_scope_note if scope else authority_links.set_note
    with opened(archive) as context:
        say_done(as_json, act(context, name, note, kind))


COMMANDS = (broader_of, relate, identifier, preferred, note_on)
