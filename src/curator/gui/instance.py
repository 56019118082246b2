"""One Curator per user: a second start hands its archives to the first and leaves."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from curator import paths

_WAIT_MS = 1_500
_LONGEST = 65_536


def server_name() -> str:
    """Return a name that is another for each user and each set of settings."""
    return "curator-" + hashlib.sha256(str(paths.config()).encode()).hexdigest()[:16]


def hand_over(archives: list[Path], name: str = "") -> bool:
    """Ask the Curator that runs to show archives, or itself when there are none.

    Returns:
        whether one runs, and has taken them.
    """
    socket = QLocalSocket()
    socket.connectToServer(name or server_name())
    if not socket.waitForConnected(_WAIT_MS):
        return False
    socket.write(json.dumps([str(path.absolute()) for path in archives]).encode() + b"\n")
    socket.flush()
    # The answer tells that it listens, and is not about to end.
    answered = socket.waitForReadyRead(_WAIT_MS)
    socket.disconnectFromServer()
    return answered


class Instance(QObject):
    """The first Curator of a user.

    Signals:
        asked(list): another start wants these archives (paths) shown; empty: itself.
    """

    asked = Signal(object)

    def __init__(self, name: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._take)
        wanted = name or server_name()
        if not self._server.listen(wanted):
            # What a Curator left behind that was killed; nobody listens there, or it would have taken our archives.
            QLocalServer.removeServer(wanted)
            self._server.listen(wanted)

    def close(self) -> None:
        """Listen no more."""
        self._server.close()

    def _take(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(lambda socket=socket: self._read(socket))
            socket.disconnected.connect(socket.deleteLater)
            if socket.canReadLine():
                self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > _LONGEST:
                socket.abort()
            return
        try:
            wanted = json.loads(bytes(socket.readLine().data()))
        except ValueError:
            return
        socket.write(b"taken\n")
        socket.flush()
        if isinstance(wanted, list):
            self.asked.emit([Path(path) for path in wanted if isinstance(path, str)])
