"""What connects names on record: broader terms, relations, identifiers elsewhere; who prefers which form; notes."""

from __future__ import annotations

from curator.archive import authorities, external_ids, preferred_names, relations
from curator.errors import CuratorError, Problem
from curator.i18n import N_, _
from curator.model.authority import AuthorityKind
from curator.model.authority_links import Match
from curator.model.external_identifiers import identifier_of
from curator.model.revision import Changes, Label
from curator.operations.authorities import date, one_line, record_of
from curator.operations.context import Context
from curator.text.language_tag import language_tag
from curator.text.plain import normalise


def add_broader(context: Context, name: str, broader: str, kind: AuthorityKind | None = None) -> Changes:
    """Record a broader term; a record may have several.

    Raises:
        CuratorError: when there is no such record, the kinds differ, or a record would be broader than itself.
    """
    connection = context.archive.read()
    record, above = record_of(connection, name, kind), record_of(connection, broader, kind)
    label = Label(
        N_("Put %(name)s under %(broader)s"), {"name": record.preferred_name, "broader": above.preferred_name}
    )
    with context.archive.transaction(label) as transaction:
        relations.add_broader(transaction, record.id, above.id)
    return transaction.changes


def remove_broader(context: Context, name: str, broader: str, kind: AuthorityKind | None = None) -> Changes:
    """Remove a broader term; CuratorError when the record does not have it."""
    connection = context.archive.read()
    record, above = record_of(connection, name, kind), record_of(connection, broader, kind)
    names = {"name": record.preferred_name, "broader": above.preferred_name}
    with context.archive.transaction(Label(N_("Take %(name)s from under %(broader)s"), names)) as transaction:
        if not relations.remove_broader(transaction, record.id, above.id):
            raise CuratorError(_("“%(broader)s” is no broader term of “%(name)s”.") % names)
    return transaction.changes


def relate(
    context: Context,
    name: str,
    other: str,
    kind: AuthorityKind | None = None,
    type_: str | None = None,
    dates: str | None = None,
) -> Changes:
    """Record that two entities are related, or change the dates of that.

    Args:
        kind: of the first.
        type_: read from the first to the second, such as "member of".
        dates: EDTF, or words.

    Raises:
        CuratorError: when there is no such record, both are one, or the dates are not understood.
    """
    connection = context.archive.read()
    record, second = record_of(connection, name, kind), record_of(connection, other)
    names = {"name": record.preferred_name, "other": second.preferred_name}
    read = date(dates)
    with context.archive.transaction(Label(N_("Relate %(name)s with %(other)s"), names)) as transaction:
        relations.relate(transaction, record.id, second.id, one_line(type_ or "") or None, read)
    return transaction.changes


def unrelate(
    context: Context, name: str, other: str, kind: AuthorityKind | None = None, type_: str | None = None
) -> Changes:
    """Remove what relates two entities, or only the relation of a type; CuratorError when there is none."""
    connection = context.archive.read()
    record, second = record_of(connection, name, kind), record_of(connection, other)
    names = {"name": record.preferred_name, "other": second.preferred_name}
    with context.archive.transaction(Label(N_("Part %(name)s from %(other)s"), names)) as transaction:
        if not relations.unrelate(transaction, record.id, second.id, one_line(type_ or "") or None):
            raise CuratorError(_("“%(name)s” and “%(other)s” are not related so.") % names)
    return transaction.changes


def identify(
    context: Context,
    name: str,
    scheme: str,
    identifier: str,
    kind: AuthorityKind | None = None,
    match: Match = "exact",
) -> tuple[Changes, tuple[Problem, ...]]:
    """Record the identifier of an entity in a file of others.

    Returns:
        what was touched, and a doubt when another record has the same identifier.

    Raises:
        CuratorError: when it cannot be an identifier of that scheme (ISNI and ORCID have a check digit).
    """
    connection = context.archive.read()
    record = record_of(connection, name, kind)
    scheme, identifier = identifier_of(scheme, identifier)
    values = {"name": record.preferred_name, "scheme": scheme, "identifier": identifier}
    with context.archive.transaction(Label(N_("Identify %(name)s: %(scheme)s %(identifier)s"), values)) as transaction:
        external_ids.add(transaction, record.id, scheme, identifier, match)
    others = [each for each in external_ids.holders(connection, scheme, identifier) if each.id != record.id]
    return transaction.changes, tuple(
        Problem(
            "identifier-shared",
            _("“%(name)s” (#%(id)d) has the identifier %(identifier)s too.")
            % {"name": other.preferred_name, "id": other.id, "identifier": identifier},
            _("If the two are the same: curator names ARCHIVE merge"),
        )
        for other in others
    )


