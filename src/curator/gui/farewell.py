"""What is left to do for an archive whose window has closed: end its imports, back it up, close it."""

from __future__ import annotations

import logging
import threading

from PySide6.QtCore import QObject, Qt, Signal

from curator.gui.importing import Imports
from curator.gui.session import Session
from curator.gui.work import Works
from curator.operations import own_backups

# Nobody waits for it, but a computer that is being shut down.
_PATIENCE_S = 60.0
_log = logging.getLogger(__name__)


class Farewell(QObject):
    """Does it in a thread of its own; the last step, closing, in the window's thread.

    Signals:
        over: the archive is closed.
    """

    over = Signal()
    _done = Signal()

    def __init__(self, session: Session, works: Works, imports: Imports, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._works, self._imports = session, works, imports
        self._done.connect(self._close, Qt.ConnectionType.QueuedConnection)

    def begin(self) -> None:
        """Begin, and return at once."""
        self._session.hush()
        self._works.stop()
        threading.Thread(target=self._end, name="curator-farewell").start()

    def _end(self) -> None:
        try:
            self._works.wait()
            self._session.tasks.close()
            own_backups.on_close(self._session.context, patience_s=_PATIENCE_S)
        except Exception:
            _log.exception("the archive could not be left in good order")
        finally:
            self._done.emit()

    def _close(self) -> None:
        self._session.close()
        self._imports.close()
        for each in (self._works, self._imports):
            each.deleteLater()
        self.over.emit()
