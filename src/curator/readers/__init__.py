"""Formats in: a file becomes articles, in a contained child process."""

from __future__ import annotations

from curator.readers.contract import Candidate, Companion, Reader, Unreadable
from curator.readers.jobs import ReadJob, ReadResult, ViewJob, ViewResult
from curator.readers.limits import Limits
from curator.readers.page_viewer import PageViewer, page_viewer
from curator.readers.pool import ReaderPool
from curator.readers.registry import broken_readers, choose, readers

__all__ = [
    "Candidate",
    "Companion",
    "Limits",
    "PageViewer",
    "ReadJob",
    "ReadResult",
    "Reader",
    "ReaderPool",
    "Unreadable",
    "ViewJob",
    "ViewResult",
    "broken_readers",
    "choose",
    "page_viewer",
    "readers",
]
