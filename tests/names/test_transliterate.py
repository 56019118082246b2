from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.names.look_alike import look_alike
from curator.names.sounds import skeleton, sounds
from curator.names.transliterate import ALIKE, same_name

# Spellings of one name: each with each.
SAME = [
    "Əliyev; Aliyev; Aliev; Алиев; Ալիև; Ալիեւ; ალიევი; Әлијев",
    "Gəncə; Ganja; Gandja; Гянджа; Gandzha; Gence; Ҝәнҹә",
    "Cəfərov; Jafarov; Djafarov; Джафаров; Ҹәфәров; Ջաֆարով",
    "Qarabağ; Karabakh; Карабах; Ղարաբաղ; ყარაბაღი; Ғарабағ",
    "Sarkissian; Sargsyan; Sarkisyan; Սարգսյան; Սարգսեան; Саркисян; Саргсян",
    "Hüseynov; Huseynov; Гусейнов; Guseynov; Һүсејнов",
    "Məmmədov; Mammadov; Mamedov; Мамедов; Մամեդով",
    "Şuşa; Shusha; Шуша; Շուշա; Shousha",
    "Yerevan; Erevan; Ереван; Երևան; Երեւան; ერევანი",
    "Tbilisi; Тбилиси; თბილისი; Թբիլիսի; Тбілісі",
    "Петросян; Petrosyan; Petrossian; Պետրոսյան; Պետրոսեան; Petrosian",
    "Шевченко; Shevchenko; Şevçenko; შევჩენკო; Շեվչենկո",
    "Чехов; Chekhov; Çexov; Tchekhov",
    "Жуков; Zhukov; Jukov; Ժուկով; ჟუკოვი",
    "Xankəndi; Khankendi; Ханкенди; Խանքենդի",
    "Hakob; Յակոբ; Հակոբ",
    "Leyla Orlu; Лейла Орлу; Orlu, Leyla; Leila Orlu",
    "Иван Сидоров; Ivan Sidorov; Сидоров Иван; Иван Петрович Сидоров",
    "Sumqayıt; Sumgait; Сумгаит; Sumgayit",
    "Беридзе; Beridze; ბერიძე; Բերիձե",
]
DIFFERENT = """
Əliyev = Əliyeva; Алиев = Алиева; Сидоров = Сидорова; Əliyev = Vəliyev; Kərim = Kərəm; Anar = Anna; Rəşid = Rəşad;
Kamal = Cəmal; Petrov = Petrosyan; Nazim = Nizami; Elçin = Elxan; Tural = Turan; Aydın = Aytən; Baku = Batumi;
Həsən = Hüseyn; Marco Bandini = Lucia Bandini; Bandini = Lucia Bandini; School 1 = School 2; 12 March = 13 March;
Иван Петрович Сидоров = Иван Сидорович Петров; M. Bandini = Lucia Bandini; Chaykovskiy = Чайковская; Leyla = Layka;
Арам Петросян = Гор Петросян; Weimar = Vilnius; a = b; ! = Bandini
"""


@pytest.mark.parametrize("names", SAME)
def test_spellings_of_one_name_are_known(names: str) -> None:
    for one, other in combinations(names.split("; "), 2):
        found = same_name(one, other)
        assert found.score >= ALIKE, (one, other, found, sounds(one), sounds(other))
        assert found.why


@pytest.mark.parametrize("pair", [each.strip() for each in DIFFERENT.split(";")])
def test_other_names_are_not_taken_for_it(pair: str) -> None:
    one, other = pair.split(" = ")
    assert same_name(one, other).score < ALIKE


def test_the_reason_is_told() -> None:
    assert same_name("Gəncə", "Гянджа").why == "the same name in other letters"
    assert same_name("Gəncə", "GENCE").why == "the same but for capitals and marks"
    assert same_name("Bandini", "Bandinni").why == "spelled almost the same"
    assert same_name("L. Bandini", "Lucia Bandini").why.endswith("one has an initial where the other has a name")
    assert same_name("Bandini Luca", "Luca Bandinni").why.endswith("the words stand in another order")
    assert same_name("Иван Сидоров", "Иван Петрович Сидоров").why.endswith("one has a patronymic")


def test_other_scripts_are_read_as_far_as_letters_go() -> None:
    assert same_name("Βάιμαρ", "Weimar").score == same_name("Weimar", "Βάιμαρ").score > 0
    assert sounds("Αθηνα") == sounds("Athina")


@given(st.text(max_size=20), st.text(max_size=20))
def test_it_is_the_same_from_either_side(one: str, other: str) -> None:
    found = same_name(one, other)
    assert 0 <= found.score <= 1000
    assert found.score == same_name(other, one).score


@given(st.sampled_from("; ".join(SAME).split("; ")))
def test_a_name_is_itself(name: str) -> None:
    assert same_name(name, name.upper()).score == 1000


def test_a_skeleton_forgets_vowels_and_voice() -> None:
    assert {skeleton(sound) for name in ("Sarkissian", "Սարգսյան") for sound in sounds(name)} == {"SrKSn"}
    assert skeleton("alief") == "AlV" and skeleton("") == ""


def test_pairs_are_found_among_many() -> None:
    names = [(1, "Kamal Cəfərov"), (1, "K. Cəfərov"), (2, "Камал Джафаров"), (3, "Kamil Cəfərov"), (4, "Gəncə")]
    names += [(5, "Gandja"), (6, "Weimar"), (7, "Bandini"), (8, "Badnini"), (8, "Bandinni")]
    pairs = {(pair.one, pair.other) for pair in look_alike(names)}
    assert pairs == {(1, 2), (4, 5), (7, 8)}
    best = look_alike(names)[0]
    assert best.score >= look_alike(names)[-1].score >= ALIKE
    assert {(pair.one_name, pair.other_name) for pair in look_alike(names)} >= {("Bandini", "Bandinni")}


def test_names_of_one_record_are_no_pair() -> None:
    assert look_alike([(1, "Gəncə"), (1, "Гянджа"), (2, "!")]) == []


@given(st.lists(st.sampled_from("; ".join(SAME).split("; ")), unique=True, max_size=12))
def test_every_pair_that_is_told_is_alike(names: list[str]) -> None:
    for pair in look_alike(list(enumerate(names, 1))):
        assert pair.one < pair.other
        assert same_name(pair.one_name, pair.other_name).score == pair.score >= ALIKE
