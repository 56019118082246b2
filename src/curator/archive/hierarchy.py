"""Narrower names at any depth, merges resolved: a theme with those under it, an event with its parts."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping

from curator.archive import authorities
from curator.model.authority import AuthorityKind

_BROADER = "FROM authority_relation WHERE relation = 'broader'"


def with_narrower(connection: sqlite3.Connection, roots: Iterable[int]) -> list[int]:
    """Return records that stand by themselves and all that are narrower, each once; these come after those given."""
    found = dict.fromkeys(roots)
    waiting = list(found)
    while waiting:
        here = json.dumps(authorities.members(connection, waiting))
        rows = connection.execute(
            f"SELECT DISTINCT authority_id {_BROADER} AND related_id IN (SELECT value FROM json_each(?))", (here,)
        ).fetchall()
        below = dict.fromkeys(authorities.root(connection, row[0]).id for row in rows)
        waiting = [each for each in below if each not in found]
        found |= dict.fromkeys(waiting)
    return list(found)


def steps(connection: sqlite3.Connection, kind: AuthorityKind) -> list[tuple[int, int]]:
    """Return each narrower record of a kind with one that is right above it, merges resolved."""
    rows = connection.execute(
        f"""
        SELECT authority_id, related_id {_BROADER}
            AND authority_id IN (SELECT id FROM authority WHERE kind = ?) ORDER BY id""",
        (kind,),
    ).fetchall()
    if not rows:
        return []
    merged = {
        row[0]: row[1]
        for row in connection.execute(
            "SELECT id, merged_into FROM authority WHERE kind = ? AND merged_into IS NOT NULL", (kind,)
        )
    }
    pairs = dict.fromkeys((_standing(merged, row[0]), _standing(merged, row[1])) for row in rows)
    # Two that were merged may have been one above the other before.
    return [(narrower, broader) for narrower, broader in pairs if narrower != broader]


def counted(connection: sqlite3.Connection, below: Mapping[int, Iterable[int]]) -> dict[int, int]:
    """Return in how many articles, without the trash, any record of a group is tagged; an article counts once in each.

    Args:
        below: record -> the records (ids, merges resolved) that are counted with it.
    """
    wanted = {each for group in below.values() for each in group}
    of_root: dict[int, list[int]] = {each: [each] for each in wanted}
    for row in connection.execute("SELECT id FROM authority WHERE merged_into IS NOT NULL").fetchall():
        root = authorities.root(connection, row[0]).id
        if root in of_root:
            of_root[root].append(row[0])
    pairs = [(top, member) for top, group in below.items() for each in group for member in of_root[each]]
    rows = connection.execute(
        """
        SELECT json_extract(pair.value, '$[0]') AS top, count(DISTINCT mention.article_id)
        FROM json_each(?) AS pair JOIN mention ON mention.authority_id = json_extract(pair.value, '$[1]')
            JOIN article ON article.id = mention.article_id AND article.trashed = 0
        WHERE mention.status = 'confirmed' GROUP BY top""",
        (json.dumps(pairs),),
    )
    return dict.fromkeys(below, 0) | {row[0]: row[1] for row in rows}


def _standing(merged: Mapping[int, int], authority_id: int) -> int:
    while authority_id in merged:
        authority_id = merged[authority_id]
    return authority_id
