"""How the command line shows what waits in a review."""

from __future__ import annotations

from collections.abc import Iterable

from curator.cli.output import result
from curator.errors import Problem
from curator.i18n import _, ngettext
from curator.model.review import ReviewRow
from curator.operations.review_batch import ReviewState
from curator.operations.review_item import FieldOfItem, ItemDetail


def problem_fields(problems: Iterable[Problem]) -> list[dict[str, str]]:
    """Return problems for programs."""
    return [{"code": each.code, "message": each.message, "hint": each.hint} for each in problems]


def row_fields(row: ReviewRow) -> dict[str, object]:
    """Return an item for programs."""
    return {
        "item": row.id,
        "review": row.review_id,
        "path": row.path,
        "state": row.state,
        "need": row.need,
        "title": row.title,
        "suggested_title": row.suggested_title,
        "date": row.published,
        "publication": row.publication,
        "language": row.language,
        "decision": row.decision,
        "like": [
            {"article": each.article_id, "item": each.item_id, "per_mille": each.per_mille} for each in row.likenesses
        ],
        "problems": problem_fields(row.reasons),
    }


def say_row(as_json: bool, row: ReviewRow) -> None:
    """Write an item to stdout."""
    title = row.title or (f"{_('no title')} ({row.suggested_title}?)" if row.suggested_title else _("no title"))
    facts = " · ".join(filter(None, (row.published, row.publication, row.language)))
    lines = [f"{row.id:>6}  {_word(row):<10} {title}" + (f"  ({facts})" if facts else "")]
    lines += [f"{'':<18} {problem.message}" for problem in row.reasons]
    result(as_json, row_fields(row), "\n".join(lines))


def say_review(as_json: bool, state: ReviewState) -> None:
    """Write a review to stdout."""
    review, counts = state.review, state.counts
    fields: dict[str, object] = {
        "review": review.id,
        "title": review.title,
        "source": review.source,
        "origin": review.origin,
        "started": review.started,
        "finished": review.finished,
        "needs": dict(counts.needs),
        "accepted": counts.accepted,
        "rejected": counts.rejected,
        "committed": counts.committed,
        "defaults": dict(review.defaults),
    }
    facts = [
        ngettext("%(n)d needs you", "%(n)d need you", counts.need_you) % {"n": counts.need_you},
        _("%(n)d clean") % {"n": counts.clean},
        _("%(n)d accepted") % {"n": counts.accepted},
        _("%(n)d rejected") % {"n": counts.rejected},
    ]
    if review.finished is None:
        facts.append(_("not all files are read: curator review ARCHIVE resume %(id)d") % {"id": review.id})
    result(as_json, fields, f"{review.id:>6}  {review.title}: {', '.join(facts)}")


def say_detail(as_json: bool, found: ItemDetail) -> None:
    """Write all that is known of an item to stdout."""
    fields = row_fields(found.row) | {
        "fields": {each.field: _field(each) for each in found.fields if each.value is not None},
        "parts": [
            {"part": part.index, "kept": part.kept, "why": part.why, "field": part.field, "text": part.text}
            for part in found.parts
        ],
        "suggestions": [
            {
                "number": number,
                "field": each.field,
                "value": each.found.value,
                "confidence": each.found.confidence,
                "reason": each.reason,
            }
            for number, each in enumerate(found.suggestions)
        ],
        "original": {"sha256": found.file.sha256, "media_type": found.file.media_type, "size": found.file.size},
        "text": found.body,
    }
    lines = [f"{found.row.id}  {_word(found.row)}  {found.row.path}"]
    lines += [f"  {problem.message} {problem.hint}".rstrip() for problem in found.row.reasons]
    lines += [f"{each.field:<20} {each.value}  ({_source(each)})" for each in found.fields if each.value is not None]
    lines += [
        _("suggestion %(number)d: %(field)s “%(value)s”")
        % {"number": number, "field": each.field, "value": each.found.value[:200]}
        for number, each in enumerate(found.suggestions)
    ]
    lines += ["", *(_part(part.index, part.text, part.kept, len(found.parts)) for part in found.parts)]
    result(as_json, fields, "\n".join(lines))


def _field(each: FieldOfItem) -> dict[str, object]:
    found: dict[str, object] = {"value": each.value, "source": each.source, "confidence": each.confidence}
    return found | {name: value for name, value in (("verbatim", each.verbatim), ("in_file", each.in_file)) if value}


def _source(each: FieldOfItem) -> str:
    sure = f", {each.confidence / 1000:.2f}" if each.source not in ("person", "batch") else ""
    return f"{each.source}{sure}"


def _part(index: int, text: str, kept: bool, number: int) -> str:
    if number == 1:
        return text
    return f"{index:>4}    {text}" if kept else f"{index:>4}  - {text}"


def _word(row: ReviewRow) -> str:
    if row.committed:
        return _("committed")
    if row.state != "pending":
        return {"accepted": _("accepted"), "rejected": _("rejected")}[row.state]
    needs = {"look": _("look"), "duplicate": _("duplicate"), "similar": _("similar"), "failed": _("failed")}
    return needs.get(row.need, _("clean"))
