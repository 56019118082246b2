from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.names.completion import NameRow
from curator.names.matcher import Matcher
from curator.names.name_match import NameMatch
from curator.text.name_key import name_key

from .name_forms import FORMS, NOT


def matcher(*records: str) -> Matcher:
    """Return a matcher for records such as "person: Lucia Bandini; L. Rossi"; they are numbered from 1."""
    rows = []
    for number, record in enumerate(records, 1):
        kind, _colon, names = record.partition(": ")
        for at, name in enumerate(names.split("; ")):
            rows.append(NameRow(number, kind, name, name_key(name), at == 0, 0))
    return Matcher(rows)


def found(matches: list[NameMatch], text: str) -> list[str]:
    return [text[match.start : match.end] for match in matches]


def split(table: dict[tuple[str, str, str], str]) -> list[tuple[str, str, str, str]]:
    return [(*key, form.strip()) for key, forms in table.items() for form in forms.split(";")]


def test_there_are_enough_of_them() -> None:
    assert len(set(split(FORMS))) >= 150 and len(set(split(NOT))) >= 100
    assert {language for language, *_rest in FORMS} == {language for language, *_rest in NOT}


@pytest.mark.parametrize(("language", "kind", "name", "form"), split(FORMS))
def test_a_form_is_found_whole(language: str, kind: str, name: str, form: str) -> None:
    text = f"« {form}, 5"
    # A suffix after an apostrophe is no part of the name; an apostrophe inside it is.
    whole = form if "Brien" in form else form.split("'")[0].split("’")[0]
    for languages in ([language], [f"{language}-Xxxx", "de"]):
        matches = matcher(f"{kind}: {name}").find(text, languages)
        assert found(matches, text) == [whole]
        assert [each.name for each in matches[0].candidates] == [name]


@pytest.mark.parametrize(("language", "kind", "name", "form"), split(NOT))
def test_what_is_no_form_is_not_found(language: str, kind: str, name: str, form: str) -> None:
    text = f"5 {form}, 5"
    assert found(matcher(f"{kind}: {name}").find(text, [language]), text) == []


# What stands in the text -> why it is suggested.
REASONS = {
    ("ru", "person: Kamal Jafarov; Камал Джафаров", "Дом Камала Джафарова."): (
        "matches variant Камал Джафаров, genitive or accusative"
    ),
    ("az", "person: Kamal Cəfərov", "K. Cəfərovdan məktub."): "matches variant Kamal Cəfərov, ablative, by initials",
    ("az", "person: Kamal Cəfərov", "Kamal Cəfərova məktub."): "matches variant Kamal Cəfərov, dative",
    ("az", "person: Kamal Cəfərov", "K. Cəfərova məktub."): (
        "matches variant Kamal Cəfərov, dative or the surname of a woman, by initials"
    ),
    ("en", "person: Lucia Bandini", "Bandini, Lucia: letters."): "matches variant Lucia Bandini, surname first",
    ("en", "person: Lucia Bandini", "Letters of Director Bandini."): (
        "matches variant Lucia Bandini, surname after a title"
    ),
    ("en", "person: Lucia M. Bandini", "It says Lucia Bandini"): "matches variant Lucia M. Bandini",
    ("en", "person: Lucia Bandini", "It says Lucia M. Bandini"): (
        "matches variant Lucia Bandini, with a name between that is not on record"
    ),
    ("en", "organisation: Union of Paper Makers", "The union of paper makers met."): (
        "matches variant Union of Paper Makers, in small letters"
    ),
    ("en", "place: Reading", "Reading is hard, and reading is slow."): (
        "matches variant Reading, could be the ordinary word"
    ),
    ("en", "person: Bandini", "Then Marco Bandini came."): "matches variant Bandini, another name stands beside it",
    ("ru", "place: Заречье", "поезд Ялта-Заречье"): "matches variant Заречье, joined with another word",
    ("ka", "place: თბილისი", "ის თბილისშია"[:11]): "matches variant თბილისი, with a postposition",
    ("az", "place: Gəncə", "Gəncədə"): "matches variant Gəncə, locative",
}


