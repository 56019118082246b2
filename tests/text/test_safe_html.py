from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.text.safe_html import MOST_CHARACTERS, safe_html

HOSTILE = st.lists(
    st.sampled_from(
        [
            "<script>alert(1)</script>",
            "<img src=x onerror=y>",
            "<p onclick='z'>",
            "</p>",
            "<a href='http://h/'>",
            "</a>",
            "<style>p{}</style>",
            "text & more",
            "<svg><script>",
            "</svg>",
            "<b>",
            "</i>",
            "<!-- c -->",
            "<iframe src=q>",
            "&lt;script&gt;",
            "<table><td colspan=2>",
            "<",
            ">",
            "<p lang='hy'>",
            "<br/>",
            "<template>",
            "</template>",
        ]
    )
).map("".join)


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.attributes.update(name for name, _value in attrs)


@given(HOSTILE)
def test_nothing_that_runs_or_fetches_is_left(source: str) -> None:
    tags = Tags()
    tags.feed(safe_html(source).html)
    assert not tags.seen & {"script", "img", "style", "svg", "iframe", "template", "link", "base", "meta"}
    assert tags.attributes <= {"lang", "dir", "colspan", "rowspan", "datetime"}


@given(HOSTILE)
def test_it_is_clean_already_the_second_time(source: str) -> None:
    once = safe_html(source).html
    assert safe_html(once).html == once


def test_words_and_structure_stay() -> None:
    found = safe_html("<p lang=hy>Գրադարան & <b>book</b>")
    assert found == ('<p lang="hy">Գրադարան &amp; <b>book</b></p>', False)


def test_five_thousand_levels() -> None:
    assert "deep" in safe_html("<div>" * 5_000 + "deep").html


def test_a_head_without_end_hides_nothing() -> None:
    assert "Shelves" in safe_html("<html><head><title>T</title><p>Shelves<p>Plans").html


@given(HOSTILE, st.text(max_size=70))
def test_a_picture_is_named_by_a_hash_or_left_out(source: str, name: str) -> None:
    tags = Tags()
    tags.feed(safe_html(source, lambda _addresses: name).html)
    assert "img" not in tags.seen


def test_pictures_of_the_archive_take_their_places() -> None:
    name = "ab" * 32
    html = safe_html(
        '<p><img data-src="a.png" onerror="x" alt="A &quot;plan&quot;"></p>',
        lambda found: name if found == ("a.png",) else "",
    ).html
    assert html == f'<p><img src="picture:{name}" alt="A &quot;plan&quot;"></p>'


def test_stray_ends_cost_no_more_than_others() -> None:
    assert safe_html("<svg>" * 50_000 + "</b></math>" * 50_000).html == ""
    assert len(safe_html("<b>" * 50_000 + "</i></td>" * 50_000).html) == 200 * 7


@pytest.mark.parametrize(
    "source",
    [
        "x " * MOST_CHARACTERS,
        "<p>x" * 100_000,
        "<br>" * 100_000,
        "<table><tr><td>x" * 100_000,
        "x" * MOST_CHARACTERS + "&amp;",
    ],
)
def test_what_is_more_than_can_be_laid_out_is_cut_and_stays_whole(source: str) -> None:
    html, is_cut = safe_html("<div>" + source)
    assert is_cut
    assert len(html) < 1.2 * MOST_CHARACTERS
    assert html.count("<") <= 2 * 20_000 + 2
    assert html.endswith("</div>")


def test_a_million_attributes_leave_what_is_kept_once() -> None:
    attributes = " ".join(f"a{number} lang=hy" for number in range(100_000))
    assert safe_html(f"<p {attributes}>Shelves").html == '<p lang="hy">Shelves</p>'


def test_values_without_end_are_left_out() -> None:
    assert safe_html(f"<p lang={'x' * 1000} dir=rtl>Shelves").html == '<p dir="rtl">Shelves</p>'


def test_tables_in_tables_become_lines() -> None:
    html = safe_html("<table><tr><td>" * 50 + "Shelves" + "</td></tr></table>" * 50 + "<p>Plans").html
    assert html.count("<table>") == html.count("</table>") == 4
    assert html.count("<br>") == 46
    assert html.endswith("</table><p>Plans</p>")


def test_a_line_without_end_can_be_broken() -> None:
    assert max(map(len, safe_html("x" * 50_000).html.split("\u200b"))) == 1000
