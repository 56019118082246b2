from __future__ import annotations

import pytest

from curator.text.language import language_of

TEXTS = {
    "az": "Kitabxana yeni oxu zalını açdı və şəhər sakinləri üçün giriş pulsuz oldu.",
    "tr": "Kütüphane yeni okuma salonunu açtı ve şehir sakinleri için giriş ücretsiz oldu.",
    "ru": "Библиотека открыла новый читальный зал, и вход для жителей города стал свободным.",
    "hy": "Գրադարանը բացեց նոր ընթերցասրահ, և քաղաքի բնակիչների համար մուտքն ազատ է։",
    "en": "The library opened a new reading room, and entry is free for the people of the town.",
}


@pytest.mark.parametrize("code", TEXTS)
def test_the_languages_of_the_archive_are_told_apart(code: str) -> None:
    verdict = language_of(TEXTS[code])
    assert verdict is not None
    assert verdict[0] == code
    assert 0 < verdict[1] <= 1000


def test_paragraphs_vote_with_their_length() -> None:
    verdict = language_of(f"{TEXTS['en']}\n\n" + f"{TEXTS['az']}\n\n" * 3)
    assert verdict is not None
    assert verdict[0] == "az"
    alone = language_of(f"{TEXTS['az']}\n\n" * 3)
    assert alone is not None
    assert verdict[1] < alone[1]


@pytest.mark.parametrize("text", ["", "Kitab", "12.03.2023 – 45 678 901 234 567 890", " \n\n "])
def test_too_few_letters_give_no_verdict(text: str) -> None:
    assert language_of(text) is None


def test_short_lines_are_weighed_together() -> None:
    verdict = language_of("Библиотека\nоткрыла\nновый\nчитальный\nзал")
    assert verdict is not None
    assert verdict[0] == "ru"
