from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QToolBar, QWidget

from curator.archive import Archive, articles
from curator.gui import printing
from curator.gui.print_preview import PrintPreview
from curator.gui.theme import theme
from curator.model.revision import Label
from curator.operations import reading
from curator.operations.context import Context
from curator.operations.reading import Reading

ABOUT = "Library Courier · 19 November 1966"


@pytest.fixture
def article(app: QApplication, tmp_path: Path) -> Reading:
    body = "\n\n".join(f"Paragraph {n}. " + "The library dried its books, page by page. " * 12 for n in range(40))
    with Archive.create(tmp_path / "Prints.curator") as archive:
        with archive.transaction(Label("Add")) as transaction:
            articles.add(transaction, {"title": "The cellar", "reference_code": "FF-1"}, body, "test")
        return reading.open_article(Context(archive), 1)


def pdf_printer(path: Path) -> QPrinter:
    printer = printing.new_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setOutputFileName(str(path))
    return printer


def pages(path: Path) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", path.read_bytes()))


def test_every_page_that_is_counted_is_in_the_file(article: Reading, tmp_path: Path) -> None:
    out = tmp_path / "article.pdf"
    count = printing.print_article(article, ABOUT, pdf_printer(out))
    assert out.read_bytes().startswith(b"%PDF")
    # 40 paragraphs of some 90 words in 11 point type.
    assert 5 <= count <= 12
    assert pages(out) == count


def test_only_the_pages_asked_for_are_printed(article: Reading, tmp_path: Path) -> None:
    out = tmp_path / "two.pdf"
    printer = pdf_printer(out)
    printer.setFromTo(2, 3)
    assert printing.print_article(article, ABOUT, printer) == 2
    assert pages(out) == 2


def test_it_is_black_on_paper_in_a_dark_window(article: Reading, tmp_path: Path) -> None:
    theme().choose("dark")
    try:
        document = printing._document(article, ABOUT, pdf_printer(tmp_path / "dark.pdf"))
    finally:
        theme().choose("light")
    block = document.begin()
    inks = set()
    while block.isValid():
        inks |= {form.format.foreground().color().name() for form in block.textFormats()}
        block = block.next()
    assert inks == {QColor(Qt.GlobalColor.black).name()}


def test_the_foot_names_the_article(article: Reading) -> None:
    assert printing.reference(article.article) == "FF-1"


def test_pictures_stand_below_the_text_with_their_words_and_can_be_left_out(
    article: Reading, tmp_path: Path, app: QApplication
) -> None:
    image = QImage(1200, 1200, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    pictures = [printing.PrintedPicture(image, "A plan of the cellar"), printing.PrintedPicture(image, "")]
    bare = printing.print_article(article, ABOUT, pdf_printer(tmp_path / "bare.pdf"))
    out = tmp_path / "pictures.pdf"
    count = printing.print_article(article, ABOUT, pdf_printer(out), pictures)
    # Each is half a page high, and neither is cut by the end of one.
    assert bare + 1 <= count <= bare + 2
    assert pages(out) == count
    assert len(re.findall(rb"/Subtype\s*/Image", out.read_bytes())) >= 1


def test_the_preview_speaks_our_words_and_offers_pictures_where_there_are_any(
    article: Reading, tmp_path: Path, app: QApplication
) -> None:
    drawn: list[bool] = []
    window = QWidget()
    window.resize(800, 600)
    dialog = PrintPreview(pdf_printer(tmp_path / "a.pdf"), lambda _printer, pictures: drawn.append(pictures), 2, window)
    (bar,) = dialog.findChildren(QToolBar)
    words = [act.text() for act in bar.actions() if act.text()]
    assert "Page before" in words
    assert "Previous page" not in words
    assert dialog.pictures in bar.actions()
    dialog.show()
    dialog.pictures.setChecked(False)
    assert drawn[-1] is False
    assert drawn[0] is True
    dialog.close()
    bare = PrintPreview(pdf_printer(tmp_path / "b.pdf"), lambda _printer, pictures: drawn.append(pictures), 0, window)
    assert bare.pictures not in bare.findChildren(QToolBar)[0].actions()
