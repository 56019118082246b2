"""Names found in texts, as the queue of suggestions keeps them: derived from the texts, never journalled."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from curator.model.authority import AuthorityKind
from curator.text.name_key import name_key
from curator.text.paragraph_languages import unpacked

# Start and end in code points; None for a name that stands only in the title.
Place = tuple[int | None, int | None]

_SETTLED = "suggestions"
_READ = """
    FROM article JOIN article_text ON article_text.id = article.text_id
    LEFT JOIN suggestion_scan AS scan ON scan.article_id = article.id"""
_IN_ARCHIVE = "article.trashed = 0 AND article.merged_into IS NULL"
_IS_CURRENT = """
    scan.body_hash IS article_text.body_hash AND scan.title IS article.title AND scan.language IS article.language"""
_ANY = "article_id IN (SELECT value FROM json_each(?))"


class TextToRead(NamedTuple):
    """An article as names are looked for in it.

    Args:
        languages: of the text (BCP 47); empty where they are not known.
    """

    article_id: int
    body_hash: str
    title: str | None
    language: str | None
    body: str
    languages: frozenset[str]


class NameInArticle(NamedTuple):
    """A name with its places in one article.

    Args:
        authority_id: the record; None for a name that is not on record.
        name: the name on record that was found, or the fullest form in the text.
        folded: its key.
    """

    article_id: int
    kind: AuthorityKind
    authority_id: int | None
    name: str
    folded: str
    places: tuple[Place, ...]
    score: int
    why: str


class NameGroup(NamedTuple):
    """What the queue has of one name: in how many articles and places it is open, its best score."""

    kind: AuthorityKind
    authority_id: int | None
    folded: str
    articles: int
    places: int
    score: int


def waiting(connection: sqlite3.Connection) -> list[int]:
    """Return the ids of the articles whose names are to be looked for, the newest first."""
    rows = connection.execute(
        f"""
        SELECT article.id {_READ} WHERE {_IN_ARCHIVE} AND (NOT ({_IS_CURRENT}) OR scan.stale)
        ORDER BY article.id DESC"""
    )
    return [row[0] for row in rows]


def texts(connection: sqlite3.Connection, article_ids: Sequence[int]) -> Iterator[TextToRead]:
    """Yield what names are looked for in, by id; articles that are gone are passed over."""
    rows = connection.execute(
        f"""
        SELECT article.id, article_text.body_hash, article.title, article.language, body, article_text.languages {_READ}
        WHERE article.id IN (SELECT value FROM json_each(?)) ORDER BY article.id""",
        (json.dumps(list(article_ids)),),
    )
    for article_id, body_hash, title, language, body, packed in rows:
        languages = (frozenset(unpacked(packed)) | {language or ""}) - {""}
        yield TextToRead(article_id, body_hash, title, language, body, frozenset(languages))


def put(connection: sqlite3.Connection, read: Sequence[TextToRead], found: Iterable[tuple[NameInArticle, int]]) -> None:
    """Keep what was found in articles, in the place of what was found before; on the writer, in a transaction.

    Args:
        found: names, and how many of their places are open.
    """
    connection.execute(f"DELETE FROM suggestion WHERE {_ANY}", (json.dumps([text.article_id for text in read]),))
    connection.executemany(
        """
        INSERT INTO suggestion_scan (article_id, body_hash, title, language) VALUES (?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET body_hash = excluded.body_hash, title = excluded.title, language = excluded.language,
            stale = 0""",
        [text[:4] for text in read],
    )
    connection.executemany(
        """
        INSERT INTO suggestion (article_id, kind, authority_id, name, folded, places, score, why, open)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        [(*each._replace(places=json.dumps(each.places, separators=(",", ":"))), count) for each, count in found],  # type: ignore[arg-type]
    )


