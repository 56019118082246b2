"""Which batch a command is about."""

from __future__ import annotations

import click

from curator.cli.options import ID
from curator.errors import CuratorError
from curator.i18n import _
from curator.operations import review_batch
from curator.operations.context import Context

review_argument = click.argument("review", type=ID, required=False, metavar="[REVIEW]")


def the_review(context: Context, review: int | None) -> int:
    """Return the batch that is meant; CuratorError when that is not clear."""
    if review is not None:
        return review_batch.get(context, review).review.id
    found = review_batch.listed(context)
    if len(found) == 1:
        return found[0].review.id
    if not found:
        raise CuratorError(_("Nothing waits for review."))
    raise CuratorError(
        _("Which batch? Several wait: %(ids)s.") % {"ids": ", ".join(str(each.review.id) for each in found)},
        _("Give its number; they are listed by: curator review ARCHIVE batches"),
    )
