"""What is seen in lines is the same however much is looked at, and what is looked for first is never missed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.readers import line_features, text_flags
from curator.readers.line_features import look_at

_WORDS = (
    "Share",
    "paylaş",
    "©",
    "copyright",
    "All rights reserved",
    "kənd",
    "School",
    "2011",
    "школа",
    "Читайте также",
)
_SIGNS = (".", "?", "…", "?»", " |", ":", "")
_LINES = st.lists(
    st.builds(
        lambda words, sign: " ".join(words) + sign,
        st.lists(st.sampled_from(_WORDS), min_size=1),
        st.sampled_from(_SIGNS),
    )
    | st.text(min_size=1).filter(lambda text: bool(text.strip())),
    max_size=6,
)


@given(_LINES)
def test_a_head_is_seen_as_in_a_page(lines: list[str]) -> None:
    head, page = look_at(lines, as_head=True), look_at(lines)
    for name in head.places:
        assert head.column(name).tolist() == page.column(name).tolist()
    assert (head.content, head.folded) == (page.content, page.folded)


@given(st.text(alphabet="aBж9. -/1209年月", max_size=30))
def test_a_date_needs_a_digit(text: str) -> None:
    assert not line_features.has_date(text) or any(map(str.isdigit, text))


@given(st.text(alphabet="abAB.!?ЖжÜ ", max_size=30))
def test_glued_words_have_their_sign(text: str) -> None:
    assert bool(line_features._GLUED.search(text)) == bool(line_features._GLUED_SIGN.search(text))


@pytest.mark.parametrize(
    "words",
    [
        *(
            "{{ name }}",
            "{% if %}",
            "<%= x %>",
            "${city}",
            "%(name)s",
            "phrase_menu.title",
            "[caption id=1]",
            "&nbsp;",
            "</p>",
        ),
        *("<strong class=a>", "<h2>", "<li>", "Lorem Ipsum", "UNDEFINED undefined", "NaN/2011"),
    ],
)
def test_what_a_template_leaves_is_found_by_its_signs(words: str) -> None:
    text = f"Kənddə {words} var"
    found = text_flags._quickly(text_flags._LEFTOVER, text_flags._LEFTOVER_SIGNS, text)
    assert found and found.group() == words[: len(found.group())]


@pytest.mark.parametrize(
    "words",
    [
        *("Translated by Google", "machine translation", "translate.goog", "avtomatik tərcümə", "MAŞIN TƏRCÜMƏSI"),
        *("otomatik olarak çevrildi", "Makine Çevirisi", "машинного перевода", "Автоматический перевод"),
        *("переведено с помощью", "машинний переклад", "մեքենայական թարգմանություն", "ავტომატური თარგმანი"),
        *("maschinell übersetzt", "Traduction automatique"),
    ],
)
def test_what_translators_say_is_found_by_its_signs(words: str) -> None:
    assert text_flags._MACHINE.search(words)
    assert text_flags._quickly(text_flags._MACHINE, text_flags._MACHINE_SIGNS, words)
