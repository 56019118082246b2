"""Two texts side by side, with the words that only one of them has marked by a sign, a line and a colour."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from curator import settings
from curator.gui.theme import theme
from curator.gui.views.diff_look import letters
from curator.gui.views.reading_look import reading_look
from curator.gui.widgets.eliding import ElidingLabel
from curator.i18n import _, ngettext
from curator.text.differences import Difference

_LINE_HEIGHT = 116
# Before words that only the first, or only the second text has.
_SIGNS = {"delete": "− ", "insert": "+ "}


class TextPair(QWidget):
    """Shows the first text at the left, the second at the right; they scroll together.

    Args:
        least: the least height of the texts (px at 100 %).
    """

    def __init__(self, parent: QWidget | None = None, *, least: int = 320) -> None:
        super().__init__(parent)
        self._least = least
        self.first, self.second = _side(_("The first text")), _side(_("The second text"))
        self._heads = ElidingLabel(role="strong"), ElidingLabel(role="strong")
        self._lines = ElidingLabel(role="meta"), ElidingLabel(role="meta")
        self.count = ElidingLabel(role="meta")
        self._shown: tuple[str, str, Sequence[Difference]] = ("", "", ())
        self._row = QHBoxLayout()
        for head, line, text in zip(self._heads, self._lines, (self.first, self.second), strict=True):
            column = QVBoxLayout()
            for part in (head, line, text):
                column.addWidget(part)
            self._row.addLayout(column, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._row, 1)
        self._column.addWidget(self.count)
        for one, two in ((self.first, self.second), (self.second, self.first)):
            one.verticalScrollBar().valueChanged.connect(two.verticalScrollBar().setValue)
        theme().changed.connect(self._retheme)
        self._retheme()

    def show_heads(self, heads: tuple[str, str], lines: tuple[str, str]) -> None:
        """Say what each text is: its title, and where it is from."""
        for label, words in zip((*self._heads, *self._lines), (*heads, *lines), strict=True):
            label.setText(words)

    def show_texts(self, old: str, new: str, differences: Sequence[Difference]) -> None:
        """Show two texts and what differs."""
        self._shown = (old, new, differences)
        number = sum(each.kind != "equal" for each in differences)
        places = ngettext("%(n)d place differs", "%(n)d places differ", number) % {"n": number}
        only = _("− only at the left, + only at the right")
        self.count.setText(f"{places}: {only}" if number else _("The same text"))
        self._draw()

    def clear(self) -> None:
        """Show nothing."""
        self.show_texts("", "", ())
        self.count.setText("")

    def _draw(self) -> None:
        old, new, differences = self._shown
        _fill(self.first, old, [(each.kind, each.old_start, each.old_end) for each in differences], "delete")
        _fill(self.second, new, [(each.kind, each.new_start, each.new_end) for each in differences], "insert")

    def _retheme(self) -> None:
        metrics, look = theme().metrics, reading_look(settings.load(), self.window().width())
        self._column.setSpacing(metrics.space_s)
        self._row.setSpacing(metrics.space_l)
        font = QFont(look.families())
        font.setPixelSize(metrics.px(look.px - 1))
        for text in (self.first, self.second):
            text.document().setDefaultFont(font)
            text.setMinimumHeight(metrics.px(self._least))
        self._draw()


def _fill(text: QTextEdit, words: str, stretches: Sequence[tuple[str, int, int]], kind: str) -> None:
    text.clear()
    block = QTextBlockFormat()
    block.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    cursor = text.textCursor()
    cursor.setBlockFormat(block)
    cursor.beginEditBlock()
    for each, start, end in stretches:
        said = words[start:end].lstrip()
        if each == "equal" or not said:
            cursor.insertText(words[start:end], letters("equal"))
        else:
            # The sign stands at the first word, not at the end of the line above it.
            cursor.insertText(words[start : end - len(said)], letters("equal"))
            sign = letters(kind)
            sign.setFontStrikeOut(False)
            sign.setFontUnderline(False)
            cursor.insertText(_SIGNS[kind], sign)
            cursor.insertText(said, letters(kind))
    cursor.endEditBlock()
    text.moveCursor(QTextCursor.MoveOperation.Start)


def _side(name: str) -> QTextEdit:
    text = QTextEdit()
    text.setReadOnly(True)
    text.setFrameShape(QTextEdit.Shape.NoFrame)
    text.setObjectName("articleText")
    text.setAccessibleName(name)
    return text
