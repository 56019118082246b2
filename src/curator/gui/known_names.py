"""The names on record, for completion: read beside the window's thread, and kept as they change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from curator import memory
from curator.model.revision import Changes
from curator.names.completion import Completer, NameRow
from curator.operations import completion
from curator.operations.context import Context

if TYPE_CHECKING:
    from curator.gui.session import Session


class KnownNames(QObject):
    """Keeps a completer up to date; before the names are read it offers none.

    Args:
        session: whose archive has the names.

    Signals:
        ready(): the names are read; what was typed before should be completed again.
    """

    ready = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.completer = Completer((), is_whole=False)
        self.is_ready = False
        self._session = session
        self._waiting = Changes()
        session.changed.connect(self._changed)
        self._has_begun = False

    def begin(self) -> None:
        """Read the names when there is time: 20,000 in a million places take seconds."""
        if not self._has_begun:
            self._read(later=True)

    def hurry(self) -> None:
        """Read the names now, if nobody does so yet: somebody types one."""
        if not self._has_begun:
            self._read(later=False)

    def _read(self, later: bool) -> None:
        def ask(context: Context, _interrupt: object) -> Completer:
            self._has_begun = True
            return completion.completer(context)

        self._has_begun = not later
        self._session.read("all names", ask, self._take, later=later)

    def _take(self, found: Completer) -> None:
        self.completer.become(found)
        self.is_ready = True
        # The last that is read at the start: what is there now stays.
        memory.settle()
        self._refresh()
        self.ready.emit()

    def _changed(self, changes: Changes) -> None:
        # A question that a later one supersedes is not answered: what it was about is asked again with that.
        self._waiting = self._waiting.joined(changes)
        self._refresh()

    def _refresh(self) -> None:
        asked = self._waiting
        if not (self.is_ready and asked):
            return

        def take(found: tuple[set[int], list[NameRow]]) -> None:
            self._waiting = Changes()
            self.completer.update(*found)

        self._session.read("names", lambda context, _interrupt: completion.touched(context, asked), take)
