"""Stems: forms of a word that must meet, words that must not, and names that have none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.text.stems import LANGUAGES, is_name, stem, stemming_languages, without_names
from curator.text.tokens import tokens

SAME = {
    "en": [
        "archive archives archived archiving",
        "library libraries Libraries",
        "donate donated donating",
        "flood floods",
    ],
    "tr": ["kitap kitaplar kitaplarımızdan", "kütüphane kütüphaneler kütüphanelerde", "ışık IŞIK ışıklar"],
    "az": [
        "kitab kitablar kitablarından kitabın kitabda",
        "şəhər şəhərin şəhərlər şəhərində Şəhərlərdən",
        "uşaq uşağın uşaqlar",
        "çörək çörəyin çörəklər",
        "müharibə müharibənin müharibədən müharibələrdə",
        "məktəb məktəbimizdə məktəbdədir",
    ],
    "ru": ["библиотека библиотеки библиотеками", "архив архивы архивах", "ёлка елки"],
    "hy": ["գրադարան գրադարանը գրադարաններում", "պատերազմ պատերազմը պատերազմի"],
}
APART = {
    "en": ["library liberty", "flood flower"],
    "tr": ["kitap kitle", "göl gül"],
    "az": ["ana anbar", "dil dildən dilim", "şəhər şəhid", "nar nağıl"],
    "ru": ["архив архитектор"],
    "hy": ["պատերազմ պատմություն"],
}


@pytest.mark.parametrize(("language", "forms"), [(key, row) for key, rows in SAME.items() for row in rows])
def test_forms_of_a_word_share_a_stem(language: str, forms: str) -> None:
    assert len({stem(form, language) for form in forms.split()}) == 1


@pytest.mark.parametrize(("language", "forms"), [(key, row) for key, rows in APART.items() for row in rows])
def test_other_words_do_not(language: str, forms: str) -> None:
    first, *others = forms.split()
    assert all(stem(first, language) != stem(other, language) or other.startswith(first) for other in others)


def test_azerbaijani_typed_without_marks_has_the_same_stem() -> None:
    assert stem("seherlerinde", "az") == stem("şəhərlərində", "az") == "seher"


@given(st.text(alphabet="abcdeəiılmnrsşzqğyk", min_size=1, max_size=14))
def test_an_azerbaijani_stem_is_its_own_stem(word: str) -> None:
    once = stem(word, "az")
    assert stem(once, "az") == once


@given(st.text(max_size=20), st.sampled_from(LANGUAGES))
def test_any_word_has_a_stem(word: str, language: str) -> None:
    assert isinstance(stem(word, language), str)


def test_languages_follow_from_the_letters() -> None:
    assert stemming_languages("kitab") == ["en", "tr", "az"]
    assert stemming_languages("архив") == ["ru"]
    assert stemming_languages("գիրք", ("hy", "en")) == ["hy"]
    assert stemming_languages("1988") == []


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("They met in Reading yesterday", "Reading", True),
        ("Reading helps.", "Reading", False),
        ("It rained. Reading helps.", "Reading", False),
        ("It rained.\n“Reading helps”", "Reading", False),
        ("they were reading", "reading", False),
        ("the WHO said", "WHO", True),
        ("WHO said", "WHO", True),
        ("I said", "I", False),
    ],
)
def test_a_capital_within_a_sentence_means_a_name(text: str, word: str, name: bool) -> None:
    start = text.index(word)
    assert is_name(text, start, start + len(word)) is name


def test_a_text_without_names() -> None:
    text = "Floods reached Nanjing. Библиотеки Баку и архивы.\nԵրևանի գրադարանը Երևանում: WHO said"
    left = "Floods reached . Библиотеки и архивы. Երևանի գրադարանը : said"
    assert " ".join(without_names(text).split()) == left


@given(st.text(alphabet="aAbİıƏəАбԱբ.\n «», 1", max_size=30))
def test_what_is_left_out_is_what_is_a_name(text: str) -> None:
    kept = [text[start:end] for start, end, _folded in tokens(text) if not is_name(text, start, end)]
    assert [without[start:end] for without in [without_names(text)] for start, end, _folded in tokens(without)] == kept
