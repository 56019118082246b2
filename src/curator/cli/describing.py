"""curator describe."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from curator.cli.options import archive_argument, chosen_ids, ids_argument, json_option, opened, query_option, text
from curator.cli.output import complain, result
from curator.errors import CuratorError
from curator.i18n import _, ngettext
from curator.operations import describe
from curator.operations.field_values import ACCESS, LEVELS, STATUSES, FieldValue, label

_Function = TypeVar("_Function", bound=Callable[..., Any])

# Option -> field, and what its help says.
OPTIONS = {
    "title": ("title", "The title."),
    "publication": ("publication", "The paper, journal or site."),
    "section": ("section", "The part of the publication."),
    "byline": ("byline", "The authors as printed."),
    "date": ("published", "When it was published: EDTF or words, such as 1936~ or “early Feb 1992?”."),
    "time": ("published_time", "The time of day as stated: 07:45 or 07:45:30."),
    "zone": ("published_zone", "The time zone as stated: +04:00, Z or Asia/Baku."),
    "captured": ("captured", "When the page was saved, EDTF or words."),
    "language": ("language", "The language as a tag of BCP 47: az, hy, en-GB."),
    "url": ("url", "The address of the article."),
    "reference-code": ("reference_code", "The code by which it is cited."),
    "level": ("level", f"The level of description: {', '.join(LEVELS)}."),
    "box": ("container_box", "The box it lies in."),
    "folder": ("container_folder", "The folder it lies in."),
    "page": ("container_page", "The page."),
    "extent": ("extent", "How much it is, such as “2 columns”."),
    "access": ("access", f"Who may see it: {', '.join(ACCESS)}."),
    "access-reason": ("access_reason", "Why access is as it is."),
    "access-review": ("access_review", "When that is looked at again: a day, month or year; needed with an embargo."),
    "rights-uri": ("rights_uri", "The address of the rights statement or licence."),
    "rights-holder": ("rights_holder", "Who holds the rights."),
    "rights-note": ("rights_note", "A note on the rights."),
    "advisory": ("advisory", "What a reader is to be warned of."),
    "status": ("status", f"How far the work on it is: {', '.join(STATUSES)}."),
}


def field_options(function: _Function) -> _Function:
    """Add an option for each field that can be described; what is typed comes by the name of the field."""
    for option, (field, words) in reversed(OPTIONS.items()):
        metavar = option.upper().replace("-", "_")
        function = click.option(f"--{option}", field, type=text, metavar=metavar, help=words)(function)
    return function


@click.command("describe")
@archive_argument
@ids_argument
@query_option
@field_options
@click.option(
    "--clear", "cleared", type=click.Choice(list(OPTIONS)), multiple=True, metavar="FIELD", help="Empty this field."
)
@json_option
def describe_command(
    archive: Path,
    ids: tuple[int, ...],
    query: str | None,
    cleared: tuple[str, ...],
    as_json: bool,
    **typed: str | None,
) -> int:
    """Set or clear fields of one article, or the same fields of many.

    What was understood is shown, dates with the days they can mean. One undo takes the whole command back.

    \b
      curator describe letters.curator 3 --title "The cellar opens" --date "early Feb 1992?"
      curator describe letters.curator 3 --access embargo --access-reason "living people" --access-review 2030
      curator describe letters.curator --query publication:Courier --language en-GB --status described
      curator describe letters.curator 3 --clear section --clear byline
    """
    fields: dict[str, str | None] = {field: words for field, words in typed.items() if words is not None}
    fields |= dict.fromkeys(OPTIONS[option][0] for option in cleared)
    if not fields:
        raise CuratorError(
            _("Which field? Give at least one, such as --title or --date."),
            _("curator describe --help lists the fields."),
        )
    with opened(archive) as context:
        chosen = chosen_ids(context, ids, query)
        done = describe.describe(context, chosen, fields)
    _say_described(as_json, chosen, done)
    for problem in done.problems:
        complain(problem.message, problem.hint)
    return 1 if done.problems else 0


def _say_described(as_json: bool, chosen: list[int], done: describe.Described) -> None:
    changed = done.changes.ids("article")
    fields = {
        "revision": done.changes.revision_id,
        "articles": chosen,
        "changed": sorted(changed),
        "fields": {field: _parsed(field, value) for field, value in done.fields.items()},
        "problems": [{"code": each.code, "message": each.message, "hint": each.hint} for each in done.problems],
    }
    lines = [f"{label(field):<20} {value.shown or _('cleared')}" for field, value in done.fields.items()]
    count = ngettext("%(n)d article changed.", "%(n)d articles changed.", len(changed)) % {"n": len(changed)}
    result(as_json, fields, "\n".join([*lines, count]))


def _parsed(field: str, value: FieldValue) -> dict[str, object]:
    parsed: dict[str, object] = {"value": value.columns[field]}
    if value.bounds:
        parsed |= {"words": value.words, "earliest": value.bounds[0], "latest": value.bounds[1]}
    return parsed
