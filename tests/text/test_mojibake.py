from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.text.mojibake import mended

TEXTS = {
    "az": "Kitabxana yeni oxu zalını açdı və şəhər sakinləri üçün giriş pulsuz oldu.",
    "tr": "Kütüphane yeni okuma salonunu açtı; öğrenciler için ışıklı, geniş bir yer.",
    "ru": "Библиотека открыла новый читальный зал, её вход для жителей города стал свободным.",
    "uk": "Бібліотека відкрила новий зал, її шлях для мешканців міста вільний.",
    "hy": "Գրադարանը բացեց նոր ընթերցասրահ, և քաղաքի բնակիչների համար մուտքն ազատ է։",
    "ka": "ბიბლიოთეკამ ახალი სამკითხველო დარბაზი გახსნა.",
    "fr": "Où est passée la clé de l'entrée ? « Là-bas », répond l'élève à côté.",
    "en": "The “library” opened — at last – a new room…",
}


@pytest.mark.parametrize("code", TEXTS)
def test_a_sound_text_is_left_alone(code: str) -> None:
    assert mended(TEXTS[code]) is None


@pytest.mark.parametrize("code", ["az", "tr", "ru", "uk", "hy", "ka"])
def test_utf_8_that_was_read_as_latin_1_is_mended(code: str) -> None:
    assert mended(TEXTS[code].encode("utf-8").decode("latin-1")) == TEXTS[code]


@pytest.mark.parametrize(("code", "codec"), [("az", "cp1252"), ("tr", "cp1254"), ("ru", "cp1251"), ("uk", "cp1251")])
def test_utf_8_that_was_read_in_a_code_page_is_mended(code: str, codec: str) -> None:
    assert mended(TEXTS[code].encode("utf-8").decode(codec)) == TEXTS[code]


def test_cyrillic_that_was_read_as_latin_is_mended() -> None:
    assert mended(TEXTS["ru"].encode("cp1251").decode("latin-1")) == TEXTS["ru"]


@given(st.text(alphabet="abc xyz əöüğışçƏÖÜĞİŞÇ абвгёіїєґ АБВГЁ հայերեն ქართული .,!?—«»", max_size=200))
def test_letters_of_the_languages_of_the_archive_are_never_taken_for_garbled(text: str) -> None:
    assert mended(text) is None


@given(st.text(max_size=200))
def test_any_text_is_looked_at(text: str) -> None:
    assert mended(text) != text
