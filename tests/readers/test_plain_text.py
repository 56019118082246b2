from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest

from curator.readers import Candidate, Unreadable
from curator.readers.plain_text import PlainTextReader

Make = Callable[..., Candidate]


def test_a_text_that_begins_with_its_text_is_kept_and_nothing_is_guessed(candidate: Make) -> None:
    text = "Kitabxana açıldı\r\n\r\n  Bakı, 27 sentyabr.\tGiriş şəhər sakinləri üçün pulsuzdur. \r\n"
    (reading,) = PlainTextReader().read(candidate("a.txt", text))
    assert reading.body == text.replace("\r\n", "\n")
    assert (reading.title, reading.published, reading.authors) == (None, None, ())
    assert reading.language is not None
    assert (reading.language.value, reading.language.source, reading.encoding) == ("az", "text", "utf-8")


def test_marks_and_decomposed_letters_are_normalised(candidate: Make) -> None:
    text = "\ufeff" + unicodedata.normalize("NFD", "Şuşa\x00 kitabxanası")
    (reading,) = PlainTextReader().read(candidate("a.txt", text))
    assert reading.body == "Şuşa kitabxanası"


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("Библиотека открыла новый читальный зал для жителей города.", "cp1251"),
        ("Kütüphane yeni okuma salonunu açtı; öğrenciler için ışıklı, geniş bir yer.", "cp1254"),
        ("Գրադարանը բացեց նոր ընթերցասրահ։", "utf-16"),
    ],
)
def test_other_encodings_are_read_and_named(candidate: Make, text: str, codec: str) -> None:
    (reading,) = PlainTextReader().read(candidate("a.txt", text.encode(codec)))
    assert reading.body == text
    assert reading.encoding.startswith(codec)


@pytest.mark.parametrize(
    ("content", "code"), [(b"", "empty"), (b" \r\n\t", "no-text"), (b"a" * (15 * 1024 * 1024 + 1), "too-large")]
)
def test_what_cannot_be_read_says_why(candidate: Make, content: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as caught:
        PlainTextReader().read(candidate("a.txt", content))
    assert caught.value.code == code
    assert "a.txt" in caught.value.message


def test_a_text_at_the_limit_is_read(candidate: Make) -> None:
    (reading,) = PlainTextReader().read(candidate("a.txt", b"a" * (15 * 1024 * 1024)))
    assert len(reading.body) == 15 * 1024 * 1024


def test_a_reading_says_what_is_doubtful(candidate: Make) -> None:
    (reading,) = PlainTextReader().read(candidate("a.txt", "Bakı, 27 sentyabr. Giriş şəhər sakinləri üçün pulsuzdur."))
    assert [problem.code for problem in reading.problems] == ["no-title"]
    assert [suggestion.found.value for suggestion in reading.suggestions] == ["Bakı, 27 sentyabr."]


def test_a_long_beginning_is_cut_after_a_word(candidate: Make) -> None:
    (reading,) = PlainTextReader().read(candidate("a.txt", "kitab " * 60 + "."))
    (suggestion,) = reading.suggestions
    assert suggestion.found.value.endswith("kitab…")
    assert len(suggestion.found.value) <= 121