def unidentify(context: Context, name: str, scheme: str, identifier: str, kind: AuthorityKind | None = None) -> Changes:
    """Remove an identifier; CuratorError when the record does not have it."""
    record = record_of(context.archive.read(), name, kind)
    scheme, identifier = identifier_of(scheme, identifier)
    values = {"name": record.preferred_name, "scheme": scheme, "identifier": identifier}
    label = Label(N_("Remove the identifier %(scheme)s %(identifier)s from %(name)s"), values)
    with context.archive.transaction(label) as transaction:
        if not external_ids.remove(transaction, record.id, scheme, identifier):
            raise CuratorError(_("“%(name)s” has no identifier %(scheme)s %(identifier)s.") % values)
    return transaction.changes


def prefer(context: Context, name: str, form: str, community: str, kind: AuthorityKind | None = None) -> Changes:
    """Record that a language or community prefers a form of a name. Several forms stand in parallel.

    Args:
        community: a language tag (BCP 47), or whoever prefers it, in words.
    """
    record = record_of(context.archive.read(), name, kind)
    form, (who, language) = one_line(form), community_of(community)
    values = {"name": record.preferred_name, "form": form, "community": who}
    label = Label(N_("Prefer %(form)s for %(name)s in %(community)s"), values)
    with context.archive.transaction(label) as transaction:
        preferred_names.prefer(transaction, record.id, form, who, language)
    return transaction.changes


def unprefer(context: Context, name: str, form: str, community: str, kind: AuthorityKind | None = None) -> Changes:
    """Take that back; the form stays as a variant. CuratorError when it is not preferred there."""
    record = record_of(context.archive.read(), name, kind)
    form, (who, _language) = one_line(form), community_of(community)
    values = {"name": record.preferred_name, "form": form, "community": who}
    label = Label(N_("No longer prefer %(form)s for %(name)s in %(community)s"), values)
    with context.archive.transaction(label) as transaction:
        if not preferred_names.unprefer(transaction, record.id, form, who):
            raise CuratorError(_("“%(form)s” is not the preferred form of “%(name)s” in %(community)s.") % values)
    return transaction.changes


def set_note(context: Context, name: str, note: str, kind: AuthorityKind | None = None) -> Changes:
    """Set the note on a record; "" clears it."""
    record = record_of(context.archive.read(), name, kind)
    with context.archive.transaction(Label(N_("Note on %(name)s"), {"name": record.preferred_name})) as transaction:
        authorities.set_note(transaction, record.id, normalise(note).strip() or None)
    return transaction.changes


def set_scope_note(context: Context, name: str, note: str, kind: AuthorityKind | None = None) -> Changes:
    """Say what a name is used for and what not (skos:scopeNote); "" clears it."""
    record = record_of(context.archive.read(), name, kind)
    label = Label(N_("Scope note on %(name)s"), {"name": record.preferred_name})
    with context.archive.transaction(label) as transaction:
        authorities.set_scope_note(transaction, record.id, normalise(note).strip() or None)
    return transaction.changes


def community_of(words: str) -> tuple[str, str | None]:
    """Return who prefers a form as it is kept, and the language tag if that is a language; CuratorError for nobody."""
    who = one_line(words).replace(";", ",")
    if not who:
        raise CuratorError(_("Which language or community prefers it?"), _("Such as: --in az"))
    tag = language_tag(who)
    # "residents" would be well-formed too, but no language has so long a code.
    return (tag, tag) if tag and len(tag.split("-")[0]) <= 3 else (who, None)
