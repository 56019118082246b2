"""Reviews of invented readings, put together without reader processes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from curator.archive import originals, reviews
from curator.archive.originals import Staging
from curator.errors import Problem
from curator.model.reading import ArticleReading, Found, Part
from curator.operations.context import Context
from curator.operations.outcomes import Pending
from curator.operations.review_writing import put
from curator.operations.similar_articles import similar_to

BODY = "The town library opened its cellar.\n\nThe first readers came before noon."
CLEAN = ArticleReading(
    BODY,
    title=Found("The cellar opens", "heading", 950),
    published=Found("2019-03-04", "json-ld", 950, "4 March 2019"),
    language=Found("en", "text", 990),
    parts=(
        Part("Town Paper", False, "site", "publication"),
        *map(Part, BODY.split("\n\n")),
        Part("Share this", False, "share"),
    ),
)
DOUBTFUL = ArticleReading("A letter without a headline, of one line.", language=Found("en", "text", 990))


def numbered(reading: ArticleReading, number: int) -> ArticleReading:
    """Return the same reading of another text."""
    added = f"\n\nNumber {number}."
    parts = (*reading.parts[:-1], Part(f"Number {number}."), *reading.parts[-1:]) if reading.parts else ()
    return replace(reading, body=reading.body + added, parts=parts)


def review_of(
    context: Context, place: Path, *read: ArticleReading | Problem, defaults: dict[str, str] | None = None
) -> tuple[int, list[int]]:
    """Put readings, and files that could not be read, into a new review, each from a file of its own in `place`.

    Returns:
        the review, and its items.
    """
    place.mkdir(exist_ok=True)
    with context.archive.unrecorded() as connection:
        review_id = reviews.begin(connection, "a box of pages", [str(place)], "import", defaults or {})
        reviews.finish(connection, review_id)
    return review_id, add_to(context, review_id, place, read)


def add_to(
    context: Context, review_id: int, place: Path, read: Sequence[ArticleReading | Problem], **more: Any
) -> list[int]:
    """Put more into a review; `bytes` says what its files hold, so that two can be the same."""
    staging = Staging(context.archive.folder)
    items = []
    for number, each in enumerate(read):
        path = place / f"{review_id}-{number}-{len(list(place.iterdir()))}.txt"
        body = each.body if isinstance(each, ArticleReading) else each.message
        path.write_bytes(more.get("bytes", f"{path.name}: {body}".encode()))
        pending = Pending(path, staging.stage(path), reader="plain-text", version="1", media_type="text/plain")
        assert pending.staged is not None
        pending.readings = (each,) if isinstance(each, ArticleReading) else ()
        pending.problem = None if isinstance(each, ArticleReading) else each
        known = originals.known(context.archive.read(), pending.staged.sha256)
        pending.duplicate_of = known[1] if known else []
        staging.keep([pending.staged])
        with context.archive.unrecorded() as connection:
            (outcome,) = put(connection, review_id, pending, number + 1, similar_to)
        items.append(outcome.item_id or 0)
    staging.close()
    return items
