"""How the panes of the window stand: their widths, which of them are shown, and what of that is remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QSize, Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from curator.gui.window import Window

_FIRST = (1600, 1000)
_TITLE_BAR = 40
_WIDTHS = (214, 420, 640, 308)
_NARROW_WIDTHS = (196, 340, 578, 252)
# From here on (px) the facets have a column beside the navigator; below, in its place.
_WIDE = 1500


class Arrangement(QObject):
    """The panes of a window beside each other.

    Args:
        window: whose panes they are: navigator, list, reader, inspector.
        state: where widths are remembered.
    """

    def __init__(self, window: Window, state: QSettings) -> None:
        super().__init__(window)
        self._window, self._state = window, state
        self.panes = QSplitter()
        self.panes.setHandleWidth(1)
        self.panes.setChildrenCollapsible(False)

    def add(self, *panes: QWidget) -> None:
        """Put panes beside each other; the third, the reader, has what room is left."""
        for pane in panes:
            self.panes.addWidget(pane)
        self.panes.setStretchFactor(2, 1)

    def toggle(self, pane: QWidget) -> None:
        """Show or hide a pane."""
        inside = pane if pane is self._window.inspector else pane.parentWidget() or pane
        inside.setVisible(not inside.isVisible())

    def read_only(self) -> None:
        """Leave the reader alone in the window, or bring the others back."""
        others = [pane for place in (0, 1, 3) if (pane := self.panes.widget(place)) is not None]
        shown = any(pane.isVisible() for pane in others)
        for pane in others:
            pane.setVisible(not shown)

    def set_usual_widths(self) -> None:
        """Give the panes the widths that fit the window, the reader most."""
        self.panes.setSizes(list(_WIDTHS if self._window.width() >= _WIDE else _NARROW_WIDTHS))

    def make_room_to_refine(self, shown: bool) -> None:
        """Let the reader, or in a narrow window the navigator, give way to the facets beside the list."""
        window, wide = self._window, self._window.width() >= _WIDE
        if not wide:
            (window.navigator.parentWidget() or window.navigator).setVisible(not shown)
        sizes = self.panes.sizes()
        by = window.list_pane.refine.width() * (1 if shown else -1)
        sizes[1], sizes[2] = sizes[1] + by, sizes[2] - (by if wide else 0)
        self.panes.setSizes(sizes)

    def remember(self) -> None:
        """Keep the place of the window and the widths of its panes."""
        self._state.setValue("geometry", self._window.saveGeometry())
        self._state.setValue("refine", int(not self._window.list_pane.refine.isHidden()))
        self._state.setValue("panes", self.panes.saveState())

    def restore(self) -> None:
        """Bring back what is remembered, else what is usual."""
        window, state = self._window, self._state
        if not window.restoreGeometry(state.value("geometry") or b""):
            # With room for the title bar, which comes on top.
            window.resize(window.screen().availableSize().boundedTo(QSize(*_FIRST)) - QSize(0, _TITLE_BAR))
        if int(str(state.value("refine") or 0)):
            window.list_pane.show_refine(True)
        if not self.panes.restoreState(state.value("panes") or b""):
            self.set_usual_widths()


def stacked(name: str, *parts: QWidget) -> QWidget:
    """Return a pane with parts below each other: heads keep their height, the last part has the rest."""
    pane = QWidget()
    pane.setObjectName(name)
    pane.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = QVBoxLayout(pane)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part, 1 if part is parts[-1] else 0)
    return pane
