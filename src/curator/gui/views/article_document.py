"""Putting an article into a text document: title, a line about it, then the body, a block for each of its lines."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat
from PySide6.QtWidgets import QApplication, QTextEdit

from curator.gui.tokens import Tokens

_LINE_HEIGHT = 116
_TITLE = 1.42
_ABOUT = 0.8
_GAP = 0.75


def fill(edit: QTextEdit, title: str | None, about: str, body: str, px: int, tokens: Tokens | None) -> int:
    """Fill an empty text field.

    Args:
        px: the size of the letters of the body.

    Returns:
        where the body begins (UTF-16 units). Places in the document differ from the body's by this alone, since each
        line of the body is one block.
    """
    cursor = edit.textCursor()
    cursor.setBlockFormat(_block(round(px * 0.4)))
    if title:
        cursor.insertText(title, _letters(round(px * _TITLE), tokens, bold=True))
        cursor.insertBlock(_block(round(px * 0.9)))
    cursor.insertText(about, _letters(round(px * _ABOUT), tokens, second=True))
    letters = _letters(px, tokens)
    at = 0
    for number, line in enumerate(body.split("\n")):
        cursor.insertBlock(_block(0) if line or number == 0 else _gap(px), letters)
        at = cursor.position() if number == 0 else at
        cursor.insertText(line, letters)
    return at


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
