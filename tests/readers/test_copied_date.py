from __future__ import annotations

import pytest

from curator.readers.copied_date import date_of_page
from curator.readers.line_features import look_at

HEADLINE = "Kəndin kitabxanası yenidən açıldı"
FIRST = "Kəndin köhnə kitabxanası 4 may 2017-ci ildə bağlanmışdı və indi yenidən oxucuların üzünə açıldı."
LAST = "Açılışda müəllimlər, valideynlər və kənd sakinləri iştirak ediblər, uşaqlar isə şeir oxuyublar."


def _date(*lines: str, language: str | None = "az") -> str | None:
    texts = [HEADLINE, *lines]
    found = date_of_page(look_at(texts), 0, texts.index(FIRST), texts.index(LAST), language)
    return found.date.edtf if found else None


@pytest.mark.parametrize(
    "line",
    [
        "12 mart 2023, 14:05",
        "Mədəniyyət | 12.03.2023",
        "Erstellt: 12.03.2023, 18:16 Uhr",
        "Posted: Mar 12, 2023 4:00 AM",
        "Aktualisiert am 12.03.2023-19:20",
        "2023年3月12日 20:00",
    ],
)
def test_a_line_at_the_headline_gives_the_date(line: str) -> None:
    assert _date(line, FIRST, LAST) == "2023-03-12"


def test_a_date_in_a_sentence_is_not_that_of_publication() -> None:
    assert _date(FIRST, LAST) is None


def test_a_date_in_a_caption_goes_after_that_of_the_page() -> None:
    caption = "Kitabxananın açılışı, ondan əvvəl çəkilmiş şəkil, 10 mart 2023"
    assert _date("12 mart 2023", caption, FIRST, LAST) == "2023-03-12"


def test_the_day_of_publication_goes_before_that_of_a_change() -> None:
    assert _date("Dərc edilib: 12.03.2023", "Yenilənib: 14.03.2023", FIRST, LAST) == "2023-03-12"
    assert _date("Güncelleme: 14.03.2023", "Yayınlanma: 12.03.2023", FIRST, LAST) == "2023-03-12"


def test_a_line_below_the_article_is_the_last_to_be_asked() -> None:
    assert _date(FIRST, LAST, "12 mart 2023") == "2023-03-12"
    assert _date("11 mart 2023", FIRST, LAST, "12 mart 2023") == "2023-03-11"


def test_dates_of_other_stories_are_left_alone() -> None:
    others = [f"Xəbər {number}" for number in ("bir", "iki", "üç", "dörd", "beş")]
    assert _date(FIRST, LAST, *others, "10 mart 2023") is None
