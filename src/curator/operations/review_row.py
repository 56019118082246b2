"""What the table of a review keeps of an item, made from its reading, its edits and what it is like."""

from __future__ import annotations

from collections.abc import Sequence

from curator.archive import articles
from curator.archive.transaction import Value
from curator.errors import Problem
from curator.model.draft_json import edits_to_json, likenesses_to_json, problems_to_json
from curator.model.reading import ArticleReading
from curator.model.review import Decision, Edits, Likeness
from curator.operations.drafts import drafted
from curator.operations.review_needs import needs, suggestion

_NO_EDITS = Edits()


def columns_of(
    reading: ArticleReading,
    likenesses: Sequence[Likeness],
    edits: Edits = _NO_EDITS,
    decision: Decision | None = None,
) -> dict[str, Value]:
    """Return the columns of `review_item` that follow from what was read and decided."""
    draft = drafted(reading, edits)
    need, reasons = needs(reading, edits, draft, likenesses, decision)
    suggested = suggestion(reading, "title")
    return {
        "need": need,
        "reasons": problems_to_json(reasons),
        "decision": decision,
        "edits": edits_to_json(edits),
        "duplicates": likenesses_to_json(likenesses),
        "title": draft.columns.get("title"),
        "suggested_title": suggested.value if suggested else None,
        "published": draft.columns.get("published"),
        "publication": draft.columns.get("publication"),
        "language": draft.columns.get("language"),
        "body_hash": articles.body_hash(draft.body),
    }


def columns_of_failure(problem: Problem) -> dict[str, Value]:
    """Return the columns of a file that could not be read."""
    return {"need": "failed", "reasons": problems_to_json([problem]), "edits": "{}", "decision": None}
