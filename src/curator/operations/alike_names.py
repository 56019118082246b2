"""Names on record that look like spellings of one, and those that a person said are different."""

from __future__ import annotations

from curator.archive import decisions, name_rows
from curator.i18n import N_
from curator.model.authority import KINDS, AuthorityKind
from curator.model.revision import Changes, Label
from curator.names.look_alike import AlikePair, look_alike
from curator.operations.authorities import one_line, record_of
from curator.operations.context import Context


def alike(context: Context, kind: AuthorityKind | None = None) -> list[AlikePair]:
    """Return pairs of records of one kind that may be the same, the surest first.

    Pairs that a person said are different are left out, as are records that were merged already. Nothing is merged.

    Args:
        kind: only records of this kind; of all kinds unless given.
    """
    connection = context.archive.read()
    rows = list(name_rows.rows(connection))
    apart = decisions.kept_apart(connection)
    pairs = [
        pair
        for each in ([kind] if kind else KINDS)
        for pair in look_alike((row[0], row[2]) for row in rows if row[1] == each)
        if (pair.one, pair.other) not in apart
    ]
    return sorted(pairs, key=lambda pair: -pair.score)


def keep_apart(context: Context, name: str, other: str, kind: AuthorityKind | None = None, reason: str = "") -> Changes:
    """Remember for good that two records are different: they are no longer listed as alike.

    Args:
        name: any name of a record, or its number with #; `other` likewise.
        kind: of both.

    Raises:
        CuratorError: when there is no such record, or both are one.
    """
    connection = context.archive.read()
    record, second = record_of(connection, name, kind), record_of(connection, other, kind)
    label = Label(
        N_("Note that “%(one)s” and “%(other)s” are not the same"),
        {"one": record.preferred_name, "other": second.preferred_name},
    )
    with context.archive.transaction(label) as transaction:
        decisions.keep_apart(transaction, record.id, second.id, one_line(reason) if reason.strip() else None)
    return transaction.changes
