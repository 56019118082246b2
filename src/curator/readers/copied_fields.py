"""The fields that the head of a copied page gives, each with the lines that it was taken from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from curator.model.reading import Found
from curator.readers.copied_date import PageDate, date_of_page
from curator.readers.line_features import Lines
from curator.readers.page_names import byline_at, publication_at, section_at
from curator.readers.page_signs import is_dateline
from curator.readers.title_words import headline_words

Roles = dict[int, tuple[str, str]]
_FAR = 12
# A headline that stands twice may have the date or a picture between.
_REPEATED_WITHIN = 3


@dataclass(frozen=True, slots=True)
class CopiedFields:
    """What was found, and which lines are it.

    Args:
        title, publication, section: as they stand there.
        authors: the names of the byline.
        date: the day of publication with its place.
        language: of the article, where it was looked at.
        roles: for a line why it is cut and the field that it went to.
    """

    title: Found | None = None
    publication: Found | None = None
    section: Found | None = None
    authors: tuple[Found, ...] = ()
    date: PageDate | None = None
    language: str = ""
    roles: Roles = field(default_factory=dict)


def fields_of(
    lines: Lines, headline: tuple[int, int] | None, cut: Sequence[int], span: tuple[int, int], language: str | None
) -> CopiedFields:
    """Return the fields of a page.

    Args:
        headline: the line of the headline and how sure that is, per mille.
        cut: the lines that are not kept, in their order.
        span: the first and the last line of the article.
        language: of the article.
    """
    roles: Roles = {}
    title: Found | None = None
    at = headline[0] if headline else None
    if headline and at is not None:
        words = headline_words(lines.texts[at])
        title = Found(words, "text", headline[1])
        roles[at] = ("headline", "title")
        above = {*cut, *range(min(span[0] + _REPEATED_WITHIN, len(lines.texts)))}
        roles |= {other: ("headline", "title") for other in above if _says(lines, other, at, words)}
    date = date_of_page(lines, at, *span, language)
    if date and (date.at in cut or is_dateline(lines.texts[date.at])):
        roles.setdefault(date.at, ("date", "published"))
    near = [other for other in cut if other not in roles and _is_near(other, at, span)]
    byline = byline_at(lines, near)
    if byline:
        roles[byline[0]] = ("byline", "authors")
    head = [other for other in cut if other < span[0] and other not in roles]
    publication = publication_at(lines, head, cut)
    rest = [other for other in head if not publication or other != publication[0]]
    section = section_at(lines, rest, [*roles, *([date.at] if date else [])])
    for found, role in ((section, ("section", "section")), (publication, ("site", "publication"))):
        if found:
            roles |= {other: role for other in head if lines.folded[other] == lines.folded[found[0]]}
    return CopiedFields(
        title,
        publication[1] if publication else None,
        section[1] if section else None,
        byline[1] if byline else (),
        date,
        language or "",
        roles,
    )


def _is_near(at: int, headline: int | None, span: tuple[int, int]) -> bool:
    top = span[0] if headline is None else min(headline, span[0])
    return top - 2 <= at <= span[0] + _FAR or span[1] < at <= span[1] + 2


def _says(lines: Lines, at: int, headline: int, words: str) -> bool:
    return lines.folded[at] == lines.folded[headline] or headline_words(lines.texts[at]) == words
