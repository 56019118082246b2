from __future__ import annotations

import json
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import HtmlElement

from curator.readers.article_blocks import layout_of
from curator.readers.bylines import authors, names_in
from curator.readers.dates_of_page import Publication, published
from curator.readers.html import parse
from curator.readers.json_ld import article_of, nodes_of, text_of
from curator.readers.meta_tags import meta_tags
from curator.readers.printed_dates import Printed
from curator.readers.rights import rights
from curator.readers.stated_dates import StatedDate, parse_date
from curator.readers.titles import TitleSources, choose_title, without_site
from curator.readers.wire_agencies import wire_agency


def page_of(head: str = "", body: str = ""):  # type: ignore[no-untyped-def]
    page, _whole = parse(f"<html><head>{head}</head><body>{body}<p>text</p></body></html>")
    assert page is not None
    return page


def script(source: str) -> str:
    return f'<script type="application/ld+json">{source}</script>'


@pytest.mark.parametrize(
    "source",
    [
        '{"@type":"NewsArticle","headline":"A"}',
        '[{"@type":"WebSite","name":"S"},{"@type":["Thing","BlogPosting"],"headline":"A"}]',
        '{"@graph":[{"@type":"WebPage","name":"S"},{"@type":"Article","headline":"A"}]}',
        '{"@type":"WebPage","mainEntity":{"@type":"http://schema.org/NewsArticle","headline":"A"}}',
        '<!-- {"@type":"NewsArticle","headline":"A"} -->',
        '//<![CDATA[\n{"@type":"NewsArticle","headline":"A"}\n//]]>',
        '{"@type":"NewsArticle","headline":"A",};',
        '{"@type":"NewsArticle","headline":"A","description":"two\nlines and \\\' a bad escape"}',
        '{"@type":"WebSite"}\n{"@type":"NewsArticle","headline":"A"}',
        '{"@type":"NewsArticle","headline":"A"} trailing garbage {',
        "{&quot;@type&quot;:&quot;NewsArticle&quot;,&quot;headline&quot;:&quot;A&quot;}",
    ],
)
def test_the_article_is_found_in_json_as_publishers_write_it(source: str) -> None:
    assert text_of(article_of(nodes_of(page_of(script(source))))["headline"]) == "A"


@pytest.mark.parametrize("source", ["", "{", "null", "42", '"text"', "[" * 100_000, '{"@type": 7, "headline": 8}'])
def test_hopeless_json_is_no_article(source: str) -> None:
    assert article_of(nodes_of(page_of(script(source)))) == {}


@given(st.recursive(st.none() | st.text() | st.integers(), lambda x: st.lists(x) | st.dictionaries(st.text(), x)))
def test_any_json_is_taken_without_failing(value: object) -> None:
    source = json.dumps({"@type": "Article", "author": value, "headline": value}).replace("<", " ")
    page = page_of(script(source))
    nodes = nodes_of(page)
    assert isinstance(text_of(article_of(nodes).get("headline")), str)
    assert all(found.value for found in authors(page, nodes, meta_tags(page)))


@pytest.mark.parametrize(
    ("text", "day", "time", "zone"),
    [
        ("2020-09-27", "2020-09-27", "", ""),
        ("2020-09-27T08:05:01.123+0400", "2020-09-27", "08:05:01", "+04:00"),
        ("2020-09-27T08:05Z", "2020-09-27", "08:05", "Z"),
        ("2020-09-27 08:05:01 UTC", "2020-09-27", "08:05:01", "Z"),
        ("20200927", "2020-09-27", "", ""),
        ("2020/09/27", "2020-09-27", "", ""),
        ("2020-09", "2020-09", "", ""),
        ("1936", "1936", "", ""),
        ("27.9.2020 08:05", "2020-09-27", "08:05", ""),
        ("Sun, 27 Sep 2020 08:05:00 +0400", "2020-09-27", "08:05:00", "+04:00"),
        ("2020-09-27T08:05:1Z", "2020-09-27", "08:05:01", "Z"),
        ("27 Sep 2020", "2020-09-27", "", ""),
        ("27 sentyabr 2020, 08:05", "2020-09-27", "08:05", ""),
    ],
)
def test_dates_are_read_as_stated(text: str, day: str, time: str, zone: str) -> None:
    assert parse_date(text) == StatedDate(day, time, zone)


@pytest.mark.parametrize(
    "text", ["", "yesterday", "2020-13-01", "2020-02-30", "9/8/2020", "0001-01-01", "99999999", "Sun"]
)
def test_what_is_no_certain_date_is_none(text: str) -> None:
    assert parse_date(text) is None


