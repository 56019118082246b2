"""Lists that no query makes: the trash, a frozen list, articles like one. They come in an order of their own."""

from __future__ import annotations

from curator.gui.models.listing import Listing
from curator.model.result_list import ResultList
from curator.operations import result_lists, trash
from curator.operations.context import Context
from curator.operations.find import Finder
from curator.operations.similar_to import Similar, similar_to

# More articles like one are none any more.
_MOST_ALIKE = 50


def fixed_list(context: Context, finder: Finder, wanted: Listing) -> tuple[list[int], tuple[Similar, ...]]:
    """Return the ids of the articles of a listing without a query, and why each is there where they are like one.

    Raises:
        CuratorError: when the list or the article is there no more, or the index cannot be asked.
    """
    if wanted.trash:
        return [article.id for article in trash.listed(context)], ()
    if wanted.like:
        alike = tuple(similar_to(finder, wanted.like, _MOST_ALIKE))
        return [each.article.id for each in alike], alike
    record = frozen_list(context, wanted.frozen)
    there = set(finder.find("", "accession").ids.tolist())
    kept = result_lists.items(context, record) if record else []
    return [item.article_id for item in kept if item.article_id in there and item.article_id is not None], ()


def frozen_list(context: Context, list_id: int) -> ResultList | None:
    """Return a frozen list; None when it was removed."""
    return next((each for each in result_lists.listed(context) if each.id == list_id), None)
