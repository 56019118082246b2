"""An article to be: what a reader found, what a person changed in it, and what it inherits from its batch."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from curator.archive.authorities import date_fields
from curator.archive.transaction import Value
from curator.errors import CuratorError, Problem
from curator.model.dates import parse_edtf
from curator.model.reading import ArticleReading, Found
from curator.model.review import Edits
from curator.text.paragraph_languages import packed

# What all articles of a batch may inherit; a batch has a title, a collector and a collection besides.
INHERITED = (
    "publication",
    "language",
    "rights_note",
    "rights_holder",
    "rights_uri",
    "access",
    "access_reason",
    "access_review",
)
BATCH = "batch"
_NO_EDITS = Edits()
# Parts of a text, as the paragraphs of a body.
_BETWEEN = "\n\n"
# What a reader calls it -> the column.
COLUMNS = {
    "title": "title",
    "publication": "publication",
    "section": "section",
    "published_time": "published_time",
    "zone": "published_zone",
    "captured": "captured",
    "language": "language",
    "url": "url",
    "rights": "rights_note",
}


@dataclass(frozen=True, slots=True)
class Draft:
    """What enters the archive when an article is committed.

    Args:
        columns: columns of `article`.
        sources: column -> where its value came from and how sure that is (per mille); none for what a person entered.
        body: the text in use.
        extracted: the text as received, with what was cut from it; empty when nothing was.
        by_person: a person decided what the text is.
        languages: of the paragraphs of `body`, packed; None when all have that of the article.
        doubts: what in the reading could not be used.
    """

    columns: Mapping[str, Value]
    sources: Mapping[str, tuple[str, int]]
    body: str
    extracted: str = ""
    by_person: bool = False
    languages: str | None = None
    doubts: tuple[Problem, ...] = ()


def drafted(reading: ArticleReading, edits: Edits = _NO_EDITS, defaults: Mapping[str, str] | None = None) -> Draft:
    """Put together what a reader found, what a person changed, and what is inherited where neither gave a value.

    Args:
        defaults: field -> value of the batch; those of `INHERITED` count.
    """
    columns, doubts = _columns(reading)
    sources = _sources(reading, columns)
    columns |= edits.columns
    for name in edits.columns:
        sources.pop(name, None)
    for field in INHERITED:
        if columns.get(field) is None and defaults and defaults.get(field):
            columns[field], sources[field] = defaults[field], (BATCH, 1000)
    body, extracted = body_of(reading, edits), text_as_received(reading)
    by_person = bool(edits.body or edits.parts)
    return Draft(
        columns={name: value for name, value in columns.items() if value is not None},
        sources=sources,
        body=body,
        extracted="" if extracted == body else extracted,
        by_person=by_person,
        languages=None if by_person else packed(reading.languages),
        doubts=tuple(doubts),
    )


def body_of(reading: ArticleReading, edits: Edits = _NO_EDITS) -> str:
    """Return the text: the parts that are kept, or a suggested text that was taken."""
    if edits.body:
        return edits.body
    if not edits.parts:
        return reading.body
    return _BETWEEN.join(part.text for index, part in enumerate(reading.parts) if edits.parts.get(index, part.kept))


def text_as_received(reading: ArticleReading) -> str:
    """Return the text with all that was cut from it."""
    if all(part.kept for part in reading.parts):
        return reading.body
    return _BETWEEN.join(part.text for part in reading.parts)


def stated(reading: ArticleReading) -> dict[str, Found]:
    """Return column -> what the file gives for it."""
    found: dict[str, Found | None] = {column: getattr(reading, name) for name, column in COLUMNS.items()}
    found["byline"] = reading.authors[0] if reading.authors else None
    found["published"] = reading.published
    return {column: value for column, value in found.items() if value}


def _columns(reading: ArticleReading) -> tuple[dict[str, Value], list[Problem]]:
    """Return the columns of `article` that the source gives, and doubts about what it gives."""
    found: dict[str, Found | None] = {name: getattr(reading, name) for name in COLUMNS}
    columns: dict[str, Value] = {COLUMNS[name]: _clean(value) for name, value in found.items() if value}
    if reading.authors:
        columns["byline"] = "; ".join(_clean(author) for author in reading.authors)
    doubts: list[Problem] = []
    if reading.published:
        try:
            dates = parse_edtf(reading.published.value)
        except CuratorError as error:
            doubts.append(Problem("date", error.message, error.hint))
        else:
            columns |= date_fields(dates, "published")
            columns["published"] = dates.edtf
        columns["published_verbatim"] = reading.published.verbatim or reading.published.value
    return columns, doubts


def _sources(reading: ArticleReading, columns: Mapping[str, Value]) -> dict[str, tuple[str, int]]:
    return {column: (found.source, found.confidence) for column, found in stated(reading).items() if column in columns}


def _clean(found: Found) -> str:
    """Return the value in NFC, on one line, without NUL."""
    return " ".join(unicodedata.normalize("NFC", found.value.replace("\0", "")).split())
