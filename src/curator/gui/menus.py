"""Menus, context menus and keys, made from the table of actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from curator.gui import icons, keys, recent
from curator.gui.actions import ACTIONS, FILE, MENUS, Action
from curator.gui.bindings import Bindings
from curator.gui.panes import INSPECTOR, LIST, NAME, NAME_LIST, NAVIGATOR, QUEUE, READER, REVIEW
from curator.gui.theme import theme
from curator.gui.widgets.sheet import Sheet
from curator.i18n import _
from curator.paths import display

if TYPE_CHECKING:
    from curator.gui.window import Window

# Their words say what they would do, and `tell` sets both words and state.
_TOLD = ("undo", "redo")
_PANES = (NAVIGATOR, LIST, READER, INSPECTOR)


class Menus(QObject):
    """The menu bar of a window, its context menus, and what keys do that no pane takes.

    Args:
        window: whose actions they are.
    """

    def __init__(self, window: Window) -> None:
        # A child of the window: it hears of another theme no longer than the window lives.
        super().__init__(window)
        self._window = window
        self.bindings = Bindings(ACTIONS, parent=window)
        self._actions: dict[str, QAction] = {}
        bar = window.menuBar()
        menus = {name: bar.addMenu(_(name)) for name in MENUS}
        for action in ACTIONS:
            menus[action.menu].addAction(self._made(action))
            if action.id == "open":
                self._recent = menus[FILE].addMenu(_("Open recent"))
        for menu in menus.values():
            menu.aboutToShow.connect(self._enable)
            # What cannot be done at that moment is grey in the menu; its key is asked anew each time.
            menu.aboutToHide.connect(self._enable_all)
        menus[FILE].aboutToShow.connect(self._list_recent)
        for pane, widget in ((LIST, window.table), (READER, window.reader.text)):
            self._add_context_menu(pane, widget)
        window.reader.text.key_wanted.connect(lambda letter: self._letter(letter, READER))
        self.bindings.changed.connect(self._bind)
        theme().changed.connect(self._retheme)
        self._bind()
        self._retheme()

    def run(self, action_id: str) -> None:
        """Do what an action does, if it can be done now."""
        self._run(next(action for action in ACTIONS if action.id == action_id))

    def tell(self, action_id: str, words: str) -> None:
        """Give an action other words for now; with none it has its own, and cannot be used."""
        own = next(action for action in ACTIONS if action.id == action_id)
        self._actions[action_id].setText(words or _(own.text))
        self._actions[action_id].setEnabled(bool(words))

    def pane(self) -> str:
        """Return the pane that has the focus; the list when none has it."""
        focused = QApplication.focusWidget()
        page = self._window.reviews.page
        if page is not None and focused and page.isAncestorOf(focused):
            return REVIEW
        manager = self._window.names_page.manager
        if manager is not None and focused and manager.isAncestorOf(focused):
            return NAME_LIST
        name = self._window.names_page.name
        if name is not None and focused and name.isAncestorOf(focused):
            return NAME
        queue = self._window.queue.page
        if queue is not None and focused and queue.isAncestorOf(focused):
            return QUEUE
        panes = self._panes()
        return next((pane for pane in _PANES if focused and panes[pane].isAncestorOf(focused)), LIST)

    def step_pane(self, by: int) -> None:
        """Give the focus to the next (1) or the pane before (-1) of those that are shown."""
        if self._window.reviews.is_shown:
            self._window.reviews.step_focus(by)
            return
        if self._window.names_page.shown is not None:
            self._window.names_page.step_focus(by)
            return
        if self._window.queue.is_shown:
            self._window.queue.step_focus(by)
            return
        shown = [pane for pane, widget in self._panes().items() if widget.isVisible()]
        now = shown.index(self.pane()) if self.pane() in shown else 0
        self.run(f"pane-{_PANES.index(shown[(now + by) % len(shown)]) + 1}")

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key is for that no pane took; return whether it is for anything."""
        wanted = keys.sequence(event)
        if wanted is not None:
            found = next((each for each in ACTIONS if QKeySequence(self.bindings.key(each)) == wanted), None)
            if found:
                self._run(found)
            return found is not None
        pane = self.pane()
        letter = "Del" if event.key() == Qt.Key.Key_Delete and not event.modifiers() else keys.letter(event, pane)
        return self._letter(letter, pane)

    def context_menu(self, pane: str) -> QMenu:
        """Return the context menu of a pane, with what can be done now."""
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._enable()
        menu.addActions([self._actions[action.id] for action in ACTIONS if pane in action.contexts])
        return menu

    def _letter(self, letter: str, pane: str) -> bool:
        """Do what a letter is for in a pane; capitals are typed with Shift."""
        key = (
            f"Shift+{letter}"
            if letter.isupper() and len(letter) == 1
            else letter.upper()
            if len(letter) == 1
            else letter
        )
        for action in ACTIONS:
            if letter and action.letter == key and (not action.panes or pane in action.panes):
                self._run(action)
                return True
        return False

    def _panes(self) -> dict[str, QWidget]:
        window = self._window
        return {
            NAVIGATOR: window.navigator.parentWidget() or window.navigator,
            LIST: window.table.parentWidget() or window.table,
            READER: window.reader,
            INSPECTOR: window.inspector,
        }

    def _add_context_menu(self, pane: str, widget: QWidget) -> None:
        def show(place: QPoint) -> None:
            self.context_menu(pane).popup(widget.mapToGlobal(place))

        widget.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        widget.customContextMenuRequested.connect(show)

    def _made(self, action: Action) -> QAction:
        made = QAction(_(action.text), self._window)
        made.triggered.connect(lambda _checked=False: self._run(action))
        self._window.addAction(made)
        self._actions[action.id] = made
        return made

    def _run(self, action: Action) -> None:
        # A sheet is about one task: the window behind it does nothing else meanwhile.
        behind = any(sheet.isVisible() for sheet in self._window.findChildren(Sheet))
        if action.when(self._window) and (not behind or action.id in ("close", "quit")):
            action.run(self._window)

    def _enable(self) -> None:
        for action in ACTIONS:
            if action.id not in _TOLD:
                self._actions[action.id].setEnabled(action.when(self._window))

    def _enable_all(self) -> None:
        for action in ACTIONS:
            if action.id not in _TOLD:
                self._actions[action.id].setEnabled(True)

    def _list_recent(self) -> None:
        self._recent.clear()
        home = self._window.application
        for path in recent.archives() if home else []:
            made = self._recent.addAction(display(path))
            made.triggered.connect(lambda _checked=False, path=path: self._window.home().open(path))
        self._recent.setEnabled(not self._recent.isEmpty())

    def _bind(self) -> None:
        for action in ACTIONS:
            self._actions[action.id].setShortcut(QKeySequence(self.bindings.key(action)))

    def _retheme(self) -> None:
        for action in ACTIONS:
            if action.icon:
                self._actions[action.id].setIcon(icons.icon(action.icon, theme().tokens.text2))
