from __future__ import annotations

import pytest

from curator.archive import articles, history
from curator.archive.authorities import date_fields
from curator.errors import CuratorError
from curator.model.dates import parse_edtf
from curator.model.revision import Label
from curator.operations import history as past
from curator.operations.context import Context
from curator.operations.describe import Described, describe
from curator.operations.field_values import DESCRIBABLE, understood

from .record_states import state_of


@pytest.fixture
def three(context: Context) -> Context:
    """Three articles; the title of the first was found in its page."""
    with context.archive.transaction(Label("Add")) as transaction:
        for number in (1, 2, 3):
            dates = date_fields(parse_edtf("1966"), "published") | {"published_verbatim": "in 1966"}
            fields = {"title": f"Article {number}"} | dates
            articles.add(transaction, fields, f"Text {number}.", "test 1")
        for field in ("title", "published"):
            source = {"article_id": 1, "field": field, "source": "heading", "confidence": 900}
            transaction.insert("field_source", source)
    return context


def set_fields(context: Context, ids: list[int], **fields: str | None) -> Described:
    return describe(context, ids, fields)


def value(context: Context, article_id: int, field: str) -> object:
    return getattr(articles.get(context.archive.read(), article_id), field)


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [
        ("title", "  The cellar\n opens ", "The cellar opens"),
        ("published_time", "7:45", "07:45"),
        ("published_time", "23:59:08", "23:59:08"),
        ("published_zone", "+0400", "+04:00"),
        ("published_zone", "z", "Z"),
        ("published_zone", "Asia/Baku", "Asia/Baku"),
        ("captured", "12 March 2023", "2023-03-12"),
        ("language", "EN-gb", "en-GB"),
        ("url", "ftp://example.org/Gəncə?a=1#b", "ftp://example.org/Gəncə?a=1#b"),
        ("rights_uri", "urn:x:1", "urn:x:1"),
        ("rights_note", "One line.\r\n\r\nAnother. ", "One line.\n\nAnother."),
        ("level", "Series", "series"),
        ("status", "READ", "read"),
        ("access", "restricted", "restricted"),
        ("access_review", "2030", "2030"),
        ("container_page", "p. 7", "p. 7"),
    ],
)
def test_a_value_is_kept_as_understood(three: Context, field: str, typed: str, kept: str) -> None:
    done = describe(three, [2], {field: typed})
    assert value(three, 2, field) == kept
    assert done.fields[field].columns == {field: kept}
    assert done.problems == ()


def test_a_date_in_words_keeps_the_words_and_shows_the_days(three: Context) -> None:
    done = set_fields(three, [2], published="early Feb 1992?")
    article = articles.get(three.archive.read(), 2)
    assert (article.published, article.published_verbatim) == ("1992-02?", "early Feb 1992?")
    assert article.published_latest - article.published_earliest == 28
    assert done.fields["published"].shown == "February 1992, uncertain: 1992-02-01 to 1992-02-29"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("4 November 1966", "4 November 1966: 1966-11-04"),
        ("1966/..", "since 1966: from 1966-01-01 on"),
        ("until 1950", "until 1950: until 1950-12-31"),
        ("../..", "any time: any day"),
    ],
)
def test_days_of_a_date_in_words(typed: str, shown: str) -> None:
    assert understood("published", typed).shown == shown


@pytest.mark.parametrize(
    ("field", "typed", "named"),
    [
        ("published", "soonish", "Date"),
        ("published", "2003-02-29", "Date"),
        ("captured", "?", "Captured"),
        ("published_time", "24:00", "Time"),
        ("published_time", "7.45", "Time"),
        ("published_zone", "Mars/Olympus", "Time zone"),
        ("published_zone", "+25:00", "Time zone"),
        ("published_zone", "../zone", "Time zone"),
        ("language", "English!", "Language"),
        ("url", "example.org", "Address"),
        ("url", "https://exa mple.org", "Address"),
        ("url", "https://example.org/\x07", "Address"),
        ("level", "shelf", "Level"),
        ("access", "secret", "Access"),
        ("access_review", "2030/..", "Review of the access"),
        ("status", "done", "Status"),
    ],
)
def test_what_is_not_understood_is_refused_naming_the_field(three: Context, field: str, typed: str, named: str) -> None:
    before = state_of(three.archive.read())
    with pytest.raises(CuratorError) as refused:
        describe(three, [1, 2], {"title": "New", field: typed})
    assert refused.value.message.startswith(f"{named}: ")
    assert refused.value.hint
    assert state_of(three.archive.read()) == before


