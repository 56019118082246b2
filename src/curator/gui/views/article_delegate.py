"""How a row of the list is drawn: title, date and publication, the text around the first hit."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from curator.gui import icons
from curator.gui.kinds import KINDS
from curator.gui.models.article_list import ROW, about, date_of
from curator.gui.theme import theme
from curator.i18n import _, ngettext
from curator.model.authority import AuthorityKind
from curator.operations.listing import ListRow
from curator.search import Snippet

_AnyIndex = QModelIndex | QPersistentModelIndex
_BAR = 3


class _Fonts:
    """The fonts of a row with their measures, made once for each theme and size."""

    def __init__(self) -> None:
        self.title, self.inbox = (
            theme().font("base", weight) for weight in (QFont.Weight.Medium, QFont.Weight.DemiBold)
        )
        self.meta, self.badge = theme().font("meta"), theme().font("caps", QFont.Weight.Medium)
        self.title_metrics, self.inbox_metrics = QFontMetrics(self.title), QFontMetrics(self.inbox)
        self.meta_metrics, self.badge_metrics = QFontMetrics(self.meta), QFontMetrics(self.badge)


class ArticleDelegate(QStyledItemDelegate):
    """Draws list rows; the style's own selection is not used."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._refresh()
        theme().changed.connect(self._refresh)

    def _refresh(self) -> None:
        self._fonts = _Fonts()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _AnyIndex) -> QSize:
        """Return a height that is the same for all rows of one list: Qt asks for nothing else."""
        return QSize(0, theme().metrics.row_list)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        """Draw one row; a row that is still being fetched has only its ground."""
        painter.save()
        view, rect = option.widget, QRect(option.rect)
        self._ground(painter, option, view, rect)
        row: ListRow | None = index.data(ROW)
        if row is not None:
            px = theme().metrics.px
            self._row(painter, option, row, rect.adjusted(px(14), px(8), -px(10), -px(8)))
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, view: QWidget | None, rect: QRect) -> None:
        tokens = theme().tokens
        focused = view is not None and view.hasFocus()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(tokens.sel if focused else tokens.sel_inactive))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(tokens.hover))
        painter.setPen(QColor(tokens.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus and focused:
            painter.fillRect(QRect(rect.left(), rect.top(), _BAR, rect.height()), QColor(tokens.focus))

    def _row(self, painter: QPainter, option: QStyleOptionViewItem, row: ListRow, rect: QRect) -> None:
        tokens = theme().tokens
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        inbox = row.article.status == "inbox"
        if inbox:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            px = theme().metrics.px
            dot = QPointF(rect.left() - px(7), rect.top() + px(8))
            painter.drawEllipse(dot, px(5) / 2, px(5) / 2)
        fonts = self._fonts
        font, metrics = (fonts.inbox, fonts.inbox_metrics) if inbox else (fonts.title, fonts.title_metrics)
        height = metrics.height()
        painter.setFont(font)
        painter.setPen(QColor(tokens.sel_text if selected else tokens.text))
        title = row.article.title or _("No title")
        painter.drawText(QPointF(rect.left(), rect.top() + metrics.ascent()), _elided(title, metrics, rect.width()))
        second = QRect(rect.left(), rect.top() + height + theme().metrics.px(3), rect.width(), height)
        right = self._right(painter, row, second)
        self._about(painter, row, second.adjusted(0, 0, -right - 8, 0))
        if row.snippet:
            _draw_snippet(
                painter, self._fonts.meta, row.snippet, QRect(rect.left(), second.bottom() + 3, rect.width(), height)
            )

    def _about(self, painter: QPainter, row: ListRow, rect: QRect) -> None:
        fonts = self._fonts
        painter.setFont(fonts.meta)
        painter.setPen(QColor(theme().tokens.text2))
        badge = (row.article.language or "").upper()
        room = rect.width() - (fonts.badge_metrics.horizontalAdvance(badge) + theme().metrics.px(20) if badge else 0)
        words = _elided(about(row), fonts.meta_metrics, room)
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        if badge:
            self._badge(painter, badge, rect, fonts.meta_metrics.horizontalAdvance(words) + theme().metrics.px(8))

    def _badge(self, painter: QPainter, words: str, rect: QRect, x: int) -> None:
        metrics = self._fonts.badge_metrics
        top = rect.center().y() - metrics.height() / 2
        box = QRectF(rect.left() + x, top, metrics.horizontalAdvance(words) + theme().metrics.px(10), metrics.height())
        painter.setPen(QPen(QColor(theme().tokens.control), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawRoundedRect(box, 3, 3)
        painter.setFont(self._fonts.badge)
        painter.setPen(QColor(theme().tokens.text2))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _right(self, painter: QPainter, row: ListRow, rect: QRect) -> int:
        """Draw the hits, or the tags by kind, at the right end; return the width they took."""
        metrics = self._fonts.meta_metrics
        painter.setFont(self._fonts.meta)
        painter.setPen(QColor(theme().tokens.text2))
        if row.hits:
            words = ngettext("%(n)d hit", "%(n)d hits", row.hits) % {"n": row.hits}
            painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)
            return metrics.horizontalAdvance(words)
        px, size = theme().metrics.px, theme().metrics.icon_small
        x = rect.right()
        shown = self.fitting_tags(row, rect.width())
        if len(shown) < len(row.tags):
            x -= metrics.horizontalAdvance("…")
            painter.drawText(QPointF(x, rect.top() + metrics.ascent() + 1), "…")
            x -= px(8)
        for kind in reversed(shown):
            words = str(row.tags[kind])
            x -= metrics.horizontalAdvance(words)
            painter.drawText(QPointF(x, rect.top() + metrics.ascent() + 1), words)
            x -= size + px(3)
            ink = theme().tokens.kinds[kind].ink
            icons.paint(painter, KINDS[kind].icon, ink, QRect(x, rect.center().y() - size // 2, size, size), size)
            x -= px(8)
        return rect.right() - x

    def fitting_tags(self, row: ListRow, width: int) -> list[AuthorityKind]:
        """Return the kinds of tags that have room beside date and language, which are never cut."""
        metrics, px = self._fonts.meta_metrics, theme().metrics.px
        badge = self._fonts.badge_metrics.horizontalAdvance((row.article.language or "").upper()) + px(28)
        room = width - metrics.horizontalAdvance(date_of(row)) - badge
        each = theme().metrics.icon_small + px(11)
        needed = {kind: each + metrics.horizontalAdvance(str(number)) for kind, number in row.tags.items()}
        shown = sorted(row.tags)
        while shown and sum(needed[kind] for kind in shown) > room:
            shown.pop()
            # What is cut off on either side ends in an ellipsis, which takes room, too.
            room = width - metrics.horizontalAdvance(f"{date_of(row)}……") - badge - px(16)
        return shown


def _elided(words: str, metrics: QFontMetrics, width: int) -> str:
    return metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)


def _draw_snippet(painter: QPainter, font: QFont, snippet: Snippet, rect: QRect) -> None:
    """Draw one line around the first hit, with the hits marked."""
    tokens = theme().tokens
    words, hits = around_hit(snippet, QFontMetrics(font), rect.width())
    layout = QTextLayout(words, font)
    formats = []
    for start, end in hits:
        form = QTextLayout.FormatRange()
        # QTextLayout counts UTF-16 units.
        form.start, form.length = utf16(words[:start]), utf16(words[start:end])
        form.format = QTextCharFormat()
        form.format.setBackground(QColor(tokens.hit))
        form.format.setForeground(QColor(tokens.hit_text))
        form.format.setFontUnderline(True)
        formats.append(form)
    layout.setFormats(formats)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(100_000)
    layout.endLayout()
    painter.save()
    painter.setClipRect(rect)
    painter.setPen(QColor(tokens.text2))
    layout.draw(painter, QPointF(rect.topLeft()))
    painter.restore()


def around_hit(snippet: Snippet, metrics: QFontMetrics, width: int) -> tuple[str, list[tuple[int, int]]]:
    """Return as much of a snippet as fits, cut at words, with its first hit in sight, and where the hits are in it.

    Args:
        width: of the line (px).
    """
    text = snippet.text.replace("\n", " ")
    if not snippet.hits:
        return "…" + metrics.elidedText(text, Qt.TextElideMode.ElideRight, width), []
    first = snippet.hits[0]
    start = first[0]
    # A third of the line stands before the hit.
    while start > 0 and metrics.horizontalAdvance(text[text.rfind(" ", 0, start - 1) + 1 : first[1]]) < width * 2 / 5:
        start = text.rfind(" ", 0, start - 1) + 1
    words = "…" + metrics.elidedText(text[start:], Qt.TextElideMode.ElideRight, width - metrics.horizontalAdvance("…"))
    shift, end = 1 - start, len(words) - words.endswith("…")
    shifted = [(max(1, begin + shift), min(end, until + shift)) for begin, until in snippet.hits]
    return words, [(begin, until) for begin, until in shifted if begin < until]


def utf16(text: str) -> int:
    """Return the length of a text in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2
