"""curator suggest: names on record that stand in texts."""

from __future__ import annotations

from pathlib import Path

import click

from curator.cli.options import archive_argument, ids_argument, json_option, opened
from curator.cli.output import ProgressLine, result, tell
from curator.i18n import _, ngettext
from curator.operations import suggesting
from curator.operations.context import Context
from curator.operations.suggesting import Suggestion


@click.command("suggest")
@archive_argument
@ids_argument
@json_option
def suggest_command(archive: Path, ids: tuple[int, ...], as_json: bool) -> None:
    """Show which names on record stand in the texts of articles, and why.

    Names are found with endings, initials and titles, and surname first. Nothing is tagged: that is for you to do,
    with curator tag. Where several records can be meant each gets a line.

    \b
      curator suggest letters.curator 3
      curator suggest letters.curator --json
    """
    line = ProgressLine()
    total = 0
    with opened(archive) as context:
        for each in suggesting.suggest(Context(context.archive, line), list(dict.fromkeys(ids))):
            line.clear()
            total += 1
            result(as_json, _fields(each), _words(each))
    line.clear()
    tell(ngettext("%(n)d suggestion.", "%(n)d suggestions.", total) % {"n": total})


def _fields(each: Suggestion) -> dict[str, object]:
    return {
        "article": each.article_id,
        "kind": each.kind,
        "name": each.name,
        "authority": each.authority_id,
        "start": each.start,
        "end": each.end,
        "score": each.score,
        "why": each.why,
    }


def _words(each: Suggestion) -> str:
    return _("%(article)6d  %(place)-13s %(kind)-13s %(id)-6s %(name)s: %(why)s") % {
        "article": each.article_id,
        "place": _("title") if each.start is None else f"{each.start}:{each.end}",
        "kind": each.kind,
        "id": _("new") if each.authority_id is None else f"#{each.authority_id}",
        "name": each.name,
        "why": each.why,
    }