@given(st.datetimes(datetime(1800, 1, 1), datetime(2199, 1, 1)))
def test_every_iso_date_is_read(moment: datetime) -> None:
    stated = parse_date(moment.isoformat(timespec="seconds"))
    assert stated == StatedDate(moment.strftime("%Y-%m-%d"), moment.strftime("%H:%M:%S"))


@pytest.mark.parametrize(
    ("head", "day", "source"),
    [
        (script('{"@type":"Article","headline":"A","datePublished":"2020-09-27"}'), "2020-09-27", "json-ld"),
        ('<meta property="article:published_time" content="2020-09-27T10:00:00Z">', "2020-09-27", "opengraph"),
        ('<meta name="DC.date.issued" content="2020-09-27">', "2020-09-27", "meta"),
        (script('{"@type":"Article","headline":"A","dateModified":"2020-09-27"}'), "", ""),
        ('<meta property="article:published_time" content="2999-01-01">', "", ""),
    ],
)
def test_the_date_comes_from_what_states_publication(head: str, day: str, source: str) -> None:
    found = publication(page_of(head)).day
    assert (found.value, found.source) == (day, source) if found else not day


def publication(page: HtmlElement, address: str = "", language: str = "") -> Publication:
    return published(page, nodes_of(page), meta_tags(page), Printed(layout_of(page), address, language))


STORY = "".join(
    f"<p>{'Kitabxana bazar ertəsi yeni oxu zalını açdı, giriş hamı üçün pulsuzdur. ' * 3}</p>" for _ in "123"
)


@pytest.mark.parametrize(
    ("line", "day", "time"),
    [
        ("<div>Aysel Nümunə | 14 mart 2011, 13:00</div>", "2011-03-14", "13:00"),
        ("<div>Yenilənib: 15 mart 2011</div><div>Dərc edilib: 14 mart 2011</div>", "2011-03-14", ""),
        ('<time datetime="2011-03-14T13:00:00+04:00">dünən</time>', "2011-03-14", "13:00:00"),
        ('<p itemprop="datePublished">14 mart 2011</p>', "2011-03-14", ""),
        ("<div>Yenilənib: 15 mart 2011</div>", "", ""),
        ("<div>Дата рождения: 15 марта 1985</div>", "", ""),
        ("<div>14 mart 2031</div>", "", ""),
        ("<div>03/04/2011</div>", "", ""),
    ],
)
def test_a_date_that_is_only_printed_is_read_by_the_headline(line: str, day: str, time: str) -> None:
    page = page_of(body=f"<nav>1 may 2010</nav><h1>Yeni oxu zalı</h1>{line}<article>{STORY}</article>")
    found = publication(page)
    if not day:
        assert found.day is None or found.day.confidence < 500
        return
    assert found.day is not None
    assert (found.day.value, found.time.value if found.time else "") == (day, time)
    assert 500 <= found.day.confidence <= 900


@pytest.mark.parametrize(
    ("published_line", "changed_line"),
    [
        ("Dərc edilib: 14 mart 2011, 13:00", "Yenilənib: 15 mart 2011, 09:00"),
        ("Yayınlanma: 14 Mart 2011 13:00", "Güncelleme: 15 Mart 2011 09:00"),
        ("Հրապարակվել է՝ 14 մարտի 2011, 13:00", "Թարմացվել է՝ 15 մարտի 2011, 09:00"),
        ("Опубликовано 14 марта 2011 в 13:00", "Обновлено 15 марта 2011 в 09:00"),
        ("Published 14 March 2011, 1:00 PM", "Last updated 15 March 2011, 9:00 AM"),
        ("გამოქვეყნდა: 14 მარტი, 2011, 13:00", "განახლდა: 15 მარტი, 2011, 09:00"),
        ("Опубліковано: 14 березня 2011 р., 13:00", "Оновлено: 15 березня 2011 р., 09:00"),
    ],
)
def test_the_date_of_a_change_is_told_in_each_language(published_line: str, changed_line: str) -> None:
    for lines in (f"{published_line} | {changed_line}", f"{changed_line} | {published_line}"):
        found = publication(page_of(body=f"<h1>Yeni oxu zalı</h1><div>{lines}</div><article>{STORY}</article>"))
        assert found.day is not None
        assert found.time is not None
        assert (found.day.value, found.time.value) == ("2011-03-14", "13:00")
        assert found.day.confidence >= 700


