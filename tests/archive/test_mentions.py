from __future__ import annotations

import pytest

from curator.archive import Archive, authorities, mentions
from curator.model.revision import Changes, Label

from .samples import add_articles


@pytest.fixture
def person(archive: Archive) -> int:
    with archive.transaction(Label("Add")) as transaction:
        return authorities.add(transaction, "person", "Lucia Bandini")


def tag(archive: Archive, ids: list[int], authority_id: int) -> Changes:
    with archive.transaction(Label("Tag")) as transaction:
        mentions.tag(transaction, ids, authority_id)
    return transaction.changes


def untag(archive: Archive, ids: list[int], authority_id: int) -> Changes:
    with archive.transaction(Label("Untag")) as transaction:
        mentions.untag(transaction, ids, authority_id)
    return transaction.changes


def anchor(archive: Archive, article_id: int, authority_id: int) -> None:
    """Mention the record in the first word of the text."""
    with archive.transaction(Label("Anchor")) as transaction:
        passage = transaction.insert(
            "passage",
            {
                "article_id": article_id,
                "start": 0,
                "end": 1,
                "quote": "a",
                "prefix": "",
                "suffix": ".",
                "body_hash": "x",
            },
        )
        values = {"article_id": article_id, "authority_id": authority_id, "passage_id": passage}
        transaction.insert("mention", values)


def tags(archive: Archive, article_id: int) -> list[tuple[str, bool]]:
    return [
        (mention.authority.preferred_name, mention.passage is not None)
        for mention in mentions.of_article(archive.read(), article_id)
    ]


def test_a_tag_is_put_on_once(archive: Archive, person: int) -> None:
    ids = add_articles(archive, "a", "b")
    assert len(tag(archive, [*ids, ids[0]], person).ids("mention")) == 2
    assert not tag(archive, ids, person)
    assert tags(archive, ids[0]) == [("Lucia Bandini", False)]
    assert mentions.articles_with(archive.read(), [person]) == ids


def test_a_tag_that_a_merged_record_gave_is_not_put_on_again(archive: Archive, person: int) -> None:
    ids = add_articles(archive, "a")
    with archive.transaction(Label("Add")) as transaction:
        other = authorities.add(transaction, "person", "L. Bandini")
    tag(archive, ids, other)
    with archive.transaction(Label("Merge")) as transaction:
        authorities.merge(transaction, person, other)
    assert not tag(archive, ids, person)
    assert not tag(archive, ids, other)
    assert tags(archive, ids[0]) == [("Lucia Bandini", False)]
    assert len(untag(archive, ids, person).ids("mention")) == 1
    assert tags(archive, ids[0]) == []


def test_tagging_confirms_what_was_rejected(archive: Archive, person: int) -> None:
    ids = add_articles(archive, "a")
    (mention_id,) = tag(archive, ids, person).ids("mention")
    with archive.transaction(Label("Reject")) as transaction:
        transaction.update("mention", mention_id, {"status": "rejected", "origin": "matcher"})
    assert tags(archive, ids[0]) == []
    assert mentions.articles_with(archive.read(), [person]) == []
    assert not untag(archive, ids, person)
    assert tag(archive, ids, person).ids("mention") == {mention_id}
    (mention,) = mentions.of_article(archive.read(), ids[0])
    assert (mention.id, mention.origin) == (mention_id, "person")


def test_untagging_leaves_passages(archive: Archive, person: int) -> None:
    ids = add_articles(archive, "a")
    anchor(archive, ids[0], person)
    tag(archive, ids, person)
    assert tags(archive, ids[0]) == [("Lucia Bandini", False), ("Lucia Bandini", True)]
    untag(archive, ids, person)
    assert tags(archive, ids[0]) == [("Lucia Bandini", True)]
    (mention,) = mentions.of_article(archive.read(), ids[0])
    assert mention.passage is not None
    assert (mention.passage.start, mention.passage.end, mention.passage.quote) == (0, 1, "a")
    assert mentions.articles_with(archive.read(), [person]) == ids


def test_mentions_come_by_kind_and_name(archive: Archive, person: int) -> None:
    ids = add_articles(archive, "a")
    with archive.transaction(Label("Tag")) as transaction:
        for kind, name in (("place", "Maraza"), ("event", "The fair"), ("person", "Anna Ter")):
            mentions.tag(transaction, ids, authorities.add(transaction, kind, name))  # type: ignore[arg-type]
        mentions.tag(transaction, ids, person)
    assert [name for name, _anchored in tags(archive, ids[0])] == ["The fair", "Anna Ter", "Lucia Bandini", "Maraza"]


def test_articles_without_the_tag_are_passed_over(archive: Archive, person: int) -> None:
    one, other = add_articles(archive, "a", "b")
    tag(archive, [one], person)
    assert len(untag(archive, [one, other, 99], person).ids("mention")) == 1
