"""A file of names, taken apart in a worker process: a table or SKOS."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from curator.crossing import Crossing
from curator.errors import Problem
from curator.i18n import _
from curator.model.name_entry import NameEntry
from curator.readers.contract import Unreadable
from curator.readers.failures import MIB, empty, too_large

_LARGEST = 64 * MIB
_XML = re.compile(rb"\s*(?:<\?xml|<rdf:RDF|<!DOCTYPE|<!--)")
_TURTLE = re.compile(rb"^\s*(?:@prefix|@base|PREFIX|BASE)\s", re.MULTILINE | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NamesJob(Crossing):
    """A file of names to read.

    Args:
        key: the caller's number for it, given back with the result.
        path: the file.
        name: what it is called, for its suffix and for messages.
        as_list: only the names count, one a line, or a column of a table (`column`, else "name", else the first).
    """

    key: int
    path: Path
    name: str
    as_list: bool = False
    column: str | None = None

    def failed(self, problem: Problem) -> NamesResult:
        """Return a result without names."""
        return NamesResult(self.key, problem=problem)


@dataclass(frozen=True, slots=True)
class NamesResult(Crossing):
    """What a file of names holds.

    Args:
        key: that of the job.
        entries: its records, in their order.
        problems: what is wrong with single lines or concepts.
        problem: why there are no records at all.
    """

    key: int
    entries: tuple[NameEntry, ...] = ()
    problems: tuple[Problem, ...] = ()
    problem: Problem | None = None


def read_names(job: NamesJob) -> NamesResult:
    """Read the names of a file: RDF/XML and Turtle by their beginning or suffix, else a table.

    Raises:
        Unreadable: when there are none.
        OSError: when the file cannot be read.
    """
    size = job.path.stat().st_size
    if size > _LARGEST:
        raise too_large(job.name, size, _LARGEST)
    data = job.path.read_bytes()
    if not data.strip():
        raise empty(job.name)
    if job.as_list:
        from curator.readers.names_list import names_from_list

        return _result(job, names_from_list(data, job.name, job.column), [])
    head, suffix = data[:4096].removeprefix(b"\xef\xbb\xbf"), Path(job.name).suffix.lower()
    is_xml = bool(_XML.match(head))
    if is_xml or suffix in (".ttl", ".n3", ".nt") or (suffix != ".csv" and _TURTLE.search(head)):
        from curator.readers.names_skos import names_from_skos

        entries, problems = names_from_skos(data, job.name, is_xml)
    else:
        from curator.readers.names_csv import names_from_csv

        entries, problems = names_from_csv(data, job.name)
    return _result(job, entries, problems)


def _result(job: NamesJob, entries: list[NameEntry], problems: list[Problem]) -> NamesResult:
    if not entries:
        raise Unreadable("no-names", _("There is no name in %(name)s.") % {"name": job.name})
    return NamesResult(job.key, tuple(entries), tuple(problems))
