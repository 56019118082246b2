"""Markdown: front matter for the fields, the words without their marks for the body."""

from __future__ import annotations

from dataclasses import replace

from curator.model.reading import ArticleReading, Found
from curator.readers.bylines import names_in
from curator.readers.contract import Candidate
from curator.readers.failures import no_text
from curator.readers.front_matter import Fields, split_front_matter
from curator.readers.markdown_text import plain_markdown
from curator.readers.sniffing import TEXT, kind_of
from curator.readers.source import bytes_of, doubts_of, language_found, marks_kept
from curator.readers.stated_dates import StatedDate, parse_date
from curator.text.encoding import decode
from curator.text.plain import normalise, one_line

_SUFFIXES = frozenset({".md", ".markdown", ".mdown", ".mkd"})


class MarkdownReader:
    """Reads one article from a Markdown file (CommonMark with tables)."""

    name = "markdown"
    version = "2"
    media_type = "text/markdown"

    def score(self, candidate: Candidate) -> int:
        """Return 70 for text named .md, 30 for text with a title in its front matter, else 0."""
        if not candidate.head or kind_of(candidate.head) is not TEXT:
            return 0
        if candidate.suffix in _SUFFIXES:
            return 70
        opening = normalise(candidate.head.decode("utf-8", "replace"))
        return 60 if "title" in split_front_matter(opening)[0] else 0

    def read(self, candidate: Candidate) -> list[ArticleReading]:
        """Return one article; raises Unreadable "empty", "too-large" or "no-text"."""
        decoded = decode(bytes_of(candidate))
        fields, text = split_front_matter(normalise(decoded.text))
        plain = plain_markdown(text)
        heading, body = plain.heading, plain.text
        title = _first(fields, "title") or (Found(heading, "heading", 900) if heading else None)
        if heading and title and title.value != heading:
            body = f"{heading}\n\n{body}".rstrip("\n")
        if not body:
            raise no_text(candidate.name)
        doubts = doubts_of(decoded, candidate.name) + ((marks_kept(),) if plain.has_marks else ())
        reading = ArticleReading(normalise(body), title=title, encoding=decoded.encoding, problems=doubts)
        return [_described(reading, fields)]


def _described(reading: ArticleReading, fields: Fields) -> ArticleReading:
    verbatim = next(iter(_all(fields, "date", "published")), "")
    stated = parse_date(verbatim) or StatedDate("")
    return replace(
        reading,
        publication=_first(fields, "publication", "source", "site"),
        section=_first(fields, "section", "category"),
        authors=tuple(Found(name, "file") for name in names_in(_all(fields, "author", "authors", "by", "byline"))),
        published=_stated(stated.day, verbatim),
        published_time=_stated(stated.time, verbatim),
        zone=_stated(stated.zone, verbatim),
        # What the author states is right; the text decides where nothing is stated.
        language=_first(fields, "language", "lang") or language_found(reading.body),
        url=_first(fields, "url", "link", "canonical", "source_url"),
        rights=_first(fields, "rights", "license", "licence"),
    )


def _all(fields: Fields, *keys: str) -> list[str]:
    return next((fields[key] for key in keys if key in fields), [])


def _first(fields: Fields, *keys: str) -> Found | None:
    values = _all(fields, *keys)
    return Found(one_line(values[0]), "file") if values else None


def _stated(value: str, verbatim: str) -> Found | None:
    return Found(value, "file", 1000, verbatim) if value else None
