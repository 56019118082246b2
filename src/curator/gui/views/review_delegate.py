"""How a cell of a review is drawn and edited; guesses and what is inherited are not told apart by colour alone."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from curator.errors import CuratorError
from curator.gui import icons
from curator.gui.models.review_list import FIELDS, MARK, PUBLISHED, ROW, TITLE, WHY
from curator.gui.models.review_words import icon_of, is_guess
from curator.gui.theme import theme
from curator.gui.widgets.painting import bar, box, ring
from curator.i18n import _
from curator.model.review import ReviewRow
from curator.operations.field_values import label, understood
from curator.paths import display

if TYPE_CHECKING:
    from curator.gui.views.review_table import ReviewTable

_AnyIndex = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_NOTHING = "—"


class ReviewDelegate(QStyledItemDelegate):
    """Draws the cells of a `ReviewTable`, and edits them."""

    def __init__(self, table: ReviewTable) -> None:
        super().__init__(table)
        self._table = table

    # -- drawing

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        """Draw a cell."""
        row = index.data(ROW)
        if row is None:
            return
        area, metrics = QRect(option.rect), theme().metrics
        painter.save()
        self._ground(painter, area, option, index)
        inside = area.adjusted(metrics.space_m, 0, -metrics.space_s, -metrics.space_hair)
        if index.column() == MARK:
            icon, ink, _words = icon_of(row)
            icons.paint(painter, icon, getattr(theme().tokens, ink), area, metrics.icon_normal)
        elif index.column() == TITLE:
            self._title(painter, inside, row)
        else:
            self._value(painter, inside, row, index)
        painter.restore()

    def _ground(self, painter: QPainter, area: QRect, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        tokens, metrics = theme().tokens, theme().metrics
        focused = self._table.hasFocus() or self._table.is_editing()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(tokens.sel if focused else tokens.sel_inactive))
        elif index.row() == self._table.hovered:
            painter.fillRect(area, QColor(tokens.hover))
        line = QRect(area.left(), area.bottom() + 1 - metrics.space_hair, area.width(), metrics.space_hair)
        painter.fillRect(line, QColor(tokens.line))
        if index.row() != self._table.currentIndex().row() or not focused:
            return
        if index.column() == MARK:
            bar(painter, area)
        elif index.column() == self._table.currentIndex().column() and index.column() in FIELDS:
            box(painter, area.adjusted(0, 1, -1, -2), metrics.radius_mark, edge=tokens.control)

    def _title(self, painter: QPainter, area: QRect, row: ReviewRow) -> None:
        tokens, metrics = theme().tokens, theme().metrics
        rejected = row.state == "rejected"
        waits = row.state == "pending" and row.need != "clean"
        font = theme().font("table", QFont.Weight.DemiBold if waits else QFont.Weight.Normal)
        font.setStrikeOut(rejected)
        if row.title or row.need == "failed":
            words = row.title or display(PurePath(row.path).name)
            self._words(painter, area, words, font, tokens.text if row.title and not rejected else tokens.text2)
            return
        shown = self._words(painter, area, _("No title"), font, tokens.text2 if rejected else tokens.error)
        if row.suggested_title:
            rest = area.adjusted(shown + metrics.space_l, 0, 0, 0)
            suggested = _("suggested: “%(title)s”") % {"title": row.suggested_title}
            self._words(painter, rest, suggested, theme().font("meta"), tokens.text2)

    def _value(self, painter: QPainter, area: QRect, row: ReviewRow, index: _AnyIndex) -> None:
        tokens, metrics, column = theme().tokens, theme().metrics, index.column()
        words = str(index.data() or "")
        font = theme().font("meta" if column == WHY else "table")
        ink = tokens.text2 if column == WHY or row.state == "rejected" else tokens.text
        own = getattr(row, FIELDS[column]) if column in FIELDS else words
        if words and not own:
            icons.paint(painter, "layers", tokens.text2, self._lead(area), metrics.icon_small)
            font.setItalic(True)
            ink, area = tokens.text2, area.adjusted(metrics.icon_normal, 0, 0, 0)
        elif words and column == PUBLISHED and is_guess(row, "published"):
            icons.paint(painter, "circle-help", tokens.warn, self._lead(area), metrics.icon_small)
            area = area.adjusted(metrics.icon_normal, 0, 0, 0)
        self._words(painter, area, words or ("" if column == WHY else _NOTHING), font, ink)

    def _lead(self, area: QRect) -> QRect:
        return QRect(area.left(), area.top(), theme().metrics.icon_small, area.height())

    def _words(self, painter: QPainter, area: QRect, words: str, font: QFont, ink: str) -> int:
        """Draw words, elided; return their width (px)."""
        measured = QFontMetrics(font)
        shown = measured.elidedText(words, Qt.TextElideMode.ElideRight, max(0, area.width()))
        painter.setFont(font)
        painter.setPen(QColor(ink))
        painter.drawText(area, _LEFT, shown)
        return measured.horizontalAdvance(shown)

    # -- editing

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: _AnyIndex) -> QWidget:
        """Return a line over the cell."""
        row, field = index.data(ROW), FIELDS[index.column()]
        line = _CellLine(parent)
        line.setAccessibleName(label(field))
        line.setProperty("item", row.id)
        line.setProperty("field", field)
        line.setText(index.data(Qt.ItemDataRole.EditRole))
        if not line.text():
            inherited = self._table.review.inherited(index.column())
            line.setPlaceholderText(inherited or (row.suggested_title or "" if field == "title" else ""))
        line.selectAll()
        line.textEdited.connect(lambda _text: self._table.show_fault(line, ""))
        return line

    def setEditorData(self, editor: QWidget, index: _AnyIndex) -> None:
        """Leave what is being typed alone, whatever comes from the disk meanwhile."""

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _AnyIndex) -> None:
        """Leave the model alone: the review is written to, and the model follows."""

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: _AnyIndex) -> None:
        """Put the line over the cell."""
        editor.setGeometry(QRect(option.rect).adjusted(0, 0, 0, -theme().metrics.space_hair))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Keep by Enter, Tab and by leaving; restore by Esc."""
        if not isinstance(editor, QLineEdit):
            return super().eventFilter(editor, event)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                if self._keep(editor):
                    self._table.edit_beside(1 if key == Qt.Key.Key_Tab else -1)
                return True
            plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
                self._keep(editor)
                return True
            if key == Qt.Key.Key_Escape:
                self._close(editor)
                return True
            return False
        left = isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut
        if left and event.reason() != Qt.FocusReason.PopupFocusReason:  # type: ignore[attr-defined]
            if not self._keep(editor):
                self._close(editor)
            return False
        return super().eventFilter(editor, event) if event.type() == QEvent.Type.ShortcutOverride else False

    def _keep(self, editor: QLineEdit) -> bool:
        """Hand on what was typed; return whether that could be."""
        if editor.property("closed"):
            return True
        field, typed = str(editor.property("field")), editor.text().strip()
        index = self._table.review.index(self._table.review.place_of(editor.property("item")), 0)
        row: ReviewRow | None = index.data(ROW)
        try:
            read = understood(field, typed)
        except CuratorError as error:
            self._table.show_fault(editor, f"{error.message} {error.hint}".strip())
            return False
        self._close(editor)
        if row is not None and typed != (getattr(row, field) or ""):
            self._table.edited.emit(row.id, field, typed, read.columns.get(field))
        return True

    def _close(self, editor: QLineEdit) -> None:
        if not editor.property("closed"):
            editor.setProperty("closed", True)
            self._table.show_fault(editor, "")
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)


class _CellLine(QLineEdit):
    """A line as high as its cell, with the ring of focus; red where what was typed cannot be understood."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("cell", True)
        self.setStyleSheet("min-height: 0; border: 0; background: transparent; padding: 0;")
        side = theme().metrics.space_m - 2
        self.setTextMargins(side, 0, side, 0)
        self.setAutoFillBackground(False)

    def paintEvent(self, event: object) -> None:
        painter, tokens, metrics = QPainter(self), theme().tokens, theme().metrics
        painter.fillRect(self.rect(), QColor(tokens.raised))
        painter.end()
        super().paintEvent(event)  # type: ignore[arg-type]
        painter = QPainter(self)
        if self.property("invalid"):
            inset = metrics.focus_ring // 2
            painter.setPen(QColor(tokens.error))
            for by in range(metrics.focus_ring):
                painter.drawRect(self.rect().adjusted(by, by, -1 - by, -1 - by))
            painter.fillRect(0, self.height() - inset, self.width(), inset, QColor(tokens.error))
        else:
            ring(painter, self.rect(), metrics.radius_mark)
