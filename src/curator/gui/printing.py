"""Printing an article: title, where it comes from, the plain text, its pictures, on each page reference and number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSize, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QGuiApplication,
    QImage,
    QPageLayout,
    QPainter,
    QPalette,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextImageFormat,
)
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from curator.gui.fonts import reader_families
from curator.gui.kept_pictures import decode_all
from curator.gui.print_preview import PrintPreview
from curator.gui.tasks import Interrupt
from curator.i18n import _
from curator.model.article import Article
from curator.operations import page_pictures
from curator.operations.context import Context
from curator.operations.reading import Reading

_TITLE_PT, _TEXT_PT, _ABOUT_PT, _FOOT_PT = 17, 11, 9.5, 8.5
_MARGIN_MM = 22
# Room for the foot of a page, of the text's height (points).
_FOOT_ROOM_PT = 28
# As many points (px) as a printer makes use of.
_MOST_PRINTED = QSize(2000, 2000)
_INK = QColor(Qt.GlobalColor.black)


class PrintedPicture(NamedTuple):
    """A picture of an article and what its page says of it; empty where that is nothing."""

    image: QImage
    words: str


def printed_pictures(context: Context, interrupt: Interrupt, article_id: int) -> list[PrintedPicture]:
    """Return the pictures kept with an article that can be shown; for a reading thread."""
    found = page_pictures.kept(replace(context, progress=interrupt), article_id)
    images = decode_all(context, interrupt, found, _MOST_PRINTED)
    every = ((images[each.original.sha256], each.words) for each in found)
    return [PrintedPicture(image, words) for image, words in every if image is not None]


def preview(reading: Reading, about: str, pictures: Sequence[PrintedPicture], parent: QWidget) -> None:
    """Show how an article will be printed, and print it from there.

    Args:
        about: the line below the title: publication, date, byline.
        pictures: they can be left out there.
    """
    printer = new_printer()
    printer.setDocName(reading.article.title or _("Untitled article"))

    def draw(asked: QPrinter, with_pictures: bool) -> None:
        print_article(reading, about, asked, pictures if with_pictures else ())

    PrintPreview(printer, draw, len(pictures), parent).exec()


def new_printer() -> QPrinter:
    """Return the system's printer, or a PDF where there is none, with margins for reading."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageMargins(QMarginsF(*(4 * (_MARGIN_MM,))), QPageLayout.Unit.Millimeter)
    return printer


def print_article(reading: Reading, about: str, printer: QPrinter, pictures: Sequence[PrintedPicture] = ()) -> int:
    """Print an article; return the number of pages.

    Args:
        about: the line below the title.
        printer: what to print on, its paper and its margins set.
        pictures: printed below the text, in their order.
    """
    page = QSizeF(printer.pageRect(QPrinter.Unit.DevicePixel).size())
    dots = printer.logicalDpiY() / 72
    document = _document(reading, about, printer)
    body = QSizeF(page.width(), page.height() - _FOOT_ROOM_PT * dots)
    document.setPageSize(body)
    # Measures of rich text are those of a screen.
    _add_pictures(document, pictures, body * (_screen_dots() / printer.logicalDpiY()))
    count = document.pageCount()
    first, last = printer.fromPage() or 1, min(printer.toPage() or count, count)
    painter = QPainter(printer)
    for number in range(first, last + 1):
        if number > first:
            printer.newPage()
        _draw_page(painter, document, number, body)
        _draw_foot(painter, reading.article, f"{number} / {count}", QRectF(0, body.height(), page.width(), dots))
    painter.end()
    return max(0, last - first + 1)


def reference(article: Article) -> str:
    """Return what an article can be found again by: its code in the archive, its address, its number."""
    number = _("Article %(id)d") % {"id": article.id}
    return " · ".join(part for part in (article.reference_code or number, article.url) if part)


def _document(reading: Reading, about: str, printer: QPrinter) -> QTextDocument:
    document = QTextDocument()
    document.documentLayout().setPaintDevice(printer)
    document.setDocumentMargin(0)
    document.setDefaultFont(_font(_TEXT_PT))
    cursor = QTextCursor(document)
    cursor.setBlockFormat(_block(6))
    if reading.article.title:
        cursor.insertText(reading.article.title, _letters(_TITLE_PT, bold=True))
        cursor.insertBlock(_block(14))
    cursor.insertText(about, _letters(_ABOUT_PT))
    for line in reading.text.body.split("\n"):
        if line.strip():
            cursor.insertBlock(_block(7))
            cursor.insertText(line, _letters(_TEXT_PT))
    return document


def _add_pictures(document: QTextDocument, pictures: Sequence[PrintedPicture], page: QSizeF) -> None:
    """Put pictures at the end, none larger than it is or than half a page is high; its words stay with each."""
    most = QSizeF(page.width(), page.height() / 2)
    cursor = QTextCursor(document)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    for number, (image, words) in enumerate(pictures):
        size = QSizeF(image.deviceIndependentSize())
        if size.width() > most.width() or size.height() > most.height():
            size = size.scaled(most, Qt.AspectRatioMode.KeepAspectRatio)
        form = QTextImageFormat()
        form.setName(f"printed:{number}")
        form.setWidth(size.width())
        form.setHeight(size.height())
        document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(form.name()), image)
        block = _block(16)
        # The room between lines is a part of a line's height, and that of a picture is high.
        block.setLineHeight(0, QTextBlockFormat.LineHeightTypes.SingleHeight.value)
        block.setNonBreakableLines(True)
        cursor.insertBlock(block)
        cursor.insertImage(form)
        if words:
            cursor.insertText(f"\u2028{words}", _letters(_ABOUT_PT))


def _draw_page(painter: QPainter, document: QTextDocument, number: int, body: QSizeF) -> None:
    painter.save()
    top = (number - 1) * body.height()
    painter.translate(0, -top)
    area = QRectF(0, top, body.width(), body.height())
    painter.setClipRect(area)
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = area
    # The window may be dark: paper is not.
    context.palette.setColor(QPalette.ColorRole.Text, _INK)
    document.documentLayout().draw(painter, context)
    painter.restore()


def _draw_foot(painter: QPainter, article: Article, number: str, line: QRectF) -> None:
    """Draw the reference at the left and the page's number at the right, under a hairline."""
    painter.setFont(_font(_FOOT_PT))
    painter.setPen(_INK)
    dots = line.height()
    rule = line.top() + 8 * dots
    painter.drawLine(QPointF(line.left(), rule), QPointF(line.right(), rule))
    area = QRectF(line.left(), rule + 3 * dots, line.width(), 15 * dots)
    metrics = painter.fontMetrics()
    room = int(area.width() - metrics.horizontalAdvance(number) - 12 * dots)
    words = metrics.elidedText(reference(article), Qt.TextElideMode.ElideMiddle, room)
    painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
    painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, number)


def _block(bottom_pt: float) -> QTextBlockFormat:
    form = QTextBlockFormat()
    form.setBottomMargin(bottom_pt * _screen_dots() / 72)
    form.setLineHeight(112, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return form


def _letters(points: float, bold: bool = False) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setFont(_font(points))
    form.setForeground(_INK)
    if bold:
        form.setFontWeight(QFont.Weight.Bold)
    return form


def _font(points: float) -> QFont:
    font = QFont(reader_families())
    font.setPointSizeF(points)
    return font


def _screen_dots() -> float:
    return QGuiApplication.primaryScreen().logicalDotsPerInchY()
