from __future__ import annotations

from collections.abc import Callable

import pytest

from curator.readers import Candidate, Unreadable
from curator.readers.front_matter import split_front_matter
from curator.readers.markdown import MarkdownReader
from curator.readers.markdown_text import PlainMarkdown, plain_markdown

Make = Callable[..., Candidate]


def test_the_front_matter_gives_the_fields(candidate: Make) -> None:
    text = """---
title: "Kitabxana: yeni zal"   # as printed
date: 2020-09-27 08:05 +04:00
authors:
  - Aysel Nümunə
  - Elçin Misal
url: https://xeber.example/123
lang: az
publication: Şəhər Xəbərləri
---
# Açılış

Zal *açıqdır*.
"""
    (reading,) = MarkdownReader().read(candidate("a.md", text))
    fields = ("title", "published", "published_time", "zone", "url", "language", "publication")
    values = [getattr(reading, field).value for field in fields]
    assert values == [
        "Kitabxana: yeni zal",
        "2020-09-27",
        "08:05",
        "+04:00",
        "https://xeber.example/123",
        "az",
        "Şəhər Xəbərləri",
    ]
    assert [author.value for author in reading.authors] == ["Aysel Nümunə", "Elçin Misal"]
    assert reading.body == "Açılış\n\nZal açıqdır."


def test_without_front_matter_the_opening_heading_is_the_title(candidate: Make) -> None:
    (reading,) = MarkdownReader().read(candidate("a.md", "# Kitabxana **açıldı**\n\nBirinci.\n\n## Sonra\n\nİkinci."))
    assert reading.title is not None
    assert (reading.title.value, reading.title.source) == ("Kitabxana açıldı", "heading")
    assert reading.body == "Birinci.\n\nSonra\n\nİkinci."
    assert reading.published is None


def test_a_text_that_opens_with_prose_has_no_title(candidate: Make) -> None:
    (reading,) = MarkdownReader().read(candidate("a.md", "Prose.\n\n# Later"))
    assert (reading.title, reading.body) == (None, "Prose.\n\nLater")


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("A [link](https://a.example) and ![a picture](b.png)", "A link and a picture"),
        ("one\ntwo  \nthree", "one two\nthree"),
        ("- a\n- b\n  1. c\n  2. d\n- e", "- a\n- b\n  1. c\n  2. d\n- e"),
        ("3. c\n4. d", "3. c\n4. d"),
        ("> quoted\n\nafter", "quoted\n\nafter"),
        ("```\nx  =  1\n\ny\n```", "x  =  1\n\ny"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "a | b\n1 | 2"),
        ("a<br>b &amp; `c`", "a\nb & c"),
        ("<div><p>html</p></div>", "html"),
    ],
)
def test_marks_go_and_words_stay(source: str, text: str) -> None:
    assert plain_markdown(source) == PlainMarkdown("", text)


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("---\ntitle: a: b\ntags: [x, 'y, z']\n---\nrest", {"title": ["a: b"], "tags": ["x", "y, z"]}),
        ("---\ntitle: 'it''s'\nempty:\n---\nrest", {"title": ["it's"]}),
        ("---\nprose between rules\n---\nrest", {}),
        ("no front matter", {}),
        ("---\ntitle: never closed\n", {}),
    ],
)
def test_front_matter_is_read_as_people_write_it(text: str, fields: dict[str, list[str]]) -> None:
    found, rest = split_front_matter(text)
    assert found == fields
    assert rest == ("rest" if fields else text)


@pytest.mark.parametrize("text", ["---\ntitle: only\n---\n", "# only", "\n\n"])
def test_a_title_without_a_text_is_no_article(candidate: Make, text: str) -> None:
    with pytest.raises(Unreadable) as caught:
        MarkdownReader().read(candidate("a.md", text))
    assert caught.value.code == "no-text"


@pytest.mark.parametrize("text", [">" * 20_000 + " deep", "*word* " * 200_000])
def test_what_cannot_be_parsed_whole_is_kept_with_its_marks(candidate: Make, text: str) -> None:
    (reading,) = MarkdownReader().read(candidate("a.md", text))
    assert reading.body == text.strip()
    assert [problem.code for problem in reading.problems] == ["all-text"]
