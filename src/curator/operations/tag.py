"""Tagging: people, organisations, events, places and themes on one or many articles."""

from __future__ import annotations

from collections.abc import Sequence

from curator.archive import Transaction, articles, authorities, mentions
from curator.errors import CuratorError
from curator.i18n import N_, _
from curator.model.authority import AuthorityKind
from curator.model.revision import Changes, Label
from curator.operations.authorities import known_as, one_line, record_of
from curator.operations.context import Context


def add(context: Context, article_ids: Sequence[int], tags: Sequence[tuple[AuthorityKind, str]]) -> Changes:
    """Tag articles with the records known by the given names; a record is made where there is none.

    Args:
        article_ids: the articles.
        tags: kind and name of each tag.

    Raises:
        CuratorError: when an article does not exist, or several records of a kind are known by the name.
    """
    require(context, article_ids)
    connection = context.archive.read()
    found = [(kind, one_line(name), known_as(connection, name, kind)) for kind, name in tags]
    label = Label(
        N_("Tag an article with %(names)s"),
        _values(article_ids, [record.preferred_name if record else name for _kind, name, record in found]),
        N_("Tag %(n)d articles with %(names)s"),
    )
    with context.archive.transaction(label) as transaction:
        for kind, name, record in found:
            mentions.tag(transaction, article_ids, record.id if record else _new_record(transaction, kind, name))
    return transaction.changes


def remove(context: Context, article_ids: Sequence[int], tags: Sequence[tuple[AuthorityKind, str]]) -> Changes:
    """Take tags off articles; the records stay.

    Raises:
        CuratorError: when there is no such record or article.
    """
    require(context, article_ids)
    records = [record_of(context.archive.read(), name, kind) for kind, name in tags]
    label = Label(
        N_("Remove %(names)s from an article"),
        _values(article_ids, [record.preferred_name for record in records]),
        N_("Remove %(names)s from %(n)d articles"),
    )
    with context.archive.transaction(label) as transaction:
        for record in records:
            mentions.untag(transaction, article_ids, record.id)
    return transaction.changes


def require(context: Context, article_ids: Sequence[int]) -> None:
    """Raise CuratorError unless all articles exist."""
    missing = articles.missing(context.archive.read(), article_ids)
    if missing:
        raise CuratorError(
            _("There is no article %(ids)s in this archive.") % {"ids": ", ".join(map(str, missing[:10]))},
            _("Nothing was changed. The list shows the numbers: curator list ARCHIVE"),
        )


def _new_record(transaction: Transaction, kind: AuthorityKind, name: str) -> int:
    """Return a new record's id, or that of one made since: for the same name given twice, or by another process."""
    record = known_as(transaction.connection, name, kind)
    return record.id if record else authorities.add(transaction, kind, name)


def _values(article_ids: Sequence[int], names: Sequence[str]) -> dict[str, str | int]:
    return {"n": len(article_ids), "names": ", ".join(names)}
