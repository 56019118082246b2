from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from curator.text.plain import normalise, one_line, without_control_characters

TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs"]))


def test_normalising_composes_letters_and_ends_lines_with_lf() -> None:
    assert normalise("\ufeffS\u0327us\u0327a\r\nİrəvan\rԵրևան\n\x00") == "Şuşa\nİrəvan\nԵրևան\n"


def test_spaces_that_do_not_break_and_tabs_stay() -> None:
    assert normalise("10\u00a0000\tmanat \n") == "10\u00a0000\tmanat \n"


@given(TEXTS)
def test_normalising_twice_is_normalising_once(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert "\r" not in once
    assert "\x00" not in once
    assert unicodedata.is_normalized("NFC", once)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Cf", "Mn"], max_codepoint=0x17F)))
def test_normalising_keeps_every_other_character(text: str) -> None:
    assert normalise(text) == unicodedata.normalize("NFC", text)


@given(TEXTS)
def test_one_line_has_no_white_space_but_single_spaces(text: str) -> None:
    line = one_line(text)
    assert line.split() == line.split(" ") or line == ""


def test_soft_hyphens_of_a_layout_go() -> None:
    assert one_line(" Biblio\u00adthek \n der Stadt ") == "Bibliothek der Stadt"


def test_characters_that_xml_forbids_go() -> None:
    assert without_control_characters("a\x00b\x08c\x0bd\ud800e\ufffe\tg\n") == "abcde\tg\n"
