"""curator names ARCHIVE merge, split, members, mentions: one record of several, and several of one."""

from __future__ import annotations

from pathlib import Path

import click

from curator.cli.name_options import kind_option, say_done
from curator.cli.options import COUNT_MOST, json_option, numbers, opened, text
from curator.cli.output import result, tell
from curator.errors import CuratorError
from curator.i18n import _
from curator.model.authority import AuthorityKind
from curator.model.merging import MERGE_FIELDS, MentionContext, MergedName, MergeField
from curator.operations import merging, splitting
from curator.operations.authorities import record_of
from curator.operations.context import Context


@click.command("merge")
@click.argument("kept", type=text)
@click.argument("others", type=text, nargs=-1, required=True, metavar="OTHER...")
@kind_option
@click.option("--reason", type=text, default="", help="Why they are the same.")
@click.option(
    "--keep",
    "kept_fields",
    type=text,
    multiple=True,
    metavar="FIELD=RECORD",
    help="Whose name, dates or note stands, such as dates=other; may be repeated.",
)
@click.option("--although-different", is_flag=True, help="Merge also what was said to be different.")
@json_option
@click.pass_obj
def merge(
    archive: Path,
    kept: str,
    others: tuple[str, ...],
    kind: AuthorityKind | None,
    reason: str,
    kept_fields: tuple[str, ...],
    although_different: bool,
    as_json: bool,
) -> None:
    """Record that each OTHER is the same as KEPT.

    Tags stay where they were put; later ones are put on KEPT. They can be taken apart at any time: names ARCHIVE split.
    Where the records differ, KEPT has its own name, dates and note, unless --keep says whose: "other", or a record.

    \b
      curator names letters.curator merge "Lucia Bandini" "L. Bandini" --reason "signs both ways"
      curator names letters.curator merge "Lucia Bandini" "L. Bandini" --keep dates=other
    """
    with opened(archive) as context:
        connection = context.archive.read()
        kept_id = record_of(connection, kept, kind).id
        other_ids = [record_of(connection, other, kind).id for other in others]
        chosen = dict(_chosen(context, each, kind, kept_id, other_ids) for each in kept_fields)
        say_done(as_json, merging.merge(context, kept_id, other_ids, reason, chosen, although_different))


@click.command("split")
@click.argument("name", type=text)
@kind_option
@click.option("--mentions", type=numbers, metavar="ID,ID...", help="Move these mentions to the record of --to.")
@click.option("--to", type=text, metavar="NEW", help="The name of a new record, or #12 for one that is there.")
@json_option
@click.pass_obj
def split(
    archive: Path, name: str, kind: AuthorityKind | None, mentions: list[int] | None, to: str | None, as_json: bool
) -> int:
    """Take a merged record out again, or move mentions that are somebody else's.

    A merged record gets back what was put on it before the merge; what was tagged later stays where it is. With
    --mentions and --to, these mentions move from NAME to another record. That the two are different is remembered.

    \b
      curator names letters.curator split "L. Bandini"
      curator names letters.curator split "Lucia Bandini" --mentions 12,15 --to "Lucia Bandini (born 1931)"
    """
    if (mentions is None) != (to is None):
        raise CuratorError(
            _("--mentions and --to go together."), _("The mentions: curator names ARCHIVE mentions NAME")
        )
    with opened(archive) as context:
        if mentions is not None and to is not None:
            return _split_off(context, name, kind, mentions, to, as_json)
        merged_id = merging.merged_as(context, name, kind).id
        staying = merging.what_stays(context, merged_id)
        return say_done(as_json, merging.take_out(context, merged_id), tuple(staying))


