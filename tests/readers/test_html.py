from __future__ import annotations

from collections.abc import Callable

import pytest

from curator.model.reading import ArticleReading
from curator.readers import Candidate, Unreadable
from curator.readers.html import HtmlReader

Make = Callable[..., Candidate]
TEXT = [
    "Kitabxana yeni oxu zalını açdı. Zalda iki yüz yer var, giriş isə şəhərin bütün sakinləri üçün pulsuzdur.",
    "Müdir bildirdi ki, köhnə qəzetlərin rəqəmsal surətləri payıza qədər hazır olacaq, sonra hamıya açılacaq.",
    "Fondda yüz ildən artıq bir dövrün qəzetləri saxlanılır; onların bir hissəsi ilk dəfə kataloqa salınır.",
]
PARAGRAPHS = "".join(f"<p>{text}</p>" for text in TEXT)
PAGE = f"""<!DOCTYPE html><html lang="tr"><head><meta charset="utf-8">
<title>Kitabxana yeni oxu zalını açdı | Şəhər Xəbərləri</title>
<meta property="og:site_name" content="Şəhər Xəbərləri"><link rel="canonical" href="https://xeber.example/123">
<script type="application/ld+json">{{"@type":"NewsArticle","headline":"Kitabxana yeni oxu zalını açdı",
"datePublished":"2020-09-27T08:05:00+04:00","dateModified":"2021-01-02","articleSection":"Mədəniyyət",
"author":[{{"@type":"Person","name":"Aysel Nümunə"}},{{"@type":"Person","name":"Elçin Misal"}}],
"license":"https://creativecommons.org/licenses/by/4.0/"}}</script></head>
<body><nav><a href="/">Ana səhifə</a></nav><article><h1>Kitabxana yeni oxu zalını açdı</h1>{PARAGRAPHS}
<ul><li>birinci mərtəbə: oxu zalı</li><li>ikinci mərtəbə: arxiv</li></ul>
<p><a href="/456">Həmçinin oxuyun: muzey bağlandı və bərpaya verildi</a></p></article>
<footer>Bütün hüquqlar qorunur</footer></body></html>"""


def read(candidate: Candidate) -> ArticleReading:
    (reading,) = HtmlReader().read(candidate)
    return reading


def test_the_fields_of_a_page_come_with_their_sources(candidate: Make) -> None:
    reading = read(candidate("123.html", PAGE))
    found = {
        field: (getattr(reading, field).value, getattr(reading, field).source)
        for field in (
            "title",
            "publication",
            "section",
            "published",
            "published_time",
            "zone",
            "language",
            "url",
            "rights",
        )
    }
    assert found == {
        "title": ("Kitabxana yeni oxu zalını açdı", "heading"),
        "publication": ("Şəhər Xəbərləri", "opengraph"),
        "section": ("Mədəniyyət", "json-ld"),
        "published": ("2020-09-27", "json-ld"),
        "published_time": ("08:05:00", "json-ld"),
        "zone": ("+04:00", "json-ld"),
        "language": ("az", "text"),
        "url": ("https://xeber.example/123", "meta"),
        "rights": ("https://creativecommons.org/licenses/by/4.0/", "json-ld"),
    }
    assert [author.value for author in reading.authors] == ["Aysel Nümunə", "Elçin Misal"]
    assert reading.published is not None
    assert reading.published.verbatim == "2020-09-27T08:05:00+04:00"
    assert (reading.captured, reading.problems, reading.encoding) == (None, (), "utf-8")


def test_the_body_is_the_text_without_title_navigation_and_teasers(candidate: Make) -> None:
    lists = "birinci mərtəbə: oxu zalı\nikinci mərtəbə: arxiv"
    assert read(candidate("123.html", PAGE)).body == "\n\n".join([*TEXT, lists])


def test_a_paragraph_in_another_language_is_told(candidate: Make) -> None:
    english = "The library opened a new reading room, and entry is free for all the people of the town and beyond."
    page = PAGE.replace("<ul>", f"<p>{english}</p><ul>")
    assert read(candidate("123.html", page)).languages == ("az", "az", "az", "en", "az")
    assert read(candidate("123.html", PAGE)).languages == ()


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "cp1254"])
def test_the_text_is_the_same_in_any_encoding(candidate: Make, codec: str) -> None:
    turkish = PAGE.replace('charset="utf-8"', 'charset="windows-1254"').replace("ə", "e")
    assert read(candidate("123.html", turkish.encode(codec))).body.startswith(TEXT[0].replace("ə", "e"))