def of_articles(connection: sqlite3.Connection, article_ids: Collection[int]) -> list[tuple[int, NameInArticle]]:
    """Return (row, name) of articles whose text, title and language are those that were read; trashed ones left out."""
    rows = connection.execute(
        f"""
        SELECT suggestion.id, suggestion.article_id, kind, authority_id, name, folded, places, score, why
        {_READ} JOIN suggestion ON suggestion.article_id = article.id
        WHERE {_IN_ARCHIVE} AND {_IS_CURRENT} AND article.id IN (SELECT value FROM json_each(?))
        ORDER BY article.id, suggestion.id""",
        (json.dumps(list(article_ids)),),
    )
    return [(row[0], _name(row)) for row in rows]


def of_name(
    connection: sqlite3.Connection, authority_ids: Collection[int], folded: Collection[str], kind: str
) -> list[NameInArticle]:
    """Return the places of records, or of names that are not on record, in all articles, the newest first.

    Only such as were open, in articles whose text, title and language are those that were read.

    Args:
        authority_ids: records, those merged into them among them.
        folded: keys of names of this kind that are not on record.
    """
    rows = connection.execute(
        f"""
        SELECT suggestion.id, suggestion.article_id, kind, authority_id, name, folded, places, score, why
        FROM suggestion JOIN article ON article.id = suggestion.article_id
            JOIN article_text ON article_text.id = article.text_id
            JOIN suggestion_scan AS scan ON scan.article_id = article.id
        WHERE {_IN_ARCHIVE} AND {_IS_CURRENT} AND suggestion.id IN (
            SELECT id FROM suggestion WHERE authority_id IN (SELECT value FROM json_each(?1))
            UNION ALL SELECT id FROM suggestion WHERE authority_id IS NULL AND kind = ?2
                AND folded IN (SELECT value FROM json_each(?3)))
        ORDER BY article.published_earliest DESC, article.id DESC""",
        (json.dumps(list(authority_ids)), kind, json.dumps(list(folded))),
    )
    return [_name(row) for row in rows]


def groups(
    connection: sqlite3.Connection, without: Collection[int], is_new: bool, limit: int, kind: str | None = None
) -> list[NameGroup]:
    """Return the open names with their numbers, those in most articles first.

    Args:
        without: articles that are not counted.
        is_new: names that are not on record; else records, as they were found (merges not resolved).
        limit: how many at most; -1 for all.
        kind: only names of this kind.
    """
    parts = ("IS NULL", "folded", "count(*)") if is_new else ("IS NOT NULL", "''", "count(DISTINCT article_id)")
    condition, folded, articles = parts
    left_out = "AND article_id NOT IN (SELECT value FROM json_each(:without))" if without else ""
    of_kind = "AND kind = :kind" if kind else ""
    by = "folded, kind" if is_new else "authority_id"
    rows = connection.execute(
        f"""
        SELECT kind, authority_id, {folded}, {articles} AS articles, sum(open), max(score) FROM suggestion
        WHERE authority_id {condition} AND open > 0 {left_out} {of_kind}
        GROUP BY {by} ORDER BY articles DESC LIMIT :limit""",
        {"without": json.dumps(list(without)), "kind": kind, "limit": limit},
    )
    return [NameGroup(*row) for row in rows]


def wording(connection: sqlite3.Connection, kind: str, folded: str) -> tuple[str, str]:
    """Return how a name that is not on record is mostly written, and the reason given where it was surest."""
    (name,) = connection.execute(
        """
        SELECT name FROM suggestion WHERE authority_id IS NULL AND folded = ? AND kind = ?
        GROUP BY name ORDER BY count(*) DESC, name LIMIT 1""",
        (folded, kind),
    ).fetchone() or (folded,)
    (why,) = connection.execute(
        """
        SELECT why FROM suggestion WHERE authority_id IS NULL AND folded = ? AND kind = ?
        ORDER BY score DESC, id LIMIT 1""",
        (folded, kind),
    ).fetchone() or ("",)
    return name, why


