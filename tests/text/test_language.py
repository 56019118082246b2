from __future__ import annotations

import pytest

from curator.text.language import language_of, languages_of_paragraphs

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


def test_each_paragraph_has_its_language() -> None:
    body = "\n\n".join((TEXTS["az"], TEXTS["ru"], "Facebook", TEXTS["hy"], TEXTS["en"]))
    assert languages_of_paragraphs(body, "az") == ("az", "ru", "az", "hy", "en")


@pytest.mark.parametrize("code", TEXTS)
def test_a_text_in_one_language_needs_no_list(code: str) -> None:
    assert languages_of_paragraphs(f"{TEXTS[code]}\n\n{TEXTS[code]}", code) == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ბიბლიოთეკამ ახალი დარბაზი გახსნა ქალაქის მცხოვრებთათვის.", "ka"),
        ("Бібліотека відкрила новий читальний зал, і вхід для мешканців міста є вільним.", "uk"),
        ("Китабхана јени оху залыны ачды вә шәһәр сакинләри үчүн ҝириш пулсуз олду.", "az-Cyrl"),
    ],
)
def test_other_languages_of_the_region(text: str, code: str) -> None:
    verdict = language_of(text)
    assert verdict is not None
    assert verdict[0] == code