@pytest.mark.parametrize("field", DESCRIBABLE)
def test_every_field_is_cleared(three: Context, field: str) -> None:
    typed = {"published": "1936", "captured": "2020", "url": "a:b", "rights_uri": "a:b", "language": "az"}
    typed |= {"published_time": "10:00", "published_zone": "Z", "level": "file", "access": "closed", "status": "read"}
    set_fields(three, [2], **{field: typed.get(field, "2030")})
    assert value(three, 2, field) is not None
    set_fields(three, [2], **{field: None})
    default = {"level": "item", "access": "open", "status": "inbox"}
    assert value(three, 2, field) == default.get(field)


def test_clearing_the_date_clears_what_hangs_on_it(three: Context) -> None:
    set_fields(three, [1], published="1 May 1936", published_time="10:00", published_zone="Z")
    set_fields(three, [1], published="")
    article = articles.get(three.archive.read(), 1)
    assert (article.published, article.published_earliest, article.published_latest) == (None, None, None)
    assert (article.published_verbatim, article.published_time, article.published_zone) == (None, None, None)


def test_what_a_person_enters_has_no_source(three: Context) -> None:
    set_fields(three, [1], title="Another title")
    assert set(articles.sources(three.archive.read(), 1)) == {"published"}
    past.undo(three)
    assert set(articles.sources(three.archive.read(), 1)) == {"title", "published"}


def test_unchanged_values_leave_no_trace(three: Context) -> None:
    before = state_of(three.archive.read())
    done = set_fields(three, [1], title="Article 1", published="1966", section=None, level="item")
    assert not done.changes
    assert state_of(three.archive.read()) == before


def test_a_selection_is_one_act(three: Context) -> None:
    before = state_of(three.archive.read())
    done = set_fields(three, [1, 2, 3], title="Article 2", language="az", access="embargo", access_review="2030-01-01")
    assert done.changes.ids("article") == {1, 2, 3}
    newest = history.revisions(three.archive.read(), 1)[0]
    assert str(newest.label) == "Describe 3 articles: title, language, access, access_review"
    after = state_of(three.archive.read())
    past.undo(three)
    assert state_of(three.archive.read()) == before
    past.redo(three)
    assert state_of(three.archive.read()) == after


def test_an_embargo_has_an_end(three: Context) -> None:
    set_fields(three, [2], access="embargo", access_review="2030")
    with pytest.raises(CuratorError, match="Article 1, 3 would be under an embargo"):
        set_fields(three, [1, 2, 3], access="embargo")
    assert value(three, 1, "access") == "open"
    with pytest.raises(CuratorError, match="Article 2 would"):
        set_fields(three, [2], access_review=None)
    set_fields(three, [2], access_review=None, access="open")


def test_a_shared_reference_code_is_set_with_a_doubt(three: Context) -> None:
    assert set_fields(three, [1], reference_code="A/1").problems == ()
    (doubt,) = set_fields(three, [2], reference_code="a/1").problems
    assert doubt.code == "reference-code-shared"
    assert "1, 2" in doubt.message
    assert value(three, 2, "reference_code") == "a/1"
    assert set_fields(three, [2], reference_code=None).problems == ()


def test_no_such_article(three: Context) -> None:
    with pytest.raises(CuratorError, match="no article 9"):
        set_fields(three, [1, 9], title="X")
