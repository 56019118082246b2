from __future__ import annotations

import base64
from collections.abc import Callable
from pathlib import Path

import pytest

from curator.model.reading import ArticleReading
from curator.readers import Candidate, Companion, ReaderPool, ReadJob, choose
from curator.readers.html import HtmlReader
from curator.readers.mhtml import MhtmlReader
from curator.readers.mhtml_parts import split_mhtml, without_pictures
from curator.readers.page_pictures import MOST_PICTURES
from curator.readers.picture_kinds import picture_size, picture_type

from .drawings import SVG, gif, jpeg_head, png, webp_head

Make = Callable[..., Candidate]
TEXT = [
    "The map room opened again on Monday after two years of work on its floor and on its shelves.",
    "Readers may now ask for plans of the city in their original size, the keeper of the maps said.",
    "The oldest plan shows the market before the river was moved, and it is shown behind glass.",
]
PLAN, SHELF, RELATED, FACE, LOGO = png(400, 300), png(320, 240, 90), png(600, 400, 30), png(90, 90), png(16, 16)
PAGE = f"""<!DOCTYPE html>
<!-- saved from url=(0033)https://courier.example/map-room/ -->
<html lang="en"><head><meta charset="utf-8"><title>The map room is open | Town Courier</title>
<meta property="og:image" content="https://courier.example/shared.png"></head><body>
<nav><img src="page_files/logo.png"><a href="/">Front page</a></nav>
<article><h1>The map room is open</h1>
<figure><img src="./page_files/floor%20plan.png?w=400" alt="Plan of the room">
<figcaption>The new floor plan</figcaption></figure><img src="page_files/related.png" alt="Courier logo">
<p>{TEXT[0]}</p><p>{TEXT[1]}</p><img src="page_files/pixel.gif"><img data-src="page_files/shelf.png" alt="A shelf">
<p>{TEXT[2]}</p></article>
<div class="related-stories"><h3>Read also</h3><a href="/2"><img src="page_files/related.png"></a>
<p>The swimming bath is closed until the spring, and the town looks for somebody to paint it.</p></div>
<section id="comments"><h3>Comments</h3><img src="page_files/face.png"><p>I shall look at it soon.</p></section>
<footer>All rights reserved</footer></body></html>"""


@pytest.fixture
def beside(tmp_path: Path) -> Callable[..., tuple[Companion, ...]]:
    """Lay pictures beside a page."""

    def make(**files: bytes) -> tuple[Companion, ...]:
        made = []
        for number, (name, data) in enumerate(files.items()):
            path = tmp_path / f"picture-{number}"
            path.write_bytes(data)
            made.append(Companion(name, path))
        return tuple(made)

    return make


ALL = {
    "page_files/logo.png": LOGO,
    "page_files/floor plan.png": PLAN,
    "page_files/pixel.gif": gif(1, 1),
    "page_files/shelf.png": SHELF,
    "page_files/related.png": RELATED,
    "page_files/face.png": FACE,
}


def read(candidate: Candidate, companions: tuple[Companion, ...] = ()) -> ArticleReading:
    whole = Candidate(candidate.path, candidate.name, candidate.head, companions)
    (reading,) = choose(whole).read(whole)
    return reading


def test_pictures_of_the_article_are_kept_and_no_others(candidate: Make, beside: Callable[..., object]) -> None:
    reading = read(candidate("page.html", PAGE), beside(**ALL))  # type: ignore[arg-type]
    assert [(each.address, each.file_name, each.data) for each in reading.attachments] == [
        ("./page_files/floor%20plan.png?w=400", "floor plan.png", PLAN),
        ("page_files/shelf.png", "shelf.png", SHELF),
    ]
    assert {each.media_type for each in reading.attachments} == {"image/png"}
    assert reading.problems == ()


def test_comments_and_related_stories_are_left_out(candidate: Make, beside: Callable[..., object]) -> None:
    body = read(candidate("page.html", PAGE), beside(**ALL)).body  # type: ignore[arg-type]
    assert [words for words in (*TEXT, "swimming", "look at it", "rights") if words in body] == TEXT


def test_the_address_comes_from_the_comment(candidate: Make) -> None:
    found = read(candidate("page.html", PAGE)).url
    assert found is not None
    assert (found.value, found.source, found.confidence) == ("https://courier.example/map-room/", "file", 900)


def test_a_page_without_its_folder_has_no_pictures_and_no_problem(candidate: Make) -> None:
    reading = read(candidate("page.html", PAGE))
    assert (reading.attachments, reading.problems) == ((), ())


def test_the_folder_may_have_been_renamed_with_its_page(candidate: Make, beside: Callable[..., object]) -> None:
    files = {name.replace("page_files", "maps_files"): data for name, data in ALL.items()}
    assert len(read(candidate("maps.html", PAGE), beside(**files)).attachments) == 2  # type: ignore[arg-type]


