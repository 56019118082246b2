"""curator names ARCHIVE alike, different."""

from __future__ import annotations

from pathlib import Path

import click

from curator.cli.name_options import kind_option, say_done
from curator.cli.options import json_option, opened, text
from curator.cli.output import result, tell
from curator.i18n import _, ngettext
from curator.model.authority import AuthorityKind
from curator.operations import alike_names


@click.command("alike")
@kind_option
@json_option
@click.pass_obj
def alike(archive: Path, kind: AuthorityKind | None, as_json: bool) -> None:
    """List names on record that may be one: in other letters, in the spelling of another language, or with a slip.

    Nothing is merged. To merge two: names ARCHIVE merge. To be asked no more: names ARCHIVE different.

    \b
      curator names letters.curator alike --kind person
    """
    with opened(archive) as context:
        pairs = alike_names.alike(context, kind)
    for pair in pairs:
        fields = {
            "one": pair.one,
            "other": pair.other,
            "one_name": pair.one_name,
            "other_name": pair.other_name,
            "score": pair.score,
            "why": pair.why,
        }
        words = f"#{pair.one:<5} {pair.one_name} = #{pair.other} {pair.other_name}?  {pair.why}"
        result(as_json, fields, words)
    tell(ngettext("%(n)d pair.", "%(n)d pairs.", len(pairs)) % {"n": len(pairs)} if pairs else _("No two look alike."))


@click.command("different")
@click.argument("name", type=text)
@click.argument("other", type=text)
@kind_option
@click.option("--reason", type=text, default="", help="Why they are different.")
@json_option
@click.pass_obj
def different(archive: Path, name: str, other: str, kind: AuthorityKind | None, reason: str, as_json: bool) -> None:
    """Remember that two names are different: they are no longer listed as alike.

    \b
      curator names letters.curator different "Lucia Bandini" "Luca Bandini" --reason "brother and sister"
    """
    with opened(archive) as context:
        changes = alike_names.keep_apart(context, name, other, kind, reason)
    say_done(as_json, changes)


COMMANDS = (alike, different)
