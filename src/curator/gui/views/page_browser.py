"""A page as received, shown: a browser that browses nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QResizeEvent, QTextCursor, QTextDocument, QTextImageFormat, QTextLength
from PySide6.QtWidgets import QTextBrowser

from curator import settings
from curator.gui.theme import theme
from curator.gui.views.reading_look import reading_look
from curator.text.safe_html import PICTURE_SCHEME

_MARGIN = 24


class PageBrowser(QTextBrowser):
    """Shows what it is given; its pictures come from the archive alone, and it asks nobody for more."""

    def __init__(self) -> None:
        super().__init__()
        self._pictures: dict[str, QImage] = {}
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)

    def show_page(self, html: str, pictures: Mapping[str, QImage]) -> None:
        """Show a safe page with its pictures, by the SHA-256 of their files."""
        self._pictures = dict(pictures)
        self.setHtml(html)
        self.set_margins()

    def put_pictures(self, pictures: Mapping[str, QImage]) -> None:
        """Put pictures in the places of their frames."""
        self._pictures |= pictures
        document = self.document()
        for name, image in pictures.items():
            document.addResource(QTextDocument.ResourceType.ImageResource.value, _url(name), image)
        document.markContentsDirty(0, document.characterCount())
        self.viewport().update()

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Return a picture of the page that is shown; nothing else, from nowhere."""
        url = QUrl(name)
        if kind == QTextDocument.ResourceType.ImageResource.value and url.scheme() == PICTURE_SCHEME:
            return self._pictures.get(url.path(), QImage())
        return b""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the measure: spare width goes to the right."""
        super().resizeEvent(event)
        self.set_margins()

    def set_margins(self) -> None:
        """Leave as much room beside the page as the article's text has, and let no picture be wider than that."""
        frame = self.document().rootFrame()
        form = frame.frameFormat()
        look = reading_look(settings.load(), self.window().width())
        measure = theme().metrics.px(look.px) * look.measure
        form.setTopMargin(_MARGIN / 2)
        form.setLeftMargin(_MARGIN)
        form.setBottomMargin(_MARGIN)
        form.setRightMargin(max(_MARGIN, self.viewport().width() - _MARGIN - measure))
        if form != frame.frameFormat():
            frame.setFrameFormat(form)
            self._limit_pictures(self.viewport().width() - _MARGIN - form.rightMargin())

    def _limit_pictures(self, width: float) -> None:
        """Make pictures smaller that are wider than the text; a share of the page would count its margins in."""
        most = QTextLength(QTextLength.Type.FixedLength, width)
        for start, form in list(_pictures_in(self.document())):
            cursor = QTextCursor(self.document())
            cursor.setPosition(start)
            cursor.setPosition(start + 1, QTextCursor.MoveMode.KeepAnchor)
            form.setMaximumWidth(most)
            cursor.setCharFormat(form)


def _pictures_in(document: QTextDocument) -> Iterator[tuple[int, QTextImageFormat]]:
    """Yield where the pictures stand, and their formats."""
    block = document.begin()
    while block.isValid():
        for run in block.textFormats():
            if run.format.isImageFormat():
                for at in range(run.start, run.start + run.length):
                    yield block.position() + at, run.format.toImageFormat()
        block = block.next()


def _url(name: str) -> QUrl:
    return QUrl(f"{PICTURE_SCHEME}:{name}")
