"""curator review ARCHIVE show, set, restore, cut, take, decide: one item, or the same in several."""

from __future__ import annotations

from pathlib import Path

import click

from curator.cli.describing import OPTIONS, field_options
from curator.cli.options import ID, json_option, opened
from curator.cli.review_lines import say_detail, say_row
from curator.errors import CuratorError
from curator.i18n import _
from curator.model.review import Decision
from curator.operations import review_item
from curator.operations.context import Context

_DECISIONS: dict[str, Decision | None] = {"skip": "skip", "keep": "keep", "different": "not same", "open": None}
_PART = click.IntRange(0, 2**31)
item_argument = click.argument("item", type=ID, metavar="ITEM")
items_argument = click.argument("items", type=ID, nargs=-1, required=True, metavar="ITEM...")


@click.command("show")
@item_argument
@json_option
@click.pass_obj
def show_item(archive: Path, item: int, as_json: bool) -> None:
    """Show what is known of an item: fields with their source, suggestions, the text with what was cut (-).

    \b
      curator review letters.curator show 12
    """
    with opened(archive) as context:
        say_detail(as_json, review_item.detail(context, item))


@click.command("set")
@items_argument
@field_options
@click.option(
    "--clear", "cleared", type=click.Choice(list(OPTIONS)), multiple=True, metavar="FIELD", help="Empty this field."
)
@click.option(
    "--as-in-file", "original", type=click.Choice(list(OPTIONS)), multiple=True, metavar="FIELD", help="As it was read."
)
@json_option
@click.pass_obj
def set_fields(
    archive: Path,
    /,
    items: tuple[int, ...],
    cleared: tuple[str, ...],
    original: tuple[str, ...],
    as_json: bool,
    **typed: str | None,
) -> None:
    """Set or clear fields of items before they enter the archive.

    \b
      curator review letters.curator set 12 --title "The cellar opens" --date "early Feb 1992?"
      curator review letters.curator set 12 13 --language az --clear byline
    """
    fields: dict[str, str | None] = {field: words for field, words in typed.items() if words is not None}
    fields |= dict.fromkeys(OPTIONS[option][0] for option in cleared)
    if not fields and not original:
        raise CuratorError(
            _("Which field? Give at least one, such as --title or --date."),
            _("curator review ARCHIVE set --help lists the fields."),
        )
    with opened(archive) as context:
        if fields:
            review_item.set_fields(context, items, fields)
        if original:
            review_item.as_in_file(context, items, [OPTIONS[option][0] for option in original])
        _say(context, as_json, items)


@click.command("restore")
@item_argument
@click.argument("parts", type=_PART, nargs=-1, metavar="[PART]...")
@json_option
@click.pass_obj
def restore(archive: Path, item: int, parts: tuple[int, ...], as_json: bool) -> None:
    """Put parts that were cut back into the text: by number, as shown, or all of them.

    \b
      curator review letters.curator restore 12 0 5
      curator review letters.curator restore 12
    """
    with opened(archive) as context:
        if parts:
            review_item.keep_parts(context, item, dict.fromkeys(parts, True))
        else:
            review_item.restore_all(context, item)
        _say(context, as_json, [item])


@click.command("cut")
@item_argument
@click.argument("parts", type=_PART, nargs=-1, required=True, metavar="PART...")
@json_option
@click.pass_obj
def cut(archive: Path, item: int, parts: tuple[int, ...], as_json: bool) -> None:
    """Cut parts from the text; they are kept, and can be restored at any time.

    \b
      curator review letters.curator cut 12 7
    """
    with opened(archive) as context:
        review_item.keep_parts(context, item, dict.fromkeys(parts, False))
        _say(context, as_json, [item])


@click.command("take")
@item_argument
@click.argument("number", type=_PART)
@json_option
@click.pass_obj
def take(archive: Path, item: int, number: int, as_json: bool) -> None:
    """Take a suggestion, by its number.

    \b
      curator review letters.curator take 12 0
    """
    with opened(archive) as context:
        review_item.take_suggestion(context, item, number)
        _say(context, as_json, [item])


@click.command("decide")
@click.argument("decision", type=click.Choice(list(_DECISIONS)))
@items_argument
@json_option
@click.pass_obj
def decide(archive: Path, decision: str, items: tuple[int, ...], as_json: bool) -> None:
    """Say what becomes of items that are like others.

    skip: note it as a duplicate; keep: it enters all the same; different: it enters, and the pair is not asked about
    again; open: not decided.

    \b
      curator review letters.curator decide different 12
    """
    with opened(archive) as context:
        review_item.decide(context, items, _DECISIONS[decision])
        _say(context, as_json, items)


def _say(context: Context, as_json: bool, items: tuple[int, ...] | list[int]) -> None:
    for item in items:
        say_row(as_json, review_item.detail(context, item).row)


COMMANDS = (show_item, set_fields, restore, cut, take, decide)
