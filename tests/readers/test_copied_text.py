from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.model.reading import ArticleReading
from curator.readers.copied_text import clean
from curator.readers.plain_text import article_in

from .copied import ARMENIAN, AZERBAIJANI, ENGLISH, RUSSIAN, TURKISH, WRITTEN

TEXTS = (AZERBAIJANI, RUSSIAN, ENGLISH, *WRITTEN.values())
LINES = st.sampled_from([line for text in TEXTS for line in text.split("\n")])


class Wanted(NamedTuple):
    title: str
    publication: str | None
    section: str | None
    published: str
    time: str | None
    paragraphs: int


def _value(reading: ArticleReading, field: str) -> str | None:
    found = getattr(reading, field)
    return found.value if found else None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            AZERBAIJANI,
            Wanted(
                "Kəndin kitabxanası on ildən sonra yenidən açıldı",
                "Xəzər Xəbər",
                "Mədəniyyət",
                "2023-03-12",
                "14:05",
                3,
            ),
        ),
        (
            RUSSIAN,
            Wanted("Музей старой почты принял первых посетителей", "Вечерний Лорм", None, "2021-05-14", "10:00", 3),
        ),
        (ARMENIAN, Wanted("Գյուղի գրադարանը վերաբացվեց", None, "Լուրեր", "2022-04-05", None, 2)),
        (TURKISH, Wanted("Köy kütüphanesi yeniden açıldı", None, None, "2022-04-03", "09:15", 2)),
        (
            ENGLISH,
            Wanted("The old post office opens as a museum", "The Lorm Evening Post", "Culture", "2020-03-14", None, 3),
        ),
    ],
)
def test_the_article_of_a_copied_page_is_kept_and_its_head_goes_to_fields(text: str, wanted: Wanted) -> None:
    reading = article_in(text)
    assert _value(reading, "title") == wanted.title
    assert _value(reading, "publication") == wanted.publication
    assert _value(reading, "section") == wanted.section
    assert _value(reading, "published") == wanted.published
    assert _value(reading, "published_time") == wanted.time
    paragraphs = reading.body.split("\n\n")
    assert len(paragraphs) == wanted.paragraphs
    assert all(paragraph in text for paragraph in paragraphs)
    assert all(len(paragraph) > 60 for paragraph in paragraphs)


def test_what_was_cut_is_there_with_its_reason_and_its_field() -> None:
    cut = {part.text: (part.why, part.field) for part in article_in(AZERBAIJANI).parts if not part.kept}
    assert cut["Xəzər Xəbər"] == ("site", "publication")
    assert cut["Mədəniyyət"] == ("section", "section")
    assert cut["12 mart 2023, 14:05"] == ("date", "published")
    assert cut["Facebook"] == ("share", "")
    assert cut["Digər xəbərlər"] == ("related", "")
    assert cut["Синоптики обещают дождь на выходных"] == ("other-language", "")
    headlines = [part for part in article_in(AZERBAIJANI).parts if part.why == "headline"]
    assert [part.field for part in headlines] == ["title", "title"]


def test_the_byline_and_the_rights_are_told() -> None:
    reading = article_in(ENGLISH)
    assert [author.value for author in reading.authors] == ["Anna Lugin"]
    assert reading.parts[-1].why == "rights"


def test_signs_of_the_source_stay_in_the_body() -> None:
    assert "on iki min\u00a0kitab" in article_in(AZERBAIJANI).body


@pytest.mark.parametrize("kind", WRITTEN)
def test_what_people_write_is_kept_whole(kind: str) -> None:
    reading = article_in(WRITTEN[kind])
    assert reading.body == WRITTEN[kind]
    assert reading.parts == ()
    assert (reading.title, reading.published, reading.publication) == (None, None, None)
    assert "title" in [suggestion.field for suggestion in reading.suggestions]


@pytest.mark.parametrize(("kind", "day"), [("a diary", "2023-03-12"), ("a letter with its date", "1921-03-04")])
def test_a_date_in_a_line_of_its_own_is_suggested(kind: str, day: str) -> None:
    reading = article_in(WRITTEN[kind])
    (found,) = [suggestion.found for suggestion in reading.suggestions if suggestion.field == "published"]
    assert (found.value, reading.published) == (day, None)


def test_a_date_is_no_title() -> None:
    (title, _date) = article_in(WRITTEN["a diary"]).suggestions
    assert title.found.value == "Bu gün kitabxanaya getdim."