def test_what_is_no_picture_is_not_kept_whatever_its_name(candidate: Make, beside: Callable[..., object]) -> None:
    files = {**ALL, "page_files/floor plan.png": b"<html><script>alert(1)</script>", "page_files/shelf.png": b""}
    assert read(candidate("page.html", PAGE), beside(**files)).attachments == ()  # type: ignore[arg-type]


def test_the_picture_a_page_is_shared_with_is_kept_if_it_is_there(
    candidate: Make, beside: Callable[..., object]
) -> None:
    files = {"https://courier.example/shared.png": png(800, 400, 7)}
    kept = read(candidate("page.html", PAGE), beside(**files)).attachments  # type: ignore[arg-type]
    assert [each.address for each in kept] == ["https://courier.example/shared.png"]


def inline(data: bytes, kind: str = "png") -> str:
    return f"data:image/{kind};base64,{base64.b64encode(data).decode()}"


def single_file(*pictures: str) -> str:
    """A page as SingleFile writes it: quotes, ends of elements and line ends left out where they may be."""
    images = "".join(f"<img src={address}>" for address in pictures)
    return f"""<!DOCTYPE html> <html lang=en><!--
 Page saved with SingleFile 
 url: https://courier.example/map-room/ 
 saved date: Tue May 05 2020 21:10:00 GMT+0400 (Azerbaijan Standard Time)
--><meta charset=utf-8><title>The map room is open</title>
<style>:root{{--sf-img-7: url("{inline(SHELF)}") }}</style>
<article><h1>The map room is open</h1><p>{TEXT[0]}<p>{TEXT[1]}{images}
<img src='data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"></svg>' style="background-image: var(--sf-img-7)">
<p>{TEXT[2]}</article>"""  # noqa: W291 - as SingleFile does


def test_single_file_keeps_its_pictures_inside(candidate: Make) -> None:
    reading = read(candidate("page.html", single_file(inline(PLAN), inline(LOGO))))
    assert [(each.address, each.data) for each in reading.attachments] == [
        ("inline:2", PLAN),
        ("--sf-img-7", SHELF),
    ]
    assert reading.url is not None
    assert reading.captured is not None
    assert (reading.url.value, reading.captured.value) == ("https://courier.example/map-room/", "2020-05-05")
    assert reading.captured.verbatim.startswith("Tue May 05 2020 21:10:00 GMT+0400")
    assert "base64" not in reading.body


def test_pictures_inside_do_not_count_as_text_of_the_page(candidate: Make) -> None:
    large = b"\x89PNG\r\n\x1a\n" + PLAN[8:] + b"\0" * 15_000_000
    (kept, _shelf) = read(candidate("page.html", single_file(inline(large)))).attachments
    assert kept.data == large


def test_more_pictures_than_the_limit_are_told(candidate: Make) -> None:
    pictures = [inline(png(50, 50, 0) + number.to_bytes(2, "big")) for number in range(MOST_PICTURES + 3)]
    reading = read(candidate("page.html", single_file(*pictures)))
    assert len(reading.attachments) == MOST_PICTURES
    assert [problem.code for problem in reading.problems] == ["pictures"]
    assert "4 pictures of page.html were left out" in reading.problems[0].message


@pytest.mark.parametrize("coded", ["AAAA", "%%%", "=", "iVBORw0KGgo="])
def test_a_damaged_picture_is_passed_over(candidate: Make, coded: str) -> None:
    reading = read(candidate("page.html", single_file(f"data:image/png;base64,{coded}")))
    assert [each.address for each in reading.attachments if each.address != "--sf-img-7"] in ([], ["inline:2"])
    assert TEXT[0] in reading.body


def mhtml(page: str = PAGE, charset: str = "utf-8") -> bytes:
    """A web archive as Chromium writes it."""
    parts = [
        ("image/png", f"https://courier.example/map-room/page_files/{name}.png", data)
        for name, data in (("floor%20plan", PLAN), ("shelf", SHELF), ("related", RELATED))
    ]
    parts[0] = ("image/png", "https://courier.example/map-room/page_files/floor%20plan.png?w=400", PLAN)
    text = base64.encodebytes(page.encode(charset)).decode()
    lines = f"""From: <Saved by Blink>
Snapshot-Content-Location: https://courier.example/map-room/?from=feed
Subject: =?utf-8?Q?The=20map=20room=20is=20open?=
Date: Tue, 5 May 2020 23:30:00 -0500
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----MultipartBoundary--abc----"


------MultipartBoundary--abc----
Content-Type: text/html; charset={charset}
Content-ID: <frame-1@mhtml.blink>
Content-Transfer-Encoding: base64
Content-Location: https://courier.example/map-room/?from=feed

{text}
"""
    for media_type, location, data in parts:
        lines += f"""------MultipartBoundary--abc----
Content-Type: {media_type}
Content-Transfer-Encoding: base64
Content-Location: {location}

{base64.encodebytes(data).decode()}
"""
    return (lines + "------MultipartBoundary--abc------\n").replace("\n", "\r\n").encode()


