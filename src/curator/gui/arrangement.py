"""How the panes of the window stand: their widths, which of them are shown, and what of that is remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSettings, QSize, Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from curator.gui.pane_widths import LEAST, WIDE, usual_widths
from curator.gui.theme import theme

if TYPE_CHECKING:
    from curator.gui.window import Window

_FIRST = (1600, 1000)
_TITLE_BAR = 40


class Arrangement(QObject):
    """The panes of a window beside each other.

    As long as nobody moves, hides or shows one, they have the widths that fit the window and the size of the text.

    Args:
        window: whose panes they are: navigator, list, reader, inspector.
        state: where widths are remembered.

    Signals:
        covered(QWidget or None): another page stands in the place of list and reader, or none does any more.
    """

    covered = Signal(object)

    def __init__(self, window: Window, state: QSettings) -> None:
        super().__init__(window)
        self._window, self._state = window, state
        self._is_usual = True
        self._scale = theme().metrics.scale
        self._cover: QWidget | None = None
        self._keeps_navigator = False
        self._covered: tuple[list[bool], list[int]] = ([], [])
        self.panes = QSplitter()
        self.panes.setHandleWidth(1)
        self.panes.setChildrenCollapsible(False)
        self.panes.installEventFilter(self)
        self.panes.splitterMoved.connect(self._keep)
        theme().changed.connect(self._grow)

    def add(self, *panes: QWidget) -> None:
        """Put panes beside each other; the third, the reader, has what room is left."""
        for pane in panes:
            self.panes.addWidget(pane)
        self.panes.setStretchFactor(2, 1)

    def toggle(self, pane: QWidget) -> None:
        """Show or hide a pane."""
        if self._cover is not None and pane is not self._window.navigator:
            return
        self._keep()
        inside = pane if pane is self._window.inspector else pane.parentWidget() or pane
        inside.setVisible(not inside.isVisible())
        self._widen(inside)

    def read_only(self) -> None:
        """Leave the reader alone in the window, or bring the others back."""
        if self._cover is not None:
            self.toggle(self._window.navigator)
            return
        self._keep()
        others = [pane for place in (0, 1, 3) if (pane := self.panes.widget(place)) is not None]
        shown = any(pane.isVisible() for pane in others)
        for pane in others:
            pane.setVisible(not shown)

    def set_usual_widths(self) -> None:
        """Give the panes the widths that fit the window, the reader most."""
        if self._cover is not None:
            self._fit_cover()
            return
        refine = not self._window.list_pane.refine.isHidden()
        widths = usual_widths(self.panes.width(), theme().metrics.scale, refine)
        for place, width in enumerate(widths):
            if (pane := self.panes.widget(place)) is not None:
                pane.setVisible(width > 0)
        self.panes.setSizes(list(widths))

    @property
    def is_covered(self) -> bool:
        """Whether a page stands in the place of list, reader and inspector."""
        return self._cover is not None

    def cover(self, page: QWidget, with_navigator: bool = False) -> None:
        """Show a page in the place of list, reader and inspector, or of the page that is there already.

        Args:
            with_navigator: whether the navigator stays in a narrow window, too.
        """
        self._keeps_navigator = with_navigator
        if self._cover is page:
            return
        if self._cover is not None:
            self._cover.hide()
        else:
            panes = self._own_panes()
            self._covered = ([not pane.isHidden() for pane in panes], self.panes.sizes()[: len(panes)])
            for pane in panes[1:]:
                pane.hide()
        if self.panes.indexOf(page) < 0:
            self.panes.addWidget(page)
        self._cover = page
        page.show()
        self._fit_cover()
        self.covered.emit(page)

    def uncover(self) -> None:
        """Bring back what was there before the page."""
        if self._cover is None:
            return
        self._cover.hide()
        self._cover = None
        shown, sizes = self._covered
        for pane, is_shown in zip(self._own_panes(), shown, strict=True):
            pane.setVisible(is_shown)
        if self._is_usual:
            self.set_usual_widths()
        else:
            self.panes.setSizes([*sizes, *[0] * (self.panes.count() - len(sizes))])
        self.covered.emit(None)

    def _own_panes(self) -> list[QWidget]:
        return [pane for place in range(4) if (pane := self.panes.widget(place)) is not None]

    def _fit_cover(self) -> None:
        """Give the page the width, and the navigator its own where it stays."""
        if self._cover is None:
            return
        navigator, scale = self._own_panes()[0], theme().metrics.scale
        is_wide = self._keeps_navigator or self.panes.width() / scale >= WIDE
        is_shown = self._covered[0][0] and is_wide
        navigator.setVisible(is_shown)
        width = usual_widths(self.panes.width(), scale).navigator if is_shown else 0
        sizes = [0] * self.panes.count()
        sizes[0], sizes[self.panes.indexOf(self._cover)] = width, self.panes.width() - width
        self.panes.setSizes(sizes)

    def make_room_to_refine(self, shown: bool) -> None:
        """Let the list and the reader, or in a narrow window the navigator, give way to the facets beside the list."""
        if self._is_usual:
            self.set_usual_widths()
            return
        window, metrics = self._window, theme().metrics
        wide = window.width() >= metrics.px(WIDE)
        if not wide:
            (window.navigator.parentWidget() or window.navigator).setVisible(not shown)
        sizes = self.panes.sizes()
        by = window.list_pane.refine.width() * (1 if shown else -1)
        sizes[1], sizes[2] = sizes[1] + by, sizes[2] - (by if wide else 0)
        self.panes.setSizes(sizes)
        self._widen(window.navigator.parentWidget() or window.navigator)
        self._widen(window.inspector)

    def _widen(self, pane: QWidget) -> None:
        """Give a pane that shows again its own width at least; the reader gives the room.

        A pane that was hidden while the others took theirs would come back as a strip of cut words.
        """
        place, scale = self.panes.indexOf(pane), theme().metrics.scale
        sizes = self.panes.sizes()
        if place not in (0, 3) or not pane.isVisible() or sizes[place] >= round(LEAST[place] * scale):
            return
        wanted = max(usual_widths(self.panes.width(), scale)[place], round(LEAST[place] * scale))
        sizes[2] -= wanted - sizes[place]
        sizes[place] = wanted
        self.panes.setSizes(sizes)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Fit the panes to another size of the window."""
        if event.type() == QEvent.Type.Resize and self.panes.count():
            if self._cover is not None:
                self._fit_cover()
            elif self._is_usual:
                self.set_usual_widths()
        return False

    def _keep(self) -> None:
        """Leave the widths to the person from now on."""
        self._is_usual = False

    def _grow(self) -> None:
        """Let the panes grow with the text; the reader gives the room, and the facets go where there is none."""
        by, self._scale = theme().metrics.scale / self._scale, theme().metrics.scale
        articles = self._window.list_pane
        if not articles.refine.isHidden() and not articles.has_room_to_refine():
            articles.show_refine(False)
        if self._is_usual:
            self.set_usual_widths()
        elif by != 1.0 and self._cover is None:
            sizes = self.panes.sizes()[:4]
            sides, whole = [round(sizes[place] * by) for place in (0, 1, 3)], sum(sizes)
            self.panes.setSizes([sides[0], sides[1], max(0, whole - sum(sides)), sides[2]])

    def remember(self) -> None:
        """Keep the place of the window and the widths of its panes."""
        self.uncover()
        self._state.setValue("geometry", self._window.saveGeometry())
        self._state.setValue("refine", int(not self._window.list_pane.refine.isHidden()))
        self._state.setValue("panes", b"" if self._is_usual else self.panes.saveState())

    def restore(self) -> None:
        """Bring back what is remembered, else what is usual."""
        window, state = self._window, self._state
        if not window.restoreGeometry(state.value("geometry") or b""):
            # With room for the title bar, which comes on top.
            window.resize(window.screen().availableSize().boundedTo(QSize(*_FIRST)) - QSize(0, _TITLE_BAR))
        if int(str(state.value("refine") or 0)) and window.list_pane.has_room_to_refine():
            window.list_pane.show_refine(True)
        self._is_usual = not self.panes.restoreState(state.value("panes") or b"")
        if self._is_usual:
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
