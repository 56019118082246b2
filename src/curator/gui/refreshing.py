"""Asking anew for what a view shows when the archive has changed."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, QTimer

_LEAST_REST_MS = 100
_MOST_REST_MS = 500


class Refreshing(QObject):
    """Asks once at a time, and then rests as long as the answer took (100 to 500 ms).

    An import commits several times a second. If each commit ended the question of the one before, an answer that takes
    long would never come; if each were answered, the threads that read would leave the window no time.

    Args:
        ask: asks; whoever asks calls `begin`, and `answered` when there is an answer or a refusal.
        parent: the view.
    """

    def __init__(self, ask: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._ask = ask
        self._asked = self._again = False
        self._began = 0.0
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._go_on)

    @property
    def resting(self) -> bool:
        """Whether an answer came just now."""
        return self._rest.isActive()

    def want(self) -> None:
        """Ask now, or as soon as the answer that is awaited has come and the rest is over."""
        if self._asked or self._rest.isActive():
            self._again = True
        else:
            self._ask()

    def begin(self) -> None:
        """Note that it is asked; what was awaited is superseded."""
        self._rest.stop()
        self._asked, self._again, self._began = True, False, monotonic()

    def answered(self) -> None:
        """Note that the answer has come."""
        self._asked = False
        took = round((monotonic() - self._began) * 1000)
        self._rest.start(max(_LEAST_REST_MS, min(took, _MOST_REST_MS)))

    def _go_on(self) -> None:
        if self._again:
            self._again = False
            self._ask()
