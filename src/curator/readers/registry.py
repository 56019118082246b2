"""Which readers there are and which one a file is for: built in first, then entry points "curator.readers"."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import EntryPoint, entry_points

from curator.errors import Problem
from curator.i18n import _
from curator.readers.contract import Candidate, Reader
from curator.readers.failures import not_for_us

GROUP = "curator.readers"
_BUILT_IN = (
    EntryPoint("html", "curator.readers.html:HtmlReader", GROUP),
    EntryPoint("mhtml", "curator.readers.mhtml:MhtmlReader", GROUP),
    EntryPoint("markdown", "curator.readers.markdown:MarkdownReader", GROUP),
    EntryPoint("plain-text", "curator.readers.plain_text:PlainTextReader", GROUP),
)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Registry:
    """The readers of this process, in the order in which they are asked, and those that did not load."""

    readers: tuple[Reader, ...]
    problems: tuple[Problem, ...] = ()

    def choose(self, candidate: Candidate) -> Reader:
        """Return the reader with the highest score, the earlier of equals; raises Unreadable when all say 0."""
        scored = [(_score(reader, candidate), reader) for reader in self.readers]
        best, reader = max(scored, key=lambda pair: pair[0])
        if best <= 0:
            raise not_for_us(candidate)
        return reader


def load(extra: Iterable[str] = ()) -> Registry:
    """Load the built-in readers, those of installed plug-ins and `extra` ("package.module:Class").

    A plug-in that fails becomes a Problem "plugin"; it keeps no other reader from working.
    """
    found: list[Reader] = []
    problems: list[Problem] = []
    installed = sorted(entry_points(group=GROUP), key=lambda point: point.name)
    named = [EntryPoint(value, value, GROUP) for value in extra]
    for point in (*_BUILT_IN, *installed, *named):
        try:
            found.append(_instance(point))
        except Exception as error:  # a plug-in may fail in any way
            _log.warning("reader %s did not load", point.value, exc_info=True)
            problems.append(_broken(point, error))
    return Registry(tuple(found), tuple(problems))


@lru_cache(maxsize=1)
def _default() -> Registry:
    return load()


def readers() -> tuple[Reader, ...]:
    """Return all readers, the built-in ones first."""
    return _default().readers


def broken_readers() -> tuple[Problem, ...]:
    """Return a problem for each plug-in that did not load."""
    return _default().problems


def choose(candidate: Candidate) -> Reader:
    """Return the reader for a file; raises Unreadable, saying what the file is, when there is none."""
    return _default().choose(candidate)


def _instance(point: EntryPoint) -> Reader:
    reader = point.load()()
    if not isinstance(reader, Reader):
        raise TypeError(f"{point.value} is not a Reader")
    return reader


def _score(reader: Reader, candidate: Candidate) -> int:
    try:
        return int(reader.score(candidate))
    except Exception:  # a plug-in may fail in any way
        _log.warning("reader %s failed to score a file", reader.name, exc_info=True)
        return 0


def _broken(point: EntryPoint, error: Exception) -> Problem:
    words = {"name": point.name, "error": f"{type(error).__name__}: {error}"}
    return Problem(
        "plugin",
        _("The reader %(name)s did not load (%(error)s).") % words,
        _("Update or uninstall the package that brings it; the other readers work without it."),
    )
