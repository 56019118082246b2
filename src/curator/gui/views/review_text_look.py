"""How the parts of a text as received are written, and why some were cut, in words."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor

from curator.gui.theme import theme
from curator.i18n import N_, _
from curator.operations.field_values import DESCRIBABLE, label
from curator.operations.review_item import PartOfItem

_LINE_HEIGHT = 116
_TITLE_SIZE = 1.35
_SMALL = 0.82
_WHY = {
    "navigation": N_("navigation"),
    "site": N_("name of the site"),
    "headline": N_("the headline again"),
    "section": N_("section"),
    "date": N_("date"),
    "byline": N_("byline"),
    "share": N_("share links"),
    "related": N_("other stories"),
    "comments": N_("comments"),
    "rights": N_("rights"),
    "advertisement": N_("advertisement"),
    "other-language": N_("in another language"),
    "other": N_("not the article"),
}


def paragraph(cursor: QTextCursor, words: str, form: QTextCharFormat, is_first: bool, tight: bool = False) -> None:
    """Begin a paragraph, the first in the place of the empty one of a new document; `tight` ones stand close."""
    block = QTextBlockFormat()
    block.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    block.setBottomMargin(theme().metrics.px(2 if tight else 9))
    if is_first:
        cursor.setBlockFormat(block)
    else:
        cursor.insertBlock(block)
    cursor.insertText(words, form)


def letters(px: int, kind: str) -> QTextCharFormat:
    """Return how words are written that stand ("kept"), were "cut", became a field ("moved") or the "title"; "note"."""
    form, tokens = QTextCharFormat(), theme().tokens
    inks = {
        "kept": tokens.text,
        "title": tokens.text,
        "cut": tokens.text2,
        "moved": tokens.accent,
        "note": tokens.ok,
    }
    form.setForeground(QColor(inks[kind]))
    if kind == "title":
        form.setFontWeight(QFont.Weight.Bold)
    if kind != "kept":
        size = px * (_TITLE_SIZE if kind == "title" else _SMALL)
        form.setProperty(QTextCharFormat.Property.FontPixelSize.value, round(size))
    form.setFontStrikeOut(kind == "cut")
    return form


def field_name(field: str) -> str:
    """Return what a field is called, inside a sentence."""
    return label(field).lower() if field in DESCRIBABLE else field


def reason(part: PartOfItem) -> str:
    """Return why a part was cut, or the field that it became."""
    return field_name(part.field) if part.field else _(_WHY.get(part.why, _WHY["other"]))
