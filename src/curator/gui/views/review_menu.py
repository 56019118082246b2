"""The context menu of the items of a review: what the keys do, for those who have a mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from curator.i18n import N_, _

if TYPE_CHECKING:
    from curator.gui.views.review_page import ReviewPage

# What is done, its words, its key; an empty line parts.
_ENTRIES = (
    ("accept", N_("Accept, or take that back"), "A"),
    ("reject", N_("Reject, or take that back"), "X"),
    ("edit", N_("Edit"), "E"),
    ("", "", ""),
    ("take-title", N_("Take the suggested title"), "Enter"),
    ("restore", N_("Restore cut text"), "R"),
    ("", "", ""),
    ("skip", N_("Duplicate: it does not enter"), "D"),
    ("keep", N_("Keep both"), ""),
    ("not-same", N_("Not the same"), "N"),
    ("", "", ""),
    ("retry", N_("Read it again"), ""),
)


class ReviewMenu:
    """Offers what can be done with the selected items.

    Args:
        page: whose items they are.
    """

    def __init__(self, page: ReviewPage) -> None:
        self._page = page
        page.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        page.table.customContextMenuRequested.connect(self._show)

    def made(self) -> QMenu:
        """Return the menu; what cannot be done now is grey."""
        menu, row = QMenu(self._page), self._page.current()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for act, words, key in _ENTRIES:
            if not act:
                menu.addSeparator()
                continue
            entry = menu.addAction(_(words) + (f"\t{key}" if key else ""))
            entry.triggered.connect(lambda _checked=False, act=act: self._do(act))
            is_read = row is not None and row.need != "failed"
            can = {
                "reject": row is not None,
                "take-title": is_read and row is not None and bool(row.suggested_title) and not row.title,
                "retry": row is not None and row.need == "failed",
            }
            is_like = row is not None and bool(row.likenesses)
            can |= dict.fromkeys(("skip", "keep", "not-same"), is_read and is_like)
            entry.setEnabled(can.get(act, is_read))
        return menu

    def _show(self, place: QPoint) -> None:
        self.made().popup(self._page.table.viewport().mapToGlobal(place))

    def _do(self, act: str) -> None:
        acts = self._page.acts
        if act in ("skip", "keep"):
            acts.decide(act)
        elif act == "take-title":
            acts.take_suggestion(-1)
        elif act == "retry":
            acts.retry()
        else:
            acts.do(act)