def test_the_date_of_a_caption_is_not_that_of_the_page() -> None:
    caption = "<p>Kitabxananın köhnə binası açılış günü çəkilmiş fotoda, müəllif naməlumdur, 2 iyun 2009</p>"
    line = "<div>Dərc edilib: 14 mart 2011</div>"
    found = publication(page_of(body=f"<h1>Yeni oxu zalı</h1>{caption}<article>{STORY}</article>{line}"))
    assert found.day is not None
    assert found.day.value == "2011-03-14"


def test_the_day_in_the_address_is_taken_and_surer_where_the_page_prints_it() -> None:
    page = page_of(body=f"<h1>Yeni oxu zalı</h1><article>{STORY}</article>")
    alone = publication(page, "https://xeber.example/2011/03/14/zal.html").day
    printed = page_of(body=f"<h1>Yeni oxu zalı</h1><div>14.03.2011 13:00</div><article>{STORY}</article>")
    both = publication(printed, "https://xeber.example/2011/03/14/zal.html").day
    assert alone is not None
    assert both is not None
    assert (alone.value, alone.source, both.value, both.source) == ("2011-03-14", "url", "2011-03-14", "text")
    assert alone.confidence < both.confidence


def test_the_printed_day_goes_before_the_same_moment_in_universal_time() -> None:
    head = '<meta property="article:published_time" content="2011-03-13T21:30:00Z">'
    page = page_of(head, f"<h1>Yeni oxu zalı</h1><div>14 mart 2011, 01:30</div><article>{STORY}</article>")
    found = publication(page)
    assert found.day is not None
    assert found.time is not None
    assert (found.day.value, found.time.value, found.zone) == ("2011-03-14", "01:30", None)
    far = page_of(head, f"<h1>Yeni oxu zalı</h1><div>19 mart 2011</div><article>{STORY}</article>")
    stated = publication(far).day
    assert stated is not None
    assert stated.value == "2011-03-13"


def test_statements_that_contradict_each_other_are_less_sure() -> None:
    stated = script('{"@type":"Article","headline":"A","datePublished":"2011-03-14T02:00:00+04:00"}')
    same = publication(page_of(stated + '<meta property="article:published_time" content="2011-03-13T22:00:00Z">')).day
    other = publication(page_of(stated + '<meta property="article:published_time" content="2011-03-13T02:00:00Z">')).day
    assert same is not None
    assert other is not None
    assert same.value == other.value == "2011-03-14"
    assert same.confidence > 900 > 700 > other.confidence


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By A. Person and B. Person", ["A. Person", "B. Person"]),
        ("Von Anna Muster, Bernd Beispiel", ["Anna Muster", "Bernd Beispiel"]),
        ("Автор: Иван Пример", ["Иван Пример"]),
        ("Aysel Nümunə və Elçin Misal", ["Aysel Nümunə", "Elçin Misal"]),
        ("https://www.facebook.example/page", []),
        ("desk@news.example", []),
        ("admin", []),
        ("A long sentence that is surely not the name of any person at all", []),
        ("Ann Example; Ann Example", ["Ann Example"]),
        ("Ann Example (ae), Bob Example (Pictures: Agency, Archive)", ["Ann Example", "Bob Example"]),
        ("Ann Example, 27 September 2020", ["Ann Example"]),
    ],
)
def test_names_are_taken_out_of_bylines(byline: str, names: list[str]) -> None:
    assert names_in([byline]) == names


@pytest.mark.parametrize(
    ("head", "body", "names"),
    [
        (script('{"@type":"Article","headline":"A","author":{"name":"Ann Example"}}'), "", ["Ann Example"]),
        (
            script(
                '{"@graph":[{"@type":"Article","headline":"A","author":{"@id":"#p"}},'
                '{"@id":"#p","name":"Ann Example"}]}'
            ),
            "",
            ["Ann Example"],
        ),
        ('<meta name="author" content="Ann Example">', "", ["Ann Example"]),
        ("", '<a rel="author" href="/x">Ann Example</a>', ["Ann Example"]),
        ("", '<p class="byline">By Ann Example</p>', ["Ann Example"]),
        ('<meta name="author" content="The Daily">', '<p class="byline">By Ann Example</p>', ["Ann Example"]),
        ('<meta name="author" content="The Daily">', "", ["The Daily"]),
        ("", '<p class="comment-form-author">Your name</p>', []),
        ("", '<aside><p class="byline">Ann Example</p></aside>', []),
        ("", "".join(f'<a href="/author/{name}">{name} Example</a>' for name in ("Ann", "Bob", "Cid", "Dee")), []),
    ],
)
def test_the_byline_comes_from_the_source_that_names_a_person(head: str, body: str, names: list[str]) -> None:
    page = page_of(head, body)
    found = authors(page, nodes_of(page), meta_tags(page), ("The Daily",))
    assert [author.value for author in found] == names


