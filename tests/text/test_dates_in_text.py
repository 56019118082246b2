"""Written dates: every pattern of CLDR in seven languages, what the press writes beside them, and what is no date."""

from __future__ import annotations

import datetime
from collections import Counter

import pytest
from babel import Locale
from babel.dates import format_date, format_datetime
from hypothesis import given
from hypothesis import strategies as st

from curator.model.dates import parse_edtf
from curator.text import date_vocabulary as vocabulary
from curator.text.dates_in_text import find, read
from curator.text.fold import fold

LANGUAGES = ("az", "tr", "hy", "ru", "en", "ka", "uk")
FORMATS = ("full", "long", "medium", "short")
# One in each month, days of one and two digits, days that could be months.
DAYS = tuple(datetime.date(2010 + month, month, (month * 5) % 28 + 1) for month in range(1, 13))
CLDR = [(code, style, day) for code in LANGUAGES for style in FORMATS for day in DAYS]

WRITTEN = [
    # language, text, EDTF, time, zone
    ("az", "14 mart 2011-ci il", "2011-03-14", "", ""),
    ("az", "14-cü mart 2011", "2011-03-14", "", ""),
    ("az", "2011-ci il martın 14-ü", "2011-03-14", "", ""),
    ("az", "2011-ci il mart ayının 14-də", "2011-03-14", "", ""),
    ("az", "14 MART 2011", "2011-03-14", "", ""),
    ("az", "14 İyun 2011 | 13:00", "2011-06-14", "13:00", ""),
    ("az", "14 iyul 2011, saat 13:00", "2011-07-14", "13:00", ""),
    ("az", "13:00, 14 mart 2011", "2011-03-14", "13:00", ""),
    ("az", "çərşənbə axşamı, 15 mart 2011", "2011-03-15", "", ""),
    ("az", "2011-ci ilin mart ayı", "2011-03", "", ""),
    ("az", "14 sentyabr 2020, 13:00 (GMT+4)", "2020-09-14", "13:00", "+04:00"),
    ("az", "27 sentyabr - 9 noyabr 2020", "2020-09-27/2020-11-09", "", ""),
    ("az", "14-16 mart 2011-ci il", "2011-03-14/2011-03-16", "", ""),
    ("tr", "14 Mart 2011 Pazartesi, 13:00", "2011-03-14", "13:00", ""),
    ("tr", "14 AĞUSTOS 2011", "2011-08-14", "", ""),
    ("tr", "14 Şubat 2011 - 09:30", "2011-02-14", "09:30", ""),
    ("tr", "14 Mart 2011'de", "2011-03-14", "", ""),
    ("tr", "Pazartesi, Mart 14, 2011", "2011-03-14", "", ""),
    ("tr", "14/03/2011 09:30", "2011-03-14", "09:30", ""),
    ("tr", "03/04/2011", "2011-04-03", "", ""),
    ("hy", "2011 թ. մարտի 14", "2011-03-14", "", ""),
    ("hy", "2011 թվականի մարտի 14-ին", "2011-03-14", "", ""),
    ("hy", "14 մարտի, 2011թ.", "2011-03-14", "", ""),
    ("hy", "14 Մարտ 2011, 13:00", "2011-03-14", "13:00", ""),
    ("hy", "երկուշաբթի, մարտի 14, 2011", "2011-03-14", "", ""),
    ("hy", "2011 թ․ հունիս", "2011-06", "", ""),
    ("ru", "14 марта 2011 года в 13:05", "2011-03-14", "13:05", ""),
    ("ru", "14-го марта 2011 года", "2011-03-14", "", ""),
    ("ru", "понедельник, 14 марта 2011", "2011-03-14", "", ""),
    ("ru", "13:05, 14 марта 2011 г.", "2011-03-14", "13:05", ""),
    ("ru", "14.03.2011 в 13:05", "2011-03-14", "13:05", ""),
    ("ru", "март 2011 г.", "2011-03", "", ""),
    ("ru", "14–16 марта 2011 г.", "2011-03-14/2011-03-16", "", ""),
    ("ru", "28 февраля - 2 марта 2011", "2011-02-28/2011-03-02", "", ""),
    ("uk", "понеділок, 14 березня 2011 р., 13:05", "2011-03-14", "13:05", ""),
    ("uk", "14-го березня 2011 року о 13:05", "2011-03-14", "13:05", ""),
    ("uk", "п'ятниця, 18 березня 2011 року", "2011-03-18", "", ""),
    ("uk", "листопад 2011", "2011-11", "", ""),
    ("ka", "2011 წლის 14 მარტი", "2011-03-14", "", ""),
    ("ka", "14 მარტს, 2011 წელს", "2011-03-14", "", ""),
    ("ka", "14 მარ. 2011 13:05", "2011-03-14", "13:05", ""),
    ("ka", "ივნისი, 2011", "2011-06", "", ""),
    ("en", "March 14th, 2011 at 1 p.m.", "2011-03-14", "13:00", ""),
    ("en", "14th of March, 2011", "2011-03-14", "", ""),
    ("en", "Mon, 14 Mar 2011 13:05:09 GMT", "2011-03-14", "13:05:09", "Z"),
    ("en", "Sept. 14, 2011, 12:05 AM", "2011-09-14", "00:05", ""),
    ("en", "Monday 14 March 2011", "2011-03-14", "", ""),
    ("en", "March 14–16, 2011", "2011-03-14/2011-03-16", "", ""),
    ("en-GB", "03/04/2011", "2011-04-03", "", ""),
    ("en", "03/14/2011", "2011-03-14", "", ""),
    (None, "2011-03-14T13:05:00+04:00", "2011-03-14", "13:05:00", "+04:00"),
    (None, "2011-03-14 13:05 UTC", "2011-03-14", "13:05", "Z"),
    (None, "2011/03/14", "2011-03-14", "", ""),
    (None, "14. März 2011", "2011-03-14", "", ""),
    (None, "14 août 2011 à 13h05", "2011-08-14", "13:05", ""),
    (None, "14 de marzo de 2011", "2011-03-14", "", ""),
    (None, "2011", "2011", "", ""),
]

