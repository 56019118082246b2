from __future__ import annotations

import pytest

from curator.model.reading import ArticleReading, Found
from curator.readers.plain_text import article_in
from curator.readers.text_flags import flags_of

TITLE = Found("Kitabxana açıldı", "text")
PROSE = "Kəndin köhnə kitabxanası təmirdən sonra bazar ertəsi günü yenidən oxucuların üzünə açıldı."


def _codes(text: str, **fields: object) -> list[str]:
    return [flag.code for flag in flags_of(ArticleReading(text, **({"title": TITLE} | fields)))]  # type: ignore[arg-type]


def test_a_clean_text_has_no_flags() -> None:
    assert _codes(PROSE) == []


def test_a_text_without_a_title_is_flagged() -> None:
    assert _codes(PROSE, title=None) == ["no-title"]


@pytest.mark.parametrize(
    "leftover",
    ["phrase_var_language.ay2", "{{ article.title }}", "{% block %}", "${name}", "&nbsp;", "<br />", "[caption id=3]"],
)
def test_what_a_template_left_is_flagged_and_quoted(leftover: str) -> None:
    (flag,) = flags_of(ArticleReading(f"{PROSE} {leftover}", title=TITLE))
    assert flag.code == "template-leftover"
    assert leftover in flag.message


@pytest.mark.parametrize("plain", ["a < b and c > d", "AT&T; R&D", "5 % of {them}", "the language_of words"])
def test_signs_that_people_write_are_no_leftovers(plain: str) -> None:
    assert _codes(f"{PROSE} {plain}") == []


def test_menus_that_repeat_are_flagged_and_refrains_are_not() -> None:
    menu = "Home\nNews\nSport\n"
    assert _codes(menu + PROSE + "\n" + menu + menu) == ["repeated-navigation"]
    assert _codes("Oh river\n" * 6 + PROSE) == []
    assert _codes(f"{PROSE}\n\n{PROSE}") == ["repeated-navigation"]


@pytest.mark.parametrize(
    "sign", ["Translated by Google", "Машинный перевод", "Avtomatik tərcümə", "Bu metin otomatik olarak çevrilmiştir"]
)
def test_signs_of_machine_translation_are_flagged(sign: str) -> None:
    assert _codes(f"{PROSE}\n\n{sign}") == ["machine-translation"]


def test_a_text_in_two_languages_is_flagged_with_both() -> None:
    russian = "В городе открыли новый парк для детей, где будут качели, фонтаны и летняя библиотека под открытым небом."
    (flag,) = flags_of(ArticleReading(f"{PROSE}\n\n{russian}", title=TITLE, languages=("az", "ru")))
    assert flag.code == "mixed-languages"
    assert "az" in flag.message and "ru" in flag.message


def test_a_date_that_is_a_guess_is_flagged_in_its_own_words() -> None:
    (flag,) = flags_of(ArticleReading(PROSE, title=TITLE, published=Found("2020-04-03", "text", 400, "03/04/2020")))
    assert flag.code == "date-guess"
    assert "03/04/2020" in flag.message


def test_garbled_letters_are_flagged_and_a_mended_text_is_only_suggested() -> None:
    garbled = PROSE.encode("utf-8").decode("cp1252")
    reading = article_in(garbled)
    assert reading.body == garbled
    assert [suggestion.found.value for suggestion in reading.suggestions if suggestion.field == "body"] == [PROSE]
    assert "mojibake" in [flag.code for flag in flags_of(reading)]
