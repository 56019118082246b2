from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QSize, Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from curator.archive import Archive
from curator.gui.kept_pictures import decoded
from curator.gui.print_preview import PrintPreview
from curator.gui.printing import printed_pictures
from curator.gui.session import Session
from curator.gui.sheets.picture import PictureSheet
from curator.gui.tasks import Interrupt
from curator.gui.views.original_look import as_shown
from curator.gui.views.page_browser import PageBrowser
from curator.gui.window import Window
from curator.operations import accession
from curator.operations.context import Context

from ..readers.drawings import SVG, png

Wait = Callable[[Callable[[], bool]], None]
WORDS = "The map room opened again on Monday after two years of work on its floor and on its shelves."
IMAGE = QTextDocument.ResourceType.ImageResource.value


def page(title: str, *names: str) -> str:
    images = "".join(
        f'<figure><img src="{title}_files/{name}" alt="x"><figcaption>Plan {name}</figcaption></figure><p>{WORDS}</p>'
        for name in names
    )
    return f"<html><head><title>{title}</title></head><body><h1>{title}</h1><p>{WORDS}</p>{images}</body></html>"


@pytest.fixture
def window(app: QApplication, tmp_path: Path, wait_for: Wait) -> Iterator[Window]:
    """A window on a page with four pictures, one of which Qt is not let near, and a page without its pictures."""
    files = tmp_path / "in" / "Kept_files"
    files.mkdir(parents=True)
    (files / "wide.png").write_bytes(png(1600, 800))
    (files / "small.png").write_bytes(png(120, 90))
    (files / "drawing.svg").write_bytes(SVG)
    (files / "damaged.png").write_bytes(png(300, 200)[:60])
    names = ("wide.png", "small.png", "drawing.svg", "damaged.png")
    (tmp_path / "in" / "Kept.html").write_text(page("Kept", *names), "utf-8")
    (tmp_path / "in" / "Lost.html").write_text(page("Lost", "a.png", "b.png"), "utf-8")
    with Archive.create(tmp_path / "Pages.curator") as archive:
        accession.import_paths(Context(archive), [tmp_path / "in"])
    state = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    made = Window(Session.open(tmp_path / "Pages.curator"), state)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    made.reader.show_article(1)
    wait_for(lambda: len(made.reader.pictures.thumbs) == 4)
    yield made
    if not made.session.closed:
        made.close()


def browser(window: Window) -> PageBrowser:
    return window.reader._original._browser


def shown_image(window: Window, number: int) -> QImage:
    name = window.reader.pictures.pictures[number].original.sha256
    image = browser(window).document().resource(IMAGE, QUrl(f"picture:{name}"))
    assert isinstance(image, QImage)
    return image


def test_the_strip_names_its_pictures_and_is_walked_by_keyboard(window: Window, wait_for: Wait) -> None:
    strip = window.reader.pictures
    assert [each.accessibleName() for each in strip.thumbs][:2] == [
        "Picture 1: Plan wide.png",
        "Picture 2: Plan small.png",
    ]
    assert strip.isVisible()
    window.reader.text.setFocus()
    QTest.keyClick(window.reader.text, Qt.Key.Key_Tab)
    assert strip.thumbs[0].hasFocus()
    strip.thumbs[0].setFocus()
    QTest.keyClick(strip.thumbs[0], Qt.Key.Key_Right)
    assert strip.thumbs[1].hasFocus()
    assert [each.focusPolicy() for each in strip.thumbs].count(Qt.FocusPolicy.StrongFocus) == 1
    QTest.keyClick(strip.thumbs[1], Qt.Key.Key_Return)
    (sheet,) = window.findChildren(PictureSheet)
    wait_for(lambda: sheet.view._image.size() == QSize(120, 90))
    assert sheet.words.text() == "Plan small.png"
    QTest.keyClick(sheet, Qt.Key.Key_Left)
    wait_for(lambda: sheet.view._image.size() == QSize(1600, 800))
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert strip.thumbs[1].hasFocus()


def test_the_text_keeps_its_places(window: Window) -> None:
    reader = window.reader
    assert reader.reading is not None
    shown = reader.text.toPlainText()
    assert shown.endswith(reader.reading.text.body)
    assert "\ufffc" not in shown