NO_DATE = (
    "The flight of 14 people in 2011.",
    "it may 2011 times be so",
    "COVID-19",
    "10.1.2.211",
    "31 июня 2011",
    "30.02.2011",
    "Tel. 012 345 67 89",
    "1.2.3.2011",
    "14:03:20",
)


@pytest.mark.parametrize("style", FORMATS)
@pytest.mark.parametrize("code", LANGUAGES)
def test_every_pattern_of_cldr_is_read(code: str, style: str) -> None:
    for day in DAYS:
        text = format_date(day, style, locale=code)
        date = read(text, code)
        assert date is not None, text
        assert date.edtf == day.isoformat(), text
        assert text[date.start : date.end] == date.verbatim == text


@pytest.mark.parametrize("style", ["long", "medium", "short"])
@pytest.mark.parametrize("code", LANGUAGES)
def test_every_pattern_with_a_time_is_read(code: str, style: str) -> None:
    for day in DAYS:
        moment = datetime.datetime(day.year, day.month, day.day, 13, 5, 9, tzinfo=datetime.UTC)
        text = format_datetime(moment, style, locale=code)
        date = read(text, code)
        assert date is not None, text
        assert date.edtf == day.isoformat(), text
        assert date.time[:5] == "13:05", text
        assert date.zone == ("Z" if style == "long" else ""), text


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("width", ["wide", "abbreviated"])
def test_every_form_of_a_month_is_known(code: str, width: str) -> None:
    for names in Locale(code).months["format"][width], Locale(code).months["stand-alone"]["wide"]:
        for number, name in names.items():
            (date,) = find(f"14 {name} 2011", code)
            assert date.edtf == f"2011-{number:02}-14"


@pytest.mark.parametrize(("language", "text", "edtf", "time", "zone"), WRITTEN)
def test_what_the_press_writes_is_read(language: str | None, text: str, edtf: str, time: str, zone: str) -> None:
    date = read(text, language)
    assert date is not None
    assert (date.edtf, date.time, date.zone) == (edtf, time, zone)
    assert text[date.start : date.end] == date.verbatim
    parse_edtf(date.edtf)


def test_the_table_has_two_hundred_dates() -> None:
    assert len(CLDR) + len(WRITTEN) > 200
    assert {code for code, _style, _day in CLDR} == set(LANGUAGES)


