"""The body of a page: what is taken, what is cut and why, and that a doubtful page goes the slow way."""

from __future__ import annotations

import pytest
from lxml.html import document_fromstring

from curator.readers import page_body
from curator.readers.article_blocks import layout_of
from curator.readers.article_frame import Frame
from curator.readers.page_blocks import blocks_of
from curator.readers.page_body import PageText, text_of

TEXT = [
    "Kitabxana bazar ertəsi yeni oxu zalını açdı. Zalda iki yüz yer var, giriş isə şəhərin bütün sakinləri üçün"
    " pulsuzdur, deyə müdir tədbirdə bildirdi.",
    "Müdir bildirdi ki, köhnə qəzetlərin rəqəmsal surətləri payıza qədər hazır olacaq, sonra hamıya açılacaq və"
    " saytda yerləşdiriləcək.",
    "Fondda yüz ildən artıq bir dövrün qəzetləri saxlanılır; onların bir hissəsi ilk dəfə kataloqa salınır və"
    " kağızdan plyonkaya köçürülür.",
    "Oxucular zalda öz kompüterləri ilə də işləyə bilərlər. Qaydalar girişdə asılıb, onları hər kəs oxuya bilər və"
    " növbətçidən soruşa bilər.",
]
FRAME = Frame(
    "Yeni oxu zalı açıldı", ("Aysel Nümunə",), ("Şəhərin ən böyük kitabxanası köhnə qəzetləri hamı üçün açır.",)
)


def paragraphs(texts: list[str], box: str = "article-body") -> str:
    return f'<div class="{box}">' + "".join(f"<p>{text}</p>" for text in texts) + "</div>"


def page(body: str, frame: Frame = FRAME) -> PageText:
    tree = document_fromstring(f"<html><body>{body}</body></html>")
    return text_of(tree, layout_of(tree), frame)


@pytest.fixture
def without_trafilatura(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_page: object) -> str:
        raise AssertionError("the slow way was taken")

    monkeypatch.setattr(page_body, "body_of", fail)


def slow_way(monkeypatch: pytest.MonkeyPatch, body: str) -> list[object]:
    """Let trafilatura find `body`; the list that is returned holds the pages that it was asked for."""
    asked: list[object] = []

    def answer(asked_page: object) -> str:
        asked.append(asked_page)
        return body

    monkeypatch.setattr(page_body, "body_of", answer)
    return asked


@pytest.mark.usefixtures("without_trafilatura")
def test_an_article_in_several_boxes_is_whole() -> None:
    boxes = [paragraphs([text, text.replace("a", "o")], "row text") for text in TEXT]
    found = page("<h1>Yeni oxu zalı açıldı</h1>" + '<div class="ad-slot">Reklam: divanlar</div>'.join(boxes))
    assert found.body == "\n\n".join(part for text in TEXT for part in (text, text.replace("a", "o")))
    assert {part.text: part.why for part in found.parts if not part.kept} == {
        "Yeni oxu zalı açıldı": "headline",
        "Reklam: divanlar": "advertisement",
    }


@pytest.mark.usefixtures("without_trafilatura")
def test_what_stands_around_the_text_is_cut_with_the_reason() -> None:
    lines = ["MƏDƏNİYYƏT", "Yeni oxu zalı açıldı", "14 mart 2011, 13:00", "Aysel Nümunə", "Foto: Elçin Misal"]
    after = ["Həmçinin oxuyun", "Muzey bağlandı", "Park açıldı"]
    found = page(paragraphs([*lines, *TEXT, *after]))
    assert found.body == "\n\n".join(TEXT)
    assert [(part.text, part.why, part.field) for part in found.parts if not part.kept] == [
        ("MƏDƏNİYYƏT", "section", "section"),
        ("Yeni oxu zalı açıldı", "headline", "title"),
        ("14 mart 2011, 13:00", "date", "published"),
        ("Aysel Nümunə", "byline", "authors"),
        ("Foto: Elçin Misal", "other", ""),
        *((text, "related", "") for text in after),
    ]


@pytest.mark.usefixtures("without_trafilatura")
def test_what_was_never_taken_has_its_reason_too() -> None:
    head = f"<h1>{FRAME.title}</h1><div>14 mart 2011</div><div>Müəllif: Aysel Nümunə</div><div>Aa</div>"
    found = page(f"<nav>Ana səhifə</nav>{head}{paragraphs(TEXT)}<div>Foto: Elçin Misal</div>")
    assert [(part.text, part.why, part.field) for part in found.parts if not part.kept] == [
        ("Ana səhifə", "navigation", ""),
        (FRAME.title, "headline", "title"),
        ("14 mart 2011", "date", "published"),
        ("Müəllif: Aysel Nümunə", "byline", "authors"),
        ("Aa", "other", ""),
        ("Foto: Elçin Misal", "other", ""),
    ]


@pytest.mark.usefixtures("without_trafilatura")
def test_other_stories_in_the_middle_do_not_end_the_text() -> None:
    found = page(paragraphs([*TEXT[:2], "Oxşar xəbərlər", "Muzey bağlandı", *TEXT[2:]]))
    assert found.body == "\n\n".join(TEXT)


@pytest.mark.usefixtures("without_trafilatura")
def test_the_standfirst_is_part_of_the_text_but_no_other_line_above_it() -> None:
    lead = FRAME.descriptions[0]
    call = "Abunə olun, hər səhər xəbərlər göndərək!"
    head = f'<header><h1>{FRAME.title}</h1><p class="lead">{lead}</p><p>{call}</p></header>'
    assert page(head + paragraphs(TEXT)).body == "\n\n".join([lead, *TEXT])
    assert page(head + paragraphs([lead, *TEXT])).body == "\n\n".join([lead, *TEXT])


