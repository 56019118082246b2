"""Menus and shortcuts, made from the table of actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence

from curator.gui import icons
from curator.gui.actions import ACTIONS, MENUS, Action
from curator.gui.theme import theme
from curator.i18n import _

if TYPE_CHECKING:
    from curator.gui.window import Window


class Menus:
    """The menu bar of a window.

    Args:
        window: whose actions they are.
    """

    def __init__(self, window: Window) -> None:
        self._window = window
        self._actions: dict[str, QAction] = {}
        bar = window.menuBar()
        menus = {name: bar.addMenu(_(name)) for name in MENUS}
        for action in ACTIONS:
            menus[action.menu].addAction(self._made(action))
        for menu in menus.values():
            menu.aboutToShow.connect(self._enable)
        theme().changed.connect(self._retheme)
        self._retheme()

    def run(self, action_id: str) -> None:
        """Do what an action does, if it can be done now."""
        self._actions[action_id].trigger()

    def tell(self, action_id: str, words: str) -> None:
        """Give an action other words for now; with none it has its own, and cannot be used."""
        own = next(action for action in ACTIONS if action.id == action_id)
        self._actions[action_id].setText(words or _(own.text))
        self._actions[action_id].setEnabled(bool(words))

    def _made(self, action: Action) -> QAction:
        made = QAction(_(action.text), self._window)
        if action.shortcut:
            made.setShortcut(QKeySequence(action.shortcut))
        made.triggered.connect(lambda _checked=False: self._run(action))
        self._window.addAction(made)
        self._actions[action.id] = made
        return made

    def _run(self, action: Action) -> None:
        if action.when(self._window):
            action.run(self._window)

    def _enable(self) -> None:
        for action in ACTIONS:
            if action.id not in ("undo", "redo"):
                self._actions[action.id].setEnabled(action.when(self._window))

    def _retheme(self) -> None:
        for action in ACTIONS:
            if action.icon:
                self._actions[action.id].setIcon(icons.icon(action.icon, theme().tokens.text2))
