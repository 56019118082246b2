"""curator tag."""

from __future__ import annotations

from pathlib import Path

import click

from curator.cli.mention_tags import tag_all_mentions
from curator.cli.options import (
    archive_argument,
    chosen_ids,
    ids_argument,
    json_option,
    kind_options,
    opened,
    query_option,
)
from curator.cli.output import result
from curator.errors import CuratorError
from curator.i18n import _, ngettext
from curator.model.authority import KINDS, AuthorityKind
from curator.model.revision import Changes
from curator.operations import passages, tag
from curator.operations.context import Context


@click.command("tag")
@archive_argument
@ids_argument
@query_option
@kind_options
@click.option("--at", "place", metavar="START:END", help="Tag this passage of the text; characters, from 0.")
@click.option("--mentions", is_flag=True, help="Tag the places where the name stands; in all articles unless chosen.")
@click.option("--preview", is_flag=True, help="With --mentions: show what would be tagged, and change nothing.")
@click.option("--doubtful", is_flag=True, help="With --mentions: also places where something else can be meant.")
@click.option("--remove", is_flag=True, help="Take the tags off instead.")
@json_option
def tag_command(
    archive: Path,
    ids: tuple[int, ...],
    query: str | None,
    place: str | None,
    mentions: bool,
    preview: bool,
    doubtful: bool,
    remove: bool,
    as_json: bool,
    **names: tuple[str, ...],
) -> None:
    """Tag articles with people, organisations, events, places and themes.

    A name is looked up among all names and variants on record, in any spelling; where there is none, a record is
    made. One undo takes the whole command back.

    \b
      curator tag letters.curator 3 7 --person "Lucia Bandini" --event "Flood of Florence"
      curator tag letters.curator --query 'flood mud' --theme "Emergency drying"
      curator tag letters.curator 3 --at 120:133 --person "Lucia Bandini"
      curator tag letters.curator --mentions --person "Lucia Bandini" --preview
      curator tag letters.curator 3 --theme "Emergency drying" --remove
    """
    tags: list[tuple[AuthorityKind, str]] = [(kind, name) for kind in KINDS for name in names[f"{kind}s"]]
    if not tags:
        raise CuratorError(
            _("Which tag? Give at least one of --person, --organisation, --event, --place, --theme."),
            _("Such as: --person “Lucia Bandini”"),
        )
    if mentions or preview or doubtful:
        if not mentions or place is not None or remove:
            raise CuratorError(_("--preview and --doubtful go with --mentions, and --at and --remove without it."))
        tag_all_mentions(archive, ids, query, tags, (preview, doubtful, as_json))
        return
    with opened(archive) as context:
        chosen = chosen_ids(context, ids, query)
        if place is not None:
            changes = _at(context, chosen, place, tags, remove)
        else:
            changes = tag.remove(context, chosen, tags) if remove else tag.add(context, chosen, tags)
    fields = {
        "revision": changes.revision_id,
        "articles": chosen,
        "tags": [{"kind": kind, "name": name} for kind, name in tags],
        "changed": len(changes.ids("mention")),
        "made": sorted(changes.ids("authority")),
    }
    number = len(changes.ids("mention"))
    words = (
        ngettext("%(n)d tag removed.", "%(n)d tags removed.", number)
        if remove
        else ngettext("%(n)d tag added.", "%(n)d tags added.", number)
    )
    made = len(changes.ids("authority"))
    new = ngettext(" %(n)d new name on record.", " %(n)d new names on record.", made) % {"n": made} if made else ""
    result(as_json, fields, words % {"n": number} + new)


def _at(
    context: Context, chosen: list[int], place: str, tags: list[tuple[AuthorityKind, str]], remove: bool
) -> Changes:
    start, colon, end = place.partition(":")
    if not (colon and start.isdecimal() and end.isdecimal() and len(place) < 20):
        raise CuratorError(
            _("“%(place)s” is no passage.") % {"place": place},
            _("Write it as START:END in characters, such as 120:133."),
        )
    if len(chosen) != 1 or len(tags) != 1:
        raise CuratorError(_("A passage is tagged one at a time: give one article and one name with --at."))
    (kind, name) = tags[0]
    if remove:
        return passages.untag_passage(context, chosen[0], int(start), int(end), kind, name)
    return passages.tag_passage(context, chosen[0], int(start), int(end), kind, name)[1]
