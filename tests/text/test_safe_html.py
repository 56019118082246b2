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


def test_a_head_without_end_hides_nothing() -> None:
    assert "Shelves" in safe_html("<html><head><title>T</title><p>Shelves<p>Plans")


@given(HOSTILE, st.text(max_size=70))
def test_a_picture_is_named_by_a_hash_or_left_out(source: str, name: str) -> None:
    tags = Tags()
    tags.feed(safe_html(source, lambda _addresses: name))
    assert "img" not in tags.seen


def test_pictures_of_the_archive_take_their_places() -> None:
    name = "ab" * 32
    html = safe_html(
        '<p><img data-src="a.png" onerror="x" alt="A &quot;plan&quot;"></p>',
        lambda found: name if found == ("a.png",) else "",
    )
    assert html == f'<p><img src="picture:{name}" alt="A &quot;plan&quot;"></p>'


def test_stray_ends_cost_no_more_than_others() -> None:
    assert safe_html("<svg>" * 50_000 + "</b></math>" * 50_000) == ""
    assert len(safe_html("<div>" * 50_000 + "</b></td>" * 50_000)) == 50_000 * 11
