"""curator review: what was read and waits for a person."""

from __future__ import annotations

from pathlib import Path

import click

from curator.cli import output, review_acts, review_items
from curator.cli.long_run import Ended, Report, run_with_index
from curator.cli.options import archive_argument, json_option, opened
from curator.cli.review_lines import say_review, say_row
from curator.cli.which_review import review_argument, the_review
from curator.errors import CuratorError
from curator.i18n import _, ngettext
from curator.model.review import NEEDS, Need
from curator.operations import review_batch, review_commit, review_reading
from curator.operations.context import Context
from curator.operations.indexing import PacedNudge


@click.group("review")
@archive_argument
@click.pass_context
def review_command(invocation: click.Context, archive: Path) -> None:
    """What was read and waits for a person: look at it, correct it, accept it, commit it.

    ITEM is the number of an item, REVIEW that of a batch; without it the only batch that waits is meant.

    \b
      curator review letters.curator list
      curator review letters.curator show 12
      curator review letters.curator set 12 --title "The cellar opens" --date "early Feb 1992?"
      curator review letters.curator accept 12
      curator review letters.curator commit
    """
    invocation.obj = archive


@review_command.command("batches")
@click.option("--all", "also_done", is_flag=True, help="Those, too, that are committed as a whole.")
@json_option
@click.pass_obj
def list_batches(archive: Path, also_done: bool, as_json: bool) -> None:
    """List the batches that wait.

    \b
      curator review letters.curator batches
    """
    with opened(archive) as context:
        for state in review_batch.listed(context, also_done):
            say_review(as_json, state)


@review_command.command("list")
@review_argument
@click.option("--need", "needs", type=click.Choice(NEEDS), multiple=True, help="Only items that need this.")
@json_option
@click.pass_obj
def list_items(archive: Path, review: int | None, needs: tuple[Need, ...], as_json: bool) -> None:
    """List the items of all batches, or of one: what needs a person first.

    \b
      curator review letters.curator list
      curator review letters.curator list 2 --need similar --need duplicate
    """
    with opened(archive) as context:
        found = review_batch.listed(context) if review is None else [review_batch.get(context, review)]
        for state in found:
            for row in review_batch.items(context, state.review.id, needs):
                say_row(as_json, row)


@review_command.command("commit")
@review_argument
@json_option
@click.pass_obj
def commit(archive: Path, review: int | None, as_json: bool) -> int:
    """Take what is accepted into the archive, as one act; the rest waits.

    \b
      curator review letters.curator commit
    """

    def act(context: Context, nudge: PacedNudge, report: Report) -> Ended:
        done = review_commit.commit(context, the_review(context, review), report, nudge)
        added = done.counts.get("added", 0)
        words = ngettext("%(n)d article added.", "%(n)d articles added.", added) % {"n": added}
        return Ended(words, done.cancelled, bool(done.counts.get("failed")))

    return run_with_index(archive, as_json, act)


@review_command.command("resume")
@review_argument
@json_option
@click.pass_obj
def resume(archive: Path, review: int | None, as_json: bool) -> int:
    """Read the files that a batch which was cut off has not read yet.

    \b
      curator review letters.curator resume
    """

    def act(context: Context, _nudge: PacedNudge, report: Report) -> Ended:
        done = review_reading.resume(context, the_review(context, review), report=report)
        number = sum(done.counts.values())
        words = ngettext("%(n)d item read.", "%(n)d items read.", number) % {"n": number}
        return Ended(words, done.cancelled, bool(done.counts.get("failed")))

    return run_with_index(archive, as_json, act)


@review_command.command("drop")
@review_argument
@click.option("--yes", is_flag=True, help="Do not ask: what was not committed is gone.")
@json_option
@click.pass_obj
def drop(archive: Path, review: int | None, yes: bool, as_json: bool) -> None:
    """Close a batch: what was not committed is dropped for good. Your files are not touched.

    \b
      curator review letters.curator drop 2 --yes
    """
    with opened(archive) as context:
        review_id = the_review(context, review)
        waiting = review_batch.get(context, review_id).counts.waiting
        if waiting and not yes:
            words = ngettext("%(n)d item waits in it.", "%(n)d items wait in it.", waiting) % {"n": waiting}
            raise CuratorError(words, _("Nothing was dropped. To drop them for good: --yes"))
        number = review_batch.close(context, review_id)
    words = ngettext("%(n)d item dropped.", "%(n)d items dropped.", number) % {"n": number}
    output.result(as_json, {"review": review_id, "dropped": number}, words)


for _command in (*review_items.COMMANDS, *review_acts.COMMANDS):
    review_command.add_command(_command)
