"""What `curator import --dry-run` says of a package."""

from __future__ import annotations

from pathlib import Path

from curator.cli import output
from curator.errors import Cancelled, CuratorError
from curator.i18n import _
from curator.operations import packages
from curator.operations.context import Context
from curator.paths import display


def preview(context: Context, package: Path | None, as_json: bool, line: output.ProgressLine) -> int:
    """Check a package from end to end and say what it would bring in; nothing is written.

    Returns:
        the exit code.

    Raises:
        CuratorError: when there is no package, or it could not be imported.
    """
    if package is None:
        raise CuratorError(
            _("--dry-run is for packages: folders and zip files that curator export --format package wrote."),
            _("Leave it out. An import can be undone: curator undo ARCHIVE"),
        )
    try:
        contents = packages.examine(context, package)
    except Cancelled:
        output.tell(_("Stopped."))
        return 1
    finally:
        line.clear()
    fields = {
        "path": display(package),
        "title": contents.title,
        "chosen": contents.chosen,
        "records": contents.records,
        "original_bytes": contents.bytes,
    }
    output.result(as_json, fields, _words(contents))
    output.tell(_("The package is whole. Nothing was written."))
    return 0


def _words(contents: packages.Contents) -> str:
    lines = [
        _("%(n)9d  %(table)s") % {"n": count, "table": table} for table, count in contents.records.items() if count
    ]
    lines.append(_("%(n)9d  bytes of originals") % {"n": contents.bytes})
    title = f"{contents.title} ({contents.chosen})" if contents.chosen else contents.title
    return "\n".join([title, *lines])
