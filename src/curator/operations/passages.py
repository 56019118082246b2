"""Tags on a passage of a text instead of the whole article."""

from __future__ import annotations

from collections.abc import Sequence

from curator.archive import articles, authorities, passages
from curator.errors import CuratorError
from curator.i18n import N_, _
from curator.model.authority import AuthorityKind
from curator.model.passage import Passage
from curator.model.revision import Changes, Label
from curator.operations.authorities import known_as, one_line, record_of
from curator.operations.context import Context


def tag_passage(
    context: Context, article_id: int, start: int, end: int, kind: AuthorityKind, name: str
) -> tuple[int, Changes]:
    """Tag a passage of the text in use with the record known by a name; a record is made where there is none.

    Args:
        start, end: code points of the text, end excluded.

    Returns:
        the id of the passage, and what was touched.

    Raises:
        CuratorError: when there is no such article, the text has no words there, or several records have the name.
    """
    connection = context.archive.read()
    articles.get(connection, article_id)
    name = one_line(name)
    record = known_as(connection, name, kind)
    label = Label(N_("Tag a passage of an article with %(name)s"), {"name": record.preferred_name if record else name})
    with context.archive.transaction(label) as transaction:
        passage_id = passages.add(transaction, article_id, start, end)
        authority_id = record.id if record else authorities.add(transaction, kind, name)
        passages.tag(transaction, article_id, passage_id, authority_id)
    return passage_id, transaction.changes


def tag_places(
    context: Context, article_id: int, places: Sequence[tuple[int, int]], kind: AuthorityKind, name: str
) -> Changes:
    """Tag several passages of the text in use, as `tag_passage` tags one; those that have the tag keep it.

    Args:
        places: start and end of each, in code points, end excluded; at least one.

    Raises:
        CuratorError: as `tag_passage` does.
    """
    connection = context.archive.read()
    articles.get(connection, article_id)
    name = one_line(name)
    record = known_as(connection, name, kind)
    label = Label(
        N_("Tag a passage of an article with %(name)s"),
        {"name": record.preferred_name if record else name, "n": len(places)},
        N_("Tag %(n)d passages of an article with %(name)s"),
    )
    with context.archive.transaction(label) as transaction:
        authority_id = record.id if record else authorities.add(transaction, kind, name)
        for start, end in places:
            passages.tag(transaction, article_id, passages.add(transaction, article_id, start, end), authority_id)
    return transaction.changes


def untag_passage(context: Context, article_id: int, start: int, end: int, kind: AuthorityKind, name: str) -> Changes:
    """Take a tag off a passage; a passage that nothing else hangs on goes with it.

    Raises:
        CuratorError: when there is no such article, passage, record or tag.
    """
    connection = context.archive.read()
    articles.get(connection, article_id)
    record = record_of(connection, one_line(name), kind)
    passage_id = passages.at(connection, article_id, start, end)
    label = Label(N_("Remove %(name)s from a passage of an article"), {"name": record.preferred_name})
    with context.archive.transaction(label) as transaction:
        if passage_id is None or not passages.untag(transaction, passage_id, record.id):
            raise CuratorError(
                _("From %(start)d to %(end)d, article %(id)d has no tag “%(name)s”.")
                % {"start": start, "end": end, "id": article_id, "name": record.preferred_name},
                _("Its passages: curator text ARCHIVE %(id)d --passages") % {"id": article_id},
            )
    return transaction.changes


def confirm(context: Context, passage_ids: Sequence[int]) -> Changes:
    """Say that passages which moved stand where they belong; such as are anchored or lost are left as they are.

    Raises:
        CuratorError: when there is no such passage.
    """
    label = Label(N_("Confirm a passage"), {"n": len(passage_ids)}, N_("Confirm %(n)d passages"))
    with context.archive.transaction(label) as transaction:
        for passage_id in passage_ids:
            passages.confirm(transaction, passage_id)
    return transaction.changes


def remove(context: Context, passage_ids: Sequence[int]) -> Changes:
    """Remove passages with their tags; notes on them stay as notes on the article, statements and figures as they are.

    Raises:
        CuratorError: when there is no such passage.
    """
    label = Label(N_("Remove a passage"), {"n": len(passage_ids)}, N_("Remove %(n)d passages"))
    with context.archive.transaction(label) as transaction:
        for passage_id in passage_ids:
            passages.remove(transaction, passages.standing(transaction.connection, passage_id).id)
    return transaction.changes


def of_article(context: Context, article_id: int) -> list[Passage]:
    """Return the passages of an article in the order of its text, detached ones last.

    Raises:
        CuratorError: when there is no such article.
    """
    connection = context.archive.read()
    articles.get(connection, article_id)
    return passages.of_article(connection, article_id)
