"""Reviews as a whole: what waits, what a batch gives its articles, accepting, rejecting, undoing, closing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from curator.archive import originals, review_edits, review_items, reviews
from curator.archive.review_edits import Turned
from curator.archive.transaction import Value
from curator.errors import CuratorError
from curator.i18n import N_, _
from curator.model.review import ItemState, Need, Review, ReviewCounts, ReviewRow
from curator.model.revision import Label
from curator.operations.context import Context
from curator.operations.drafts import INHERITED
from curator.operations.field_values import understood
from curator.text.plain import one_line, without_control_characters

# What a batch may say of itself and of its articles, in the order of the line above the table.
DEFAULTS = ("title", "collection", "collector", *INHERITED)
# So many reviews that are committed as a whole are kept, so that undoing an import brings its items back.
_KEPT = 3
_ACCEPT = (N_("Accept an item"), N_("Accept %(n)d items"))
_REJECT = (N_("Reject an item"), N_("Reject %(n)d items"))
_PUT_BACK = (N_("Put an item back"), N_("Put %(n)d items back"))


@dataclass(frozen=True, slots=True)
class ReviewState:
    """A review, and how many items it has."""

    review: Review
    counts: ReviewCounts

    @property
    def is_open(self) -> bool:
        """Whether something in it waits, or is still to be read."""
        return self.review.finished is None or bool(self.counts.waiting)


def listed(context: Context, also_done: bool = False) -> list[ReviewState]:
    """Return the reviews that wait for a person, the newest first.

    Args:
        also_done: those that are committed as a whole, too.
    """
    connection = context.archive.read()
    found = [ReviewState(each, reviews.counts(connection, each.id)) for each in reviews.listed(connection)]
    return [each for each in found if also_done or each.is_open]


def get(context: Context, review_id: int) -> ReviewState:
    """Return one review; CuratorError when there is none with this id."""
    connection = context.archive.read()
    return ReviewState(reviews.get(connection, review_id), reviews.counts(connection, review_id))


def items(
    context: Context,
    review_id: int,
    needs: Sequence[Need] = (),
    states: Sequence[ItemState] = (),
    committed: bool | None = False,
    by_need: bool = True,
) -> list[ReviewRow]:
    """Return the items of a review as rows; see `review_items.rows`. 10,000 take about 0.1 s."""
    return review_items.rows(context.archive.read(), review_id, needs, states, committed, by_need)


def rows(context: Context, item_ids: Sequence[int]) -> list[ReviewRow]:
    """Return those of the items that are there, as rows; what is committed is among them."""
    return review_items.found(context.archive.read(), item_ids)


def understood_defaults(typed: Mapping[str, str | None]) -> dict[str, str]:
    """Read what a person typed as values of a batch; None and "" are left out.

    Args:
        typed: field of `DEFAULTS` -> words. "title", "collector" and "collection" (a path, "Fires / Florence 1966")
            are those of the batch, the others those of its articles.

    Raises:
        CuratorError: naming the field, when a value is not understood.
    """
    read: dict[str, str] = {}
    for field, words in typed.items():
        if field not in DEFAULTS:
            raise ValueError(field)
        if words is None or not words.strip():
            continue
        if field in INHERITED:
            read[field] = str(understood(field, words).columns[field])
        else:
            read[field] = without_control_characters(one_line(words))
    return read


def set_defaults(context: Context, review_id: int, typed: Mapping[str, str | None]) -> None:
    """Set or clear (None, "") values that all articles of a batch take where they have none of their own.

    Raises:
        CuratorError: when a value is not understood, or articles would be under an embargo without an end.
    """
    read = understood_defaults(typed)
    with context.archive.unrecorded() as connection:
        kept = dict(reviews.get(connection, review_id).defaults)
        fresh = {field: value for field, value in kept.items() if field not in typed} | read
        refuse_endless_embargo(fresh)
        review_edits.change(
            connection, review_id, Label(N_("Change what all articles take")), {}, {"defaults": json.dumps(fresh)}
        )


def refuse_endless_embargo(defaults: Mapping[str, str]) -> None:
    """Refuse an embargo for a batch without a day on which it is looked at again, with CuratorError."""
    if defaults.get("access") == "embargo" and not defaults.get("access_review"):
        raise CuratorError(
            _("The articles would be under an embargo without an end."),
            _("Nothing was changed. Give the day on which access is looked at again, too."),
        )


def accept(context: Context, item_ids: Sequence[int]) -> frozenset[int]:
    """Accept items: the next commit takes them in. One that is the same file as another is noted as a duplicate.

    Returns:
        the ids of the items that were touched (in all functions of this module).

    Raises:
        CuratorError: when one is in the archive already, or could not be read.
    """
    return _set_state(context, item_ids, "accepted", _ACCEPT)


def accept_clean(context: Context, review_id: int, also_duplicates: bool = False) -> frozenset[int]:
    """Accept all items that need nobody.

    Args:
        also_duplicates: those, too, that are the same file as another: they are noted, and do not enter.
    """
    return _accept_all(context, review_id, ["clean", "duplicate"] if also_duplicates else ["clean"])


def accept_all(context: Context, review_id: int) -> frozenset[int]:
    """Accept all items that wait, except files that could not be read."""
    return _accept_all(context, review_id, ["clean", "look", "similar", "duplicate"])


def reject(context: Context, item_ids: Sequence[int]) -> frozenset[int]:
    """Reject items: they do not enter, and go when the review is closed."""
    return _set_state(context, item_ids, "rejected", _REJECT)


def put_back(context: Context, item_ids: Sequence[int]) -> frozenset[int]:
    """Take acceptance or rejection off items: they wait again."""
    return _set_state(context, item_ids, "pending", _PUT_BACK)


def undo(context: Context, review_id: int) -> Turned | None:
    """Take back the last thing done in a review; None when there is none. What is committed is not touched."""
    with context.archive.unrecorded() as connection:
        return review_edits.turn(connection, review_id)


def redo(context: Context, review_id: int) -> Turned | None:
    """Bring back what the last undo in a review took back; None when there is nothing."""
    with context.archive.unrecorded() as connection:
        return review_edits.turn(connection, review_id, undone=True)


def next_undo(context: Context, review_id: int) -> Label | None:
    """Return what `undo` would take back."""
    return review_edits.next_label(context.archive.read(), review_id)


def next_redo(context: Context, review_id: int) -> Label | None:
    """Return what `redo` would bring back."""
    return review_edits.next_label(context.archive.read(), review_id, undone=True)


def close(context: Context, review_id: int) -> int:
    """Close a review: what is not in the archive is dropped for good, with the files that nothing else needs.

    Ask first: it cannot be undone. The files that were imported from are not touched.

    Returns:
        how many items were dropped.
    """
    with context.archive.unrecorded() as connection:
        counts = reviews.counts(connection, review_id)
        reviews.get(connection, review_id)
        files = reviews.remove(connection, review_id)
        originals.remove_unneeded(connection, context.archive.folder, files)
    return counts.total - counts.committed


def tidy(context: Context) -> None:
    """Forget reviews that are committed as a whole, but for the newest."""
    done = [each for each in listed(context, also_done=True) if not each.is_open]
    for each in done[_KEPT:]:
        close(context, each.review.id)


def require_waiting(rows: Iterable[ReviewRow]) -> None:
    """Refuse items that are in the archive already, with CuratorError."""
    for row in rows:
        if row.committed:
            raise CuratorError(
                _("Item %(id)d is in the archive already.") % {"id": row.id},
                _("Change the article there, or undo its import."),
            )


def _set_state(context: Context, item_ids: Sequence[int], state: ItemState, words: tuple[str, str]) -> frozenset[int]:
    touched: set[int] = set()
    with context.archive.unrecorded() as connection:
        rows = review_items.rows_of(connection, item_ids)
        require_waiting(rows)
        if state == "accepted":
            _refuse_failed(rows)
        for review_id in dict.fromkeys(row.review_id for row in rows):
            values: dict[int, dict[str, Value]] = {
                row.id: {"state": state} for row in rows if row.review_id == review_id
            }
            touched |= review_edits.change(connection, review_id, _counted(words, len(values)), values)
    return frozenset(touched)


def _accept_all(context: Context, review_id: int, needs: Sequence[Need]) -> frozenset[int]:
    with context.archive.unrecorded() as connection:
        ids = [item_id for need in needs for item_id in review_items.ids(connection, review_id, "pending", need)]
        values: dict[int, dict[str, Value]] = {item_id: {"state": "accepted"} for item_id in ids}
        return review_edits.change(connection, review_id, _counted(_ACCEPT, len(ids)), values)


def _refuse_failed(rows: Iterable[ReviewRow]) -> None:
    for row in rows:
        if row.need == "failed":
            raise CuratorError(
                _("Item %(id)d could not be read, so it cannot be accepted.") % {"id": row.id},
                _("Nothing was changed. Try to read it again, or reject it."),
            )


def _counted(words: tuple[str, str], number: int) -> Label:
    return Label(words[0], {"n": number}, words[1])