def test_a_web_archive_in_one_file(candidate: Make) -> None:
    page = PAGE.replace("<!-- saved from url=(0033)https://courier.example/map-room/ -->", "")
    file = candidate("page.mhtml", mhtml(page))
    assert choose(file).name == "mhtml"
    reading = read(file)
    assert [each.data for each in reading.attachments] == [PLAN, SHELF]
    assert reading.url is not None
    assert reading.captured is not None
    assert reading.url.value == "https://courier.example/map-room/?from=feed"
    assert (reading.captured.value, reading.captured.verbatim) == ("2020-05-05", "Tue, 5 May 2020 23:30:00 -0500")
    assert TEXT[0] in reading.body
    assert list(file.path.parent.glob("*.parts")) == []


def test_the_page_of_a_web_archive_is_the_same_without_its_pictures() -> None:
    whole, bare = split_mhtml(mhtml()), split_mhtml(without_pictures(mhtml()))
    assert whole is not None
    assert bare is not None
    assert (bare.page, bare.location, bare.date) == (whole.page, whole.location, whole.date)
    assert [len(part.data) for part in bare.parts] == [0, 0, 0]
    assert all(part.data for part in whole.parts)


def test_the_charset_of_a_web_archive_is_that_of_its_part(candidate: Make) -> None:
    words = "Библиотека открыла новый читальный зал, и вход для жителей города стал свободным. " * 4
    page = f'<html><head><meta charset="utf-8"></head><body><article><p>{words}</p></article></body></html>'
    reading = read(candidate("page.mht", mhtml(page, "windows-1251")))
    assert (reading.body, reading.encoding) == (words.strip(), "cp1251")


@pytest.mark.parametrize("cut", [300, 700, 1200, 3000])
def test_a_truncated_web_archive_gives_what_there_is_or_says_why(candidate: Make, cut: int) -> None:
    file = candidate("page.mhtml", mhtml()[:cut])
    try:
        assert MhtmlReader().read(file)[0].body
    except Exception as error:
        assert type(error).__name__ == "Unreadable"


def test_mail_is_no_saved_page(candidate: Make) -> None:
    head = ["Received: from a by b", "From: a@example.org", "Subject: x", "Content-Type: multipart/related", "", ""]
    mail = "\r\n".join(head)
    assert MhtmlReader().score(candidate("mail.eml", mail)) == 0


@pytest.mark.parametrize(
    ("head", "url", "captured"),
    [
        (
            '<meta name="savepage-url" content="https://a.example/1"><meta name="savepage-date" '
            'content="Fri Jan 03 2020 10:00:00 GMT+0400">',
            "https://a.example/1",
            "2020-01-03",
        ),
        (
            "<!-- saved from url=(0014)https://web.archive.org/web/20150105101112/http://a.example/2 -->",
            "http://a.example/2",
            "2015-01-05",
        ),
        ("<!-- saved from url=(0014)about:internet -->", None, None),
    ],
)
def test_other_marks_of_saving(candidate: Make, head: str, url: str | None, captured: str | None) -> None:
    page = (
        f"<!DOCTYPE html><html><head>{head}</head><body><article><p>{'</p><p>'.join(TEXT)}</p></article></body></html>"
    )
    reading = HtmlReader().read(candidate("page.html", page))[0]
    assert (reading.url.value if reading.url else None) == url
    assert (reading.captured.value if reading.captured else None) == captured


@pytest.mark.parametrize(
    ("data", "media_type", "size"),
    [
        (PLAN, "image/png", (400, 300)),
        (gif(7, 9), "image/gif", (7, 9)),
        (jpeg_head(640, 480), "image/jpeg", (640, 480)),
        (webp_head(321, 123), "image/webp", (321, 123)),
        (SVG, "image/svg+xml", (300, 200)),
        (b"<html><svg></svg></html>", "", (0, 0)),
        (b"\x89PNG\r\n\x1a\n", "image/png", (0, 0)),
        (b"\xff\xd8\xff\xe0\x00", "image/jpeg", (0, 0)),
        (b"", "", (0, 0)),
    ],
)
def test_kind_and_size_are_told_by_the_bytes(data: bytes, media_type: str, size: tuple[int, int]) -> None:
    assert (picture_type(data[:4096]), tuple(picture_size(data, media_type))) == (media_type, size)


def test_pictures_cross_from_the_reading_process(tmp_path: Path, beside: Callable[..., tuple[Companion, ...]]) -> None:
    page = tmp_path / "staged"
    page.write_text(PAGE, "utf-8")
    with ReaderPool(1) as pool:
        (result,) = pool.read([ReadJob(1, page, "page.html", beside(**ALL))])
    assert [each.data for each in result.readings[0].attachments] == [PLAN, SHELF]
