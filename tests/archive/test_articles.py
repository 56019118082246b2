from __future__ import annotations

import hashlib

import pytest

from curator.archive import Archive, articles
from curator.archive.authorities import date_fields
from curator.errors import CuratorError
from curator.model.dates import parse_edtf
from curator.model.julian import julian_day_of
from curator.model.revision import Label

from .samples import add_articles, describe


def dated(archive: Archive, *dates: str | None) -> list[int]:
    ids = add_articles(archive, *(date or "undated" for date in dates))
    for article_id, date in zip(ids, dates, strict=True):
        if date:
            describe(archive, article_id, **date_fields(parse_edtf(date), "published"))
    return ids


def test_an_article_and_its_text_name_each_other(archive: Archive) -> None:
    with archive.transaction(Label("Add")) as transaction:
        article_id = articles.add(transaction, {"title": "Oxu zalı"}, "Açıqdır.\n\nSaat 9.", "plain text 1")
    article, text = articles.get(archive.read(), article_id), articles.text(archive.read(), article_id)
    assert (article.title, article.status, article.trashed, article.level) == ("Oxu zalı", "inbox", 0, "item")
    assert article.text_id == text.id
    assert (text.article_id, text.version, text.made_by) == (article_id, "extracted", "plain text 1")
    assert text.body == "Açıqdır.\n\nSaat 9."
    assert text.body_hash == hashlib.sha256("Açıqdır.\n\nSaat 9.".encode()).hexdigest()
    # Two new rows, written once each.
    kinds = [row[0] for row in archive.read().execute("SELECT kind FROM change WHERE revision_id = 2")]
    assert kinds == ["insert", "insert"]


def test_an_article_that_is_not_there(archive: Archive) -> None:
    for ask in (articles.get, articles.text):
        with pytest.raises(CuratorError, match="There is no article 7"):
            ask(archive.read(), 7)
    assert articles.missing(archive.read(), [*add_articles(archive, "a"), 7]) == [7]


def test_an_article_without_text(archive: Archive) -> None:
    (article_id,) = add_articles(archive, "a")
    describe(archive, article_id, text_id=None)
    with pytest.raises(CuratorError, match=f"Article {article_id} has no text"):
        articles.text(archive.read(), article_id)


def test_many_come_in_the_order_asked_for(archive: Archive) -> None:
    """More than one statement asks for at once."""
    ids = add_articles(archive, *map(str, range(1201)))
    asked = [*reversed(ids), 99_999, ids[0]]
    assert [article.id for article in articles.get_many(archive.read(), asked)] == [*reversed(ids), ids[0]]


def test_the_list_leaves_out_trash_and_merged(archive: Archive) -> None:
    one, trashed, merged = add_articles(archive, "a", "b", "c")
    describe(archive, trashed, trashed=1)
    describe(archive, merged, merged_into=one)
    assert articles.all_ids(archive.read()) == [one]
    assert articles.all_ids(archive.read(), trashed=True) == [trashed]


def test_dates_overlap_where_they_may_be_the_same_day(archive: Archive) -> None:
    day, month, decade, open_end, _undated = dated(archive, "1936-05-07", "1936-06", "193X", "1950/..", None)

    def between(earliest: str | None, latest: str | None) -> set[int]:
        first, last = (julian_day_of(*map(int, date.split("-"))) if date else None for date in (earliest, latest))
        return set(articles.overlapping_dates(archive.read(), first, last))

    assert between("1936-05-07", "1936-05-07") == {day, decade}
    assert between("1936-05-08", "1936-06-01") == {month, decade}
    assert between("1936-06-30", None) == {month, decade, open_end}
    assert between(None, "1929-12-31") == set()
    assert between("2020-01-01", "2020-12-31") == {open_end}
    assert between(None, None) == {day, month, decade, open_end}


def test_values_of_a_field(archive: Archive) -> None:
    ids = add_articles(archive, "a", "b", "c")
    describe(archive, ids[0], language="az")
    describe(archive, ids[1], language="hy")
    assert articles.with_value(archive.read(), "language", "AZ") == [ids[0]]
    assert sorted(articles.values(archive.read(), "language")) == ["az", "hy"]
    for ask in (articles.values, lambda connection, field: articles.with_value(connection, field, "")):
        with pytest.raises(ValueError, match="1; DROP"):
            ask(archive.read(), "1; DROP")


def test_where_fields_came_from(archive: Archive) -> None:
    (article_id,) = add_articles(archive, "a")
    with archive.transaction(Label("Source")) as transaction:
        values = {"article_id": article_id, "field": "title", "source": "json-ld", "confidence": 900}
        transaction.insert("field_source", values)
    assert articles.sources(archive.read(), article_id) == {"title": ("json-ld", 900)}
