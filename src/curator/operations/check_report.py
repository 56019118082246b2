"""The report of a check as a file: text for people, JSON and CSV for programs and spreadsheets."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from curator.archive.faults import explained
from curator.errors import CuratorError
from curator.i18n import _, ngettext
from curator.model.health import CheckReport, Finding

_FIELDS = ("code", "subject", "message", "hint", "serious", "derived", "repaired")


def write(report: CheckReport, file: Path) -> None:
    """Write a report to `file`, in the format that its ending names; a report that is there is replaced.

    Raises:
        CuratorError: for another ending than .txt, .json or .csv, or when it cannot be written.
    """
    require_format(file)
    fresh = file.with_name(f"{file.name}.new")
    with explained(file):
        fresh.write_text(_FORMATS[file.suffix.lower()](report), encoding="utf-8", newline="")
        fresh.replace(file)


def require_format(file: Path) -> None:
    """Raise CuratorError unless a report can be written in the format that the ending of `file` names."""
    if file.suffix.lower() not in _FORMATS:
        raise CuratorError(
            _("A report ends in .txt, .json or .csv; %(file)s does not.") % {"file": file.name},
            _("Such as: --report check.txt"),
        )


def summary(report: CheckReport) -> str:
    """Return a report in two lines: the originals, and how many findings there are."""
    fixity = report.fixity
    looked = _(
        "Originals: %(total)d; %(due)d compared with their hash, %(ok)d ok, %(changed)d changed, %(missing)d missing."
    )
    lines = [looked % asdict(fixity)]
    left = sum(finding.serious and not finding.repaired for finding in report.findings)
    repaired = sum(finding.repaired for finding in report.findings)
    if left:
        lines.append(ngettext("%(n)d finding.", "%(n)d findings.", left) % {"n": left})
    else:
        lines.append(_("The archive is sound."))
    if repaired:
        lines.append(
            ngettext("%(n)d finding was repaired.", "%(n)d findings were repaired.", repaired) % {"n": repaired}
        )
    return "\n".join(lines)


def words(finding: Finding) -> str:
    """Return a finding as a person reads it: what is wrong, and below it what to do."""
    mark = _("repaired") if finding.repaired else _("note") if not finding.serious else _("finding")
    lines = [f"{mark:<9} {finding.message}"]
    return "\n".join([*lines, f"{'':<9} {finding.hint}"] if finding.hint and not finding.repaired else lines)


def fields(report: CheckReport) -> dict[str, object]:
    """Return what a report says besides its findings."""
    return {
        "at": report.at,
        "sound": report.is_sound,
        "seconds": round(report.seconds, 2),
        "fixity": asdict(report.fixity),
        "counts": report.counts,
        "findings": len(report.findings),
    }


def _text(report: CheckReport) -> str:
    counts = [f"{name:<14} {number:>10}" for name, number in report.counts.items()]
    lines = [_("Check of %(at)s") % {"at": report.at}, "", *counts, "", *map(words, report.findings), ""]
    return "\n".join([*lines, summary(report), ""])


def _json(report: CheckReport) -> str:
    found = [asdict(finding) for finding in report.findings]
    return json.dumps(fields(report) | {"findings": found}, ensure_ascii=False, indent=1) + "\n"


def _csv(report: CheckReport) -> str:
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(_FIELDS)
    for finding in report.findings:
        writer.writerow(_cell(getattr(finding, name)) for name in _FIELDS)
    # A byte order mark, so that spreadsheets take it for UTF-8.
    return "\ufeff" + table.getvalue()


def _cell(value: object) -> str:
    text = str(value)
    # A spreadsheet would carry out a file name that begins like a formula.
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


_FORMATS: dict[str, Callable[[CheckReport], str]] = {".txt": _text, ".json": _json, ".csv": _csv}
