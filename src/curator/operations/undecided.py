"""Which of the places where names were found nobody has decided about."""

from __future__ import annotations

from collections.abc import Collection

from curator.archive import Connection, authorities, decisions, rejections
from curator.archive.decisions import Decision
from curator.archive.suggestion_rows import Place


class Undecided:
    """What was decided about some articles, as of one moment.

    Args:
        connection: to read by.
        article_ids: the articles that will be asked about.
    """

    def __init__(self, connection: Connection, article_ids: Collection[int]) -> None:
        self._decided = decisions.of_articles(connection, article_ids)
        self._rejected = rejections.names_of_articles(connection, article_ids)
        self._everywhere = rejections.names_everywhere(connection)
        self._roots = authorities.roots(connection)

    def open(
        self, article_id: int, kind: str, authority_id: int | None, folded: str, places: Collection[Place]
    ) -> list[Place]:
        """Return those of the places of a name in an article that are still to be decided.

        A place that a person has tagged, with whatever name, is settled. A record that was rejected for the article,
        or there, and a name that is not on record and was rejected for the article or everywhere, are not open.

        Args:
            authority_id: the record; None for a name that is not on record.
            folded: the key of such a name.
        """
        if authority_id is None:
            key = (kind, folded)
            if key in self._everywhere or key in self._rejected.get(article_id, ()):
                return []
        decided = self._decided.get(article_id)
        if not decided:
            return list(places)
        root = None if authority_id is None else self._roots.get(authority_id, authority_id)
        if root is not None and any(_is(each, root) and not each.confirmed and each.start is None for each in decided):
            return []
        return [place for place in places if not _is_settled(place, root, decided)]


def _is(decision: Decision, root: int) -> bool:
    return decision.authority_id == root


def _is_settled(place: Place, root: int | None, decided: list[Decision]) -> bool:
    start, end = place
    if start is None or end is None:
        return any(each.confirmed and each.authority_id == root for each in decided)
    return any(
        each.start is not None
        and each.end is not None
        and each.start < end
        and start < each.end
        and (each.confirmed or each.authority_id == root)
        for each in decided
    )
