from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.text.inline_pictures import cut_inline, decode_inline
from curator.text.page_images import addresses_of, page_images

PIECES = st.lists(
    st.sampled_from(
        [
            *("<img src=a.png>", "<img data-src='b.png' alt=B>", "<img>", "<img srcset='c.png 1x, d.png 2x'>", "<img"),
            *("<figure>", "</figure>", "<figcaption>", "</figcaption>", "<div class=related>", "</div>", "<p>", "</p>"),
            *(
                "<script>",
                "</script>",
                "<aside>",
                "</aside>",
                "words ",
                "Ə & ü",
                "<h1>",
                "</h1>",
                "<title>",
                "</title>",
            ),
        ]
    )
).map("".join)


@given(PIECES)
def test_any_source_gives_places_within_its_text(source: str) -> None:
    page = page_images(source)
    assert len(page.images) <= source.count("<img")
    assert all(0 <= image.at <= len(page.text) for image in page.images)
    assert all(0 <= start <= end <= len(page.text) for start, end in page.asides)
    assert all(number < len(page.asides) for image in page.images for number in image.asides)
    assert not any(character.isspace() for character in page.text)


def test_a_caption_goes_before_the_alternative_text() -> None:
    page = page_images(
        "<figure><img src=a alt=A><img src=b><figcaption>Both <b>plans</b></figcaption></figure><img src=c alt=C>"
    )
    assert [(image.addresses, image.words) for image in page.images] == [
        (("a",), "Both plans"),
        (("b",), "Both plans"),
        (("c",), "C"),
    ]


def test_words_after_a_paragraph_without_end_are_not_aside() -> None:
    page = page_images("<article><p class=share>Share<p>Text<img src=a.png></article>")
    assert page.images[0].asides == ()


@pytest.mark.parametrize(
    ("attributes", "addresses"),
    [
        ({"src": "a.png"}, ("a.png",)),
        ({"src": "data:image/svg+xml,<svg/>", "data-src": "b.png"}, ("b.png",)),
        ({"srcset": "s.png 300w, l.png 900w, m.png 600w"}, ("l.png", "m.png", "s.png")),
        ({"srcset": ", ,a.png x,b.png", "src": None}, ("a.png", "b.png")),
        ({"style": "background: var(--sf-img-12)", "src": " a.png "}, ("--sf-img-12", "a.png")),
        ({}, ()),
    ],
)
def test_what_a_picture_may_be_found_by(attributes: dict[str, str | None], addresses: tuple[str, ...]) -> None:
    assert addresses_of(attributes) == addresses


def test_many_levels_and_stray_ends_are_borne() -> None:
    page = page_images("<div class=related>" * 50_000 + "<img src=a.png>" * 1000 + "</b></div>" * 50_000)
    assert {len(image.asides) for image in page.images} == {20}
    assert len(page.asides) == 50_000


@given(st.lists(st.binary(min_size=1, max_size=40), max_size=5), st.binary(max_size=30))
def test_pictures_inside_a_page_come_out_as_they_went_in(pictures: list[bytes], rest: bytes) -> None:
    coded = [b'<img src="data:image/png;base64,' + base64.b64encode(data) + b'">' for data in pictures]
    cut = cut_inline(rest + b"".join(coded))
    assert [decode_inline(each) for each in cut.pictures[-len(pictures) or len(cut.pictures) :]] == pictures
    assert cut_inline(cut.data) == (cut.data, [])


@pytest.mark.parametrize("coded", [b"AAAAA", b"=", b"%3D%3", b"%41%41%41%41", b"A" * 9])
def test_damaged_pictures_give_some_bytes_or_none(coded: bytes) -> None:
    assert isinstance(decode_inline(coded), bytes)
