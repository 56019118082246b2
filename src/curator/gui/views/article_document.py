"""Putting an article into a text document: title, a line about it, then the body, a block for each of its lines.

The document is filled and given its margins before anybody lays it out. A field that is handed a whole document lays
it out in steps, as far as the eye is at first; one that is filled while it is shown does so at once, to the end.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication

from curator.gui.tokens import Tokens

_LINE_HEIGHT = 116
_TITLE = 1.42
_ABOUT = 0.8
_GAP = 0.75
# Around the text (px), besides the lanes.
MARGIN = 24


def article_document(
    parent: QObject, title: str | None, about: str, body: str, font: QFont, tokens: Tokens | None
) -> QTextDocument:
    """Return a document with an article.

    Args:
        about: the line below the title.
        font: of the body; its pixel size decides all others.

    Places in the document differ from the body's by where the body begins alone, since each line of the body is one
    block.
    """
    px = font.pixelSize()
    document = QTextDocument(parent)
    document.setUndoRedoEnabled(False)
    document.setDefaultFont(font)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.setBlockFormat(_block(round(px * 0.4)))
    if title:
        cursor.insertText(_plain(title), _letters(round(px * _TITLE), tokens, bold=True))
        cursor.insertBlock(_block(round(px * 0.9)))
    cursor.insertText(_plain(about), _letters(round(px * _ABOUT), tokens, second=True))
    cursor.insertBlock(_block(0), _letters(px, tokens))
    at = cursor.position()
    cursor.insertText(_plain(body), _letters(px, tokens))
    _lower_gaps(cursor, at, px)
    cursor.endEditBlock()
    return document


def set_margins(document: QTextDocument, left: int) -> None:
    """Give a document its margins (px)."""
    frame = document.rootFrame()
    form = frame.frameFormat()
    if (form.leftMargin(), form.topMargin()) == (left, MARGIN):
        # Setting them lays out the whole text again.
        return
    form.setLeftMargin(left)
    form.setTopMargin(MARGIN)
    form.setRightMargin(MARGIN)
    form.setBottomMargin(MARGIN * 2)
    frame.setFrameFormat(form)


def _lower_gaps(cursor: QTextCursor, at: int, px: int) -> None:
    """Make the empty lines of the body, but not its first, lower than lines of words."""
    gap = _gap(px)
    block = cursor.document().findBlock(at).next()
    while block.isValid():
        if block.length() == 1:
            cursor.setPosition(block.position())
            cursor.setBlockFormat(gap)
        block = block.next()


def _plain(words: str) -> str:
    """Return words of the same length; Qt takes a carriage return and the line feed behind it as one."""
    return words.replace("\r", " ")


def _gap(px: int) -> QTextBlockFormat:
    """Return how an empty line stands between paragraphs: lower than a line of words."""
    form = QTextBlockFormat()
    form.setLineHeight(round(px * _GAP), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    return form


def _block(bottom: int) -> QTextBlockFormat:
    form = QTextBlockFormat()
    form.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    form.setBottomMargin(bottom)
    return form


def _letters(px: int, tokens: Tokens | None, bold: bool = False, second: bool = False) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setProperty(QTextCharFormat.Property.FontPixelSize, px)
    if second:
        form.setFontFamilies(QApplication.font().families())
    if bold:
        form.setFontWeight(QFont.Weight.Bold)
    if tokens is not None:
        form.setForeground(QColor(tokens.text2 if second else tokens.text))
    return form
