"""What an authority record is connected with: other records, and its numbers in the files of others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from curator.model.authority import Authority, VariantName

Match = Literal["exact", "close"]


@dataclass(frozen=True, slots=True)
class RelatedName:
    """A record that another is related with (skos:related; EAC-CPF relation).

    Args:
        authority: the record at the other end, merges resolved.
        type: such as "member of"; None when it is not said.
        forward: whether the type is read from this record to the other ("member of") or the other way round.
        dates: EDTF; its bounds are Julian days.
    """

    authority: Authority
    type: str | None
    forward: bool
    dates: str | None
    dates_earliest: int | None
    dates_latest: int | None


@dataclass(frozen=True, slots=True)
class ExternalId:
    """The same entity, or a nearly equal one (match), in a file of others (skos:exactMatch, skos:closeMatch)."""

    id: int
    scheme: str
    identifier: str
    match: Match


@dataclass(frozen=True, slots=True)
class AuthorityDetail:
    """Everything that is on record of one entity, with what was merged into it.

    Args:
        preferred: (form, the language or community that prefers it), in the order of the latter; None where nobody is
            named. None of them goes before the others.
        variants: all other names, by language.
        articles: in how many articles it is tagged, without the trash.
        merged: the records merged into this one, at any depth, with the reason given.
    """

    authority: Authority
    preferred: tuple[tuple[str, str | None], ...]
    variants: tuple[VariantName, ...]
    broader: tuple[Authority, ...]
    narrower: tuple[Authority, ...]
    related: tuple[RelatedName, ...]
    identifiers: tuple[ExternalId, ...]
    articles: int
    merged: tuple[tuple[Authority, str | None], ...]
