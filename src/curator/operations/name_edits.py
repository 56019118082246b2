"""What is edited in place on the page of a name: one form, one relation, an identifier, where it stands in the tree.

Records are given by id here, and each act is one revision.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from curator.archive import authorities, external_ids, name_forms, preferred_names, relations
from curator.i18n import N_
from curator.model.authority_links import Match
from curator.model.authority_page import NameForm
from curator.model.external_identifiers import identifier_of
from curator.model.revision import Changes, Label
from curator.operations.authorities import date, one_line
from curator.operations.authority_links import community_of
from curator.operations.context import Context
from curator.operations.field_values import read_language

_BETWEEN = re.compile(r"[;,]")


def add_form(context: Context, authority_id: int, name: str, language: str = "", used_by: str = "") -> Changes:
    """Record another name of an entity.

    Args:
        language: a tag of BCP 47, or "".
        used_by: the languages and communities that prefer it, with ; or , between them.
    """
    record = authorities.root(context.archive.read(), authority_id)
    name, tag, communities = one_line(name), _language(language), _communities(used_by)
    label = Label(N_("Add the name %(variant)s to %(name)s"), {"variant": name, "name": record.preferred_name})
    with context.archive.transaction(label) as transaction:
        for community in communities:
            preferred_names.prefer(transaction, record.id, name, community, tag or community_of(community)[1])
        if not communities:
            authorities.add_variant(transaction, record.id, name, tag)
    return transaction.changes


def change_form(
    context: Context, authority_id: int, form: NameForm, name: str, language: str = "", used_by: str = ""
) -> Changes:
    """Change a name of an entity: its spelling, its language, who prefers it.

    The record's own name is replaced; the old one stays as a variant.

    Raises:
        CuratorError: when it is the name of a merged record, which has to be taken out first, or there already.
    """
    record = authorities.root(context.archive.read(), authority_id)
    name, tag, communities = one_line(name), _language(language), _communities(used_by)
    if len(communities) == 1:
        tag = tag or community_of(communities[0])[1]
    label = Label(N_("Change the name %(variant)s of %(name)s"), {"variant": form.name, "name": record.preferred_name})
    with context.archive.transaction(label) as transaction:
        if form.variant_id:
            name_forms.change(transaction, form.variant_id, name, tag, communities)
        else:
            authorities.rename(transaction, record.id, name)
            if tag or communities:
                authorities.add_variant(transaction, record.id, name, tag, preferred_names.joined(communities))
    return transaction.changes


def remove_form(context: Context, authority_id: int, form: NameForm) -> Changes:
    """Remove a name that is not the record's own."""
    record = authorities.root(context.archive.read(), authority_id)
    values = {"variant": form.name, "name": record.preferred_name}
    with context.archive.transaction(Label(N_("Remove the name %(variant)s from %(name)s"), values)) as transaction:
        name_forms.remove(transaction, form.variant_id)
    return transaction.changes


def change_relation(
    context: Context, ends: tuple[int, int], old_type: str | None, type_: str, dates: str | None = None
) -> Changes:
    """Give a relation another type and other dates.

    Args:
        ends: the records, in the direction that the type is read.
        old_type: its type so far.
        type_: such as "member of"; "" for none.
        dates: EDTF, or words.
    """
    one, other = (authorities.root(context.archive.read(), each) for each in ends)
    read, words = date(dates), one_line(type_) or None
    names = {"name": one.preferred_name, "other": other.preferred_name}
    with context.archive.transaction(Label(N_("Relate %(name)s with %(other)s"), names)) as transaction:
        relations.retype(transaction, one.id, other.id, old_type, words, read)
    return transaction.changes


def remove_relation(context: Context, ends: tuple[int, int], type_: str | None) -> Changes:
    """Remove the relation of exactly this type; None is the one without a type."""
    one, other = (authorities.root(context.archive.read(), each) for each in ends)
    names = {"name": one.preferred_name, "other": other.preferred_name}
    with context.archive.transaction(Label(N_("Part %(name)s from %(other)s"), names)) as transaction:
        relations.unrelate_exactly(transaction, one.id, other.id, type_)
    return transaction.changes


def move_under(context: Context, authority_id: int, above: int | None, out_of: int | None = None) -> Changes:
    """Put a name under another one in its tree, or with None to the top, as one act.

    Args:
        out_of: the broader name that it leaves; those that it is under besides stay.

    Raises:
        CuratorError: when the kinds differ, or it would be under itself.
    """
    connection = context.archive.read()
    record = authorities.root(connection, authority_id)
    names = {"name": record.preferred_name}
    label = Label(N_("Put %(name)s at the top"), names)
    if above is not None:
        names["broader"] = authorities.root(connection, above).preferred_name
        label = Label(N_("Put %(name)s under %(broader)s"), names)
    with context.archive.transaction(label) as transaction:
        if out_of is not None and out_of != above:
            relations.remove_broader(transaction, record.id, out_of)
        if above is not None:
            relations.add_broader(transaction, record.id, above)
    return transaction.changes


def identify(
    context: Context, authority_id: int, old: tuple[str, str] | None, new: tuple[str, str], match: Match
) -> Changes:
    """Record an identifier elsewhere, in the place of an old one if there is one.

    Args:
        old, new: scheme and identifier, as typed.

    Raises:
        CuratorError: when it cannot be an identifier of that scheme.
    """
    record = authorities.root(context.archive.read(), authority_id)
    scheme, identifier = identifier_of(*new)
    values = {"name": record.preferred_name, "scheme": scheme, "identifier": identifier}
    with context.archive.transaction(Label(N_("Identify %(name)s: %(scheme)s %(identifier)s"), values)) as transaction:
        if old is not None and old != (scheme, identifier):
            external_ids.remove(transaction, record.id, *old)
        external_ids.add(transaction, record.id, scheme, identifier, match)
    return transaction.changes


def _language(typed: str) -> str | None:
    return read_language(typed) if typed.strip() else None


def _communities(typed: str) -> Sequence[str]:
    return [community_of(each)[0] for each in _BETWEEN.split(typed) if each.strip()]
