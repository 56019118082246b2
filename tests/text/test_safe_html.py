from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from curator.text.safe_html import safe_html

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
    tags.feed(safe_html(source))
    assert not tags.seen & {"script", "img", "style", "svg", "iframe", "template", "link", "base", "meta"}
    assert tags.attributes <= {"lang", "dir", "colspan", "rowspan", "datetime"}


@given(HOSTILE)
def test_it_is_clean_already_the_second_time(source: str) -> None:
    once = safe_html(source)
    assert safe_html(once) == once


def test_words_and_structure_stay() -> None:
    assert safe_html("<p lang=hy>Գրադարան & <b>book</b>") == '<p lang="hy">Գրադարան &amp; <b>book</b></p>'


def test_a_hundred_thousand_levels() -> None:
    assert "deep" in safe_html("<div>" * 100_000 + "deep")
