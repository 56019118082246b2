"""What an erasure of articles takes out of the reviews: drafts of the same files, and the words that name them."""

from __future__ import annotations

import json
import sqlite3

from curator.archive.erasure_labels import Blotting
from curator.archive.erasure_scope import Scope


def with_drafts(connection: sqlite3.Connection, scope: Scope) -> Scope:
    """Add to `scope` the drafts that its articles were made from, and those of the same files, with their pictures."""
    rows = connection.execute(
        """
        WITH gone (id) AS (SELECT value FROM json_each(?1)), uids (uid) AS (
            SELECT uid FROM accession_item WHERE id IN gone
            UNION SELECT json_extract(before, '$.uid') FROM change
                WHERE record = 'accession_item' AND kind = 'delete' AND row_id IN gone)
        SELECT id FROM review_item WHERE uid IN uids OR sha256 IN (SELECT value FROM json_each(?2))""",
        (json.dumps(sorted(scope.rows.get("accession_item", ()))), json.dumps(sorted(scope.originals))),
    )
    drafts = {int(row[0]) for row in rows}
    if not drafts:
        return scope
    given = (json.dumps(list(drafts)),)
    mine = "SELECT value FROM json_each(?1)"
    pictures = connection.execute(f"SELECT id FROM review_attachment WHERE item_id IN ({mine})", given)
    scope.rows["review_attachment"] = {int(row[0]) for row in pictures}
    scope.rows["review_item"] = scope.rows["review_reading"] = drafts
    files = connection.execute(
        f"""
        SELECT sha256 FROM review_item WHERE id IN ({mine}) AND sha256 IS NOT NULL
        UNION SELECT sha256 FROM review_attachment WHERE item_id IN ({mine})
        EXCEPT SELECT sha256 FROM original""",
        given,
    )
    scope.originals |= {row[0] for row in files}
    names = connection.execute(f"SELECT path, file_name, title FROM review_item WHERE id IN ({mine})", given)
    scope.words |= {word for row in names for word in row if word}
    return scope


def blot_reviews(connection: sqlite3.Connection, scope: Scope) -> None:
    """Blot the words of `scope` out of what reviews say of where their files came from, and forget what was watched.

    The undo of a review that loses a draft goes with it: it holds what a person typed.
    """
    if scope.record != "article":
        return
    blot = Blotting(scope.words)
    for row_id, source, paths in connection.execute("SELECT id, source, paths FROM review").fetchall():
        try:
            fresh = json.dumps([blot(path) for path in json.loads(paths)])
        except (ValueError, TypeError):
            fresh = "[]"
        connection.execute("UPDATE review SET source = ?, paths = ? WHERE id = ?", (blot(source), fresh, row_id))
    connection.execute(
        """
        DELETE FROM review_edit WHERE review_id IN (SELECT review_id FROM review_item WHERE id IN (
            SELECT row_id FROM temp.erased WHERE record = 'review_item'))"""
    )
    connection.executemany("DELETE FROM watched_file WHERE sha256 = ?", [(each,) for each in scope.originals])


def is_needed(connection: sqlite3.Connection, sha256: str) -> bool:
    """Return whether a record or a draft still has the file with this SHA-256 (hex)."""
    row = connection.execute(
        """
        SELECT EXISTS (SELECT 1 FROM original WHERE sha256 = ?1)
            OR EXISTS (SELECT 1 FROM review_item WHERE sha256 = ?1)
            OR EXISTS (SELECT 1 FROM review_attachment WHERE sha256 = ?1)""",
        (sha256,),
    ).fetchone()
    return bool(row[0])
