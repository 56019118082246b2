"""curator names ARCHIVE show, complete."""

from __future__ import annotations

from pathlib import Path

import click

from curator.cli.name_options import kind_option
from curator.cli.options import json_option, opened, text
from curator.cli.output import result, tell
from curator.i18n import _
from curator.model.authority import Authority, AuthorityKind
from curator.model.authority_links import AuthorityDetail, RelatedName
from curator.model.date_phrases import describe
from curator.model.dates import UncertainDate
from curator.operations import authority_detail, completion


@click.command("show")
@click.argument("name", type=text)
@kind_option
@json_option
@click.pass_obj
def show_name(archive: Path, name: str, kind: AuthorityKind | None, as_json: bool) -> None:
    """Show everything that is on record of a name.

    Preferred forms stand in the order of the languages that prefer them.

    \b
      curator names letters.curator show "Gence"
    """
    with opened(archive) as context:
        detail = authority_detail.shown(context, name, kind)
    result(as_json, _fields(detail), "\n".join(_sheet(detail)))


@click.command("complete")
@click.argument("typed", type=text, metavar="TEXT")
@kind_option
@click.option("--limit", type=click.IntRange(1, 1000), default=10, show_default=True, help="How many to show.")
@json_option
@click.pass_obj
def complete(archive: Path, typed: str, kind: AuthorityKind | None, limit: int, as_json: bool) -> None:
    """Show which names on record could be meant by what was typed so far.

    All names of a record are tried, in any spelling: those that begin so first, then those with a word that begins
    so, then those that contain it, then those that are like it.

    \b
      curator names letters.curator complete "band"
    """
    with opened(archive) as context:
        found = completion.completer(context).complete(typed, kind, limit)
    for each in found:
        fields = {
            "id": each.authority_id,
            "kind": each.kind,
            "name": each.name,
            "matched": each.matched,
            "how": each.how,
            "articles": each.articles,
        }
        why = f"  ({each.why})" if each.why else ""
        result(as_json, fields, f"#{each.authority_id:<5} {each.kind:<13} {each.articles:>5}  {each.name}{why}")
    if not found:
        tell(_("No name on record is like “%(typed)s”.") % {"typed": typed})


def _fields(detail: AuthorityDetail) -> dict[str, object]:
    record = detail.authority
    return {
        "id": record.id,
        "uid": record.uid,
        "kind": record.kind,
        "name": record.preferred_name,
        "dates": record.dates,
        "dates_in_words": _in_words(record) or None,
        "note": record.note,
        "scope_note": record.scope_note,
        "preferred": [{"name": name, "in": community} for name, community in detail.preferred],
        "variants": [
            {"name": each.name, "language": each.language, "script": each.script, "kind": each.name_kind}
            for each in detail.variants
        ],
        "broader": [_reference(each) for each in detail.broader],
        "narrower": [_reference(each) for each in detail.narrower],
        "related": [
            _reference(each.authority)
            | {
                "type": each.type,
                "forward": each.forward,
                "dates": each.dates,
                "dates_in_words": _in_words(each) or None,
            }
            for each in detail.related
        ],
        "identifiers": [
            {"scheme": each.scheme, "identifier": each.identifier, "match": each.match} for each in detail.identifiers
        ],
        "articles": detail.articles,
        "merged": [_reference(each) | {"reason": reason} for each, reason in detail.merged],
    }


def _reference(record: Authority) -> dict[str, object]:
    return {"id": record.id, "kind": record.kind, "name": record.preferred_name}


def _sheet(detail: AuthorityDetail) -> list[str]:
    record = detail.authority
    lines = [(_("record"), f"#{record.id} {record.kind}")]
    lines += [(community or _("preferred"), name) for name, community in detail.preferred]
    lines += [(_("also"), f"{each.name} ({each.language})" if each.language else each.name) for each in detail.variants]
    lines += [(_("dates"), f"{record.dates}: {_in_words(record)}")] if record.dates else []
    lines += [(_("broader"), _line(each)) for each in detail.broader]
    lines += [(_("narrower"), _line(each)) for each in detail.narrower]
    lines += [_relation(each) for each in detail.related]
    lines += [
        (each.scheme, each.identifier + ("" if each.match == "exact" else f" ({_('close match')})"))
        for each in detail.identifiers
    ]
    lines += [(_("merged in"), _line(each) + (f": {reason}" if reason else "")) for each, reason in detail.merged]
    lines += [(_("articles"), str(detail.articles))]
    lines += [(_("note"), record.note)] if record.note else []
    lines += [(_("scope note"), record.scope_note)] if record.scope_note else []
    return [f"{head:<20} {words}" for head, words in lines]


def _line(record: Authority) -> str:
    return f"{record.preferred_name} (#{record.id})"


def _relation(related: RelatedName) -> tuple[str, str]:
    head = related.type or _("related")
    dates = f", {_in_words(related)}" if related.dates else ""
    return (head if related.forward else f"← {head}", _line(related.authority) + dates)


def _in_words(dated: Authority | RelatedName) -> str:
    if dated.dates is None:
        return ""
    return describe(UncertainDate(dated.dates, dated.dates_earliest, dated.dates_latest))


COMMANDS = (show_name, complete)
