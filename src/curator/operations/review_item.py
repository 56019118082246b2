"""One item of a review, or the same thing in many: what is known of it, its fields, its text, what it is like."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from curator.archive import review_edits, review_items, reviews
from curator.archive.review_items import Kept
from curator.archive.transaction import Value
from curator.errors import CuratorError
from curator.i18n import N_, _
from curator.model.reading import ArticleReading, Suggestion
from curator.model.review import Decision, DraftAttachment, DraftFile, Edits, Review, ReviewRow
from curator.model.revision import Label
from curator.operations.context import Context
from curator.operations.drafts import BATCH, COLUMNS, Draft, body_of, drafted, stated
from curator.operations.field_values import DESCRIBABLE, understood
from curator.operations.review_batch import require_waiting
from curator.operations.review_row import columns_of
from curator.text.plain import normalise

PERSON = "person"


@dataclass(frozen=True, slots=True)
class FieldOfItem:
    """A field as it would enter the archive.

    Args:
        value: of the column; None where there is none.
        source: where it came from ("json-ld", "text" ...), "person" who typed it, "batch" when it is inherited; "" for
            no value.
        confidence: per mille.
        verbatim: the words of the file, where the value is a reading of them.
        in_file: what the file gives, if a person set another.
    """

    field: str
    value: Value
    source: str
    confidence: int = 1000
    verbatim: str = ""
    in_file: str | None = None


@dataclass(frozen=True, slots=True)
class PartOfItem:
    """A stretch of the text as received: its number, whether it stands in the body, and why not (see `Part`)."""

    index: int
    text: str
    kept: bool
    why: str
    field: str
    by_person: bool


@dataclass(frozen=True, slots=True)
class ItemDetail:
    """All that is known of an item.

    Args:
        fields: every describable field, in the order of the inspector.
        parts: the text as received in its order, what was cut included; one part where nothing was cut.
        body: the text as it would enter.
        suggestions: what may be taken, by their place; of fields that a person has set already, too.
        is_damaged: what was read can no longer be read back; the file can be tried again.
    """

    row: ReviewRow
    review: Review
    file: DraftFile
    fields: tuple[FieldOfItem, ...] = ()
    parts: tuple[PartOfItem, ...] = ()
    body: str = ""
    suggestions: tuple[Suggestion, ...] = ()
    attachments: tuple[DraftAttachment, ...] = ()
    languages: tuple[str, ...] = ()
    is_damaged: bool = False


def detail(context: Context, item_id: int) -> ItemDetail:
    """Return all that is known of an item; CuratorError when there is none."""
    connection = context.archive.read()
    kept = review_items.get(connection, item_id)
    review = reviews.get(connection, kept.row.review_id)
    if kept.reading is None:
        return ItemDetail(kept.row, review, kept.file, is_damaged=kept.row.need != "failed")
    draft = drafted(kept.reading, kept.edits, review.defaults)
    return ItemDetail(
        kept.row,
        review,
        kept.file,
        tuple(_field(name, kept.reading, kept.edits, draft) for name in DESCRIBABLE),
        tuple(_parts(kept.reading, kept.edits)),
        draft.body,
        kept.reading.suggestions,
        kept.attachments,
        kept.reading.languages,
    )


def set_fields(context: Context, item_ids: Sequence[int], typed: Mapping[str, str | None]) -> frozenset[int]:
    """Set fields of items, as one act.

    Args:
        typed: field of `DESCRIBABLE` -> what the person typed; None and "" take the value off, and what the batch
            gives its articles shows through.

    Returns:
        the ids of the items that were touched (in all functions of this module).

    Raises:
        CuratorError: naming the field, when a value is not understood; when an item is in the archive already.
    """
    columns: dict[str, Value] = {}
    for field, words in typed.items():
        # Cleared: no value of its own, also where the archive's column has a value by itself (access: "open").
        is_clear = words is None or not words.strip()
        read = understood(field, words).columns
        columns |= dict.fromkeys(read) if is_clear else read

    def edited(kept: Kept, _reading: ArticleReading) -> Edits:
        return replace(kept.edits, columns={**kept.edits.columns, **columns})

    label = Label(N_("Set %(fields)s"), {"fields": ", ".join(typed)})
    return _edit(context, item_ids, label, edited)


def as_in_file(context: Context, item_ids: Sequence[int], fields: Sequence[str]) -> frozenset[int]:
    """Give fields the values of the file again."""
    names = {name for field in fields for name in [field, *understood(field, None).columns]}

    def edited(kept: Kept, _reading: ArticleReading) -> Edits:
        left = {name: value for name, value in kept.edits.columns.items() if name not in names}
        return replace(kept.edits, columns=left)

    return _edit(context, item_ids, Label(N_("Take %(fields)s from the file"), {"fields": ", ".join(fields)}), edited)


def keep_parts(context: Context, item_id: int, parts: Mapping[int, bool]) -> frozenset[int]:
    """Put parts of the text as received into the body, or cut them from it.

    Args:
        parts: index of the part -> whether it stands in the body.

    Raises:
        CuratorError: when there is no such part, or nothing would be left.
    """

    def edited(kept: Kept, reading: ArticleReading) -> Edits:
        merged = {**kept.edits.parts, **parts}
        if not all(0 <= index < len(reading.parts) for index in parts):
            raise CuratorError(_("The text of item %(id)d has no such part.") % {"id": item_id})
        decided = {index: stands for index, stands in merged.items() if stands != reading.parts[index].kept}
        edits = replace(kept.edits, parts=decided, body="")
        if not body_of(reading, edits).strip():
            raise CuratorError(_("Nothing would be left of the text."), _("Nothing was changed."))
        return edits

    is_one, stands = len(parts) == 1, all(parts.values())
    words = (N_("Restore a part"), N_("Restore parts")) if stands else (N_("Cut a part"), N_("Cut parts"))
    return _edit(context, [item_id], Label(words[0] if is_one else words[1]), edited)


def toggle_part(context: Context, item_id: int, index: int) -> frozenset[int]:
    """Restore a part that is cut, or cut one that stands; see `keep_parts`."""
    found = next((part for part in detail(context, item_id).parts if part.index == index), None)
    return keep_parts(context, item_id, {index: not (found and found.kept)})


def restore_all(context: Context, item_id: int) -> frozenset[int]:
    """Put all that was cut back into the text."""
    return keep_parts(context, item_id, {part.index: True for part in detail(context, item_id).parts})


def take_suggestion(context: Context, item_id: int, number: int) -> frozenset[int]:
    """Enter what the reader suggests: from then on it counts as a person's.

    Args:
        number: its place in `ItemDetail.suggestions`, from 0.

    Raises:
        CuratorError: when there is no such suggestion, or its value is not understood.
    """
    suggestions = detail(context, item_id).suggestions
    if not 0 <= number < len(suggestions):
        raise CuratorError(_("Item %(id)d has no such suggestion.") % {"id": item_id})
    taken = suggestions[number]
    column = COLUMNS.get(taken.field, taken.field)
    columns = {} if column == "body" else dict(understood(column, taken.found.value).columns)
    if column == "published" and taken.found.verbatim:
        columns["published_verbatim"] = taken.found.verbatim

    def edited(kept: Kept, _reading: ArticleReading) -> Edits:
        body = normalise(taken.found.value) if column == "body" else kept.edits.body
        return replace(kept.edits, columns={**kept.edits.columns, **columns}, body=body)

    return _edit(context, [item_id], Label(N_("Take what is suggested")), edited)


def decide(context: Context, item_ids: Sequence[int], decision: Decision | None) -> frozenset[int]:
    """Say what is to become of items that are like others.

    Args:
        decision: "skip": note it as a duplicate, it does not enter (it is accepted with that); "keep": it enters
            all the same; "not same": it enters, and the pair is never asked about again; None: not decided.

    Raises:
        CuratorError: when one is like nothing.
    """

    def decided(kept: Kept, reading: ArticleReading) -> dict[str, Value]:
        if not kept.row.likenesses:
            raise CuratorError(_("Item %(id)d is like no other.") % {"id": kept.row.id}, _("Nothing was changed."))
        values = columns_of(reading, kept.row.likenesses, kept.edits, decision)
        if decision == "skip":
            values["state"] = "accepted"
        elif kept.row.decision == "skip":
            values["state"] = "pending"
        return values

    labels = {"skip": N_("Note as a duplicate"), "keep": N_("Keep both"), "not same": N_("Not the same")}
    return _change(context, item_ids, Label(labels.get(decision or "", N_("Leave open what it is like"))), decided)


def _edit(
    context: Context, item_ids: Sequence[int], label: Label, edited: Callable[[Kept, ArticleReading], Edits]
) -> frozenset[int]:
    return _change(
        context,
        item_ids,
        label,
        lambda kept, reading: columns_of(reading, kept.row.likenesses, edited(kept, reading), kept.row.decision),
    )


def _change(
    context: Context,
    item_ids: Sequence[int],
    label: Label,
    changed: Callable[[Kept, ArticleReading], dict[str, Value]],
) -> frozenset[int]:
    """Change items as one act of their review; nothing when one of them cannot be."""
    by_review: dict[int, dict[int, dict[str, Value]]] = {}
    with context.archive.unrecorded() as connection:
        for item_id in dict.fromkeys(item_ids):
            kept = review_items.get(connection, item_id)
            require_waiting([kept.row])
            if kept.reading is None:
                raise CuratorError(
                    _("Item %(id)d could not be read, so there is nothing to change.") % {"id": item_id},
                    _("Try to read it again, or reject it."),
                )
            by_review.setdefault(kept.row.review_id, {})[item_id] = changed(kept, kept.reading)
        touched = [review_edits.change(connection, each, label, items) for each, items in by_review.items()]
    return frozenset().union(*touched)


def _field(name: str, reading: ArticleReading, edits: Edits, draft: Draft) -> FieldOfItem:
    found = stated(reading).get(name)
    value = draft.columns.get(name)
    in_file = found.value if found and name in edits.columns else None
    if value is None:
        return FieldOfItem(name, None, "", 0, in_file=in_file)
    if name in draft.sources:
        source, confidence = draft.sources[name]
        verbatim = found.verbatim if found and source != BATCH else ""
        return FieldOfItem(name, value, source, confidence, verbatim, in_file)
    return FieldOfItem(name, value, PERSON, in_file=in_file)


def _parts(reading: ArticleReading, edits: Edits) -> list[PartOfItem]:
    if edits.body or not reading.parts:
        return [PartOfItem(0, body_of(reading, edits), True, "", "", bool(edits.body))]
    return [
        PartOfItem(index, part.text, edits.parts.get(index, part.kept), part.why, part.field, index in edits.parts)
        for index, part in enumerate(reading.parts)
    ]
