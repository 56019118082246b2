"""The rows of a facet: names, counts, and whether each is included, excluded or neither."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from curator.gui.widgets.words import digits
from curator.i18n import _

_Index = QModelIndex | QPersistentModelIndex


class FacetState(Enum):
    """What a row does to the search."""

    NEITHER = "neither"
    INCLUDED = "included"
    EXCLUDED = "excluded"

    @property
    def following(self) -> FacetState:
        """The state after one more press: include, exclude, clear."""
        order = list(FacetState)
        return order[(order.index(self) + 1) % len(order)]


@dataclass(frozen=True, slots=True)
class FacetRow:
    """A row: what it stands for (`key`, anything), its name, its count after the other filters, its state."""

    key: object
    name: str
    count: int
    state: FacetState = FacetState.NEITHER


class FacetModel(QAbstractListModel):
    """Rows for a list view; screen readers get name, count and state of each."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[FacetRow] = []

    def rows(self) -> list[FacetRow]:
        """Return the rows in their order."""
        return list(self._rows)

    def row(self, place: int) -> FacetRow:
        """Return the row at `place`."""
        return self._rows[place]

    def set_rows(self, rows: Sequence[FacetRow]) -> None:
        """Show `rows` instead."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def set_state(self, place: int, state: FacetState) -> None:
        """Give the row at `place` another state."""
        self._rows[place] = replace(self._rows[place], state=state)
        index = self.index(place)
        self.dataChanged.emit(index, index)

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a view or a screen reader asks for."""
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join([row.name, digits(row.count), *_said(row.state)])
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return _("Space includes, then excludes, then clears")
        return None


def _said(state: FacetState) -> list[str]:
    said = {FacetState.INCLUDED: _("included"), FacetState.EXCLUDED: _("excluded")}
    return [said[state]] if state in said else []
