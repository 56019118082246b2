"""curator names ARCHIVE export, import: names to and from other programs."""

from __future__ import annotations

from pathlib import Path

import click

from curator.cli.name_options import kind_option
from curator.cli.options import json_option, opened
from curator.cli.output import complain, result, tell
from curator.i18n import _, ngettext
from curator.model.authority import AuthorityKind
from curator.model.name_arrival import ArrivingName, NameArrivals
from curator.operations import name_export, name_import
from curator.operations.name_export import NAME_FORMATS, NameFormat
from curator.paths import display


@click.command("export")
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--format", "format_name", type=click.Choice(NAME_FORMATS), help="By the suffix of OUT, or csv.")
@kind_option
@click.option("--replace", is_flag=True, help="OUT may be replaced.")
@json_option
@click.pass_obj
def export_names(
    archive: Path, out: Path, format_name: NameFormat | None, kind: AuthorityKind | None, replace: bool, as_json: bool
) -> None:
    """Write the names on record to a file for other programs.

    A table for people (csv), or SKOS in Turtle (skos-ttl) or RDF/XML (skos-xml) for programs that know thesauri.
    SKOS holds less: no types and dates of relations, and of those who prefer a form only languages.

    \b
      curator names letters.curator export names.csv
      curator names letters.curator export themes.ttl --kind theme
    """
    fitting = [each for each in NAME_FORMATS if out.suffix.lower() == name_export.SUFFIXES[each]]
    with opened(archive) as context:
        report = name_export.export_names(context, out, format_name or (fitting or ["csv"])[0], kind, replace)
    words = ngettext("Wrote %(n)d name to %(out)s.", "Wrote %(n)d names to %(out)s.", report.count)
    fields: dict[str, object] = {"names": report.count, "file": display(out), "bytes": report.bytes}
    result(as_json, fields, words % {"n": report.count, "out": display(out)})


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@kind_option
@click.option("--dry-run", is_flag=True, help="Only say what would come in.")
@click.option(
    "--doubtful",
    type=click.Choice(["leave", "new"]),
    default="leave",
    show_default=True,
    help="What becomes of names that look like one on record.",
)
@json_option
@click.pass_obj
def import_names(
    archive: Path, file: Path, kind: AuthorityKind | None, dry_run: bool, doubtful: str, as_json: bool
) -> int:
    """Bring in names from a table (CSV) or from SKOS (Turtle, RDF/XML), as one act that can be undone.

    A name is on record already when the uid, an identifier or the exact name is: it gains what it lacks, and keeps
    what it has where the two differ. Names that only look like one on record are doubtful and left out, unless
    --doubtful new. --kind is for entries that do not say what kind they are.

    \b
      curator names letters.curator import gazetteer.csv --kind place --dry-run
      curator names letters.curator import themes.ttl
    """
    with opened(archive) as context:
        arrivals = name_import.read(context, file, kind)
        problems = list(arrivals.problems)
        for each in arrivals.names:
            if dry_run or each.verdict == "doubtful" or each.conflicts:
                result(as_json, _fields(each), _line(each))
        revision = None
        if not dry_run:
            decided = {each.entry.key: None for each in arrivals.names if doubtful == "new"}
            changes, more = name_import.bring_in(context, arrivals, file.name, decided)
            revision, problems = changes.revision_id, problems + more
    for problem in problems:
        complain(problem.message, problem.hint)
    _say(arrivals, dry_run, revision, as_json)
    return 1 if problems else 0


def _say(arrivals: NameArrivals, dry_run: bool, revision: int | None, as_json: bool) -> None:
    numbers = {
        "new": arrivals.counted("new"),
        "same": arrivals.counted("same"),
        "doubtful": arrivals.counted("doubtful"),
        "conflicts": sum(bool(each.conflicts) for each in arrivals.names),
    }
    if as_json:
        result(True, numbers | {"revision": revision, "dry_run": dry_run}, "")
        return
    tell(_("%(new)d new, %(same)d on record, %(doubtful)d doubtful, %(conflicts)d with other values.") % numbers)
    if dry_run:
        tell(_("Nothing was changed."))
    elif revision is None:
        tell(_("Nothing to change: it is so already."))


def _fields(each: ArrivingName) -> dict[str, object]:
    return {
        "line": each.entry.number,
        "kind": each.kind,
        "name": each.entry.name,
        "verdict": each.verdict,
        "same_as": each.same_as,
        "like": [{"id": like.id, "name": like.name, "why": like.why} for like in each.like],
        "conflicts": {field: {"on_record": ours, "file": theirs} for field, (ours, theirs) in each.conflicts.items()},
    }


def _line(each: ArrivingName) -> str:
    words = {"new": _("new"), "same": _("on record"), "doubtful": _("doubtful")}[each.verdict]
    line = f"{each.entry.number:>5}  {words:<10} {each.kind:<13} {each.entry.name}"
    line += f" = #{each.same_as}" if each.same_as else ""
    line += "".join(f"  ? #{like.id} {like.name} ({like.why})" for like in each.like)
    return line + "".join(f"  {field}: {ours} / {theirs}" for field, (ours, theirs) in each.conflicts.items())


COMMANDS = (export_names, import_names)
