from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.names.candidates import NewName, candidates


def proposed(text: str, language: str = "en", taken: tuple[str, ...] = ()) -> dict[str, NewName]:
    """Return what is proposed for a text, by name; `taken` are words of it that are on record."""
    places = [(text.index(words), text.index(words) + len(words)) for words in taken]
    found = candidates(text, [language], places)
    assert len({each.name for each in found}) == len(found)
    return {each.name: each for each in found}


# Text -> "kind: name: reason", one a line.
REASONS = {
    "Prime Minister Lucia Bandini left the town.": "person: Lucia Bandini: new: “Prime Minister” before it",
    "We met prime minister Lucia Bandini there.": "person: Lucia Bandini: new: “prime minister” before it",
    "The foreign minister, Lucia Bandini, left.": "person: Lucia Bandini: new: “foreign minister” before it",
    "The Secretary of State Lucia Bandini left.": "person: Lucia Bandini: new: “Secretary” before it",
    "Minister of Trade and Industry Oto Varn left.": "person: Oto Varn: new: “Minister” before it",
    "They saw Mr. Varn and Dr. O'Brien there.": """
        person: Varn: new: “Mr” before it
        person: O'Brien: new: “Dr” before it
        """,
    "Oto Varn, chairman of the club, left.": "person: Oto Varn: new: “chairman” after it",
    "Oto Varn, the town's former mayor, left.": "person: Oto Varn: new: “former mayor” after it",
    "It is late, Oto Varn said.": "person: Oto Varn: new: “said” after it",
    "“It is late,” said Oto Varn.": "person: Oto Varn: new: “said” before it",
    "There Maria Varnova sang.": "person: Maria Varnova: new: begins with a given name",
    "There O. K. Varn sang.": "person: O. K. Varn: new: has an initial",
    "He saw Willem van der Berg there.": "person: Willem van der Berg: new: several words with capitals",
    "The Ministry of Foreign Affairs of Azerbaijan wrote.": (
        "organisation: Ministry of Foreign Affairs of Azerbaijan: new: “Ministry” in it"
    ),
    "It is the Bank of England again.": "organisation: Bank of England: new: “Bank” in it",
    "The Society for Letters and Stones met.": "organisation: Society for Letters and Stones: new: “Society” in it",
    "The Bank of England and Bank of Japan met.": """
        organisation: Bank of England: new: “Bank” in it
        organisation: Bank of Japan: new: “Bank” in it
        """,
    "He sold Varn and Co last year.": "organisation: Varn and Co: new: “Co” in it",
    "He sold Quillworks Ltd last year.": "organisation: Quillworks Ltd: new: “Ltd” in it",
    "The Food and Ink Commission met.": "organisation: Food and Ink Commission: new: “Commission” in it",
    "He works for the QXR now.": "organisation: QXR: new: an abbreviation in capitals",
    "Quillworks Chairman Oto Varn left.": """
        person: Oto Varn: new: “Chairman” before it
        organisation: Quillworks: new: “Chairman” after it
        """,
    "A Quillworks spokesman left.": "organisation: Quillworks: new: “spokesman” after it",
    "It rained in Harbourtown again.": "place: Harbourtown: new: “in” before it",
    "It rained over Baku again.": "place: Baku: new: a known place",
    "It rained on the River Tarn again.": "place: River Tarn: new: “River” in it",
    "He is from New Zealand, she from West Germany.": """
        place: New Zealand: new: a known place
        place: West Germany: new: a known place
        """,
    "A day\n\nHARBOURTOWN, March 3 - It rained.": "place: Harbourtown: new: place before a date",
    "It began with the Second Harbour War.": "event: Second Harbour War: new: “war” with an ordinal number",
    "VARN SAYS IT WILL RAIN": "person: Varn: new: “SAYS” after it",
    "PRESIDENT VARN VOWS TO STAY": "person: Varn: new: “PRESIDENT” before it",
}


@pytest.mark.parametrize(("text", "expected"), REASONS.items())
def test_what_is_proposed_and_why(text: str, expected: str) -> None:
    found = {f"{each.kind}: {each.name}: {each.why}" for each in proposed(text).values()}
    missing = {line.strip() for line in expected.strip().splitlines()} - found
    assert not missing, found


# Text -> what must not be proposed, neither alone nor as a part of a longer name.
NOT = {
    "However the rain stopped. Nobody came. Rain fell; the rain was warm.": "However; Nobody; Rain",
    "On Monday, March 3, it rained. It rains in April.": "Monday; March; April",
    "The French and the Americans met an Armenian.": "French; Americans; Armenian",
    "The Prime Minister and the President met. The Bank closed.": "Prime; Minister; President; Bank",
    "RAIN FALLS ON THE TOWN AGAIN\n\nThe town is wet.": "RAIN; FALLS; TOWN; AGAIN",
    "Quillworks Ltd <QWK.T> rose <QWK>.": "QWK",
    "HOGS 12.50 UP 3\nHARD RED CORN 66.50 UP": "HOGS; HARD RED",
    "The U.S. Had said so; the U.S. And the U.K. agreed.": "Had; And; U.S",
    "Prices fell in dlrs at 1200 GMT. GNP rose.": "GMT; GNP",
    "Separately, Finance Minister Oto Varn left.": "Separately",
    "It is model IDX-10 now.": "IDX",
}


@pytest.mark.parametrize(("text", "unwanted"), NOT.items())
def test_what_is_no_name(text: str, unwanted: str) -> None:
    found = " | ".join(proposed(text))
    assert not [each for each in unwanted.split("; ") if each in found]