def test_cyrillic_of_an_undeclared_charset_is_read(candidate: Make) -> None:
    text = "Библиотека открыла новый читальный зал, и вход для жителей города стал свободным. " * 5
    page = f"<html><body><article><p>{text}</p></article></body></html>".encode("cp1251")
    reading = read(candidate("123.html", page))
    assert (reading.body, reading.encoding) == (text.strip(), "cp1251")


def test_a_truncated_page_keeps_what_there_is(candidate: Make) -> None:
    cut = PAGE[: PAGE.index(TEXT[1]) + len(TEXT[1])]
    body = read(candidate("123.html", cut)).body
    assert TEXT[0] in body
    assert TEXT[1] in body


@pytest.mark.parametrize("depth", [300, 5_000, 100_000])
def test_text_nested_however_deep_is_never_lost(candidate: Make, depth: int) -> None:
    page = f"<html><head><title>Dərin</title></head><body>{'<div>' * depth}{PARAGRAPHS}{'</div>' * depth}</body></html>"
    reading = read(candidate("deep.html", page))
    assert reading.body == "\n\n".join(TEXT)
    assert reading.title is not None
    assert [problem.code for problem in reading.problems] == (["all-text"] if depth > 2048 else [])


def test_a_page_of_more_elements_than_any_article_keeps_its_text(candidate: Make) -> None:
    reading = read(candidate("list.html", f"<html><body>{'<p>bir</p>' * 120_000}</body></html>"))
    assert reading.body.count("bir") == 120_000
    assert [problem.code for problem in reading.problems] == ["all-text"]


def test_a_line_without_end_is_kept(candidate: Make) -> None:
    line = "kitab " * 200_000
    reading = read(candidate("line.html", f"<html><body>{line}</body></html>"))
    assert reading.body == line.strip()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"<html><head><title>Title</title></head><body><script>let a</script></body></html>", "no-text"),
        (b"<html>" + b" " * (15 * 1024 * 1024), "too-large"),
    ],
)
def test_a_page_that_cannot_be_read_says_why(candidate: Make, content: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as caught:
        HtmlReader().read(candidate("page.html", content))
    assert caught.value.code == code
    assert "page.html" in caught.value.message


def test_the_size_and_the_limit_are_named(candidate: Make) -> None:
    with pytest.raises(Unreadable, match=r"20\.0 MB; the limit is 15 MB"):
        HtmlReader().read(candidate("page.html", b"a" * 20 * 1024 * 1024))


def test_entities_are_not_resolved(candidate: Make, tmp_path: object) -> None:
    page = f"""<!DOCTYPE html [<!ENTITY secret SYSTEM "file:///etc/hostname"><!ENTITY a "{"b" * 100}">]>
    <html><body><article>{PARAGRAPHS}<p>&secret;&a;</p></article></body></html>"""
    body = read(candidate("page.html", page)).body
    assert "bbbb" not in body
    assert TEXT[2] in body


def test_a_damaged_letter_is_a_doubt_and_not_a_failure(candidate: Make) -> None:
    reading = read(candidate("page.html", PAGE.encode().replace("köhnə".encode(), b"k\xff\xffhn\xc9\x99")))
    assert [problem.code for problem in reading.problems] == ["undecodable"]
    assert TEXT[0] in reading.body


def test_a_page_saved_by_a_browser_tells_when_and_from_where(candidate: Make) -> None:
    comment = """<!--
 Page saved with SingleFile
 url: https://xeber.example/saved
 saved date: Sun Nov 01 2020 10:00:00 GMT+0400 (Azerbaijan Standard Time)
-->"""
    page = f"<!DOCTYPE html><html>{comment}<body><article>{PARAGRAPHS}</article></body></html>"
    reading = read(candidate("page.html", page))
    assert reading.captured is not None
    assert reading.url is not None
    assert (reading.captured.value, reading.url.value) == ("2020-11-01", "https://xeber.example/saved")
    assert reading.published is None


def test_a_day_of_change_is_not_the_day_of_publication(candidate: Make) -> None:
    head = '<meta property="article:modified_time" content="2021-05-06T07:08:09Z">'
    page = f"<html><head>{head}</head><body><article>{PARAGRAPHS}</article></body></html>"
    assert read(candidate("page.html", page)).published is None