def reason(connection: sqlite3.Connection, authority_ids: Collection[int]) -> str:
    """Return the reason that was given for records where they were surest."""
    row = connection.execute(
        """
        SELECT why FROM suggestion WHERE authority_id IN (SELECT value FROM json_each(?))
        ORDER BY open > 0 DESC, score DESC, id LIMIT 1""",
        (json.dumps(list(authority_ids)),),
    ).fetchone()
    return row[0] if row else ""


def frequency(connection: sqlite3.Connection, kind: str, folded: str) -> int:
    """Return in how many articles a name that is not on record was found."""
    row = connection.execute(
        "SELECT count(*) FROM suggestion WHERE authority_id IS NULL AND folded = ? AND kind = ?", (folded, kind)
    ).fetchone()
    return int(row[0])


def note_open(connection: sqlite3.Connection, article_ids: Collection[int], counts: Iterable[tuple[int, int]]) -> None:
    """Keep how many places are open, of all rows of articles; on the writer, in a transaction.

    Args:
        counts: (number, row); rows that are not named have none.
    """
    connection.execute(f"UPDATE suggestion SET open = 0 WHERE open > 0 AND {_ANY}", (json.dumps(list(article_ids)),))
    connection.executemany("UPDATE suggestion SET open = ? WHERE id = ?", counts)


def mark_stale(connection: sqlite3.Connection, article_ids: Collection[int] | None) -> None:
    """Have names looked for in articles (None: in all) once more; on the writer, in a transaction."""
    if article_ids is None:
        connection.execute("UPDATE suggestion_scan SET stale = 1")
    else:
        connection.execute(f"UPDATE suggestion_scan SET stale = 1 WHERE {_ANY}", (json.dumps(list(article_ids)),))


def articles_with(
    connection: sqlite3.Connection, authority_ids: Collection[int], folded: Collection[str] = ()
) -> set[int]:
    """Return the articles in which records (merges not resolved), or names that are not on record, were found.

    Args:
        folded: the keys of such names.
    """
    rows = connection.execute(
        """
        SELECT article_id FROM suggestion WHERE authority_id IN (SELECT value FROM json_each(?))
        UNION ALL
        SELECT article_id FROM suggestion WHERE authority_id IS NULL AND folded IN (SELECT value FROM json_each(?))""",
        (json.dumps(list(authority_ids)), json.dumps(list(folded))),
    )
    return {row[0] for row in rows}


def all_articles(connection: sqlite3.Connection) -> list[int]:
    """Return the articles in which names were looked for."""
    return [row[0] for row in connection.execute("SELECT article_id FROM suggestion_scan")]


def forget_gone(connection: sqlite3.Connection) -> None:
    """Drop what is kept of articles that are gone; on the writer, in a transaction."""
    for table in ("suggestion", "suggestion_scan"):
        connection.execute(f"DELETE FROM {table} WHERE article_id NOT IN (SELECT id FROM article)")


def erase_names(connection: sqlite3.Connection, names: Iterable[str]) -> None:
    """Drop what is kept of names that are erased for good; on a writer, in a transaction."""
    connection.executemany("DELETE FROM suggestion WHERE folded = ?", [(name_key(name),) for name in names])


def settled(connection: sqlite3.Connection) -> tuple[int, int, int] | None:
    """Return the newest change and tombstone that are reckoned with, and the rules by which names were looked for.

    Returns:
        None when nothing was looked for yet.
    """
    row = connection.execute("SELECT value FROM replica_state WHERE key = ?", (_SETTLED,)).fetchone()
    return tuple(json.loads(row[0])) if row else None


def settle(connection: sqlite3.Connection, newest: tuple[int, int, int]) -> None:
    """Keep what `settled` returns; on the writer, in a transaction."""
    connection.execute(
        "INSERT INTO replica_state VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (_SETTLED, json.dumps(newest)),
    )


def _name(row: sqlite3.Row) -> NameInArticle:
    _id, article_id, kind, authority_id, name, folded, places, score, why = row
    read = tuple((start, end) for start, end in json.loads(places))
    return NameInArticle(article_id, kind, authority_id, name, folded, read, score, why)
