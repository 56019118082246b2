from __future__ import annotations

import pytest

from curator.names.person_name import is_child_of, is_patronymic, person_name

# Name -> given name, middle names, patronymic, surname.
PARTS = {
    "Lucia Bandini": ("lucia", [], None, "bandini"),
    "Bandini, Lucia Maria": ("lucia", ["maria"], None, "bandini"),
    "Dr. Lucia Bandini": ("lucia", [], None, "bandini"),
    "L. M. Bandini": ("l", ["m"], None, "bandini"),
    "Сидоров Иван Петрович": ("иван", [], "петрович", "сидоров"),
    "Иван Петрович Сидоров": ("иван", [], "петрович", "сидоров"),
    "Сидоров Иван": ("иван", [], None, "сидоров"),
    "Orlu Anar Rəşid oğlu": ("anar", [], "resid", "orlu"),
    "Anar Quliyev Rəşid oğlu": ("anar", [], "resid", "quliyev"),
    "Nigar Kamal qızı Orlu": ("nigar", [], "kamal", "orlu"),
    "Jan van der Berg": ("jan", [], None, "van der berg"),
    "Pat O'Brien": ("pat", [], None, "o brien"),
}


@pytest.mark.parametrize("name", PARTS)
def test_a_name_is_taken_apart(name: str) -> None:
    parts = person_name(name)
    assert parts is not None
    patronymic = parts.patronymic.folded if parts.patronymic else None
    surname = " ".join(word.folded for word in parts.surname)
    assert (parts.given.folded, [word.folded for word in parts.middle], patronymic, surname) == PARTS[name]


@pytest.mark.parametrize("name", ["Bandini", "", "!", "a b c d e f g", "Bandini,"])
def test_what_is_no_such_name_stays_whole(name: str) -> None:
    assert person_name(name) is None


def test_patronymics_are_known_in_their_cases() -> None:
    assert all(map(is_patronymic, ("петрович", "петровичу", "петровне", "ильинична", "ivanovich")))
    assert not any(map(is_patronymic, ("петров", "иван", "ich", "bandini")))
    assert is_child_of("oglu") and is_child_of("oglunun") and not is_child_of("orlu")
