"""How wide the columns of a review's table are, and which give way where there is no room."""

from __future__ import annotations

from PySide6.QtWidgets import QTableView

from curator.gui.models.review_cells import LANGUAGE, MARK, PUBLICATION, PUBLISHED, TITLE, WHY
from curator.gui.theme import theme

# The least width of each (px at 100 %), and its share of what is left.
_MARK = 34
_LEAST = {TITLE: 150, PUBLISHED: 92, PUBLICATION: 96, LANGUAGE: 54, WHY: 110}
_SHARES = {TITLE: 0.46, PUBLISHED: 0.1, PUBLICATION: 0.14, LANGUAGE: 0.0, WHY: 0.3}


def share_width(table: QTableView) -> None:
    """Share the width of a table among its columns; why a row needs somebody is always in sight."""
    metrics, header, whole = theme().metrics, table.horizontalHeader(), table.viewport().width()
    least = {column: metrics.px(width) for column, width in _LEAST.items()}
    used = metrics.px(_MARK)
    # The preview has what goes.
    for column in (PUBLICATION, LANGUAGE, PUBLISHED):
        is_too_narrow = used + sum(least.values()) > whole
        table.setColumnHidden(column, is_too_narrow)
        if is_too_narrow:
            del least[column]
    header.resizeSection(MARK, used)
    spare = max(0, whole - used - sum(least.values()))
    shares = sum(_SHARES[column] for column in least)
    for column, width in least.items():
        wide = max(width, whole - used) if column == WHY else width + round(spare * _SHARES[column] / shares)
        header.resizeSection(column, wide)
        used += wide
