"""Which key does what: Curator's own keys, and those that the user chose instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence

from curator import settings
from curator.i18n import _


class Action(Protocol):
    """What has a key (`curator.gui.actions.Action`)."""

    @property
    def id(self) -> str:
        """A stable word."""

    @property
    def text(self) -> str:
        """What it is called."""

    @property
    def menu(self) -> str:
        """The menu that it stands in."""

    @property
    def shortcut(self) -> str:
        """The key that Curator gave it."""

    @property
    def letter(self) -> str:
        """A key without Ctrl that does it too."""

    @property
    def panes(self) -> tuple[str, ...]:
        """Where that letter holds."""


class Bindings(QObject):
    """The keys of all actions.

    Args:
        actions: what has keys.
        file: the settings file; the user's own unless given.

    Signals:
        changed: an action has another key.
    """

    changed = Signal()

    def __init__(self, actions: Sequence[Action], file: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.actions = actions
        self._file = file
        known = {action.id for action in actions}
        kept = settings.load(file).shortcuts
        self._chosen = {action_id: key for action_id, key in kept.items() if action_id in known}

    def key(self, action: Action) -> str:
        """Return the key of an action, as Qt writes keys; empty for none."""
        return self._chosen.get(action.id, action.shortcut)

    def is_own(self, action: Action) -> bool:
        """Return whether an action has the key that Curator gave it."""
        return action.id not in self._chosen

    def holder(self, key: str, but: Action | None = None) -> Action | None:
        """Return the action, other than `but`, that a key belongs to."""
        wanted = QKeySequence(key)
        others = (action for action in self.actions if action is not but and self.key(action))
        return next((action for action in others if QKeySequence(self.key(action)) == wanted), None) if key else None

    def choose(self, action: Action, key: str) -> str:
        """Give an action another key.

        Returns:
            why that cannot be, in words; empty when it is done.
        """
        if holder := self.holder(key, action):
            return _("%(key)s belongs to “%(action)s”. Take it from there first.") % {
                "key": QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText),
                "action": _(holder.text).removesuffix("..."),
            }
        if len(key) == 1:
            return _("A letter alone is for the panes. Add Ctrl or Alt, or take a function key.")
        self._keep({**self._chosen, action.id: key} if key != action.shortcut else self._without(action))
        return ""

    def reset(self, action: Action) -> str:
        """Give an action Curator's own key again; returns why that cannot be, in words, or nothing."""
        return self.choose(action, action.shortcut)

    def reset_all(self) -> None:
        """Give all actions Curator's own keys again."""
        self._keep({})

    def _without(self, action: Action) -> dict[str, str]:
        return {action_id: key for action_id, key in self._chosen.items() if action_id != action.id}

    def _keep(self, chosen: dict[str, str]) -> None:
        settings.save(replace(settings.load(self._file), shortcuts=chosen), self._file)
        self._chosen = chosen
        self.changed.emit()
