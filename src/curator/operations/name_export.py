"""Names on record to a file for other programs: a table, or SKOS."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, get_args

from curator.archive import name_entries
from curator.archive.connection import one_state
from curator.errors import CuratorError
from curator.i18n import _
from curator.model.authority import AuthorityKind
from curator.operations.context import Context
from curator.writers import WriteReport
from curator.writers.names_csv import names_csv
from curator.writers.names_skos import resources
from curator.writers.rdf_text import rdf_xml, turtle
from curator.writers.whole_file import write_whole

NameFormat = Literal["csv", "skos-ttl", "skos-xml"]
NAME_FORMATS: tuple[NameFormat, ...] = get_args(NameFormat)
SUFFIXES: dict[NameFormat, str] = {"csv": ".csv", "skos-ttl": ".ttl", "skos-xml": ".rdf"}


def export_names(
    context: Context,
    out: Path,
    format_name: NameFormat = "csv",
    kind: AuthorityKind | None = None,
    replace: bool = False,
) -> WriteReport:
    """Write the names on record to a file, merged ones among them; whole or not at all.

    Args:
        kind: only records of this kind, and what joins these.
        replace: whether a file that is there may be replaced.

    Returns:
        the report; its count is that of the records.

    Raises:
        CuratorError: no name to write, a file in the way, a full disk.
    """
    connection = context.archive.read()
    with one_state(connection):
        entries = name_entries.entries(connection, kind)
        archive = connection.execute("SELECT uid, title FROM archive").fetchone()
    if not entries:
        raise CuratorError(_("There is no name to export."), _("No file was written."))
    if format_name == "csv":
        chunks = names_csv(entries)
    else:
        said = resources(entries, archive["uid"], archive["title"])
        chunks = turtle(said) if format_name == "skos-ttl" else rdf_xml(said)
    report = write_whole(chunks, out, replace=replace)
    return WriteReport(len(entries), report.path, report.bytes)
