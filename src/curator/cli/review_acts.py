"""curator review ARCHIVE accept, reject, put-back, retry, defaults, undo, redo."""

from __future__ import annotations

from pathlib import Path

import click

from curator.cli.batch_options import OPTIONS, batch_options
from curator.cli.long_run import Stop
from curator.cli.options import ID, json_option, opened
from curator.cli.outcome_lines import outcome_fields, outcome_words
from curator.cli.output import ProgressLine, result, tell
from curator.cli.review_items import items_argument
from curator.cli.review_lines import say_review
from curator.cli.which_review import review_argument, the_review
from curator.errors import CuratorError
from curator.i18n import _, ngettext
from curator.operations import review_batch, review_retry
from curator.operations.context import Context


@click.command("accept")
@click.argument("items", type=ID, nargs=-1, metavar="[ITEM]...")
@click.option("--clean", is_flag=True, help="All items that need nobody.")
@click.option("--review", type=ID, metavar="REVIEW", help="Of this batch.")
@json_option
@click.pass_obj
def accept(archive: Path, items: tuple[int, ...], clean: bool, review: int | None, as_json: bool) -> None:
    """Accept items, by number or all that are clean: the next commit takes them in.

    \b
      curator review letters.curator accept 12 14
      curator review letters.curator accept --clean
    """
    if clean == bool(items):
        raise CuratorError(_("Which items? Give their numbers, or --clean."))
    with opened(archive) as context:
        if clean:
            _say(as_json, review_batch.accept_clean(context, the_review(context, review)))
        else:
            _say(as_json, review_batch.accept(context, items))


@click.command("reject")
@items_argument
@json_option
@click.pass_obj
def reject(archive: Path, items: tuple[int, ...], as_json: bool) -> None:
    """Reject items: they do not enter, and go when the batch is dropped.

    \b
      curator review letters.curator reject 13
    """
    with opened(archive) as context:
        _say(as_json, review_batch.reject(context, items))


@click.command("put-back")
@items_argument
@json_option
@click.pass_obj
def put_back(archive: Path, items: tuple[int, ...], as_json: bool) -> None:
    """Take acceptance or rejection off items: they wait again.

    \b
      curator review letters.curator put-back 13
    """
    with opened(archive) as context:
        _say(as_json, review_batch.put_back(context, items))


@click.command("retry")
@items_argument
@json_option
@click.pass_obj
def retry(archive: Path, items: tuple[int, ...], as_json: bool) -> int:
    """Read files again that could not be read.

    \b
      curator review letters.curator retry 14
    """
    line, stop = ProgressLine(), Stop()
    with opened(archive) as context, stop.on_interrupt():
        context.progress = stop.watched(line)
        outcomes = review_retry.retry(context, items)
    for outcome in outcomes:
        result(as_json, outcome_fields(outcome), outcome_words(outcome))
    return 1 if any(each.outcome == "failed" for each in outcomes) else 0


@click.command("defaults")
@review_argument
@batch_options
@click.option(
    "--clear", "cleared", type=click.Choice(list(OPTIONS)), multiple=True, metavar="OPTION", help="Take this off."
)
@json_option
@click.pass_obj
def defaults(
    archive: Path, /, review: int | None, cleared: tuple[str, ...], as_json: bool, **batch: str | None
) -> None:
    """Set what all articles of a batch take where they have no value of their own.

    \b
      curator review letters.curator defaults --rights "Not stated" --collector "N. Orlu"
    """
    typed = {name.removeprefix("batch_"): words for name, words in batch.items() if words is not None}
    with opened(archive) as context:
        review_id = the_review(context, review)
        review_batch.set_defaults(context, review_id, {**dict.fromkeys(OPTIONS[each] for each in cleared), **typed})
        say_review(as_json, review_batch.get(context, review_id))


@click.command("undo")
@review_argument
@json_option
@click.pass_obj
def undo(archive: Path, review: int | None, as_json: bool) -> None:
    """Take back the last thing done in a batch. A commit is taken back by: curator undo ARCHIVE.

    \b
      curator review letters.curator undo
    """
    with opened(archive) as context:
        _turn(context, as_json, review, undone=False)


@click.command("redo")
@review_argument
@json_option
@click.pass_obj
def redo(archive: Path, review: int | None, as_json: bool) -> None:
    """Bring back what the last undo in a batch took back.

    \b
      curator review letters.curator redo
    """
    with opened(archive) as context:
        _turn(context, as_json, review, undone=True)


def _turn(context: Context, as_json: bool, review: int | None, undone: bool) -> None:
    review_id = the_review(context, review)
    done = review_batch.redo(context, review_id) if undone else review_batch.undo(context, review_id)
    if done is None:
        raise CuratorError(_("There is nothing to redo.") if undone else _("There is nothing to undo."))
    words = _("Brought back: %(act)s.") if undone else _("Taken back: %(act)s.")
    result(as_json, {"act": str(done.label), "items": sorted(done.item_ids)}, words % {"act": done.label})


def _say(as_json: bool, touched: frozenset[int]) -> None:
    if as_json:
        result(True, {"items": sorted(touched)}, "")
    else:
        tell(ngettext("%(n)d item.", "%(n)d items.", len(touched)) % {"n": len(touched)})


COMMANDS = (accept, reject, put_back, retry, defaults, undo, redo)
