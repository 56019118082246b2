from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.text.encoding import declared_charset, decode, python_name

AZ = "Kitabxana yeni oxu zalını açdı; şəhər sakinləri üçün giriş pulsuzdur."
TR = "Kütüphane yeni okuma salonunu açtı. Değişiklik öğrenciler için çığır açıcı; ışıklı, geniş bir salon."
RU = "Библиотека открыла новый читальный зал. Вход для жителей города свободный, часы работы прежние."
HY = "Գրադարանը բացեց նոր ընթերցասրահ։ Մուտքն ազատ է։"


@pytest.mark.parametrize("text", [AZ, TR, RU, HY, "plain"])
@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_decides_and_is_not_part_of_the_text(text: str, mark: bytes, codec: str) -> None:
    decoded = decode(mark + text.encode(codec), "windows-1251")
    assert (decoded.text, decoded.encoding, decoded.source, decoded.replaced) == (text, codec, "mark", 0)


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_shows_by_its_zeros(codec: str) -> None:
    decoded = decode(f"<html><body><p>{RU}</p></body></html>".encode(codec))
    assert (decoded.encoding, decoded.source) == (codec, "zeros")
    assert RU in decoded.text


def test_utf_8_goes_before_a_declaration_that_no_longer_holds() -> None:
    assert decode(RU.encode(), "windows-1251").text == RU


@pytest.mark.parametrize(
    ("text", "label", "codec"),
    [(RU, "windows-1251", "cp1251"), (TR, "iso-8859-9", "cp1254"), (RU, "koi8-r", "koi8-r")],
)
def test_a_declared_charset_is_used_as_browsers_use_it(text: str, label: str, codec: str) -> None:
    decoded = decode(text.encode(codec), label)
    assert (decoded.text, decoded.encoding, decoded.source) == (text, codec, "declared")


@pytest.mark.parametrize(("text", "codec"), [(RU, "cp1251"), (TR, "cp1254"), (RU, "koi8-r"), (RU * 3, "cp866")])
def test_an_undeclared_charset_is_guessed(text: str, codec: str) -> None:
    decoded = decode(text.encode(codec))
    assert (decoded.text, decoded.encoding, decoded.source) == (text, codec, "guess")


def test_a_file_cut_in_the_middle_of_a_letter_is_still_utf_8() -> None:
    decoded = decode("Библиотека".encode()[:-1])
    assert (decoded.text, decoded.encoding, decoded.replaced) == ("Библиотек\ufffd", "utf-8", 1)


def test_iso_2022_is_not_taken_for_ascii() -> None:
    text = "図書館は新しい閲覧室を開いた"
    assert decode(text.encode("iso2022_jp"), "iso-2022-jp").text == text


@pytest.mark.parametrize(
    "label", ["rot13", "zlib", "unicode_escape", "utf-7", "idna", "nonsense", "", "x" * 500, "\x00"]
)
def test_a_page_cannot_name_a_codec_that_is_no_charset(label: str) -> None:
    assert python_name(label) == ""
    assert decode(b"kitab", label).text == "kitab"


@pytest.mark.parametrize(
    ("head", "charset"),
    [
        (b'<meta charset="windows-1254">', "windows-1254"),
        (b"<META http-equiv=Content-Type content='text/html; charset=koi8-r'>", "koi8-r"),
        (b'<?xml version="1.0" encoding="UTF-16"?>', "UTF-16"),
        (b"<p>no charset</p>", ""),
    ],
)
def test_the_prologue_names_a_charset(head: bytes, charset: str) -> None:
    assert declared_charset(head) == charset


@given(st.binary(max_size=200), st.sampled_from(["", "utf-8", "cp1251", "utf-16", "iso-2022-jp", "gb2312", "hz"]))
def test_any_bytes_give_text(data: bytes, label: str) -> None:
    decoded = decode(data, label)
    assert decoded.replaced <= decoded.text.count("\ufffd")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"])))
def test_utf_8_comes_back_unchanged(text: str) -> None:
    assert decode(codecs.BOM_UTF8 + text.encode()).text == text
