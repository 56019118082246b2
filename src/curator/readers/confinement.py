"""What a worker process gives up before its first file: the network, signals of the terminal, life after its parent."""

from __future__ import annotations

import contextlib
import logging
import multiprocessing
import os
import signal
import socket
import sys
import threading
from multiprocessing.connection import wait

from curator.readers.limits import Limits, limit_memory, resident

MEMORY_EXIT = 86
_WATCH_SECONDS = 0.25


class _NoSocket(socket.socket):
    """A socket that cannot be made: reading a file never needs the network."""

    def __init__(self, *_args: object, **_options: object) -> None:
        raise PermissionError("no network while reading files")


def confine(limits: Limits) -> None:
    """Confine this process for good: to be called once, first thing in a worker."""
    # Linear algebra of numpy would reserve memory for a thread on each core.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    # What libraries say of odd pages would land on the user's terminal.
    logging.getLogger().addHandler(logging.NullHandler())
    _cut_network()
    threading.Thread(target=_watch, args=(limits.memory_bytes,), daemon=True).start()
    with contextlib.suppress(OSError):
        limit_memory(limits.memory_bytes)


def _cut_network() -> None:
    def refuse(*_args: object, **_options: object) -> None:
        raise PermissionError("no network while reading files")

    vars(socket).update(socket=_NoSocket, create_connection=refuse, getaddrinfo=refuse, gethostbyname=refuse)


def _watch(memory_bytes: int) -> None:
    """End this process when its parent is gone, and on macOS, which has no limit for it, when it grows too large."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return
    timeout = _WATCH_SECONDS if sys.platform == "darwin" else None
    while not wait([parent.sentinel], timeout):
        if resident() > memory_bytes:
            os._exit(MEMORY_EXIT)
    os._exit(1)
