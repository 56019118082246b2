"""A name as it leaves for other programs and comes in from them: one record with everything that is said of it."""

from __future__ import annotations

from dataclasses import dataclass

from curator.crossing import Crossing
from curator.model.authority import AuthorityKind
from curator.model.authority_links import Match


@dataclass(frozen=True, slots=True)
class EntryName(Crossing):
    """Another name.

    Args:
        language: BCP 47; None where it is not known.
        preferred_in: the languages and communities that prefer it.
        name_kind: "variant", "former" ...
    """

    name: str
    language: str | None = None
    preferred_in: tuple[str, ...] = ()
    name_kind: str = "variant"


@dataclass(frozen=True, slots=True)
class EntryRelation(Crossing):
    """A relation to another entry, by its key; `type` is read from here to there, `dates` are EDTF."""

    key: str
    type: str | None = None
    dates: str | None = None


@dataclass(frozen=True, slots=True)
class EntryIdentifier(Crossing):
    """An identifier in the files of others."""

    scheme: str
    identifier: str
    match: Match = "exact"


@dataclass(frozen=True, slots=True)
class NameEntry(Crossing):
    """One record.

    Args:
        key: what other entries call it: its uid, or the address of a concept.
        uid: as it is kept in archives; "" where it has none.
        number: its number in the archive that it is from, or the line that it stands on.
        kind: None where a file does not say it.
        dates: EDTF.
        scope_note: what it is used for and what not (skos:scopeNote).
        broader: keys of other entries, or names where a table names them only.
        merged_into: the key of the record that it was merged into.
    """

    key: str
    uid: str
    number: int
    kind: AuthorityKind | None
    name: str
    names: tuple[EntryName, ...] = ()
    dates: str | None = None
    scope_note: str | None = None
    note: str | None = None
    broader: tuple[str, ...] = ()
    related: tuple[EntryRelation, ...] = ()
    identifiers: tuple[EntryIdentifier, ...] = ()
    merged_into: str | None = None
    merge_reason: str | None = None