@pytest.mark.parametrize(
    ("sources", "title", "source"),
    [
        (TitleSources("A new room", "A new room | Daily", ("A New Room",), "x", ("Daily",)), "A New Room", "heading"),
        (TitleSources("The room opens now", "The room opens now", ("Culture",)), "The room opens now", "opengraph"),
        (
            TitleSources("Word for engines", "A room for all readers", (), "Word for engines"),
            "A room for all readers",
            "opengraph",
        ),
        (
            TitleSources("A room for all readers", "Word for engines", (), "Word for engines"),
            "A room for all readers",
            "json-ld",
        ),
        (TitleSources(shared="A new room opens", headings=("Town - A new room opens",)), "A new room opens", "heading"),
        (TitleSources(element="A new room - Daily", sites=("daily.example", "Daily")), "A new room", "meta"),
        (TitleSources(headings=("A new room",), element="A new room - Daily"), "A new room", "heading"),
        (TitleSources(headings=("Room",), element="A new room opens in town"), "A new room opens in town", "meta"),
        (TitleSources(headings=("A new room",)), "A new room", "heading"),
    ],
)
def test_the_title_is_what_two_sources_agree_on(sources: TitleSources, title: str, source: str) -> None:
    found = choose_title(sources)
    assert found is not None
    assert (found.value, found.source) == (title, source)


def test_a_page_without_any_title_has_none() -> None:
    assert choose_title(TitleSources()) is None


@pytest.mark.parametrize(
    ("title", "sites", "short"),
    [
        ("A - B - Daily News", ("Daily News",), "A - B"),
        ("Daily | A", ("daily",), "A"),
        ("A | Some Site", (), "A"),
        ("A – a subtitle of several words", ("Daily",), "A – a subtitle of several words"),
        ("Non-stop", ("stop",), "Non-stop"),
    ],
)
def test_the_name_of_the_site_is_cut_off(title: str, sites: tuple[str, ...], short: str) -> None:
    assert without_site(title, sites) == short


@pytest.mark.parametrize(
    ("head", "body", "stated", "source"),
    [
        (
            script('{"@type":"Article","headline":"A","license":"https://license.example/by"}'),
            "",
            "https://license.example/by",
            "json-ld",
        ),
        ('<link rel="license" href="https://license.example/by">', "", "https://license.example/by", "meta"),
        (
            "",
            '<a rel="license nofollow" href="https://license.example/by">CC</a>',
            "https://license.example/by",
            "meta",
        ),
        ('<meta name="dc.rights" content="Public domain">', "", "Public domain", "meta"),
        (
            script('{"@type":"Article","headline":"A","copyrightYear":2011,"copyrightHolder":{"name":"Xəbər"}}'),
            "",
            "© 2011 Xəbər",
            "json-ld",
        ),
        ("", "<footer>Xəbər. Bütün hüquqlar qorunur</footer>", "Xəbər. Bütün hüquqlar qorunur", "text"),
        ("", "<footer>Əlaqə</footer>", None, None),
    ],
)
def test_rights_come_from_what_is_most_about_the_article(
    head: str, body: str, stated: str | None, source: str | None
) -> None:
    page = page_of(head, body)
    found = rights(page, nodes_of(page), meta_tags(page), layout_of(page).blocks)
    assert (found.value, found.source) == (stated, source) if found else stated is None


@pytest.mark.parametrize(
    ("opening", "name"),
    [
        ("KATHMANDU, April 25 (Reuters) - The library opened a hall.", "Reuters"),
        ("Bakı. 25 aprel. AZƏRTAC. Kitabxana yeni zal açdı.", "AZƏRTAC"),
        ("МОСКВА, 25 апреля (ТАСС). Библиотека открыла зал.", "ТАСС"),
        ("The library (Reuters Hall) opened.", ""),
        ("Report. The library opened.", ""),
        ("The library opened. " * 6 + "(Reuters)", ""),
    ],
)
def test_an_agency_is_named_by_the_dateline(opening: str, name: str) -> None:
    assert [found.value for found in wire_agency(opening)] == ([name] if name else [])
