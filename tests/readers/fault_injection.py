"""A reader whose files say what shall go wrong; named to the pool as "fault_injection:FaultyReader"."""

from __future__ import annotations

import os
import signal
import socket
import threading
import time

from curator.model.reading import ArticleReading
from curator.readers import Candidate

MIB = 1024 * 1024


class FaultyReader:
    name = "faulty"
    version = "1"
    media_type = "application/x-fault"

    def score(self, candidate: Candidate) -> int:
        return 100 if candidate.suffix == ".fault" else 0

    def read(self, candidate: Candidate) -> list[ArticleReading]:
        order = candidate.path.read_text()
        if order == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        elif order == "hang":
            threading.Event().wait()
        elif order == "spin":
            while True:
                pass
        elif order == "memory":
            held = []
            while True:
                held.append(bytearray(16 * MIB))
        elif order == "raise":
            raise ZeroDivisionError("by intent")
        elif order == "large":
            return [ArticleReading("a" * 8 * MIB)]
        elif order == "network":
            socket.create_connection(("127.0.0.1", 9))
        elif order == "nothing":
            return []
        elif order == "alien":
            return [threading.Lock()]  # type: ignore[list-item]
        elif order.startswith("sleep"):
            time.sleep(float(order.split()[1]))
        return [ArticleReading(f"{order} {os.getpid()}")]


class DeadOnArrival:
    def __init__(self) -> None:
        os._exit(3)


class NotAReader:
    name = "not a reader"


class FailsToScore(FaultyReader):
    def score(self, candidate: Candidate) -> int:
        raise ZeroDivisionError("by intent")
