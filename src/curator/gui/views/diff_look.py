"""How words are written that only one of two texts has."""

from __future__ import annotations

from PySide6.QtGui import QColor, QTextCharFormat

from curator.gui.theme import theme


def letters(kind: str) -> QTextCharFormat:
    """Return how words are written that stay ("equal"), went ("delete") or came ("insert"); never by colour alone."""
    form, tokens = QTextCharFormat(), theme().tokens
    form.setForeground(QColor({"equal": tokens.text, "delete": tokens.error, "insert": tokens.ok}[kind]))
    if kind == "delete":
        form.setFontStrikeOut(True)
        form.setBackground(QColor(tokens.error_back))
    elif kind == "insert":
        form.setFontUnderline(True)
        form.setBackground(QColor(tokens.ok_back))
    return form
