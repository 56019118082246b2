"""Pictures that come after their page: it was imported without its folder once, and now again with it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from curator.archive import Connection, Transaction, articles, pictures
from curator.errors import Problem
from curator.i18n import ngettext
from curator.operations.outcomes import StagedPicture


def without_any(connection: Connection, article_ids: Iterable[int]) -> list[int]:
    """Return the articles that have no pictures and could be given some; one in the trash is left as it is."""
    return [
        article_id
        for article_id in article_ids
        if not pictures.of_article(connection, article_id) and not articles.get(connection, article_id).trashed
    ]


def add_late(
    transaction: Transaction, problem: Problem, article_ids: Sequence[int], found: Sequence[Sequence[StagedPicture]]
) -> Problem:
    """Give the pictures of a file that is in the archive already to its articles, as far as they have none.

    Args:
        problem: what is said of the duplicate.
        article_ids: made from the same bytes, in the order of the parts.
        found: the pictures of each part, in the store.

    Returns:
        the problem, saying what was added.
    """
    poor = set(without_any(transaction.connection, article_ids)) if any(found) else set()
    added = 0
    for number, article_id in enumerate(article_ids):
        for each in found[min(number, len(found) - 1)] if article_id in poor else ():
            pictures.attach(transaction, article_id, each.file, each.address, each.file_name, each.media_type)
            added += 1
    if not added:
        return problem
    words = ngettext("Its %(n)d picture was added.", "Its %(n)d pictures were added.", added) % {"n": added}
    return replace(problem, message=f"{problem.message} {words}")
