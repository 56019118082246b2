from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from curator.text.name_key import name_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Gəncə", "GENCE"),
        ("İlham", "ılham"),
        ("Şuşa", "Susa"),
        ("L. Bandini", "l bandini"),
        ("  Lucia\t Bandini ", "Lucia Bandini"),
        ("Артём", "артем"),
        ("ԵՐԵՎԱՆ", "Երևան"),
    ],
)
def test_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other) != ""


@pytest.mark.parametrize(
    ("one", "other"), [("Lucia Bandini", "Bandini Lucia"), ("мой", "мои"), ("Ana", "Anna"), ("L B", "LB")]
)
def test_other_names_do_not(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


@pytest.mark.parametrize("name", ["", " ", "—", "...", "«»"])
def test_what_has_no_letter_or_digit_has_no_key(name: str) -> None:
    assert name_key(name) == ""


@given(st.text())
@example("¼")
@example("ŉ")
@example("⑴a")
def test_a_key_of_any_text_is_its_own_key(name: str) -> None:
    assert name_key(name_key(name)) == name_key(name)


@given(st.text("abcçəğıijöşüABCÇƏĞIİJÖŞÜабвёйАБВЁЙաբևԱԲՒ 0123.,-—'’՛«»\t\n"))
def test_a_key_is_its_own_key(name: str) -> None:
    key = name_key(name)
    assert name_key(key) == key
    assert key == " ".join(key.split())
