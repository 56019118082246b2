from __future__ import annotations

import pytest

from curator.names.event_names import event_names

from .event_forms import EVENTS, NO_EVENTS

ROWS = [
    (language, *line.strip().split(" | ")) for language, lines in EVENTS.items() for line in lines.strip().splitlines()
]
NONE = [
    (language, f"{sentence.strip()}.".replace("։.", "։"))
    for language, text in NO_EVENTS.items()
    for sentence in " ".join(text.replace("։ ", "։. ").split()).split(". ")
]


def test_there_are_enough_of_them() -> None:
    assert len({row[:2] for row in ROWS}) >= 40


@pytest.mark.parametrize(("language", "sentence", "wanted"), ROWS)
def test_an_event_is_proposed_whole_in_its_basic_form(language: str, sentence: str, wanted: str) -> None:
    for languages in ([language], []):
        assert [event.name for event in event_names(sentence, languages)] == wanted.split("; ")


@pytest.mark.parametrize(("language", "sentence"), NONE)
def test_what_is_no_event_by_name_or_date_is_not_proposed(language: str, sentence: str) -> None:
    assert [event.name for event in event_names(sentence, [language])] == []


def test_all_places_of_an_event_are_told_without_the_article() -> None:
    text = "The 44-day war began. Later the 44-Day War was filmed."
    (event,) = event_names(text, ["en"])
    assert [text[start:end] for start, end in event.places] == ["44-day war", "44-Day War"]
    assert (event.kind, event.why) == ("event", "new: “war” with a number of days")


def test_the_words_stand_as_they_are_in_each_of_two_namings() -> None:
    text = "One paper wrote of the Millbrook massacre, another of the Millbrook tragedy."
    assert [event.name for event in event_names(text, ["en"])] == ["Millbrook massacre", "Millbrook tragedy"]