@pytest.mark.parametrize("text", NO_DATE)
def test_other_numbers_are_no_dates(text: str) -> None:
    assert find(text, "en") == []


def test_dates_are_found_in_their_places_within_prose() -> None:
    text = "Bakı, 14 mart 2011. Sərgi 3 aprel 2011-ci ildə bağlandı.\nMəktub 5.6.1994 tarixlidir."
    found = find(text, "az")
    assert [text[date.start : date.end] for date in found] == ["14 mart 2011", "3 aprel 2011-ci ildə", "5.6.1994"]
    assert [date.edtf for date in found] == ["2011-03-14", "2011-04-03", "1994-06-05"]
    for line in ("Dərc edilib: 14 mart 2011", "Bakı / 14.03.2011", "Опубликовано:14 марта 2011", "Bakı – 14 mart 2011"):
        assert [date.edtf for date in find(line)] == ["2011-03-14"]


def test_day_and_month_that_could_change_places_are_a_guess() -> None:
    for language in (None, "en"):
        (date,) = find("03/04/2011", language)
        assert date.confidence < 500
        assert date.why == "order"
    (same,) = find("04/04/2011")
    assert same.confidence > 800


def test_a_weekday_settles_the_order_or_raises_a_doubt() -> None:
    (settled,) = find("Sunday, 04/03/2011", "en")
    assert (settled.edtf, settled.confidence) == ("2011-04-03", 850)
    (doubtful,) = find("Friday, 14 March 2011", "en")
    assert doubtful.why == "weekday"
    assert doubtful.confidence < 500


@pytest.mark.parametrize(
    ("text", "edtf", "time"),
    [
        ("7 phrase_var_language.ay2 2026, 13:00", "2026-02-07", "13:00"),
        ("07 {{month.11}} 2025", "2025-11-07", ""),
        ("lang[month_9] 7, 2025", "2025-09-07", ""),
        ("7 {month} 2026", "2026", ""),
    ],
)
def test_what_a_template_left_is_read_as_a_guess(text: str, edtf: str, time: str) -> None:
    (date,) = find(text, "az")
    assert (date.edtf, date.time, date.why) == (edtf, time, "broken")
    assert date.confidence <= 300


def test_a_year_of_two_digits_and_no_year_are_never_sure() -> None:
    (short,) = find("14.03.94", "ru")
    assert (short.edtf, short.confidence) == ("1994-03-14", 500)
    (yearless,) = find("14 марта, вечером", "ru")
    assert (yearless.edtf, yearless.why) == ("XXXX-03-14", "no-year")
    assert yearless.confidence < 500


def test_a_count_of_people_is_no_sure_year() -> None:
    (count,) = find("14 мая 1500 человек вышли на площадь", "ru")
    assert count.confidence < 500
    (year,) = find("14 мая 1500 года", "ru")
    assert year.confidence > 900


def test_read_wants_the_whole_text_to_be_a_date() -> None:
    assert read("14 mart 2011 tarixində baş verdi", "az") is None
    assert read("(14 mart 2011)", "az") is not None
    assert read("14 mart 2011 və 15 mart 2011", "az") is None


def test_no_name_means_two_months() -> None:
    meant: Counter[tuple[str, int]] = Counter()
    for stems, endings in vocabulary._CASES:
        meant.update(vocabulary._inflected(stems, endings).items())
    for line in (*vocabulary._NAMES, *vocabulary._SHORT):
        meant.update((form, number + 1) for number, form in vocabulary._forms(line))
    assert max(Counter(name for name, _number in meant).values()) == 1
    assert all(fold(name) == name for name, _number in meant)


@given(st.text(alphabet="0123456789 .-/:,'{_}марта mart14թწTZ+\n", max_size=80), st.sampled_from([*LANGUAGES, None]))
def test_any_text_gives_dates_that_exist_in_their_order(text: str, language: str | None) -> None:
    end = 0
    for date in find(text, language):
        parse_edtf(date.edtf)
        assert end <= date.start < date.end <= len(text)
        assert text[date.start : date.end] == date.verbatim
        assert 0 <= date.confidence <= 1000
        end = date.end
