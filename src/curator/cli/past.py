"""curator history, undo, redo."""

from __future__ import annotations

from pathlib import Path

import click

from curator.cli.options import COUNT_MOST, ID, archive_argument, json_option, opened
from curator.cli.output import result
from curator.i18n import _
from curator.model.revision import Changes, Revision
from curator.operations import history


@click.command("history")
@archive_argument
@click.option(
    "--limit", type=click.IntRange(1, COUNT_MOST), default=50, show_default=True, help="How many acts to show."
)
@click.option("--article", "article_id", type=ID, metavar="ID", help="What was done to the description of an article.")
@json_option
def history_command(archive: Path, limit: int, article_id: int | None, as_json: bool) -> None:
    """Show what was done, when and by whom, newest first.

    An act in brackets was taken back. The name is that of the setting, of CURATOR_NAME, or of the login.

    \b
      curator history letters.curator --limit 10
      curator history letters.curator --article 3
    """
    with opened(archive) as context:
        if article_id is None:
            for revision in history.revisions(context, limit):
                result(as_json, _fields(revision), _words(revision))
            return
        for revision, change in history.of_article(context, article_id):
            fields = _fields(revision) | {"change": change.kind, "before": change.before}
            before = ", ".join(f"{name}: {value}" for name, value in (change.before or {}).items())
            result(as_json, fields, f"{_words(revision)}  {_('before:')} {before or '-'}")


@click.command("undo")
@archive_argument
@click.option("--revision", "revision_id", type=ID, metavar="NUMBER", help="Take back this act instead of the newest.")
@json_option
def undo_command(archive: Path, revision_id: int | None, as_json: bool) -> None:
    """Take back the newest act, whoever did it and whenever; again for the one before.

    An older act can be taken back by its number as long as no later work stands on it.

    \b
      curator undo letters.curator
      curator undo letters.curator --revision 12
    """
    with opened(archive) as context:
        if revision_id is None:
            revision, changes = history.undo(context)
        else:
            revision, changes = history.revert(context, revision_id)
    _say(as_json, _("Undone: %(label)s"), revision, changes)


@click.command("redo")
@archive_argument
@json_option
def redo_command(archive: Path, as_json: bool) -> None:
    """Bring back what the last undo took back, as long as nothing was done since.

    \b
      curator redo letters.curator
    """
    with opened(archive) as context:
        revision, changes = history.redo(context)
    _say(as_json, _("Done again: %(label)s"), revision, changes)


def _say(as_json: bool, words: str, revision: Revision, changes: Changes) -> None:
    fields = {
        "revision": changes.revision_id,
        "reverts": revision.id,
        "label": str(revision.label),
        "touched": {record: len(ids) for record, ids in sorted(changes.touched.items())},
    }
    result(as_json, fields, words % {"label": revision.label})


def _fields(revision: Revision) -> dict[str, object]:
    return {
        "revision": revision.id,
        "at": revision.at,
        "actor": revision.actor,
        "origin": revision.origin,
        "kind": revision.kind,
        "label": str(revision.label),
        "reverts": revision.reverts,
        "stands": revision.stands,
    }


def _words(revision: Revision) -> str:
    kinds = {"act": "", "undo": _("undo: "), "redo": _("redo: "), "revert": _("revert: ")}
    label = f"{kinds[revision.kind]}{revision.label}"
    shown = label if revision.stands else f"({label})"
    return f"{revision.id:>6}  {revision.at[:19].replace('T', ' ')}  {revision.actor}  {shown}"
