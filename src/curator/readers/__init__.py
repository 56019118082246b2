"""Formats in: a file becomes articles, in a contained child process."""

from __future__ import annotations

from curator.readers.contract import Candidate, Companion, Reader, Unreadable
from curator.readers.jobs import ReadJob, ReadResult
from curator.readers.limits import Limits
from curator.readers.pool import ReaderPool
from curator.readers.registry import broken_readers, choose, readers

__all__ = [
    "Candidate",
    "Companion",
    "Limits",
    "ReadJob",
    "ReadResult",
    "Reader",
    "ReaderPool",
    "Unreadable",
    "broken_readers",
    "choose",
    "readers",
]
