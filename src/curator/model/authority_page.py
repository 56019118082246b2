"""What the page of a name shows. None of its forms is "the" name; what is counted comes after what is on record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from curator.model.authority import Authority, AuthorityKind
from curator.model.authority_links import ExternalId, RelatedName
from curator.model.merging import MentionContext, MergedName


class NameForm(NamedTuple):
    """A name that an entity is known by.

    Args:
        variant_id: of its row; 0 for the name of the record itself, or of one merged into it.
        language: a tag of BCP 47, or None where it is not known.
        used_by: the languages and communities that prefer this form.
        name_kind: "preferred" (the record's own), "variant", "former", "merged" ...
    """

    variant_id: int
    name: str
    language: str | None
    used_by: tuple[str, ...]
    name_kind: str


class YearBar(NamedTuple):
    """How many articles of a year: surely published then, and possibly."""

    year: int
    certain: int
    possible: int


class NameBeside(NamedTuple):
    """Another name in the same articles, and in how many of them."""

    id: int
    kind: AuthorityKind
    name: str
    articles: int


class Mentioned(NamedTuple):
    """A mention with its sentence, and what is shown of its article."""

    context: MentionContext
    publication: str | None
    language: str | None


@dataclass(frozen=True, slots=True)
class NameOnRecord:
    """What was written down of an entity, merged records among it: read at once.

    Args:
        parallel: the forms that somebody prefers, by who does; the record's own name last where nobody is named.
        variants: the other names, by language.
        places, participants: of an event. The type of a participant's relation is the role.
        related: what else it is related with.
        merged: records merged into this one, at any depth, and why.
    """

    authority: Authority
    parallel: tuple[NameForm, ...]
    variants: tuple[NameForm, ...]
    broader: tuple[Authority, ...]
    narrower: tuple[Authority, ...]
    places: tuple[RelatedName, ...]
    participants: tuple[RelatedName, ...]
    related: tuple[RelatedName, ...]
    identifiers: tuple[ExternalId, ...]
    merged: tuple[MergedName, ...]
    articles: int


@dataclass(frozen=True, slots=True)
class NameInArticles:
    """What the articles tell of an entity: counted beside the window.

    Args:
        mentions: ids of its confirmed mentions by the date of the article; a tag of a whole article only where no
            passage of that article has the name.
        with_narrower: articles with this or a narrower name, each once; None where there is no narrower one.
        years: each year with articles.
        uses: key of a name (`name_key`) -> passages tagged by these very words, in any spelling.
        beside: names in the same articles, those in most first.
    """

    mentions: tuple[int, ...]
    with_narrower: int | None
    years: tuple[YearBar, ...]
    uses: Mapping[str, int]
    beside: tuple[NameBeside, ...]
