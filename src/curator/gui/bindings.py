"""Which key does what: Curator's own keys, and those that the user chose instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence

from curator import settings
from curator.gui import keys
from curator.gui.panes import PANE_LETTERS
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
    """The keys of all actions, and the letters of the panes.

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
        known |= {_id(pane, letter) for pane, letters in PANE_LETTERS.items() for letter, _does in letters}
        kept = settings.load(file).shortcuts
        self._chosen = {action_id: key for action_id, key in kept.items() if action_id in known}
        self._give_letters()

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
        self._keep({**self._chosen, action.id: key} if key != action.shortcut else self._without(action.id))
        return ""

    def reset(self, action: Action) -> str:
        """Give an action Curator's own key again; returns why that cannot be, in words, or nothing."""
        return self.choose(action, action.shortcut)

    def letter(self, pane: str, own: str) -> str:
        """Return the letter that does in a pane what Curator's `own` letter does there; empty for none."""
        return self._chosen.get(_id(pane, own), own)

    def shown(self, pane: str, key: str) -> str:
        """Return which key is to be shown for a key of a pane as Curator has it ("J", "Shift+J")."""
        before, plus, last = key.rpartition("+")
        changed = any(last == own for own, _does in PANE_LETTERS.get(pane, ()))
        return before + plus + self.letter(pane, last) if changed else key

    def choose_letter(self, pane: str, own: str, key: str) -> str:
        """Let another letter, or none, do in a pane what Curator's `own` letter does.

        Returns:
            why that cannot be, in words; empty when it is done.
        """
        taken = next(
            (does for other, does in PANE_LETTERS[pane] if other != own and key and self.letter(pane, other) == key), ""
        )
        holder = next((each for each in self.actions if each.letter == key and _holds(each, pane, own)), None)
        if taken or (key and holder):
            words = _("%(key)s already stands for “%(action)s” in this pane. Take it from there first.")
            return words % {"key": key, "action": _(taken) if taken else _(holder.text) if holder else ""}
        if key.isdecimal():
            return _("Digits belong to pinned tags.")
        own_id = _id(pane, own)
        self._keep({**self._chosen, own_id: key} if key != own else self._without(own_id))
        return ""

    def reset_all(self) -> None:
        """Give all actions and panes Curator's own keys again."""
        self._keep({})

    def _without(self, left_out: str) -> dict[str, str]:
        return {each: key for each, key in self._chosen.items() if each != left_out}

    def _keep(self, chosen: dict[str, str]) -> None:
        settings.save(replace(settings.load(self._file), shortcuts=chosen), self._file)
        self._chosen = chosen
        self._give_letters()
        self.changed.emit()

    def _give_letters(self) -> None:
        keys.take_letters(
            {
                (pane, own): self.letter(pane, own)
                for pane, letters in PANE_LETTERS.items()
                for own, _does in letters
                if self.letter(pane, own) != own
            }
        )


def _id(pane: str, letter: str) -> str:
    """Return under which word a letter of a pane is kept in the settings."""
    return f"{pane}:{letter}"


def _holds(action: Action, pane: str, own: str) -> bool:
    """Return whether an action's letter holds in a pane and is no letter that can be changed there."""
    changeable = any(letter == action.letter for letter, _does in PANE_LETTERS[pane])
    return not changeable and action.letter != own and (not action.panes or pane in action.panes)
