from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.readers.visible_text import visible_text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>one</p><p>two <b>bold</b>\n words</p>", "one\n\ntwo bold words"),
        ("a<br>b<li>c", "a\n\nb\n\nc"),
        ("<script>x<y</script>a<style>b{}</style>c<!-- <p>d --><noscript>e</noscript>", "ac"),
        ("a &lt;b&gt; &amp; &uuml;", "a <b> & ü"),
        ("<a title=\"1 > 0\" href='x'>link</a>", "link"),
        ("<p title='never closed>text</p><p>more</p>", "text\n\nmore"),
        ("<select>a<p>b", "a\n\nb"),
        ("a<script>never closed", "a"),
        ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
        ("<!doctype html><?xml?>a<!-- never closed", "a"),
        ("", ""),
    ],
)
def test_what_a_browser_shows_is_kept(source: str, text: str) -> None:
    assert visible_text(source) == text


@given(st.text(alphabet="<>/!-\"'ab =&;\n"))
def test_any_source_gives_text_without_spare_space(source: str) -> None:
    text = visible_text(source)
    assert text == text.strip()
    assert "\n\n\n" not in text


@pytest.mark.parametrize(
    "unit", ["<div>", "<select>", "<a b='", '<a "', "<!--", "<", "</", "<script ", "&", "<a b=\"'>"]
)
def test_a_million_open_things_are_read_in_one_pass(unit: str) -> None:
    assert isinstance(visible_text(unit * (1_000_000 // len(unit))), str)
