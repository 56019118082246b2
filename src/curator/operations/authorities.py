"""Names on record: adding, renaming, variants, dates."""

from __future__ import annotations

from curator.archive import Connection, authorities, preferred_names
from curator.errors import CuratorError
from curator.i18n import N_, _
from curator.model.authority import Authority, AuthorityCount, AuthorityKind
from curator.model.dates import UncertainDate, parse_edtf
from curator.model.revision import Changes, Label
from curator.operations.context import Context
from curator.operations.field_values import read_language
from curator.text.typed_dates import edtf_from_words


def add(
    context: Context, kind: AuthorityKind, name: str, variants: tuple[str, ...] = (), dates: str | None = None
) -> tuple[int, Changes]:
    """Add a record with its names.

    Args:
        dates: EDTF, or words such as "about 1936".

    Returns:
        the id of the record, and what was touched.

    Raises:
        CuratorError: when the name is taken, or the dates are not understood.
    """
    name = one_line(name)
    read = date(dates)
    with context.archive.transaction(Label(N_("Add %(name)s"), {"name": name})) as transaction:
        refuse_if_taken(transaction.connection, kind, name)
        authority_id = authorities.add(transaction, kind, name, read, one_line(dates) if dates else None)
        for variant in variants:
            authorities.add_variant(transaction, authority_id, one_line(variant))
    return authority_id, transaction.changes


def rename(context: Context, name: str, new_name: str, kind: AuthorityKind | None = None) -> Changes:
    """Give a record another preferred name; the old one stays as a variant."""
    record = record_of(context.archive.read(), name, kind)
    new_name = one_line(new_name)
    label = Label(N_("Rename %(old)s to %(new)s"), {"old": record.preferred_name, "new": new_name})
    with context.archive.transaction(label) as transaction:
        authorities.rename(transaction, record.id, new_name)
    return transaction.changes


def add_variant(
    context: Context,
    name: str,
    variant: str,
    kind: AuthorityKind | None = None,
    language: str | None = None,
    preferred_in: str | None = None,
) -> Changes:
    """Record another name; with `preferred_in`, the form that a language or community prefers.

    Args:
        language: a tag of BCP 47.
    """
    record = record_of(context.archive.read(), name, kind)
    language = read_language(language) if language else None
    label = Label(N_("Add the name %(variant)s to %(name)s"), {"variant": variant, "name": record.preferred_name})
    with context.archive.transaction(label) as transaction:
        if preferred_in:
            preferred_names.prefer(transaction, record.id, one_line(variant), preferred_in, language)
        else:
            authorities.add_variant(transaction, record.id, one_line(variant), language)
    return transaction.changes


def remove_variant(context: Context, name: str, variant: str, kind: AuthorityKind | None = None) -> Changes:
    """Remove another name of a record; CuratorError when it does not have it."""
    record = record_of(context.archive.read(), name, kind)
    label = Label(N_("Remove the name %(variant)s from %(name)s"), {"variant": variant, "name": record.preferred_name})
    with context.archive.transaction(label) as transaction:
        if not authorities.remove_variant(transaction, record.id, variant):
            raise CuratorError(
                _("“%(name)s” has no other name “%(variant)s”.") % {"name": record.preferred_name, "variant": variant}
            )
    return transaction.changes


def set_dates(context: Context, name: str, dates: str | None, kind: AuthorityKind | None = None) -> Changes:
    """Set or clear the dates of a life or an event (EDTF, or words such as "about 1936")."""
    record = record_of(context.archive.read(), name, kind)
    read = date(dates)
    with context.archive.transaction(Label(N_("Date %(name)s"), {"name": record.preferred_name})) as transaction:
        authorities.set_dates(transaction, record.id, read, one_line(dates) if dates else None)
    return transaction.changes


def listed(context: Context, kind: AuthorityKind | None = None) -> list[AuthorityCount]:
    """Return all names on record with their variants and the number of articles."""
    return authorities.listed(context.archive.read(), kind)


def known_as(connection: Connection, name: str, kind: AuthorityKind | None = None) -> Authority | None:
    """Return the record known by `name`, with the number "#12", or with that uid; None when there is none.

    Numbers and uids of merged records lead to the one that they are in.

    A record whose preferred name is exactly `name` goes before those that only share a spelling.

    Raises:
        CuratorError: when several records are known by it.
    """
    if name.startswith("#") and name[1:].isdecimal() and len(name) < 19:
        return authorities.root(connection, int(name[1:]))
    if by_uid := authorities.with_uid(connection, name.removeprefix("urn:uuid:")):
        return authorities.root(connection, by_uid.id)
    found = authorities.named(connection, name, kind)
    exact = [record for record in found if record.preferred_name == name]
    if len(exact or found) > 1:
        names = "; ".join(f"{record.preferred_name} ({record.kind}, #{record.id})" for record in found)
        raise CuratorError(
            _("Several records are known as “%(name)s”: %(names)s.") % {"name": name, "names": names},
            _("Give the number of one of them, such as #%(id)d.") % {"id": found[0].id},
        )
    return next(iter(exact or found), None)


def record_of(connection: Connection, name: str, kind: AuthorityKind | None = None) -> Authority:
    """Return the record known by `name`; CuratorError when there is none, or several."""
    found = known_as(connection, name, kind)
    if found is None:
        raise CuratorError(
            _("No record is known as “%(name)s” in this archive.") % {"name": name},
            _("The names on record: curator names ARCHIVE list"),
        )
    return found


def refuse_if_taken(connection: Connection, kind: AuthorityKind, name: str) -> None:
    """Raise CuratorError when a record of this kind is known by a name already."""
    taken = authorities.named(connection, name, kind)
    if taken:
        raise CuratorError(
            _("“%(name)s” is on record already, as “%(there)s” (#%(id)d).")
            % {"name": name, "there": taken[0].preferred_name, "id": taken[0].id},
            _("Use that record, or give this one a name that tells them apart, such as “%(name)s (born 1931)”.")
            % {"name": name},
        )


def date(text: str | None) -> UncertainDate | None:
    """Read dates as a person types them: EDTF, or words; None and "" clear."""
    if not text:
        return None
    return parse_edtf(edtf_from_words(text) or text)


def one_line(name: str) -> str:
    """Return a name with its white space levelled."""
    return " ".join(name.split())
