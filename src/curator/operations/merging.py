"""Merging names: what would come of it, doing it, what was merged and why, taking a record out again.

A merge is a pointer. Everything stays on the record that it was put on, and reading follows the pointers, so a merge
can be taken apart at any later time. What is tagged after a merge is put on the record that was kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from curator.archive import Connection, Transaction, authorities, decisions, merge_choices, merge_history, relations
from curator.errors import CuratorError, Problem
from curator.i18n import N_, _
from curator.model.authority import Authority, AuthorityKind
from curator.model.merging import MERGE_FIELDS, MergedName, MergeField, SaidToDiffer
from curator.model.revision import Changes, Label
from curator.operations.authorities import one_line
from curator.operations.context import Context


def merge(
    context: Context,
    kept_id: int,
    other_ids: Sequence[int],
    reason: str = "",
    chosen: Mapping[MergeField, int] | None = None,
    although_apart: bool = False,
) -> Changes:
    """Record that records are the same as the one that is kept, in one revision.

    Args:
        kept_id, other_ids: a record that was merged already stands for the one that it is in now.
        reason: why they are the same.
        chosen: field -> the record whose value stands in the kept one. Where nothing is chosen its own value stands,
            or, when it has none, the first of the others'. Taking that record out gives the old value back.
        although_apart: merge also what a person said is different. That is kept: it counts again once they are taken
            apart.

    Raises:
        CuratorError: when they are one record already, of different kinds, said to be different, or one would become
            broader than itself by it.
    """
    connection = context.archive.read()
    kept, *others = roots(connection, [kept_id, *other_ids])
    refuse(connection, kept, others)
    pairs = [] if although_apart else said_to_differ(connection, [kept, *others])
    if pairs:
        raise _said_to_differ(pairs[0])
    with context.archive.transaction(_label(kept, others)) as transaction:
        for other in others:
            authorities.merge(transaction, kept.id, other.id, one_line(reason) or None)
        relations.refuse_circle(transaction.connection, kept.id)
        for field, chosen_id in choices(kept, others, chosen or {}).items():
            if chosen_id != kept.id:
                merge_choices.choose(transaction, chosen_id, field)
    return transaction.changes


def take_out(context: Context, authority_id: int) -> Changes:
    """Take a merged record out of the one it is in, with what is merged into it and everything that was put on it.

    What was tagged after the merge stays where it was put: on the record that was kept. That one has its own values
    back, but for those that were changed since (`what_stays`).

    Raises:
        CuratorError: when the record is not merged.
    """
    record = _merged(context.archive.read(), authority_id)
    with context.archive.transaction(Label(N_("Take %(name)s out again"), {"name": record.preferred_name})) as made:
        _take_out(made, authority_id)
    return made.changes


def what_stays(context: Context, authority_id: int) -> list[Problem]:
    """Return what `take_out` would leave as it is: values that came by the merge and were changed since.

    Raises:
        CuratorError: when the record is not merged.
    """
    connection = context.archive.read()
    record = _merged(connection, authority_id)
    into = authorities.get(connection, record.merged_into or 0)
    return [
        Problem(
            f"{field}-changed-since",
            _("“%(name)s” keeps its %(field)s: that was changed after the merge.")
            % {"name": into.preferred_name, "field": name_of_field(field)},
            _("Change it by hand if it is no longer right."),
        )
        for field in merge_choices.changed_since(connection, authority_id)
    ]


def members(context: Context, authority_id: int) -> list[MergedName]:
    """Return the records that are merged into one, at any depth, with why, when and by whom; the earliest id first."""
    return merge_history.members(context.archive.read(), authority_id)


def merged(context: Context) -> list[MergedName]:
    """Return all records that were merged into others, by name."""
    return merge_history.merged(context.archive.read())


def merged_as(context: Context, name: str, kind: AuthorityKind | None = None) -> MergedName:
    """Return the merged record with this preferred name, or number with #.

    Raises:
        CuratorError: when there is not exactly one.
    """
    found = [
        each for each in merged(context) if name in (each.name, f"#{each.id}", each.uid) and kind in (None, each.kind)
    ]
    if len(found) != 1:
        raise CuratorError(
            _("There is not exactly one merged record called “%(name)s”.") % {"name": name},
            _("Give its number with #; curator names ARCHIVE list --merged shows them."),
        )
    return found[0]


def roots(connection: Connection, ids: Iterable[int]) -> list[Authority]:
    """Return the records that `ids` stand for, each once, in their order."""
    found = (authorities.root(connection, each) for each in ids)
    return list({record.id: record for record in found}.values())


def refuse(connection: Connection, kept: Authority, others: Sequence[Authority]) -> None:
    """Raise CuratorError when records cannot be one."""
    if not others:
        raise CuratorError(_("“%(name)s” is one record already.") % {"name": kept.preferred_name})
    for other in others:
        if other.kind != kept.kind:
            raise CuratorError(
                _("“%(one)s” and “%(other)s” are of different kinds and cannot be one record.")
                % {"one": kept.preferred_name, "other": other.preferred_name}
            )
    relations.refuse_circle(connection, kept.id, [other.id for other in others])


def choices(kept: Authority, others: Sequence[Authority], chosen: Mapping[MergeField, int]) -> dict[MergeField, int]:
    """Return whose value stands in each field: as chosen, or else the first that has one, the kept record before all.

    Raises:
        CuratorError: when a record was chosen that is not among them, or has nothing there.
    """
    found: dict[MergeField, int] = {}
    for field in MERGE_FIELDS:
        having = [record.id for record in (kept, *others) if value_of(record, field)]
        wanted = chosen.get(field)
        if wanted is not None and wanted not in having:
            raise CuratorError(
                _("Record #%(id)d has no %(field)s that could stand, or is not one of those to merge.")
                % {"id": wanted, "field": name_of_field(field)},
                _("Nothing was changed."),
            )
        if wanted or having:
            found[field] = wanted or having[0]
    return found


def value_of(record: Authority, field: MergeField) -> str | None:
    """Return what a record has in a field; dates are EDTF."""
    values = {
        "name": record.preferred_name,
        "dates": record.dates,
        "scope_note": record.scope_note,
        "note": record.note,
    }
    return values[field]


def name_of_field(field: MergeField) -> str:
    """Return what a field is called, in the user's language."""
    words = {"name": _("preferred name"), "dates": _("dates"), "scope_note": _("scope note"), "note": _("note")}
    return words[field]


