"""curator names ARCHIVE event."""

from __future__ import annotations

from pathlib import Path

import click

from curator.cli.name_options import say_done
from curator.cli.options import json_option, opened, text
from curator.operations import events


@click.command("event")
@click.argument("name", type=text)
@click.option("--place", "places", type=text, multiple=True, metavar="NAME", help="Where it was; may be repeated.")
@click.option(
    "--participant",
    "participants",
    type=text,
    multiple=True,
    metavar="NAME[=ROLE]",
    help="A person or organisation, and in which role; may be repeated.",
)
@click.option("--part-of", type=text, multiple=True, metavar="NAME", help="A larger event that it is part of.")
@click.option("--remove", is_flag=True, help="Remove these instead; a participant without a role goes in every role.")
@json_option
@click.pass_obj
def event(
    archive: Path,
    name: str,
    places: tuple[str, ...],
    participants: tuple[str, ...],
    part_of: tuple[str, ...],
    remove: bool,
    as_json: bool,
) -> None:
    """Say where an event was, who took part, and what it is part of. All of it is one act.

    \b
      curator names letters.curator event "Flood of Florence" --place "Florence" --participant "Lucia Bandini=rescuer"
      curator names letters.curator event "Drying of the books" --part-of "Flood of Florence"
      curator names letters.curator event "Flood of Florence" --participant "Lucia Bandini" --remove
    """
    people = [_participant(each) for each in participants]
    act = events.take_from if remove else events.describe
    with opened(archive) as context:
        say_done(as_json, act(context, name, places, people, part_of))


def _participant(typed: str) -> tuple[str, str]:
    name, _sign, role = typed.partition("=")
    return name.strip(), role.strip()


COMMANDS = (event,)