@pytest.mark.parametrize(("language", "record", "text"), REASONS)
def test_the_reason_is_told(language: str, record: str, text: str) -> None:
    (match,) = matcher(record).find(text, [language])
    (candidate,) = match.candidates
    assert candidate.why == REASONS[language, record, text]


def test_a_surname_alone_means_who_is_named_elsewhere_in_the_text() -> None:
    known = matcher("person: Lucia Bandini", "person: Marco Bandini")
    text = "Bandini wrote. Lucia Bandini had read it. Bandini’s letter, and Anna Bandini's."
    matches = known.find(text, ["en"])
    assert found(matches, text) == ["Bandini", "Lucia Bandini", "Bandini"]
    assert [[each.authority_id for each in match.candidates] for match in matches] == [[1], [1], [1]]
    assert known.find("Bandini wrote.", ["en"]) == []


@pytest.mark.parametrize(
    "text",
    (
        "Yesterday Bandini left.",
        "On Monday Bandini left.",
        "We saw Bandini Tuesday.",
        "In 1966 Bandini left.",
        "In Rome Bandini wrote.",
        "Then Bandini left. Old Bandini wrote.",
        "The Italian Bandini wrote.",
    ),
)
def test_a_word_with_a_capital_beside_a_surname_need_not_be_part_of_the_name(text: str) -> None:
    text = f"Lucia Bandini came. {text}"
    found_here = matcher("person: Lucia Bandini").find(text, ["en"])
    assert set(found(found_here[1:], text)) == {"Bandini"}
    assert all(match.candidates[0].authority_id == 1 for match in found_here)


@pytest.mark.parametrize("text", ("Then Anna Bandini left.", "Zaur Bandini left.", "The Bandini Street.", "A. Bandini"))
def test_a_name_beside_a_surname_is_another_name(text: str) -> None:
    text = f"Lucia Bandini came. {text}"
    assert found(matcher("person: Lucia Bandini").find(text, ["en"]), text) == ["Lucia Bandini"]


def test_one_surname_of_two_people_gives_both() -> None:
    known = matcher("person: Lucia Bandini", "person: Marco Bandini", "person: Luca Bandini")
    (match,) = known.find("a letter of Mr Bandini", ["en"])
    assert {each.authority_id for each in match.candidates} == {1, 2, 3}
    (match,) = known.find("a letter of L. Bandini", ["en"])
    assert {each.authority_id for each in match.candidates} == {1, 3}
    (match,) = known.find("a letter of Luca Bandini", ["en"])
    assert [each.authority_id for each in match.candidates] == [3]
    # One of several is less likely meant than the only one.
    assert max(each.score for each in known.find("L. Bandini")[0].candidates) < 500


def test_the_longest_stands_and_the_others_are_told() -> None:
    known = matcher("place: Gəncə", "organisation: Gəncə Şəhər Kitabxanası", "place: Gəncə şəhəri")
    text = "Gəncə Şəhər Kitabxanasında və Gəncədə"
    library, town = known.find(text, ["az"])
    assert found([library, town], text) == ["Gəncə Şəhər Kitabxanasında", "Gəncədə"]
    assert [each.candidates[0].name for each in library.within] == ["Gəncə"]
    assert town.within == ()


def test_a_form_of_one_name_can_be_another_name() -> None:
    known = matcher("person: Иван Алиев; Алиев", "person: Анна Алиева; Алиева")
    (match,) = known.find("дом Алиева", ["ru"])
    assert [each.authority_id for each in match.candidates] == [2, 1]
    assert "genitive" in match.candidates[1].why and "woman" in match.candidates[1].why


def test_the_language_decides_about_latin_endings() -> None:
    known = matcher("person: Nazim", "place: Ankara")
    assert known.find("Nazimin", ["en"]) == [] and known.find("Ankaraya", ["en", "fr"]) == []
    assert len(known.find("Nazimin")) == len(known.find("Nazimin", ["az"])) == 1
    assert len(known.find("Ankaraya", ["en", "tr"])) == 1


def test_nothing_on_record_and_nothing_to_read() -> None:
    assert Matcher([]).find("Lucia Bandini") == [] == matcher("person: Lucia Bandini").find("")


