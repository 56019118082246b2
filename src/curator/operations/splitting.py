"""Splitting a name: mentions that are somebody else's move to a record of their own; and where a name is mentioned."""

from __future__ import annotations

from collections.abc import Sequence

from curator.archive import Connection, Transaction, authorities, decisions, mention_contexts, mentions
from curator.errors import CuratorError
from curator.i18n import N_, _
from curator.model.authority import Authority, AuthorityKind
from curator.model.merging import MentionContext
from curator.model.revision import Changes, Label
from curator.operations.authorities import one_line, refuse_if_taken
from curator.operations.context import Context


def split_off(
    context: Context,
    authority_id: int,
    mention_ids: Sequence[int],
    name: str = "",
    kind: AuthorityKind | None = None,
    to: int | None = None,
) -> tuple[int, Changes]:
    """Move mentions, with their passages, from a record to another one, in one revision.

    Relations, other names, statements and figures stay. That the two are different is kept, so that nothing proposes to
    merge them; when the kinds differ there is no need to.

    Args:
        authority_id: the record; mentions of those merged into it may be moved, too.
        mention_ids: at least one.
        name: of the new record.
        kind: of the new record; that of the old one unless given.
        to: a record that is there already, instead of `name`.

    Returns:
        the id of the record that has them now, and what was touched.

    Raises:
        CuratorError: when the name is taken, `to` is the same record, or a mention is not one of this record.
    """
    connection = context.archive.read()
    source = authorities.root(connection, authority_id)
    target = authorities.root(connection, to) if to is not None else None
    _refuse(connection, source, target, mention_ids)
    name = target.preferred_name if target else one_line(name)
    label = Label(
        N_("Move a mention of %(from)s to %(name)s"),
        {"from": source.preferred_name, "name": name, "n": len(set(mention_ids))},
        N_("Move %(n)d mentions of %(from)s to %(name)s"),
    )
    with context.archive.transaction(label) as transaction:
        target_id = target.id if target else _new(transaction, kind or source.kind, name)
        mentions.move(transaction, mention_ids, target_id)
        if authorities.get(transaction.connection, target_id).kind == source.kind:
            decisions.keep_apart(transaction, source.id, target_id)
    return target_id, transaction.changes


def mentions_of(
    context: Context, authority_id: int, limit: int | None = None, offset: int = 0, newest_first: bool = False
) -> list[MentionContext]:
    """Return where a record, or one merged into it, is mentioned, by date; without the trash.

    Args:
        limit, offset: how many, after how many; all unless given.

    Raises:
        CuratorError: when there is no such record.
    """
    connection = context.archive.read()
    root = authorities.root(connection, authority_id)
    return mention_contexts.of(connection, root.id, limit, offset, newest_first)


def _refuse(connection: Connection, source: Authority, target: Authority | None, mention_ids: Sequence[int]) -> None:
    if target and target.id == source.id:
        raise CuratorError(
            _("“%(name)s” is the record that the mentions are of.") % {"name": source.preferred_name},
            _("Choose another record, or give the name of a new one."),
        )
    foreign = mentions.not_of(connection, mention_ids, source.id)
    if foreign or not mention_ids:
        raise CuratorError(
            _("“%(name)s” has no mention %(ids)s.")
            % {"name": source.preferred_name, "ids": ", ".join(map(str, foreign[:10]))}
            if foreign
            else _("No mention was chosen."),
            _("Nothing was changed. Its mentions: curator names ARCHIVE mentions NAME"),
        )


def _new(transaction: Transaction, kind: AuthorityKind, name: str) -> int:
    refuse_if_taken(transaction.connection, kind, name)
    return authorities.add(transaction, kind, name)
