"""How words of a query are marked in the field: operators and fields in other inks, a mistake underlined."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont, QInputMethodEvent, QTextCharFormat

from curator.gui.theme import theme


def attribute(text: str, start: int, end: int, cursor: int, form: QTextCharFormat) -> QInputMethodEvent.Attribute:
    """Return the wish of an input method that gives a part of a line (code points) another look.

    Args:
        cursor: where the cursor is (UTF-16 units): places are counted from it.
    """
    begin, until = (len(text[:place].encode("utf-16-le")) // 2 for place in (start, end))
    kind = QInputMethodEvent.AttributeType.TextFormat
    return QInputMethodEvent.Attribute(kind, begin - cursor, until - begin, form)


def ink(what: str) -> QTextCharFormat:
    """Return the look of an "operator" or of the name of a "field"."""
    form = QTextCharFormat()
    form.setForeground(QColor(theme().tokens.accent if what == "operator" else theme().tokens.text2))
    if what == "operator":
        form.setFontWeight(QFont.Weight.DemiBold)
    return form


def wrong() -> QTextCharFormat:
    """Return the look of a mistake."""
    form = QTextCharFormat()
    form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    form.setUnderlineColor(QColor(theme().tokens.error))
    form.setForeground(QColor(theme().tokens.error))
    return form
