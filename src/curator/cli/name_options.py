"""What the commands about names share."""

from __future__ import annotations

import click

from curator.cli.output import complain, result, tell
from curator.errors import Problem
from curator.i18n import _
from curator.model.authority import KINDS
from curator.model.revision import Changes

kind_option = click.option("--kind", type=click.Choice(KINDS), help="Only records of this kind.")


def say_done(as_json: bool, changes: Changes, problems: tuple[Problem, ...] = ()) -> int:
    """Say that a change was made, or that there was nothing to change, and what is doubtful about it.

    Returns:
        the exit code.
    """
    if as_json:
        doubts = [{"code": each.code, "message": each.message, "hint": each.hint} for each in problems]
        fields: dict[str, object] = {"revision": changes.revision_id, "changed": bool(changes)}
        result(True, fields | ({"problems": doubts} if doubts else {}), "")
    else:
        tell(_("Done.") if changes else _("Nothing to change: it is so already."))
    for problem in problems:
        complain(problem.message, problem.hint)
    return 1 if problems else 0