def said_to_differ(connection: Connection, records: Sequence[Authority]) -> list[SaidToDiffer]:
    """Return the pairs among records, merges resolved, that a person said are different."""
    by_id = {record.id: record for record in records}
    return [
        SaidToDiffer(by_id[pair.one], by_id[pair.other], pair.when, pair.who, pair.reason)
        for pair in decisions.pairs_apart(connection)
        if pair.one in by_id and pair.other in by_id and pair.one != pair.other
    ]


def _said_to_differ(pair: SaidToDiffer) -> CuratorError:
    names = {"one": pair.one.preferred_name, "other": pair.other.preferred_name, "when": (pair.when or "")[:10]}
    message = (
        _("It was said on %(when)s that “%(one)s” and “%(other)s” are different.") % names
        if pair.when
        else _("It was said that “%(one)s” and “%(other)s” are different.") % names
    )
    return CuratorError(
        f"{message} {pair.reason}" if pair.reason else message,
        _("Nothing was changed. To merge them all the same, say so: --although-different."),
    )


def _merged(connection: Connection, authority_id: int) -> Authority:
    record = authorities.get(connection, authority_id)
    if record.merged_into is None:
        raise CuratorError(
            _("“%(name)s” is not merged into another record.") % {"name": record.preferred_name},
            _("The merged ones: curator names ARCHIVE list --merged"),
        )
    return record


def _take_out(transaction: Transaction, authority_id: int) -> None:
    merge_choices.give_back(transaction, authority_id)
    authorities.split(transaction, authority_id)


def _label(kept: Authority, others: Sequence[Authority]) -> Label:
    values: dict[str, str | int] = {
        "kept": kept.preferred_name,
        "other": others[0].preferred_name,
        "n": len(others),
    }
    return Label(N_("Merge %(other)s into %(kept)s"), values, N_("Merge %(n)d names into %(kept)s"))