@pytest.mark.usefixtures("without_trafilatura")
def test_lists_line_breaks_quotations_and_headings_stay() -> None:
    inner = f"<p>{TEXT[0]}</p><h2>Nələr var?</h2><ul><li>birinci mərtəbə</li><li>ikinci mərtəbə</li></ul>"
    verse = f"<p>{TEXT[1]}<br>{TEXT[2]}</p><blockquote><p>{TEXT[3]}</p></blockquote><p>{TEXT[0]}<br><br>Son.</p>"
    found = page(f"<article>{inner}{verse}</article>")
    assert found.body == "\n\n".join(
        [
            TEXT[0],
            "Nələr var?",
            "birinci mərtəbə\nikinci mərtəbə",
            f"{TEXT[1]}\n{TEXT[2]}",
            TEXT[3],
            TEXT[0],
            "Son.",
        ]
    )


@pytest.mark.usefixtures("without_trafilatura")
def test_what_is_hidden_and_what_is_marked_as_a_surrounding_is_left_out() -> None:
    noise = "Bu uzun cümlə məqaləyə aid deyil, amma onun qədər uzundur və nöqtə ilə bitir, ona görə aldada bilər. "
    boxes = ("comments", "hidden", "newsletter-box", "related-stories", "share-bar", "site-cookie-notice")
    inside = "".join(f'<div class="{name}"><p>{noise}</p></div>' for name in boxes)
    found = page(f'<div class="story">{"".join(f"<p>{text}</p>" for text in TEXT * 3)}{inside}</div>')
    assert found.body == "\n\n".join(TEXT * 3)
    whys = [part.why for part in found.parts if not part.kept]
    assert whys == ["comments", "site", "related", "share", "site"]


@pytest.mark.parametrize(
    ("mark", "is_shown"),
    [
        ("hidden", False),
        ("box d-none", False),
        ("hidden md:block", True),
        ("d-none d-lg-flex", True),
        ("overflow-hidden", True),
    ],
)
def test_what_a_wide_screen_shows_is_shown(mark: str, is_shown: bool) -> None:
    blocks = blocks_of(document_fromstring(f'<body><div class="{mark}"><p>{TEXT[0]}</p></div><p>Son</p></body>'))
    assert [block.text for block in blocks] == [*([TEXT[0]] if is_shown else []), "Son"]


@pytest.mark.parametrize("mark", ["paywall-article", "with-sidebar sidebar", "social-page", "comments-open comments"])
def test_a_mark_on_the_box_of_the_article_itself_means_nothing(mark: str) -> None:
    blocks = blocks_of(document_fromstring(f'<body><div class="{mark}">{paragraphs(TEXT)}</div></body>'))
    assert [block.zone for block in blocks] == [""] * len(TEXT)


def test_a_page_whose_text_stands_in_different_boxes_goes_the_slow_way(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = slow_way(monkeypatch, "\n\n".join(TEXT[:2]))
    found = page("".join(paragraphs([text], f"kind-{number}") for number, text in enumerate(TEXT)))
    assert len(asked) == 1
    assert found.body == "\n\n".join(TEXT[:2])
    assert [part.text for part in found.parts if not part.kept] == TEXT[2:]


@pytest.mark.parametrize("table", ["<td>", "<pre>"])
def test_what_is_more_than_paragraphs_goes_the_slow_way(monkeypatch: pytest.MonkeyPatch, table: str) -> None:
    asked = slow_way(monkeypatch, TEXT[0])
    box = f"<table><tr>{table}{TEXT[0]}</table>" if table == "<td>" else f"<pre>{TEXT[0]}</pre>"
    page(f"<article>{''.join(f'<p>{text}</p>' for text in TEXT)}{box}</article>")
    assert len(asked) == 1


def test_the_kept_parts_are_the_body_on_any_page() -> None:
    for body in (paragraphs(TEXT), paragraphs(TEXT[:1]), "<p>Qısa.</p>", "", "<div>" * 300 + TEXT[0]):
        found = page(f"<nav>Ana səhifə</nav><h1>{FRAME.title}</h1>{body}<footer>Bütün hüquqlar qorunur</footer>")
        if found.parts:
            assert "\n\n".join(part.text for part in found.parts if part.kept) == found.body


@pytest.mark.usefixtures("without_trafilatura")
def test_a_line_and_a_heading_in_boxes_of_their_own_between_paragraphs_stay() -> None:
    box = '<div class="text-piece"><p>{}</p></div>'
    between = (
        f"<p>Nə dəyişir?</p>{box.format(TEXT[2])}<div class='title-piece'><h3>Sonra</h3></div>{box.format(TEXT[3])}"
    )
    found = page(f'<div class="story">{box.format(TEXT[0])}{box.format(TEXT[1])}{between}</div>')
    assert found.body == "\n\n".join([*TEXT[:2], "Nə dəyişir?", TEXT[2], "Sonra", TEXT[3]])


@pytest.mark.parametrize(
    "body",
    [
        paragraphs(TEXT) + "<h1>Yeni oxu zalı açıldı</h1>",
        "<h1>Yeni oxu zalı açıldı</h1>" + "<div>Bölmə</div>" * 80 + paragraphs(TEXT),
        f"{paragraphs(TEXT)}<div class='related'>{paragraphs(TEXT, 'teaser')}</div><div>Son</div>",
    ],
)
def test_text_far_from_its_headline_or_beside_as_much_other_prose_is_not_trusted(body: str) -> None:
    assert not page_body.is_sure(layout_of(document_fromstring(f"<html><body>{body}</body></html>")))
