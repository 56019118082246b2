"""An act taken back out of turn, with later work standing beside it."""

from __future__ import annotations

import pytest

from curator.archive import Archive, articles, history
from curator.errors import CuratorError
from curator.model.revision import Label
from curator.operations import authorities, authority_links, passages, text_versions
from curator.operations.context import Context

OLD = "The library dried its books. Lucia Bandini looked after the periodicals."
NEW = "In the spring the library dried its books. Miss Lucia Bandini looked after the periodicals."


def newest(context: Context) -> int:
    return history.revisions(context.archive.read(), 1)[0].id


def test_a_passage_made_since_follows_the_older_text(archive: Archive) -> None:
    context = Context(archive)
    with archive.transaction(Label("Add")) as transaction:
        articles.add(transaction, {"title": "Cellar"}, OLD, "test")
    text_versions.edit(context, 1, NEW)
    edit = newest(context)
    start = NEW.index("Lucia")
    passages.tag_passage(context, 1, start, start + 13, "person", "Lucia Bandini")
    archive.revert(edit)
    (passage,) = passages.of_article(context, 1)
    assert text_versions.in_use(context, 1) == OLD
    assert OLD[passage.start : passage.end] == passage.quote == "Lucia Bandini"
    archive.undo()
    (passage,) = passages.of_article(context, 1)
    assert NEW[passage.start : passage.end] == "Lucia Bandini"


def test_broader_terms_are_never_led_into_a_circle(archive: Archive) -> None:
    context = Context(archive)
    for name in ("Newspapers", "Press"):
        authorities.add(context, "theme", name)
    authority_links.add_broader(context, "Newspapers", "Press")
    authority_links.remove_broader(context, "Newspapers", "Press")
    removal = newest(context)
    authority_links.add_broader(context, "Press", "Newspapers")
    with pytest.raises(CuratorError, match="broader than itself"):
        archive.revert(removal)
