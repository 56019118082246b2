"""Looking whether the database is sound: its pages, its references, and what its rows say of each other."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator

from curator.archive import erasure, journal
from curator.archive.articles import body_hash
from curator.archive.transaction import Transaction
from curator.i18n import _
from curator.model.health import Finding
from curator.text.name_key import name_key

# The key under which spellings meet is derived from the name: table -> the column of the name.
_FOLDED = {"authority": "preferred_name", "variant_name": "name", "collection": "title", "rejected_name": "name"}
_TREES = {"authority": "merged_into", "article": "merged_into", "collection": "parent_id"}
_MOST = 100


def findings(connection: sqlite3.Connection, restore_hint: str = "") -> Iterator[Finding]:
    """Yield what is wrong with the database.

    Args:
        connection: to read by.
        restore_hint: what to say of backups when the file itself is damaged.
    """
    for check in CHECKS:
        try:
            yield from check(connection)
        except sqlite3.DatabaseError as error:
            # A damaged page may turn up anywhere; one line about it is enough.
            yield _damaged(str(error), restore_hint)
            return


def _integrity(connection: sqlite3.Connection) -> Iterator[Finding]:
    said = [row[0] for row in connection.execute(f"PRAGMA integrity_check({_MOST})")]
    if said != ["ok"]:
        raise sqlite3.DatabaseError("; ".join(str(line).strip() for line in said[:3]))
    yield from ()


def _damaged(reason: str, restore_hint: str) -> Finding:
    message = _("The database is damaged: %(reason)s") % {"reason": reason}
    hint = _("Copy the folder before anything else, and do not go on working in it.")
    return Finding("database-damaged", "archive.sqlite", message, f"{hint} {restore_hint}".strip())


def _references(connection: sqlite3.Connection) -> Iterator[Finding]:
    for table, row_id, target, _number in connection.execute("PRAGMA foreign_key_check").fetchmany(_MOST):
        message = _("Row %(id)s of %(table)s points to a row of %(target)s that is not there.")
        yield Finding(
            "reference",
            f"{table} {row_id}",
            message % {"id": row_id, "table": table, "target": target},
            _("Another program wrote to the database. An earlier backup may hold the row."),
        )


def _texts(connection: sqlite3.Connection) -> Iterator[Finding]:
    for (article_id,) in connection.execute(
        """
        SELECT article.id FROM article LEFT JOIN article_text
            ON article_text.id = article.text_id AND article_text.article_id = article.id
        WHERE article_text.id IS NULL"""
    ):
        yield Finding(
            "no-text",
            f"article {article_id}",
            _("Article %(id)d has no text, or that of another article.") % {"id": article_id},
            _("Its original still holds the text; an earlier backup may hold the row."),
        )
    for text_id, article_id, digest, body in connection.execute(
        "SELECT id, article_id, body_hash, body FROM article_text"
    ):
        if body_hash(body) != digest:
            yield Finding(
                "text-changed",
                f"article_text {text_id}",
                _("A text of article %(id)d is not the one that its hash names: it was changed from outside.")
                % {"id": article_id},
                _("Compare it with the original, or with a backup. Places marked in it may be off."),
            )


def _anchors(connection: sqlite3.Connection) -> Iterator[Finding]:
    rows = connection.execute(
        """
        SELECT passage.id, passage.article_id, passage.start, passage."end", passage.quote, article_text.body
        FROM passage JOIN article_text ON article_text.article_id = passage.article_id
            AND article_text.body_hash = passage.body_hash
        WHERE passage.state <> 'detached' ORDER BY passage.id"""
    )
    for passage_id, article_id, start, end, quote, body in rows:
        if body[start:end] != quote:
            yield Finding(
                "anchor",
                f"passage {passage_id}",
                _("A place marked in article %(id)d does not hold the words that it should.") % {"id": article_id},
                _("Its tags and notes are still there. Mark the place again."),
            )
    for passage_id, article_id in connection.execute(
        """
        SELECT id, article_id FROM passage WHERE state <> 'detached' AND NOT EXISTS (
            SELECT 1 FROM article_text
            WHERE article_text.article_id = passage.article_id AND article_text.body_hash = passage.body_hash)"""
    ):
        yield Finding(
            "anchor",
            f"passage {passage_id}",
            _("A place marked in article %(id)d belongs to a text that is not in the archive.") % {"id": article_id},
            _("Its tags and notes are still there. Mark the place again."),
        )
    for mention_id, article_id in connection.execute(
        """
        SELECT mention.id, mention.article_id FROM mention JOIN passage ON passage.id = mention.passage_id
        WHERE passage.article_id <> mention.article_id"""
    ):
        yield Finding(
            "mention",
            f"mention {mention_id}",
            _("A tag of article %(id)d stands at a place in another article.") % {"id": article_id},
            _("Remove the tag and set it again."),
        )


def _circles(connection: sqlite3.Connection) -> Iterator[Finding]:
    for record, parent in _TREES.items():
        rows = connection.execute(
            f"""
            WITH RECURSIVE up (start, id) AS (
                SELECT id, {parent} FROM {record} WHERE {parent} IS NOT NULL
                UNION SELECT up.start, row.{parent} FROM up JOIN {record} AS row ON row.id = up.id
                WHERE row.{parent} IS NOT NULL)
            SELECT start FROM up WHERE start = id ORDER BY start"""
        ).fetchall()
        for (row_id,) in rows:
            yield Finding(
                "circle",
                f"{record} {row_id}",
                _("%(record)s %(id)d lies inside itself by %(column)s.")
                % {"record": record, "id": row_id, "column": parent},
                _("Take one of them out again: curator names ARCHIVE split, or move the collection."),
            )


def _uids(connection: sqlite3.Connection) -> Iterator[Finding]:
    tables = " UNION ALL ".join(f"SELECT uid, '{record} ' || id AS row FROM \"{record}\"" for record in journal.RECORDS)
    for uid, rows in connection.execute(
        f"SELECT uid, group_concat(row, ', ') FROM ({tables}) GROUP BY uid HAVING count(*) > 1"
    ):
        yield Finding(
            "uid",
            rows,
            _("Two records have the same identity %(uid)s.") % {"uid": uid},
            _("Another program copied a row. Merging this archive with another would mix them up."),
        )


def _history(connection: sqlite3.Connection) -> Iterator[Finding]:
    for (revision_id,) in connection.execute(
        """
        SELECT id FROM revision WHERE NOT json_valid(label)
        UNION SELECT revision_id FROM change WHERE before IS NOT NULL AND NOT json_valid(before)"""
    ):
        yield Finding(
            "history",
            f"revision {revision_id}",
            _("What act %(id)d did can no longer be read.") % {"id": revision_id},
            _("It cannot be undone. The articles themselves are not touched by this."),
        )
    if erasure.is_begun(connection):
        yield Finding(
            "erasure",
            "archive",
            _("Something was erased for good, and traces of it are still in the folder."),
            _("Close all other programs that use the archive, then open it once more."),
        )


def _name_keys(connection: sqlite3.Connection) -> Iterator[Finding]:
    for record, row_id, _key in wrong_keys(connection):
        yield Finding(
            "name-key",
            f"{record} {row_id}",
            _("The key by which %(record)s %(id)d is found does not fit its name.") % {"record": record, "id": row_id},
            _("It may not be found in every spelling. curator check ARCHIVE --repair makes the key anew."),
            derived=True,
        )


def wrong_keys(connection: sqlite3.Connection) -> Iterator[tuple[str, int, str]]:
    """Yield (table, id, right key) of names that stand under a wrong key."""
    for record, column in _FOLDED.items():
        for row_id, name, folded in connection.execute(f'SELECT id, "{column}", folded FROM "{record}"').fetchall():
            key = name_key(name)
            if key != folded:
                yield record, row_id, key


def repair_keys(transaction: Transaction) -> int:
    """Put all names under their right keys, and return how many were not."""
    wrong = list(wrong_keys(transaction.connection))
    for record, row_id, key in wrong:
        transaction.update(record, row_id, {"folded": key})
    return len(wrong)


CHECKS: tuple[Callable[[sqlite3.Connection], Iterator[Finding]], ...] = (
    _integrity,
    _references,
    _texts,
    _anchors,
    _circles,
    _uids,
    _history,
    _name_keys,
)
