"""An item of a review beside what it is like: another article, or another item of a review, word by word."""

from __future__ import annotations

from dataclasses import dataclass

from curator.archive import articles, review_items
from curator.errors import CuratorError
from curator.i18n import _
from curator.model.review import Likeness
from curator.operations.context import Context
from curator.operations.drafts import body_of
from curator.operations.stories import Comparison
from curator.text.differences import differences


@dataclass(frozen=True, slots=True)
class LikeOther:
    """What an item is like, and how their texts differ: `texts.old` is the other's, `texts.new` the item's.

    Args:
        number, total: which of its likenesses it is, from 1, most alike first.
        title, published (EDTF), publication: of the other; None where unknown.
    """

    likeness: Likeness
    number: int
    total: int
    title: str | None
    published: str | None
    publication: str | None
    texts: Comparison


def like_other(context: Context, item_id: int, place: int = 0) -> LikeOther:
    """Compare an item with one of those that it is like.

    Args:
        place: which of its likenesses, from 0; beyond the last it begins again.

    Raises:
        CuratorError: when it is like nothing, or the other is there no more.
    """
    connection = context.archive.read()
    item = review_items.get(connection, item_id)
    if not item.row.likenesses or item.reading is None:
        raise CuratorError(_("Item %(id)d is like no other.") % {"id": item_id})
    place %= len(item.row.likenesses)
    like = item.row.likenesses[place]
    if like.article_id is not None:
        article = articles.get(connection, like.article_id)
        title, published, publication = article.title, article.published, article.publication
        body = articles.text(connection, like.article_id).body
    else:
        other = review_items.get(connection, like.item_id or 0)
        title, published, publication = other.row.title, other.row.published, other.row.publication
        body = body_of(other.reading, other.edits) if other.reading else ""
    mine = body_of(item.reading, item.edits)
    texts = Comparison(body, mine, tuple(differences(body, mine)))
    return LikeOther(like, place + 1, len(item.row.likenesses), title, published, publication, texts)
