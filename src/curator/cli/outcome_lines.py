"""How the command line tells what became of a file."""

from __future__ import annotations

from curator.i18n import _
from curator.operations.outcomes import ItemOutcome
from curator.paths import display


def outcome_fields(outcome: ItemOutcome) -> dict[str, object]:
    """Return an outcome for programs."""
    values = outcome.columns
    fields: dict[str, object] = {
        "path": display(outcome.path),
        "outcome": outcome.outcome,
        "article": outcome.article_id,
        "title": values.get("title"),
        "date": values.get("published"),
        "publication": values.get("publication"),
        "language": values.get("language"),
        "problems": [
            {"code": problem.code, "message": problem.message, "hint": problem.hint} for problem in outcome.problems
        ],
    }
    return fields | ({"item": outcome.item_id} if outcome.item_id else {})


def outcome_words(outcome: ItemOutcome) -> str:
    """Return an outcome for people."""
    words = {
        "added": _("added"),
        "duplicate": _("duplicate"),
        "similar": _("similar"),
        "review": _("review"),
        "failed": _("failed"),
    }
    number = outcome.article_id if outcome.outcome == "added" else outcome.item_id
    title = outcome.columns.get("title") or _("no title")
    what = f"{number or '':>6}  {title}" if outcome.columns else display(outcome.path)
    lines = [f"{words[outcome.outcome]:<10} {what}"]
    if outcome.columns:
        lines.append(f"{'':<18} {display(outcome.path)}")
    lines += [f"{'':<18} {problem.message} {problem.hint}".rstrip() for problem in outcome.problems]
    return "\n".join(lines)
