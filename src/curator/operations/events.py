"""Events: where they took place, who took part in which role, which event they are part of.

All of it stands on relations: an event is related with its place by the type "happened in", a person or organisation
with the event by the role, and a part is narrower than the whole. When it was, and how surely, its dates say.
"""

from __future__ import annotations

from collections.abc import Collection

from curator.archive import relations
from curator.errors import CuratorError
from curator.i18n import N_, _
from curator.model.authority import Authority
from curator.model.authority_links import RelatedName
from curator.model.revision import Changes, Label
from curator.operations.authorities import one_line, record_of
from curator.operations.context import Context

# The type of the relation from an event to where it took place.
PLACE = "happened in"
_CAN_TAKE_PART = ("person", "organisation")


def describe(
    context: Context,
    event: str,
    places: Collection[str] = (),
    participants: Collection[tuple[str, str]] = (),
    part_of: Collection[str] = (),
) -> Changes:
    """Record places, participants and larger events of an event, as one act; what is so already stays.

    Args:
        event, places, part_of: names on record, or their numbers with #.
        participants: names of people and organisations, each with a role ("rescuer") or "".

    Raises:
        CuratorError: when there is no such record, one is of another kind, or an event would be part of itself.
    """
    connection = context.archive.read()
    record = record_of(connection, event, "event")
    where = [record_of(connection, name, "place") for name in places]
    wholes = [record_of(connection, name, "event") for name in part_of]
    people = [(_participant(record_of(connection, name)), one_line(role) or None) for name, role in participants]
    label = Label(N_("Describe the event %(name)s"), {"name": record.preferred_name})
    with context.archive.transaction(label) as transaction:
        for place in where:
            relations.relate(transaction, record.id, place.id, PLACE, None)
        for person, role in people:
            relations.relate(transaction, person.id, record.id, role, None)
        for whole in wholes:
            relations.add_broader(transaction, record.id, whole.id)
    return transaction.changes


def take_from(
    context: Context,
    event: str,
    places: Collection[str] = (),
    participants: Collection[tuple[str, str]] = (),
    part_of: Collection[str] = (),
) -> Changes:
    """Remove places, participants and larger events from an event, as one act.

    Args:
        participants: without a role, the person or organisation goes in every role.

    Raises:
        CuratorError: when there is no such record, or it is not there; then nothing is removed.
    """
    connection = context.archive.read()
    record = record_of(connection, event, "event")
    label = Label(N_("Take from the event %(name)s"), {"name": record.preferred_name})
    with context.archive.transaction(label) as transaction:
        for name in places:
            place = record_of(connection, name, "place")
            gone = relations.unrelate(transaction, record.id, place.id, PLACE)
            # An event and a place that are related without a type count as event and place, too.
            _require(gone or relations.unrelate(transaction, record.id, place.id, None), place, record)
        for name, role in participants:
            person = record_of(connection, name)
            _require(relations.unrelate(transaction, person.id, record.id, one_line(role) or None), person, record)
        for name in part_of:
            whole = record_of(connection, name, "event")
            _require(relations.remove_broader(transaction, record.id, whole.id), whole, record)
    return transaction.changes


def is_place(event: Authority, related: RelatedName) -> bool:
    """Return whether a relation of `event` says where it took place."""
    other = related.authority.kind == "place" and related.type in (PLACE, None)
    return event.kind == "event" and other and (related.forward or not related.type)


def is_participant(event: Authority, related: RelatedName) -> bool:
    """Return whether a relation of `event` says that somebody took part: read from there to the event, or both ways."""
    if event.kind != "event" or related.authority.kind not in _CAN_TAKE_PART:
        return False
    return not related.forward or not related.type


def _participant(record: Authority) -> Authority:
    if record.kind not in _CAN_TAKE_PART:
        raise CuratorError(
            _("“%(name)s” (%(kind)s) cannot take part in an event: only people and organisations can.")
            % {"name": record.preferred_name, "kind": record.kind},
            _("A place goes with --place, a larger event with --part-of."),
        )
    return record


def _require(gone: int, other: Authority, event: Authority) -> None:
    if not gone:
        raise CuratorError(
            _("“%(other)s” is not recorded with the event “%(name)s” so.")
            % {"other": other.preferred_name, "name": event.preferred_name},
            _("What is on record: curator names ARCHIVE show"),
        )
