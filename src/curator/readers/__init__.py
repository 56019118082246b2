"""Formats in: a file becomes articles, in a contained child process.

What is here is imported when it is first asked for: the window needs the sizes of pictures at its start, not the pool.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from curator.readers.contract import Candidate, Companion, Reader, Unreadable
    from curator.readers.jobs import ReadJob, ReadResult, ViewJob, ViewResult
    from curator.readers.limits import Limits
    from curator.readers.names_file import NamesJob, NamesResult
    from curator.readers.page_viewer import PageViewer
    from curator.readers.pool import ReaderPool
    from curator.readers.registry import broken_readers, choose, readers

__all__ = [
    "Candidate",
    "Companion",
    "Limits",
    "NamesJob",
    "NamesResult",
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
    "readers",
]
_PLACES = {
    "Candidate": "contract",
    "Companion": "contract",
    "Limits": "limits",
    "NamesJob": "names_file",
    "NamesResult": "names_file",
    "PageViewer": "page_viewer",
    "ReadJob": "jobs",
    "ReadResult": "jobs",
    "Reader": "contract",
    "ReaderPool": "pool",
    "Unreadable": "contract",
    "ViewJob": "jobs",
    "ViewResult": "jobs",
    "broken_readers": "registry",
    "choose": "registry",
    "readers": "registry",
}


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)
