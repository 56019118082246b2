"""How a cell of a review is edited: in its place, kept by Enter, Tab and leaving, restored by Esc."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from curator.errors import CuratorError
from curator.gui.models.review_cells import FIELDS, ROW
from curator.gui.theme import theme
from curator.gui.views.review_painting import ReviewPainting
from curator.gui.widgets.painting import ring
from curator.model.review import ReviewRow
from curator.operations.field_values import label, understood

_AnyIndex = QModelIndex | QPersistentModelIndex


class ReviewDelegate(ReviewPainting):
    """Draws the cells of a `ReviewTable`, and edits them."""

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

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens, metrics = QPainter(self), theme().tokens, theme().metrics
        painter.fillRect(self.rect(), QColor(tokens.raised))
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self)
        if self.property("invalid"):
            inset = metrics.focus_ring // 2
            painter.setPen(QColor(tokens.error))
            for by in range(metrics.focus_ring):
                painter.drawRect(self.rect().adjusted(by, by, -1 - by, -1 - by))
            painter.fillRect(0, self.height() - inset, self.width(), inset, QColor(tokens.error))
        else:
            ring(painter, self.rect(), metrics.radius_mark)
