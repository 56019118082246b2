"""Authority records: one for each person, organisation, event, place and theme, with all its names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

AuthorityKind = Literal["person", "organisation", "event", "place", "theme"]
KINDS: tuple[AuthorityKind, ...] = get_args(AuthorityKind)


@dataclass(frozen=True, slots=True)
class Authority:
    """One entity (ISAAR(CPF), SKOS). `dates` is EDTF; its bounds are Julian days.

    Args:
        merged_into: the record that this one was found to be the same as; None while it stands by itself.
        scope_note: what the name is used for and what not (skos:scopeNote).
    """

    id: int
    uid: str
    kind: AuthorityKind
    preferred_name: str
    dates: str | None
    dates_earliest: int | None
    dates_latest: int | None
    dates_verbatim: str | None
    note: str | None
    status: str
    merged_into: int | None
    scope_note: str | None = None


@dataclass(frozen=True, slots=True)
class VariantName:
    """Another name of an authority; `preferred_in` names the language or community that prefers it."""

    id: int
    authority_id: int
    name: str
    language: str | None
    script: str | None
    name_kind: str
    preferred_in: str | None


@dataclass(frozen=True, slots=True)
class AuthorityCount:
    """An authority with the number of articles it is tagged in (merged records resolved, trash left out)."""

    authority: Authority
    articles: int
    variants: tuple[str, ...]
