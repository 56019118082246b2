"""The tags of many articles at once: which they share, and putting some on and taking others off as one act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from curator.archive import authorities, mentions, passages
from curator.i18n import N_
from curator.model.authority import Authority, AuthorityKind
from curator.model.passage import Mention
from curator.model.revision import Changes, Label
from curator.operations.authorities import known_as, one_line
from curator.operations.context import Context
from curator.operations.tag import require


@dataclass(frozen=True, slots=True)
class Shared:
    """A tag of some of the articles; `articles` says of how many, passages left out."""

    authority: Authority
    articles: int


def shared(context: Context, article_ids: Sequence[int]) -> list[Shared]:
    """Return the tags on articles as a whole, those of most articles first."""
    counted = mentions.count_tags(context.archive.read(), article_ids)
    found = [Shared(authorities.get(context.archive.read(), root), count) for root, count in counted.items()]
    return sorted(found, key=lambda each: (-each.articles, each.authority.preferred_name))


def change(
    context: Context,
    article_ids: Sequence[int],
    on: Sequence[tuple[AuthorityKind, str]],
    off: Sequence[int] = (),
) -> Changes:
    """Put tags on articles and take others off them, as one act.

    Args:
        on: kind and name of each tag to put on; "#12" names a record by its number.
        off: ids of the records to take off; passages keep theirs.

    Raises:
        CuratorError: when an article does not exist, or several records of a kind are known by a name.
    """
    require(context, article_ids)
    label = Label(N_("Change the tags of an article"), {"n": len(article_ids)}, N_("Change the tags of %(n)d articles"))
    with context.archive.transaction(label) as transaction:
        for kind, name in on:
            record = known_as(transaction.connection, name, kind)
            known = record.id if record else authorities.add(transaction, kind, one_line(name))
            mentions.tag(transaction, article_ids, known)
        for authority_id in off:
            mentions.untag(transaction, article_ids, authority_id)
    return transaction.changes


def take_off(context: Context, found: Sequence[Mention]) -> Changes:
    """Take tags off an article or off passages of it, as one act; a passage that nothing else hangs on goes with it.

    Args:
        found: mentions as they were read; those that are gone meanwhile are passed over.
    """
    names = list(dict.fromkeys(mention.authority.preferred_name for mention in found))
    label = Label(N_("Remove %(names)s from an article"), {"n": 1, "names": ", ".join(names)})
    with context.archive.transaction(label) as transaction:
        for mention in found:
            if mention.passage:
                passages.untag(transaction, mention.passage.id, mention.authority.id)
            else:
                mentions.untag(transaction, [mention.article_id], mention.authority.id)
    return transaction.changes
