"""Where a name is mentioned: when, in which publication, and the sentence with the name in it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QTextCharFormat, QTextLayout, QTextLine
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from curator.gui.models.mention_list import MENTION, MentionList, MentionRow
from curator.gui.theme import theme
from curator.gui.views.article_delegate import utf16
from curator.gui.views.authority_rows import badge_width, draw_badge
from curator.gui.widgets.painting import bar
from curator.i18n import _
from curator.model.merging import MentionContext

_AnyIndex = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
# So much of a long sentence stands before the name (code points).
_BEFORE = 90
_LINES = 2


class MentionView(QListView):
    """Rows of one height, so that five thousand scroll like ten.

    Signals:
        opened(int, int, int): Enter or a double click: the article, start and end of the name in its text (code
            points); both -1 where it is tagged as a whole, or the words are no longer there.
    """

    opened = Signal(int, int, int)

    def __init__(self, mentions: MentionList) -> None:
        super().__init__()
        self.mentions = mentions
        # The kind of the name: the colour of its words.
        self.kind = ""
        self.setModel(mentions)
        self.setItemDelegate(_MentionDelegate(self))
        self.setAccessibleName(_("Mentions"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.doubleClicked.connect(self._open)
        theme().changed.connect(self.doItemsLayout)

    def step(self, by: int) -> None:
        """Make the next or the row before current."""
        place = self.currentIndex().row() + by
        if 0 <= place < self.mentions.rowCount():
            self.setCurrentIndex(self.mentions.index(place))

    def focusInEvent(self, event: object) -> None:
        """Begin at the first row."""
        super().focusInEvent(event)  # type: ignore[arg-type]
        if not self.currentIndex().isValid() and self.mentions.rowCount():
            self.setCurrentIndex(self.mentions.index(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Enter, walk by J and K."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        elif event.text().lower() in ("j", "k"):
            self.step(1 if event.text().lower() == "j" else -1)
        elif event.text().strip() and not event.modifiers():
            # Qt would jump to a row that begins with the letter.
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        row: MentionRow | None = index.data(MENTION)
        if row is not None:
            context = row.mention.context
            start = -1 if context.place is None else context.place
            end = -1 if context.place is None else context.place + context.end - context.start
            self.opened.emit(context.article_id, start, end)


class _MentionDelegate(QStyledItemDelegate):
    """Draws date and publication at the left, the sentence at the right."""

    def __init__(self, view: MentionView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _AnyIndex) -> QSize:
        return QSize(0, theme().metrics.row_list + theme().metrics.space_m)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        row: MentionRow | None = index.data(MENTION)
        metrics, tokens = theme().metrics, theme().tokens
        area = QRect(option.rect)
        painter.save()
        self._ground(painter, option, area)
        hair = metrics.space_hair
        painter.fillRect(area.left(), area.bottom(), area.width(), hair, QColor(tokens.line))
        if row is not None:
            inside = area.adjusted(metrics.space_l, metrics.space_s, -metrics.space_l, -metrics.space_s)
            first = min(metrics.px(132), inside.width() // 3)
            _when(painter, QRect(inside.left(), inside.top(), first, inside.height()), row)
            left = inside.left() + first + metrics.space_l
            self._words(painter, QRect(left, inside.top(), inside.right() - left, inside.height()), row)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect) -> None:
        tokens = theme().tokens
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(tokens.sel if self._view.hasFocus() else tokens.sel_inactive))
            if self._view.hasFocus():
                bar(painter, area)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(tokens.hover))

    def _words(self, painter: QPainter, area: QRect, row: MentionRow) -> None:
        context = row.mention.context
        font, fine = theme().font(), theme().font("meta")
        title_height = QFontMetrics(fine).height()
        painter.setFont(fine)
        painter.setPen(QColor(theme().tokens.text2))
        title = context.title or _("No title")
        shown = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, area.width())
        below = area.adjusted(0, 0, 0, -title_height)
        painter.drawText(QRect(area.left(), below.bottom(), area.width(), title_height), _LEFT, shown)
        # Beside the date, where a sentence would begin.
        first = QRect(below.left(), below.top(), below.width(), title_height)
        if not context.sentence:
            painter.drawText(first, _LEFT, _("The article is tagged as a whole."))
        elif context.place is None:
            lost = _("No longer in the text: “%s”") % context.sentence
            painter.setPen(QColor(theme().tokens.warn))
            painter.drawText(
                first, _LEFT, QFontMetrics(fine).elidedText(lost, Qt.TextElideMode.ElideRight, area.width())
            )
        else:
            _sentence(painter, below, context, font, self._view.kind)


def _when(painter: QPainter, area: QRect, row: MentionRow) -> None:
    """Draw the date, the publication below it, and the language."""
    metrics = theme().metrics
    strong, fine = theme().font("meta", QFont.Weight.DemiBold), theme().font("meta")
    height = QFontMetrics(fine).height()
    painter.setFont(strong)
    painter.setPen(QColor(theme().tokens.text))
    words = painter.fontMetrics().elidedText(row.date, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(QRect(area.left(), area.top(), area.width(), height), _LEFT, words)
    painter.setFont(fine)
    painter.setPen(QColor(theme().tokens.text2))
    publication = row.mention.publication or ""
    shown = painter.fontMetrics().elidedText(publication, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(QRect(area.left(), area.top() + height, area.width(), height), _LEFT, shown)
    if row.mention.language:
        box_area = QRect(area.left(), area.top() + 2 * height, badge_width(), metrics.px(18))
        draw_badge(painter, box_area, row.mention.language)


def _sentence(painter: QPainter, area: QRect, context: MentionContext, font: QFont, kind: str) -> None:
    """Draw two lines of a sentence, the name in it on its tint."""
    text, start, end = around_name(context)
    layout = QTextLayout(text, font)
    form = QTextLayout.FormatRange()
    # QTextLayout counts UTF-16 units.
    form.start, form.length = utf16(text[:start]), utf16(text[start:end])
    form.format = QTextCharFormat()
    tokens = theme().tokens
    if kind:
        form.format.setForeground(QColor(tokens.kinds[kind].ink))
    if kind and tokens.tints:
        form.format.setBackground(QColor(tokens.kinds[kind].tint))
    form.format.setFontUnderline(True)
    layout.setFormats([form])
    lines = _laid_out(layout, area)
    painter.setPen(QColor(tokens.text))
    for line in lines:
        line.draw(painter, QPointF(area.left(), area.top()))
    last = lines[-1]
    if last.textStart() + last.textLength() < utf16(text):
        dots = QFontMetrics(font).horizontalAdvance(" …")
        corner = QRect(area.right() - dots, round(area.top() + last.y()), dots + 1, round(last.height()))
        painter.setFont(font)
        painter.drawText(corner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, "…")


def _laid_out(layout: QTextLayout, area: QRect) -> list[QTextLine]:
    lines: list[QTextLine] = []
    top = 0.0
    room = area.width() - theme().metrics.space_l
    layout.beginLayout()
    while len(lines) < _LINES and (line := layout.createLine()).isValid():
        line.setLineWidth(room)
        line.setPosition(QPointF(0, top))
        top += line.height()
        lines.append(line)
    layout.endLayout()
    return lines


def around_name(context: MentionContext) -> tuple[str, int, int]:
    """Return a sentence, cut at a word before its name where that stands far in, and where the name is in it."""
    text, start, end = context.sentence, context.start, context.end
    if start <= _BEFORE:
        return text, start, end
    cut = text.find(" ", start - _BEFORE, start) + 1 or start - _BEFORE
    return "…" + text[cut:], start - cut + 1, end - cut + 1