@click.command("members")
@click.argument("name", type=text)
@kind_option
@json_option
@click.pass_obj
def members(archive: Path, name: str, kind: AuthorityKind | None, as_json: bool) -> None:
    """List what was merged into a record: why, when and by whom.

    \b
      curator names letters.curator members "Lucia Bandini"
    """
    with opened(archive) as context:
        record = record_of(context.archive.read(), name, kind)
        found = merging.members(context, record.id)
    for each in found:
        result(as_json, merged_fields(each), merged_line(each))
    if not found:
        tell(_("Nothing was merged into “%(name)s”.") % {"name": record.preferred_name})


@click.command("mentions")
@click.argument("name", type=text)
@kind_option
@click.option("--limit", type=click.IntRange(1, COUNT_MOST), help="How many to show; all unless given.")
@json_option
@click.pass_obj
def mentions_of(archive: Path, name: str, kind: AuthorityKind | None, limit: int | None, as_json: bool) -> None:
    """List where a record is mentioned, by date, with the sentence.

    Of each: the number of the mention, the date, the number of the article, and the sentence or the article's title.

    \b
      curator names letters.curator mentions "Lucia Bandini" --limit 20
    """
    with opened(archive) as context:
        record = record_of(context.archive.read(), name, kind)
        found = splitting.mentions_of(context, record.id, limit)
    for each in found:
        words = each.sentence or _("about the article “%(title)s”") % {"title": each.title or ""}
        line = f"{each.mention_id:>6}  {each.date or '':<12} {each.article_id:>6}  {words}"
        result(as_json, _mention_fields(each), line)
    if not found:
        tell(_("“%(name)s” is mentioned nowhere.") % {"name": record.preferred_name})


def merged_fields(each: MergedName) -> dict[str, object]:
    """Return what programs are told of a merged record."""
    return {
        "id": each.id,
        "uid": each.uid,
        "kind": each.kind,
        "name": each.name,
        "merged_into": each.into,
        "reason": each.reason,
        "when": each.when,
        "who": each.who,
        "kept": list(each.chosen),
        "articles": each.articles,
    }


def merged_line(each: MergedName) -> str:
    """Return the line that people are shown of a merged record."""
    when = ", ".join(filter(None, ((each.when or "")[:10], each.who, each.reason)))
    return f"#{each.id:<5} {each.kind:<13} {each.articles:>5}  {each.name} -> #{each.into}" + (
        f"  ({when})" if when else ""
    )


def _chosen(
    context: Context, given: str, kind: AuthorityKind | None, kept_id: int, other_ids: list[int]
) -> tuple[MergeField, int]:
    word, _equals, whose = given.partition("=")
    field = next((each for each in MERGE_FIELDS if each == word.strip()), None)
    if field is None or not whose.strip():
        raise CuratorError(
            _("“%(given)s” does not say which field of which record is kept.") % {"given": given},
            _("Such as: --keep dates=other, --keep name=#12. Fields: %(fields)s.")
            % {"fields": ", ".join(MERGE_FIELDS)},
        )
    if whose.strip() == "kept":
        return field, kept_id
    if whose.strip() == "other" and len(other_ids) == 1:
        return field, other_ids[0]
    return field, record_of(context.archive.read(), whose.strip(), kind).id


def _split_off(
    context: Context, name: str, kind: AuthorityKind | None, mention_ids: list[int], to: str, as_json: bool
) -> int:
    connection = context.archive.read()
    source = record_of(connection, name, kind)
    there = record_of(connection, to).id if to.startswith("#") else None
    target, changes = splitting.split_off(context, source.id, mention_ids, "" if there else to, to=there)
    fields = {"revision": changes.revision_id, "id": target, "mentions": len(changes.ids("mention"))}
    result(as_json, fields, _("Moved to #%(id)d.") % {"id": target})
    return 0


def _mention_fields(each: MentionContext) -> dict[str, object]:
    return {
        "mention": each.mention_id,
        "authority": each.authority_id,
        "article": each.article_id,
        "title": each.title,
        "date": each.date,
        "sentence": each.sentence,
        "start": each.start,
        "end": each.end,
    }


COMMANDS = (merge, split, members, mentions_of)
