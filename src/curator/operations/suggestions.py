"""Deciding about suggestions: a person accepts or rejects them. Each is one act, taken back by one undo."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from curator.archive import Transaction, articles, authorities, mentions, passages, rejections
from curator.archive.suggestion_rows import Place
from curator.i18n import N_
from curator.model.authority import AuthorityKind
from curator.model.revision import Changes, Label
from curator.operations import suggesting
from curator.operations.abbreviations import add_abbreviations
from curator.operations.authorities import known_as, one_line
from curator.operations.context import Context
from curator.operations.suggesting import Suggestion
from curator.text.name_key import name_key


def accept(context: Context, suggestions: Sequence[Suggestion]) -> Changes:
    """Tag the places with the names; a record is made for a name that is not on record.

    A name that was put on record since is that record. A short form of a name is tagged with the record of the whole
    name; only an abbreviation becomes a variant of a new record. A suggestion without a place tags the article as a
    whole. To accept a name as another kind, or under another name, hand in the suggestion with that
    (`dataclasses.replace`).

    Raises:
        CuratorError: when an article or record is gone, a text has no words there, or several records of the kind
            have the name.
    """
    label = Label(
        N_("Accept %(names)s"),
        _values(suggestions),
        N_("Accept %(names)s %(n)d times"),
    )
    with context.archive.transaction(label) as transaction:
        made: dict[tuple[str, str], int] = {}
        for each in suggestions:
            authority_id = _record(transaction, each, suggestions, made)
            if each.start is None or each.end is None:
                articles.get(transaction.connection, each.article_id)
                mentions.tag(transaction, [each.article_id], authority_id)
            else:
                passage_id = passages.add(transaction, each.article_id, each.start, each.end)
                passages.tag(transaction, each.article_id, passage_id, authority_id)
    return transaction.changes


def reject(context: Context, suggestions: Sequence[Suggestion]) -> Changes:
    """Remember that names are not meant: one on record is rejected at its place, or for the article where it has none.

    A name that is not on record is rejected for the article. Neither is suggested there again.

    Raises:
        CuratorError: when an article or record is gone, or a text has no words there.
    """
    label = Label(
        N_("Reject %(names)s"),
        _values(suggestions),
        N_("Reject %(names)s %(n)d times"),
    )
    with context.archive.transaction(label) as transaction:
        for each in suggestions:
            if each.authority_id is not None:
                _reject_record(transaction, each, each.authority_id)
            else:
                articles.get(transaction.connection, each.article_id)
                rejections.reject_name(transaction, each.kind, one_line(each.name), each.article_id)
    return transaction.changes


def accept_all_in_article(context: Context, suggestion: Suggestion) -> Changes:
    """Accept a name at all places of the article where it is suggested."""
    return accept(context, all_in_article(context, suggestion))


def all_in_article(context: Context, suggestion: Suggestion) -> list[Suggestion]:
    """Return the suggestions of the same name in the same article, that one first where it still stands."""
    wanted = _key(suggestion)
    found = [each for each in suggesting.of_article(context, suggestion.article_id) if _key(each) == wanted]
    return sorted(found, key=lambda each: (each.start, each.end) != (suggestion.start, suggestion.end))


def _key(each: Suggestion) -> tuple[str, int | str]:
    return each.kind, each.authority_id if each.authority_id is not None else name_key(each.name)


def _values(suggestions: Sequence[Suggestion]) -> dict[str, str | int]:
    names = ", ".join(dict.fromkeys(one_line(each.name) for each in suggestions))
    return {"names": names, "n": len(suggestions)}


def _record(
    transaction: Transaction, each: Suggestion, all_of_them: Sequence[Suggestion], made: dict[tuple[str, str], int]
) -> int:
    """Return the id of the record that a suggestion stands for, making it when there is none."""
    if each.authority_id is not None:
        return authorities.root(transaction.connection, each.authority_id).id
    name = one_line(each.name)
    key = (each.kind, name)
    if key not in made:
        places: dict[int, list[Place]] = {}
        for other in all_of_them:
            if _key(other) == _key(each):
                places.setdefault(other.article_id, []).append((other.start, other.end))
        made[key] = record_named(transaction, each.kind, name, places)
    return made[key]


def record_named(
    transaction: Transaction, kind: AuthorityKind, name: str, places: Mapping[int, Sequence[Place]]
) -> int:
    """Return the id of the record known by a name, making it when there is none.

    Args:
        places: article -> places of the name; abbreviations there become variants of a record that is made.

    Raises:
        CuratorError: when several records of the kind have the name.
    """
    record = known_as(transaction.connection, name, kind)
    if record:
        return record.id
    authority_id = authorities.add(transaction, kind, one_line(name))
    if kind != "person":
        add_abbreviations(transaction, authority_id, name, places)
    return authority_id


def _reject_record(transaction: Transaction, each: Suggestion, authority_id: int) -> None:
    passage_id = None
    if each.start is not None and each.end is not None:
        passage_id = passages.add(transaction, each.article_id, each.start, each.end)
    else:
        articles.get(transaction.connection, each.article_id)
    rejections.reject_record(transaction, each.article_id, authority_id, passage_id)