def test_a_text_without_a_head_has_no_title_but_a_suggestion() -> None:
    text = AZERBAIJANI.split("\n\n", 1)[1]
    reading = article_in(text)
    assert reading.title is None
    assert reading.published is None
    (suggestion,) = reading.suggestions
    assert suggestion.field == "title"
    assert suggestion.found.value.startswith("Kəndin köhnə kitabxanası")
    assert suggestion.found.confidence < 500
    assert "Facebook" not in reading.body


def test_a_headline_alone_above_the_text_that_speaks_of_it_is_the_title() -> None:
    text = (
        "Köhnə dəyirmanın tarixi\n\nKöhnə dəyirman çayın sahilində 1931-ci ilin daşqınına qədər dururdu,"
        " sonra ondan yalnız"
        " daşlar qaldı.\n\nDaşları adamlar evlərinə apardılar. Onların bir qismi hələ də görünür.\n"
    )
    reading = article_in(text)
    assert _value(reading, "title") == "Köhnə dəyirmanın tarixi"
    assert [part.why for part in reading.parts] == ["headline", "", ""]


def test_a_date_told_of_in_the_text_is_not_that_of_publication() -> None:
    text = ENGLISH.replace("March 14, 2020\n", "").replace("since the spring", "since 4 May 2017")
    assert article_in(text).published is None


def test_stories_in_other_languages_below_the_article_are_cut() -> None:
    text = AZERBAIJANI + (
        "\nВ городе открыли новый парк для детей, где будут качели, фонтаны и летняя библиотека под открытым небом.\n"
        "\nThe mayor opened a new bridge over the river on Monday, and the old one will be taken down in spring.\n"
    )
    reading = article_in(text)
    assert reading.body == article_in(AZERBAIJANI).body
    assert [part.why for part in reading.parts[-2:]] == ["other-language", "other-language"]


def test_verse_on_a_page_is_kept_whole() -> None:
    stanzas = WRITTEN["verse with a refrain"].split("\n\n", 1)[1].strip()
    page = f"Ədəbiyyat\nUca dağlar\nUca dağlar\n12.03.2023\n\n{stanzas}\n\nFacebook\nTwitter\nDigər xəbərlər\n"
    reading = article_in(page)
    assert reading.body == stanzas
    assert _value(reading, "title") == "Uca dağlar"


def test_questions_and_answers_between_a_date_and_a_line_of_rights_are_kept_whole() -> None:
    talk = WRITTEN["an interview with speakers"].split("\n\n")[1].strip()
    reading = article_in(f"14 мая 1987\n\n{talk}\n\n© Музей Лорма\n")
    assert reading.body == talk
    assert reading.title is None


def test_a_quotation_in_another_language_stays() -> None:
    text = ENGLISH.replace(
        "The museum is open",
        "«Люди приходили с целыми чемоданами открыток, и каждый рассказывал свою историю», — говорит"
        " она.\n\nThe museum is"
        " open",
    )
    reading = article_in(text)
    assert "«Люди приходили" in reading.body
    assert reading.languages == ("en", "en", "ru", "en")


def test_a_broken_template_still_gives_a_guess() -> None:
    text = (
        "Lorm Xəbər\nYeni körpü açıldı\n7 phrase_var_language.ay2 2026, 13:00\nÇayın üzərindən salınan yeni"
        " körpü şənbə günü"
        " istifadəyə verildi, köhnə körpü isə yazda söküləcək.\nMühəndislər deyirlər ki, körpü əlli il dayanacaq.\n"
        "Facebook\nTwitter\n"
    )
    reading = article_in(text)
    assert reading.published is not None
    assert reading.published.value == "2026-02-07"
    assert reading.published.confidence < 500
    assert reading.published.verbatim.startswith("7 phrase_var_language")


@given(st.lists(LINES, min_size=1, max_size=40).map("\n".join))
def test_nothing_of_a_text_is_lost_or_changed(text: str) -> None:
    copied = clean(text)
    if not copied.parts:
        assert copied.body == text
        return
    assert "".join("".join(part.text for part in copied.parts).split()) == "".join(text.split())
    assert copied.body == "\n\n".join(part.text for part in copied.parts if part.kept)
    assert copied.body
    assert all(part.why for part in copied.parts if not part.kept)


@given(st.text(max_size=400))
def test_any_text_is_read(text: str) -> None:
    copied = clean(text)
    assert copied.body == text or copied.parts
