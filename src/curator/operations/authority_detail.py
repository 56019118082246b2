"""Everything that is on record of one name, for showing."""

from __future__ import annotations

from curator.archive import Connection, articles, authorities, external_ids, mentions, preferred_names, relations
from curator.model.authority import Authority, AuthorityKind, VariantName
from curator.model.authority_links import AuthorityDetail
from curator.operations.authorities import record_of
from curator.operations.context import Context


def shown(context: Context, name: str, kind: AuthorityKind | None = None) -> AuthorityDetail:
    """Return the record known by a name with its names, relations, identifiers and what was merged into it.

    Raises:
        CuratorError: when there is none, or several.
    """
    connection = context.archive.read()
    record = record_of(connection, name, kind)
    variants = authorities.variants(connection, record.id)
    tagged = articles.get_many(connection, mentions.articles_with(connection, [record.id]))
    return AuthorityDetail(
        authority=record,
        preferred=tuple(_preferred(record, variants)),
        variants=tuple(_others(variants)),
        broader=tuple(relations.broader(connection, record.id)),
        narrower=tuple(relations.narrower(connection, record.id)),
        related=tuple(relations.related(connection, record.id)),
        identifiers=tuple(external_ids.of(connection, record.id)),
        articles=sum(not article.trashed for article in tagged),
        merged=tuple(_merged(connection, record)),
    )


def _preferred(record: Authority, variants: list[VariantName]) -> list[tuple[str, str | None]]:
    """Return the preferred forms in the order of who prefers them; one of which that is not known comes last."""
    found: list[tuple[str, str | None]] = [
        (variant.name, community)
        for variant in variants
        for community in preferred_names.preferring(variant.preferred_in)
    ]
    if record.preferred_name not in [name for name, _community in found]:
        found.append((record.preferred_name, None))
    return sorted(set(found), key=lambda each: (each[1] is None, each[1] or "", each[0]))


def _others(variants: list[VariantName]) -> list[VariantName]:
    others = [variant for variant in variants if not variant.preferred_in and variant.name_kind != "merged"]
    return sorted(others, key=lambda variant: (variant.language or "", variant.name))


def _merged(connection: Connection, record: Authority) -> list[tuple[Authority, str | None]]:
    members = authorities.members(connection, [record.id])[1:]
    return [(authorities.get(connection, each), authorities.merge_reason(connection, each)) for each in members]
