"""The cells of a review's table: what they show, say and allow."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from curator.gui.models.review_words import date_words, hints, icon_of, spoken, why
from curator.i18n import N_, _
from curator.model.review import ReviewRow
from curator.operations.review_batch import ReviewState

ROW = Qt.ItemDataRole.UserRole
MARK, TITLE, PUBLISHED, PUBLICATION, LANGUAGE, WHY = range(6)
# Columns whose cells are edited.
FIELDS = {TITLE: "title", PUBLISHED: "published", PUBLICATION: "publication", LANGUAGE: "language"}
HEADS = ("", N_("Title"), N_("Published"), N_("Publication"), N_("Lang."), N_("Why it needs you"))
_AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class ReviewCells(QAbstractTableModel):
    """Rows of items, in an order that heirs see to.

    Attributes:
        state: the review, and how many items it has; None before it is known.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state: ReviewState | None = None
        self._rows: list[ReviewRow] = []

    def row(self, place: int) -> ReviewRow | None:
        """Return the item in a row (from 0)."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def rows(self) -> list[ReviewRow]:
        """Return all items in their order."""
        return self._rows

    def inherited(self, column: int) -> str:
        """Return what rows without a value of their own have in a column; empty for none."""
        return self.state.review.defaults.get(FIELDS.get(column, ""), "") if self.state else ""

    def rowCount(self, parent: _AnyIndex = _ROOT) -> int:
        """Return the number of items."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _AnyIndex = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the head of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(HEADS[section]) if HEADS[section] else ""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def flags(self, index: _AnyIndex) -> Qt.ItemFlag:
        """Return that cells of fields can be edited where something was read."""
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        row = self.row(index.row())
        if row and row.need != "failed" and not row.committed and index.column() in FIELDS:
            found |= Qt.ItemFlag.ItemIsEditable
        return found

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the row for `ROW`, words for everything that speaks or shows tool tips. Never waits."""
        row = self.row(index.row())
        if row is None:
            return None
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(row, index.column())
        if role == Qt.ItemDataRole.EditRole:
            return getattr(row, FIELDS[index.column()]) or "" if index.column() in FIELDS else ""
        if role == Qt.ItemDataRole.ToolTipRole:
            return icon_of(row)[2] if index.column() == MARK else hints(row) if index.column() == WHY else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            whole = index.column() in (MARK, TITLE)
            return spoken(row, index.row(), len(self._rows)) if whole else self._spoken_cell(row, index.column())
        return None

    def words(self, row: ReviewRow, column: int) -> str:
        """Return the words of a cell; empty where there is no value, not even an inherited one."""
        if column == MARK:
            return icon_of(row)[2]
        if column == TITLE:
            return row.title or ""
        if column == PUBLISHED:
            return date_words(row.published)
        if column == WHY:
            return why(row)
        own = row.publication if column == PUBLICATION else row.language
        words = own or ("" if row.need == "failed" else self.inherited(column))
        return words.upper() if column == LANGUAGE else words

    def _spoken_cell(self, row: ReviewRow, column: int) -> str:
        words = self.words(row, column) or _("empty")
        return f"{_(HEADS[column])}: {words}"
