"""Merging names: what two or more records hold, what would come of them, what was merged, and where names stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from curator.errors import Problem
from curator.model.authority import Authority, AuthorityKind, VariantName
from curator.model.authority_links import ExternalId, RelatedName

# What a record has once only, so that of two values one has to be chosen.
MergeField = Literal["name", "dates", "scope_note", "note"]
MERGE_FIELDS: tuple[MergeField, ...] = get_args(MergeField)


@dataclass(frozen=True, slots=True)
class MentionContext:
    """A confirmed mention of a record, or of one merged into it, with the sentence around it.

    Args:
        authority_id: the record that it was put on.
        title, date: of the article; the date is EDTF.
        sentence: "" for a mention of the whole article; the quoted words alone where the text no longer has them.
        start, end: where the name stands within the sentence (code points); equal where there is none.
        place: where the passage begins in the text in use (code points); None where it has no place.
    """

    mention_id: int
    authority_id: int
    article_id: int
    title: str | None
    date: str | None
    sentence: str
    start: int
    end: int
    place: int | None


@dataclass(frozen=True, slots=True)
class MergeSide:
    """One of the records that are to be one.

    Args:
        names: all its other names, those of records merged into it among them.
        articles, mentions: confirmed ones, without the trash.
        first_year, last_year: of the articles that have a date.
        contexts: its newest mentions.
    """

    authority: Authority
    names: tuple[VariantName, ...]
    broader: tuple[Authority, ...]
    related: tuple[RelatedName, ...]
    identifiers: tuple[ExternalId, ...]
    articles: int
    mentions: int
    first_year: int | None
    last_year: int | None
    contexts: tuple[MentionContext, ...]


@dataclass(frozen=True, slots=True)
class MergeConflict:
    """A field in which the records differ.

    Args:
        values: record -> what it has there, of those that have something; dates are EDTF.
        chosen: the record whose value stands unless another is chosen.
    """

    field: MergeField
    values: Mapping[int, str]
    chosen: int


@dataclass(frozen=True, slots=True)
class SaidToDiffer:
    """Two of the records that a person said are different.

    Args:
        when: ISO 8601 in UTC; None where only the fact has come into this archive, as is `who`.
    """

    one: Authority
    other: Authority
    when: str | None
    who: str | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class MergePreview:
    """What would come of a merge; nothing is written.

    Args:
        sides: the records, the one that is kept first.
        conflicts: fields with more than one value, or that only others than the kept one have.
        apart: pairs that were said to be different: such a merge has to be asked for explicitly.
        obstacle: why they cannot be merged at all, or None.
        articles, mentions, names: of the one record that would come of them; an article with several counts once.
    """

    sides: tuple[MergeSide, ...]
    conflicts: tuple[MergeConflict, ...]
    apart: tuple[SaidToDiffer, ...]
    obstacle: Problem | None
    articles: int
    mentions: int
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MergedName:
    """A record that was merged into another, and why.

    Args:
        into: the record that it was merged into, which may itself be merged.
        reason: what was said; None where nothing was.
        when, who: from the history; None where the merge came with a package. ISO 8601 in UTC.
        chosen: the fields of the kept record that were taken from this one.
        articles: in how many articles it, or what is merged into it, was tagged itself, without the trash.
    """

    id: int
    uid: str
    name: str
    kind: AuthorityKind
    into: int
    reason: str | None
    when: str | None
    who: str | None
    chosen: tuple[MergeField, ...]
    articles: int
