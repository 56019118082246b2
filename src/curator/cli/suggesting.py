"""curator suggest: names that stand in texts, on record or not yet."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from curator.cli.mention_tags import context_fields, context_words
from curator.cli.options import COUNT_MOST, archive_argument, ids_argument, json_option, opened, text
from curator.cli.output import ProgressLine, result, tell
from curator.errors import CuratorError
from curator.i18n import _, ngettext
from curator.model.authority import KINDS, AuthorityKind
from curator.model.revision import Changes
from curator.operations import scanning, suggesting, suggestion_queue, suggestions
from curator.operations.authorities import known_as
from curator.operations.context import Context
from curator.operations.suggesting import Suggestion
from curator.operations.suggestion_queue import QueuedName
from curator.text.name_key import name_key


@click.command("suggest")
@archive_argument
@ids_argument
@click.option("--new", "wanted", flag_value="new", help="Only names that are not on record.")
@click.option("--known", "wanted", flag_value="known", help="Only names on record.")
@click.option("--kind", type=click.Choice(KINDS), help="Only names of this kind.")
@click.option("--queue", "as_queue", is_flag=True, help="Each name once, for the whole archive, with examples.")
@click.option("--limit", type=click.IntRange(1, COUNT_MOST), default=20, help="With --queue: how many names; else 20.")
@click.option("--accept", "accepted", type=text, metavar="NAME", help="Tag all places of a name that is suggested.")
@click.option("--reject", "rejected", type=text, metavar="NAME", help="Do not suggest a name again.")
@json_option
def suggest_command(
    archive: Path,
    ids: tuple[int, ...],
    wanted: str | None,
    kind: AuthorityKind | None,
    as_queue: bool,
    limit: int,
    accepted: str | None,
    rejected: str | None,
    as_json: bool,
) -> None:
    """Show which names stand in the texts of articles, and why; accept or reject them.

    Names on record are found with endings, initials and titles, and surname first. Names that are not on record are
    marked "new". Nothing is tagged by itself. Where several records can be meant each gets a line.

    --accept tags all places of a name, --reject remembers that it is not meant: in the articles that are given, else
    in all. A new name is put on record when it is accepted. Each is one act, taken back by one undo.

    \b
      curator suggest letters.curator 3
      curator suggest letters.curator --queue --new --kind person
      curator suggest letters.curator --accept "Lucia Bandini"
      curator suggest letters.curator 3 7 --reject "Reading Room"
    """
    line = ProgressLine()
    new = None if wanted is None else wanted == "new"
    chosen = list(dict.fromkeys(ids))
    if (as_queue and bool(chosen)) or (accepted and rejected) or (as_queue and (accepted or rejected)):
        raise CuratorError(
            _("Give one of --queue, --accept and --reject; the queue is of all articles."),
            _("Nothing was changed."),
        )
    with opened(archive) as opened_context:
        context = Context(opened_context.archive, line)
        name = accepted or rejected
        if name:
            _decide(context, name, kind, chosen, bool(accepted), as_json)
        elif as_queue:
            scanning.catch_up(context)
            line.clear()
            _tell_queue(context, suggestion_queue.queue(context, kind, new, limit), as_json)
        else:
            found = (
                each
                for each in suggesting.suggest(context, chosen)
                if new in (None, each.authority_id is None) and kind in (None, each.kind)
            )
            _tell_all(found, line, as_json)


def _tell_all(found: Iterable[Suggestion], line: ProgressLine, as_json: bool) -> None:
    total = 0
    for each in found:
        line.clear()
        total += 1
        result(as_json, _fields(each), _words(each))
    line.clear()
    tell(ngettext("%(n)d suggestion.", "%(n)d suggestions.", total) % {"n": total})


def _tell_queue(context: Context, found: list[QueuedName], as_json: bool) -> None:
    for each in found:
        contexts = suggestion_queue.contexts(context, each)
        fields = {
            "kind": each.kind,
            "name": each.name,
            "authority": each.authority_id,
            "articles": each.articles,
            "places": each.places,
            "score": each.score,
            "why": each.why,
            "contexts": context_fields(contexts),
        }
        result(as_json, fields, "\n".join([_queue_words(each), *context_words(contexts)]))
    tell(ngettext("%(n)d name.", "%(n)d names.", len(found)) % {"n": len(found)})


def _decide(
    context: Context, name: str, kind: AuthorityKind | None, chosen: list[int], is_accepted: bool, as_json: bool
) -> None:
    """Accept or reject a name in the articles that were chosen, or everywhere."""
    if chosen:
        found = _of_name(context, name, kind, chosen)
        changes = suggestions.accept(context, found) if is_accepted else suggestions.reject(context, found)
        places = len(found)
    else:
        scanning.catch_up(context)
        queued = suggestion_queue.named(context, name, kind)
        act = suggestion_queue.accept_everywhere if is_accepted else suggestion_queue.reject_everywhere
        changes, places = act(context, queued), queued.places
    _say(name, changes, places, is_accepted, as_json)


def _of_name(context: Context, name: str, kind: AuthorityKind | None, chosen: list[int]) -> list[Suggestion]:
    """Return what is suggested of a name in some articles."""
    record = known_as(context.archive.read(), name, kind)
    found = [
        each
        for each in suggesting.suggest(context, chosen)
        if kind in (None, each.kind)
        and (
            each.authority_id == record.id
            if record
            else each.authority_id is None and name_key(each.name) == name_key(name)
        )
    ]
    if not found:
        raise suggestion_queue.nothing_open(name)
    return found


def _say(name: str, changes: Changes, places: int, is_accepted: bool, as_json: bool) -> None:
    fields = {
        "revision": changes.revision_id,
        "name": name,
        "places": places,
        "made": sorted(changes.ids("authority")) if is_accepted else [],
    }
    words = (
        ngettext("%(n)d place tagged with %(name)s.", "%(n)d places tagged with %(name)s.", places)
        if is_accepted
        else ngettext("%(name)s is rejected in %(n)d place.", "%(name)s is rejected in %(n)d places.", places)
    )
    made = _(" It is on record now.") if is_accepted and changes.ids("authority") else ""
    result(as_json, fields, words % {"n": places, "name": name} + made)


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


def _queue_words(each: QueuedName) -> str:
    return _("%(articles)5d  %(places)5d  %(kind)-13s %(id)-6s %(name)s: %(why)s") % {
        "articles": each.articles,
        "places": each.places,
        "kind": each.kind,
        "id": _("new") if each.authority_id is None else f"#{each.authority_id}",
        "name": each.name,
        "why": each.why,
    }
