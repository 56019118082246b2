"""Articles whose text is like another text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from curator.archive import Connection, articles

# A text -> (article, per mille), the most alike first.
SimilarTo: TypeAlias = Callable[[Connection, str], Sequence[tuple[int, int]]]


def similar_to(connection: Connection, body: str) -> list[tuple[int, int]]:
    """Return (article, per mille) of the articles that have the same text, in any version of it.

    Args:
        body: a text, NFC, LF.
    """
    return [(article_id, 1000) for article_id in articles.with_body(connection, body)]
