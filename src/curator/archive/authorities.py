"""Authority records and their names. A merge is a pointer: nothing is moved, so it can be taken apart at any time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from curator.archive.transaction import Transaction, Value
from curator.errors import CuratorError
from curator.i18n import _
from curator.model.authority import Authority, AuthorityCount, AuthorityKind, VariantName
from curator.model.dates import UncertainDate
from curator.text.name_key import name_key

_FIELDS = ", ".join(f"authority.{name}" for name in Authority.__slots__)


def add(
    transaction: Transaction,
    kind: AuthorityKind,
    name: str,
    dates: UncertainDate | None = None,
    verbatim: str | None = None,
    uid: str | None = None,
) -> int:
    """Add a record.

    Args:
        verbatim: the words that the dates were given in.
        uid: the one that it has elsewhere already; a new one unless given.

    Returns:
        its id.

    Raises:
        CuratorError: when the name has no letter or digit.
    """
    values: dict[str, Value] = {"kind": kind, "preferred_name": name, "folded": key_of(name)}
    values |= {"uid": uid} if uid else {}
    return transaction.insert("authority", values | date_fields(dates) | {"dates_verbatim": verbatim})


def rename(transaction: Transaction, authority_id: int, name: str) -> None:
    """Give a record another preferred name; the old one stays as a variant.

    Of the variants that read like the new name, those that say in which language or community it is used stay.
    """
    old = get(transaction.connection, authority_id).preferred_name
    if old == name:
        return
    plain = transaction.rows(
        "SELECT id FROM variant_name WHERE authority_id = ? AND name = ? AND language IS NULL AND preferred_in IS NULL",
        (authority_id, name),
    )
    transaction.delete("variant_name", [row["id"] for row in plain])
    transaction.update("authority", authority_id, {"preferred_name": name, "folded": key_of(name)})
    add_variant(transaction, authority_id, old, name_kind="former")


def set_dates(
    transaction: Transaction, authority_id: int, dates: UncertainDate | None, verbatim: str | None = None
) -> None:
    """Set or clear the dates of a life or an event, with the words they were given in."""
    transaction.update("authority", authority_id, date_fields(dates) | {"dates_verbatim": verbatim})


def set_note(transaction: Transaction, authority_id: int, note: str | None) -> None:
    """Set or clear the note on a record."""
    transaction.update("authority", authority_id, {"note": note})


def set_scope_note(transaction: Transaction, authority_id: int, note: str | None) -> None:
    """Set or clear what a name is used for and what not."""
    transaction.update("authority", authority_id, {"scope_note": note})


def add_variant(
    transaction: Transaction,
    authority_id: int,
    name: str,
    language: str | None = None,
    preferred_in: str | None = None,
    name_kind: str = "variant",
) -> None:
    """Add a name that the record is also known by; one that is there already at most learns who prefers it."""
    record = get(transaction.connection, authority_id)
    there = transaction.rows(
        "SELECT id FROM variant_name WHERE authority_id = ? AND name = ? AND ifnull(language, '') = ?",
        (authority_id, name, language or ""),
    )
    if there and preferred_in:
        transaction.update("variant_name", there[0]["id"], {"preferred_in": preferred_in})
    if there or (name == record.preferred_name and not (language or preferred_in)):
        return
    values: dict[str, Value] = {"name": name, "folded": key_of(name), "language": language, "name_kind": name_kind}
    transaction.insert("variant_name", {"authority_id": authority_id, "preferred_in": preferred_in} | values)


def remove_variant(transaction: Transaction, authority_id: int, name: str) -> int:
    """Remove a variant name, in all languages it stands in.

    Returns:
        how many rows went.
    """
    rows = transaction.rows("SELECT id FROM variant_name WHERE authority_id = ? AND name = ?", (authority_id, name))
    transaction.delete("variant_name", [row["id"] for row in rows])
    return len(rows)


def merge(transaction: Transaction, kept_id: int, other_id: int, reason: str | None = None) -> None:
    """Record that `other_id` is the same as `kept_id`; its mentions stay where they were put.

    Raises:
        CuratorError: when they are one already, or of two kinds.
    """
    kept = root(transaction.connection, kept_id)
    other = root(transaction.connection, other_id)
    if kept.id == other.id:
        raise CuratorError(_("“%(name)s” is one record already.") % {"name": kept.preferred_name})
    if kept.kind != other.kind:
        raise CuratorError(
            _("“%(one)s” and “%(other)s” are of different kinds and cannot be one record.")
            % {"one": kept.preferred_name, "other": other.preferred_name}
        )
    transaction.update("authority", other.id, {"merged_into": kept.id, "merge_reason": reason})


def split(transaction: Transaction, authority_id: int) -> None:
    """Take a record out of the one it was merged into; it gets back everything that was put on it."""
    fields: dict[str, Value] = {"merged_into": None, "merge_reason": None, "merge_choices": None}
    transaction.update("authority", authority_id, fields)


def get(connection: sqlite3.Connection, authority_id: int) -> Authority:
    """Return one record as it stands, merged or not.

    Raises:
        CuratorError: when there is none with this id.
    """
    row = connection.execute(f"SELECT {_FIELDS} FROM authority WHERE id = ?", (authority_id,)).fetchone()
    if row is None:
        raise CuratorError(_("There is no name record %(id)d in this archive.") % {"id": authority_id})
    return Authority(*row)


def with_uid(connection: sqlite3.Connection, uid: str) -> Authority | None:
    """Return the record with a uid as it stands, merged or not; None when there is none."""
    row = connection.execute(f"SELECT {_FIELDS} FROM authority WHERE uid = ?", (uid,)).fetchone()
    return Authority(*row) if row else None


def root(connection: sqlite3.Connection, authority_id: int) -> Authority:
    """Return the record that `authority_id` stands for now: itself, or the last one it was merged into."""
    record = get(connection, authority_id)
    while record.merged_into is not None:
        record = get(connection, record.merged_into)
    return record


def roots(connection: sqlite3.Connection) -> dict[int, int]:
    """Return for each record that was merged the one that it stands for now."""
    merged = dict(connection.execute("SELECT id, merged_into FROM authority WHERE merged_into IS NOT NULL").fetchall())
    found = {}
    for authority_id in merged:
        standing = authority_id
        while standing in merged:
            standing = merged[standing]
        found[authority_id] = standing
    return found


def members(connection: sqlite3.Connection, roots: Iterable[int]) -> list[int]:
    """Return `roots` (ids) with all records merged into them, at any depth."""
    found = list(roots)
    for authority_id in found:
        rows = connection.execute("SELECT id FROM authority WHERE merged_into = ?", (authority_id,))
        found.extend(row[0] for row in rows if row[0] not in found)
    return found


def named(connection: sqlite3.Connection, name: str, kind: AuthorityKind | None = None) -> list[Authority]:
    """Return the records known by `name` in any spelling that folds to the same, merges resolved.

    Args:
        name: a preferred name or a variant.
        kind: only records of this kind; all kinds unless given.
    """
    rows = connection.execute(
        "SELECT DISTINCT authority_id FROM authority_name WHERE folded = ? ORDER BY is_preferred DESC, authority_id",
        (key_of(name),),
    )
    return _roots(connection, [row[0] for row in rows], kind)


def containing(connection: sqlite3.Connection, name: str, kind: AuthorityKind | None = None) -> list[Authority]:
    """Return the records one of whose names has all the words of `name`, merges resolved."""
    words = key_of(name).split()
    condition = " AND ".join("instr(' ' || folded || ' ', ' ' || ? || ' ')" for _word in words)
    rows = connection.execute(
        f"SELECT DISTINCT authority_id FROM authority_name WHERE {condition} ORDER BY authority_id", words
    )
    return _roots(connection, [row[0] for row in rows], kind)


def variants(connection: sqlite3.Connection, authority_id: int) -> list[VariantName]:
    """Return the other names of a record, those of records merged into it among them."""
    ids = members(connection, [authority_id])
    marks = ", ".join("?" * len(ids))
    fields = ", ".join(VariantName.__slots__)
    rows = connection.execute(
        f"SELECT {fields} FROM variant_name WHERE authority_id IN ({marks}) ORDER BY name", ids
    ).fetchall()
    merged = connection.execute(
        f"SELECT 0, id, preferred_name, NULL, NULL, 'merged', NULL FROM authority WHERE id IN ({marks}) AND id <> ?",
        [*ids, authority_id],
    )
    return [VariantName(*row) for row in [*rows, *merged]]


def listed(connection: sqlite3.Connection, kind: AuthorityKind | None = None) -> list[AuthorityCount]:
    """Return all records that stand by themselves, with the number of articles each is in, by kind and name."""
    condition, parameters = ("AND kind = ?", (kind,)) if kind else ("", ())
    rows = connection.execute(
        f"""
        WITH RECURSIVE standing (id, root) AS (
            SELECT id, id FROM authority WHERE merged_into IS NULL
            UNION ALL
            SELECT authority.id, standing.root FROM authority JOIN standing ON authority.merged_into = standing.id
        ), counted (root, articles) AS (
            SELECT standing.root, count(DISTINCT mention.article_id)
            FROM mention JOIN standing ON standing.id = mention.authority_id
                JOIN article ON article.id = mention.article_id
            WHERE mention.status = 'confirmed' AND article.trashed = 0
            GROUP BY standing.root
        )
        SELECT {_FIELDS}, ifnull(counted.articles, 0)
        FROM authority LEFT JOIN counted ON counted.root = authority.id
        WHERE authority.merged_into IS NULL {condition} ORDER BY kind, folded, authority.id""",
        parameters,
    ).fetchall()
    names = _names_by_root(connection)
    return [AuthorityCount(Authority(*row[:-1]), row[-1], tuple(names.get(row["id"], ()))) for row in rows]


def merged(connection: sqlite3.Connection) -> list[Authority]:
    """Return the records that were merged into others, by name."""
    rows = connection.execute(f"SELECT {_FIELDS} FROM authority WHERE merged_into IS NOT NULL ORDER BY folded, id")
    return [Authority(*row) for row in rows]


def merge_reason(connection: sqlite3.Connection, authority_id: int) -> str | None:
    """Return why a record was merged into another, as far as it was said."""
    row = connection.execute("SELECT merge_reason FROM authority WHERE id = ?", (authority_id,)).fetchone()
    return row[0] if row else None


def date_fields(dates: UncertainDate | None, prefix: str = "dates") -> dict[str, Value]:
    """Return the columns that hold an EDTF date and its bounds (Julian days)."""
    if dates is None:
        return {prefix: None, f"{prefix}_earliest": None, f"{prefix}_latest": None}
    return {prefix: dates.edtf, f"{prefix}_earliest": dates.earliest, f"{prefix}_latest": dates.latest}


def key_of(name: str) -> str:
    """Return the key that spellings of `name` share.

    Raises:
        CuratorError: when the name has no letter or digit.
    """
    key = name_key(name)
    if not key:
        raise CuratorError(
            _("“%(name)s” is not a name: it has no letter or digit.") % {"name": name}, _("Give a name.")
        )
    return key


def _roots(connection: sqlite3.Connection, ids: Sequence[int], kind: AuthorityKind | None) -> list[Authority]:
    found = {record.id: record for record in (root(connection, authority_id) for authority_id in ids)}
    return [record for record in found.values() if kind in (None, record.kind)]


def _names_by_root(connection: sqlite3.Connection) -> dict[int, list[str]]:
    names: dict[int, list[str]] = {}
    merged = roots(connection)
    for authority_id, name, is_preferred in connection.execute(
        "SELECT authority_id, name, is_preferred FROM authority_name ORDER BY name"
    ):
        if is_preferred and authority_id not in merged:
            continue
        names.setdefault(merged.get(authority_id, authority_id), []).append(name)
    return names
