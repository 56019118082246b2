from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from curator.archive import Archive, articles
from curator.gui import printing
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