SAMPLES = {
    "az": ["Kamal Orluyev", "Nigar Səfərli", "Anar Zeybəkov"],
    "ru": ["Иван Сидоров", "Павел Заречный", "Анна Ломтева"],
    "hy": ["Արամ Պետրոսյան", "Անի Գոռյան"],
    "ka": ["ნოდარ ბერიძე", "ნინო მელაშვილი"],
}
WORDS = {
    "az": "və kitab evi oxudu yeni rəf kağız dedi ilə, sonra",
    "ru": "и книга на полке читал дом, новый сказал потом",
    "hy": "և գիրք տուն կարդաց նոր ասաց, հետո",
    "ka": "და წიგნი სახლი ახალი თქვა, შემდეგ",
}


@st.composite
def planted(draw: st.DrawFn) -> tuple[str, str, list[tuple[int, int, str]]]:
    """A text in a language with names planted in it, and where they stand."""
    language = draw(st.sampled_from(sorted(SAMPLES)))
    words = WORDS[language].split(" ")
    text, places = draw(st.sampled_from(["", "\u00ad ", "e\u0301 ", "🙂 "])), []
    for _turn in range(draw(st.integers(0, 6))):
        text += " ".join(draw(st.lists(st.sampled_from(words), min_size=1, max_size=4))) + " "
        name = draw(st.sampled_from(SAMPLES[language]))
        places.append((len(text), len(text) + len(name), name))
        text += name + draw(st.sampled_from([", ", ". ", " – ", "\n\n", "; ", "’"])) + words[0] + " "
    return language, text, places


@given(planted())
def test_every_name_planted_is_found_at_its_place(example: tuple[str, str, list[tuple[int, int, str]]]) -> None:
    language, text, places = example
    known = matcher(*(f"person: {name}" for names in SAMPLES.values() for name in names))
    matches = known.find(text, [language])
    assert [(each.start, each.end, each.candidates[0].name) for each in matches] == places


PIECES = ("Bandini", "Lucia", "L.", "M.", "Bandini,", "Rossi", "Dr.", "and", "Gəncə", "şəhəri", "-", "'", "\n", "\n\n")


@given(st.lists(st.sampled_from(PIECES)))
def test_names_never_overlap_and_offsets_are_within_the_text(pieces: list[str]) -> None:
    text = " ".join(pieces)
    people = ("person: Lucia Bandini; Lucia", "person: Lucia M. Rossi; Rossi")
    known = matcher(*people, "place: Gəncə", "place: Gəncə şəhəri")
    matches = known.find(text)
    assert all(0 <= match.start < match.end <= len(text) for match in matches)
    assert all(one.end <= other.start for one, other in pairwise(matches))
    for match in matches:
        assert match.candidates and all(0 < each.score <= 1000 for each in match.candidates)
        assert all(each.start < match.end and match.start < each.end for each in match.within)


@given(st.text(max_size=200))
def test_any_text_is_searched(text: str) -> None:
    for match in matcher("person: Lucia Bandini", "place: a", "theme: б", "event: ա 1").find(text):
        assert text[match.start : match.end].strip()


@given(planted(), st.data())
def test_names_that_changed_are_found_as_if_all_were_prepared_anew(
    example: tuple[str, str, list[tuple[int, int, str]]], data: st.DataObject
) -> None:
    language, text, _places = example
    rows = [
        NameRow(number, "person", name, name_key(name), True, 0)
        for number, name in enumerate(name for names in SAMPLES.values() for name in names)
    ]
    numbers = st.sets(st.integers(0, len(rows)))
    first, gone, added = data.draw(numbers), data.draw(numbers), data.draw(numbers)
    changed = Matcher(row for row in rows if row.authority_id in first)
    now = first
    for ids, kept in ((gone, now - gone), (added, (now - gone) | added)):
        changed = changed.changed(ids, [row for row in rows if row.authority_id in ids & kept])
        now = kept
    anew = Matcher(row for row in rows if row.authority_id in now)
    assert changed.find(text, [language]) == anew.find(text, [language])
    assert changed.changes == len(gone | added)
