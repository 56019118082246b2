"""Which formats out there are: built in first, then entry points "curator.writers"."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.metadata import EntryPoint, entry_points

from curator.errors import CuratorError, Problem
from curator.i18n import _
from curator.writers.contract import Writer

GROUP = "curator.writers"
_BUILT_IN = (
    EntryPoint("jsonl", "curator.writers.json_lines:JsonLinesWriter", GROUP),
    EntryPoint("csv", "curator.writers.csv_table:CsvWriter", GROUP),
    EntryPoint("xlsx", "curator.writers.xlsx:XlsxWriter", GROUP),
    EntryPoint("site", "curator.writers.site:SiteWriter", GROUP),
    EntryPoint("package", "curator.writers.package:PackageWriter", GROUP),
)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Registry:
    """The writers of this process by name, the built-in ones first, and the problem of each that did not load."""

    writers: dict[str, Writer]
    problems: dict[str, Problem] = field(default_factory=dict)

    def writer_for(self, name: str) -> Writer:
        """Return the writer called `name`; raises CuratorError, naming the known ones, when there is none."""
        if name in self.writers:
            return self.writers[name]
        if name in self.problems:
            raise CuratorError(self.problems[name].message, self.problems[name].hint)
        raise CuratorError(
            _('There is no export format "%(name)s".') % {"name": name},
            _("Known formats: %(names)s.") % {"names": ", ".join(self.writers)},
        )


def load() -> Registry:
    """Load the built-in writers and those of installed plug-ins; of two with one name the first is kept.

    A plug-in that fails becomes a Problem "plugin"; it keeps no other writer from working.
    """
    found: dict[str, Writer] = {}
    problems: dict[str, Problem] = {}
    installed = sorted(entry_points(group=GROUP), key=lambda point: point.name)
    for point in (*_BUILT_IN, *installed):
        try:
            writer = _instance(point)
            found.setdefault(writer.name, writer)
        except Exception as error:  # a plug-in may fail in any way
            _log.warning("writer %s did not load", point.value, exc_info=True)
            problems[point.name] = _broken(point, error)
    return Registry(found, problems)


@lru_cache(maxsize=1)
def _default() -> Registry:
    return load()


def writers() -> tuple[Writer, ...]:
    """Return all writers, the built-in ones first."""
    return tuple(_default().writers.values())


def broken_writers() -> tuple[Problem, ...]:
    """Return a problem for each plug-in that did not load."""
    return tuple(_default().problems.values())


def writer_for(name: str) -> Writer:
    """Return the writer called `name` ("jsonl", "csv"); raises CuratorError, naming the known ones."""
    return _default().writer_for(name)


def _instance(point: EntryPoint) -> Writer:
    writer = point.load()()
    if not isinstance(writer, Writer):
        raise TypeError(f"{point.value} is not a Writer")
    return writer


def _broken(point: EntryPoint, error: Exception) -> Problem:
    words = {"name": point.name, "error": f"{type(error).__name__}: {error}"}
    return Problem(
        "plugin",
        _("The export format %(name)s did not load (%(error)s).") % words,
        _("Update or uninstall the package that brings it; the other formats work without it."),
    )
