from __future__ import annotations

import pytest

from curator.names.beginnings import Beginning, beginnings
from curator.text.tokens import folded_words

from .name_forms import FORMS


@pytest.mark.parametrize(("language", "kind", "name"), FORMS)
def test_every_form_of_a_name_begins_as_is_told(language: str, kind: str, name: str) -> None:
    told = beginnings(name, kind)
    assert told
    for form in FORMS[language, kind, name].split(";"):
        words = folded_words(form)
        for each in told:
            assert any(word == each.letters if each.is_whole else word.startswith(each.letters) for word in words), form


def test_of_a_person_it_is_the_surname_and_of_others_the_long_words() -> None:
    assert beginnings("Lucia Bandini", "person") == (Beginning("bandini", False),)
    assert beginnings("Ministry of Light", "organisation") == (Beginning("ministry", False), Beginning("light", False))
    assert beginnings("U.S.", "place") == (Beginning("u", True), Beginning("s", True))