def test_the_original_shows_its_pictures_no_wider_than_the_text(window: Window, wait_for: Wait) -> None:
    window.reader._bar.choose(1)
    wait_for(lambda: shown_image(window, 0).format() == QImage.Format.Format_Grayscale8)
    assert shown_image(window, 0).deviceIndependentSize().width() < 800
    assert shown_image(window, 1).size() == QSize(120, 90)
    assert browser(window).horizontalScrollBar().maximum() == 0
    assert window.reader._original._kept.text() == "4 pictures kept with the page"


def test_what_cannot_be_shown_keeps_a_frame(window: Window, wait_for: Wait) -> None:
    window.reader._bar.choose(1)
    wait_for(lambda: shown_image(window, 0).format() == QImage.Format.Format_Grayscale8)
    for number in (2, 3):
        assert shown_image(window, number).format() == QImage.Format.Format_ARGB32_Premultiplied
        assert shown_image(window, number).width() == 300


def test_a_page_without_its_pictures_says_so(window: Window, wait_for: Wait) -> None:
    window.reader._bar.choose(1)
    window.reader.show_article(2)
    wait_for(lambda: "2 pictures; they were not saved" in window.reader._original._kept.text())
    assert window.reader.pictures.isHidden()


@pytest.mark.parametrize(
    "address",
    ["file:///etc/hostname", "https://example.org/a.png", "picture:../secret", "a.png", "data:image/png;base64,AA"],
)
def test_nothing_is_loaded_but_pictures_of_the_page(app: QApplication, address: str, tmp_path: Path) -> None:
    browser = PageBrowser()
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    browser.show_page("<p>Text</p>", {"ab" * 32: image})
    assert browser.loadResource(IMAGE, QUrl(f"picture:{'ab' * 32}")).size() == QSize(4, 4)
    found = browser.loadResource(IMAGE, QUrl(address))
    assert found == b"" or (isinstance(found, QImage) and found.isNull())
    assert browser.loadResource(QTextDocument.ResourceType.StyleSheetResource.value, QUrl(address)) == b""


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (SVG, "image/svg+xml"),
        (SVG, "image/png"),
        (png(40_000, 1), "image/png"),
        (png(300, 200)[:60], "image/png"),
        (png(20, 20), "image/gif"),
        (b"", "image/jpeg"),
        (b"P6 9999999 9999999 255 ", "image/png"),
    ],
)
def test_hostile_pictures_are_refused(app: QApplication, data: bytes, media_type: str) -> None:
    assert decoded(data, media_type, QSize(100, 100)) is None


@pytest.mark.parametrize("length", [4, 12, 32, 40, 60, len(png(300, 200)) - 5])
def test_damaged_pictures_are_refused_without_a_word(
    app: QApplication, length: int, capfd: pytest.CaptureFixture[str]
) -> None:
    whole = png(300, 200)
    flipped = whole[:length] + bytes([whole[length] ^ 255]) + whole[length + 1 :]
    assert decoded(whole[:length], "image/png", QSize(100, 100)) is None
    assert decoded(flipped, "image/png", QSize(100, 100)) is None
    assert capfd.readouterr() == ("", "")


def test_a_picture_is_made_to_fit(app: QApplication) -> None:
    image = decoded(png(400, 100), "image/png", QSize(100, 100))
    assert image is not None
    assert image.size() == QSize(100, 25)


def test_elements_that_rich_text_does_not_know_are_shown_as_others() -> None:
    safe = '<figure><img src="picture:a" alt=""><figcaption lang="hy">Words</figcaption></figure>'
    assert as_shown(safe) == '<div><img src="picture:a" alt=""><p class="caption" lang="hy">Words</p></div>'


def test_pictures_that_can_be_shown_are_offered_to_the_printer(
    window: Window, wait_for: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[PrintPreview] = []
    monkeypatch.setattr(PrintPreview, "exec", lambda dialog: offered.append(dialog))
    window.menus.run("print")
    wait_for(lambda: bool(offered))
    assert offered[0].pictures.isChecked()
    words = [each.words for each in printed_pictures(window.session.context, Interrupt(), 1)]
    assert words == ["Plan wide.png", "Plan small.png"]
