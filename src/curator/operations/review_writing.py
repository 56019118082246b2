"""A file that was read becomes items of a review."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from curator.archive import Connection, articles, review_items
from curator.archive.transaction import Value
from curator.model.article import OutcomeKind
from curator.model.reading import ArticleReading
from curator.model.review import DraftAttachment, Likeness, Need
from curator.operations.drafts import drafted
from curator.operations.enrolment import no_text
from curator.operations.outcomes import ItemOutcome, Pending
from curator.operations.review_row import columns_of, columns_of_failure
from curator.operations.similar_articles import SimilarTo
from curator.paths import display

# What an import says of an item, by why it needs a person.
OUTCOMES: Mapping[Need, OutcomeKind] = {
    "clean": "review",
    "look": "review",
    "duplicate": "duplicate",
    "similar": "similar",
    "failed": "failed",
}
# Others that an item is like; more tell a person nothing.
_MOST_ALIKE = 5


def put(
    connection: Connection, review_id: int, pending: Pending, position: int, similar: SimilarTo, again: int = 0
) -> list[ItemOutcome]:
    """Write what became of one file, whose copy is in the store already; on the writer, in a transaction.

    Args:
        position: of the file in the review.
        similar: finds articles that are like a text.
        again: the item that the file was before, and whose place the first article takes; 0 for none.

    Returns:
        an outcome for the file, or one for each of its articles.
    """
    file = _columns_of_file(pending)
    place: dict[str, Value] = {"review_id": review_id, "position": position, **path_columns(pending.path)}
    if not pending.readings:
        problem = pending.problem or no_text(str(file["file_name"]))
        values = {**file, **columns_of_failure(problem)}
        if again:
            review_items.replace(connection, again, values, None)
        item_id = again or review_items.add(connection, {**place, **values}, None)
        return [ItemOutcome(pending.path, "failed", problems=(problem,), item_id=item_id)]
    # Before anything of this file is written, or its articles would be each other's duplicates.
    same = _same_bytes(connection, pending, again)
    found = [
        (reading, _likenesses(connection, reading, same, number, similar, again))
        for number, reading in enumerate(pending.readings)
    ]
    outcomes: list[ItemOutcome] = []
    for number, (reading, likenesses) in enumerate(found):
        values = {**file, **columns_of(reading, likenesses), "state": "pending"}
        pictures = _pictures(pending, number)
        if again and number == 0:
            review_items.replace(connection, again, values, reading, pictures)
            item_id = again
        else:
            item_id = review_items.add(connection, {**place, **values}, reading, pictures)
        (row,) = review_items.rows_of(connection, [item_id])
        known = likenesses[0].article_id if row.need == "duplicate" else None
        columns = drafted(reading).columns
        outcomes.append(ItemOutcome(pending.path, OUTCOMES[row.need], known, columns, row.reasons, item_id))
    return outcomes


def path_columns(path: Path) -> dict[str, Value]:
    """Return the columns of `review_item` for a path; JSON besides where the path is no text."""
    shown = display(path)
    return {"path": shown, "exact_path": None if shown == str(path) else json.dumps(str(path))}


def path_of(path: str, exact_path: str | None) -> Path:
    """Return the path that `path_columns` made columns of."""
    return Path(json.loads(exact_path) if exact_path else path)


def _columns_of_file(pending: Pending) -> dict[str, Value]:
    return {
        "sha256": pending.staged.sha256 if pending.staged else None,
        "file_name": display(pending.path.name),
        "media_type": pending.media_type,
        "encoding": pending.encoding,
        "size": pending.staged.size if pending.staged else 0,
        "reader": pending.reader,
        "reader_version": pending.version,
    }


def _same_bytes(connection: Connection, pending: Pending, again: int) -> list[Likeness]:
    """Return what was made from the same bytes: articles, else items that wait."""
    if pending.duplicate_of:
        return [Likeness(1000, article_id=article_id, same_bytes=True) for article_id in pending.duplicate_of]
    if pending.staged is None:
        return []
    twins = review_items.twins(connection, "sha256", pending.staged.sha256, again)
    return [Likeness(1000, item_id=item_id, same_bytes=True) for item_id in twins]


def _likenesses(
    connection: Connection,
    reading: ArticleReading,
    same: Sequence[Likeness],
    number: int,
    similar: SimilarTo,
    again: int,
) -> list[Likeness]:
    """Return what an article is like: one made from the same part of the same bytes, else those with such a text."""
    if same:
        return [same[min(number, len(same) - 1)]]
    twins = review_items.twins(connection, "body_hash", articles.body_hash(reading.body), again)
    found = {-item_id: 1000 for item_id in twins} | dict(similar(connection, reading.body))
    found.pop(-again, None)
    return [
        Likeness(per_mille, article_id=owner) if owner > 0 else Likeness(per_mille, item_id=-owner)
        for owner, per_mille in sorted(found.items(), key=lambda each: -each[1])[:_MOST_ALIKE]
    ]


def _pictures(pending: Pending, number: int) -> list[DraftAttachment]:
    return [
        DraftAttachment(each.address, each.file.sha256, each.file_name, each.media_type, each.file.size)
        for each in (pending.pictures[number] if pending.pictures else ())
    ]