# Text -> name -> the words at its places.
PLACES = {
    "Lucia Bandini left. Bandini's coat stayed. L. Bandini wrote; Mr. Bandini said so.": {
        "Lucia Bandini": "Lucia Bandini|Bandini|L. Bandini|Bandini"
    },
    "Oto Varn, a teacher, and Lea Varn, a poet, met. Varn said so.": {
        "Oto Varn": "Oto Varn",
        "Lea Varn": "Lea Varn|Varn",
    },
    "James Q. Varn said so. James Varn said no. Varn said maybe.": {"James Q. Varn": "James Q. Varn|James Varn|Varn"},
    "The Society of Paper Makers (SPM) met. The SPM agreed.": {
        "Society of Paper Makers": "Society of Paper Makers|SPM|SPM"
    },
    "The Paper Makers Society, PMS, met. The PMS agreed.": {"Paper Makers Society": "Paper Makers Society|PMS|PMS"},
    "Quillworks Inc rose. The Quillworks factory burned.": {"Quillworks Inc": "Quillworks Inc|Quillworks"},
    "VARN LEAVES\n\nPresident Oto Varn left.": {"Oto Varn": "VARN|Oto Varn"},
    "The Ministry of\nPaper wrote. It rained.": {"Ministry": ""},
    "It said so in a long line that goes on to the Ministry of\nPaper in the next one.": {
        "Ministry of Paper": "Ministry of\nPaper"
    },
    "Lucia Bandini and Oto Varn met. Varn, Bandini and others left.": {
        "Lucia Bandini": "Lucia Bandini|Bandini",
        "Oto Varn": "Oto Varn|Varn",
    },
}


@pytest.mark.parametrize(("text", "expected"), PLACES.items())
def test_short_forms_are_joined_with_the_full_name(text: str, expected: dict[str, str]) -> None:
    found = proposed(text)
    for name, places in expected.items():
        if places:
            assert [text[start:end] for start, end in found[name].places] == places.split("|")
        else:
            assert name not in found


@pytest.mark.parametrize(
    ("language", "text", "name", "places"),
    [
        ("az", "Nigar xanım Orluyeva gəldi. Orluyevanın sözü.", "Nigar Orluyeva", "Nigar xanım Orluyeva|Orluyevanın"),
        ("az", "Deputat Elçin Orluyev Gəncədə idi. E. Orluyevə.", "Elçin Orluyev", "Elçin Orluyev|E. Orluyevə"),
        ("tr", "Başbakan Orhan Kayalı Ankara'da konuştu. Kayalı'nın sözü.", "Orhan Kayalı", "Orhan Kayalı|Kayalı"),
        ("ru", "Депутат Пётр Орлов. Орлову, Петру Орлову.", "Пётр Орлов", "Пётр Орлов|Орлову|Петру Орлову"),
    ],
)
def test_forms_with_endings_are_joined(language: str, text: str, name: str, places: str) -> None:
    assert [text[start:end] for start, end in proposed(text, language)[name].places] == places.split("|")


def test_names_on_record_are_left_out() -> None:
    text = "President Lucia Bandini met Oto Varn of the Bank of England."
    assert set(proposed(text)) == {"Lucia Bandini", "Oto Varn", "Bank of England"}
    assert set(proposed(text, taken=("Lucia Bandini", "England"))) == {"Oto Varn", "Bank of England"}
    assert set(proposed(text, taken=("Bank of England", "Varn"))) == {"Lucia Bandini"}


def test_the_likeliest_come_first() -> None:
    text = "Trade in Harbourtown\n\nBaku, Paris and Quillworks. President Oto Varn left. Varn said so. Varn slept."
    first = candidates(text, ["en"])
    assert (first[0].kind, first[0].name) == ("person", "Oto Varn")
    assert [each.score for each in first] == sorted((each.score for each in first), reverse=True)


def test_a_heading_does_not_run_on_into_the_text() -> None:
    assert {"Oto Varn", "Lucia Bandini"} <= set(proposed("The Day of Oto Varn\nLucia Bandini said so."))


def test_a_text_in_any_or_no_language_is_taken() -> None:
    text = "President Oto Varn left."
    for languages in ([], ["de"], ["en-GB", "ru"]):
        assert [each.name for each in candidates(text, languages)] == ["Oto Varn"]


@given(
    st.text(alphabet=st.sampled_from("Aa B.,'-\n&()<>U.S.ƏəЁёАаՍսა5")),
    st.sampled_from(["en", "az", "ru", "hy", "ka", ""]),
)
def test_places_are_in_the_text_and_never_over_one_another(text: str, language: str) -> None:
    taken: list[tuple[int, int]] = []
    for each in candidates(text, [language] if language else []):
        assert each.places and each.name and 0 < each.score < 1000
        taken += each.places
        assert all(0 <= start < end <= len(text) for start, end in each.places)
    assert len(taken) == len(set(taken))
    assert candidates(text, [language], [(0, len(text))]) == []


def test_an_unknown_word_before_the_surname_of_somebody_on_record_is_no_organisation() -> None:
    text = "We met Florentine Bandini there."
    kinds = {each.name: each.kind for each in candidates(text, ["en"], surnames=["bandini"])}
    assert kinds["Florentine Bandini"] == "person"
    assert {each.name: each.kind for each in candidates(text, ["en"])}["Florentine Bandini"] == "organisation"
