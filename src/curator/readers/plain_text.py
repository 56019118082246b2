"""Plain text: what was copied off a page without what stood around it; any other text character for character."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice

from curator.i18n import _
from curator.model.reading import ArticleReading, Found, Suggestion
from curator.readers.contract import Candidate
from curator.readers.copied_text import clean
from curator.readers.failures import no_text
from curator.readers.page_signs import is_dateline
from curator.readers.sniffing import TEXT, kind_of
from curator.readers.source import bytes_of, doubts_of, language_found
from curator.readers.text_flags import flags_of
from curator.text.dates_in_text import find
from curator.text.encoding import decode
from curator.text.language import languages_of_paragraphs
from curator.text.mojibake import mended
from curator.text.plain import normalise, one_line
from curator.text.sentences import sentences

_SUFFIXES = frozenset({".txt", ".text"})
_LONGEST_TITLE = 120
_LONGEST_OPENING = 2_000
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class PlainTextReader:
    """Reads any text that no other reader wants."""

    name = "plain-text"
    version = "2"
    media_type = "text/plain"

    def score(self, candidate: Candidate) -> int:
        """Return 50 for text named .txt, 10 for other text, 0 for anything else."""
        if not candidate.head or kind_of(candidate.head) is not TEXT:
            return 0
        return 50 if candidate.suffix in _SUFFIXES else 10

    def read(self, candidate: Candidate) -> list[ArticleReading]:
        """Return one article; raises Unreadable "empty", "too-large" or "no-text"."""
        decoded = decode(bytes_of(candidate))
        text = normalise(decoded.text)
        if not text.strip():
            raise no_text(candidate.name)
        reading = replace(article_in(text), encoding=decoded.encoding)
        return [replace(reading, problems=doubts_of(decoded, candidate.name) + flags_of(reading))]


def article_in(text: str) -> ArticleReading:
    """Return the article of a text (NFC, LF) with what its head says of it, and with suggestions."""
    copied = clean(text)
    fields, date = copied.fields, copied.fields.date
    language = language_found(copied.body)
    return ArticleReading(
        copied.body,
        title=fields.title,
        publication=fields.publication,
        section=fields.section,
        authors=fields.authors,
        published=date.found if date else None,
        published_time=_beside(date.found, date.date.time) if date else None,
        zone=_beside(date.found, date.date.zone) if date else None,
        language=language,
        parts=copied.parts,
        suggestions=tuple(_suggestions(copied.body, has_title=fields.title is not None, has_date=date is not None)),
        languages=languages_of_paragraphs(copied.body, language.value if language else ""),
    )


def _beside(day: Found, value: str) -> Found | None:
    """The time of day and the zone are as sure as the day."""
    return replace(day, value=value) if value else None


def _suggestions(body: str, has_title: bool, has_date: bool) -> list[Suggestion]:
    found = []
    if not has_title and (words := _opening(body)):
        found.append(Suggestion("title", Found(words, "text", 300), _("The text begins with these words.")))
    if not has_date and (day := _day_alone(body)):
        found.append(Suggestion("published", day, _("This date stands in a line of its own.")))
    if (text := mended(body)) is not None:
        reason = _("The letters were read in a wrong encoding once.")
        found.append(Suggestion("body", Found(text, "text", 600), reason))
    return found


def _opening(body: str) -> str:
    """The first sentence that is more than a date, on one line, cut after a word where it is long."""
    opening = body[:_LONGEST_OPENING]
    every = (one_line(opening[start:end]) for start, end in sentences(opening))
    words = next((words for words in every if not is_dateline(words)), "").rstrip(",;:–- ")
    if len(words) <= _LONGEST_TITLE:
        return words
    return words[:_LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(",;:–-") + "…"


def _day_alone(body: str) -> Found | None:
    """The day in the first lines of a letter or a diary, or in its last."""
    lines = [*islice((line for line in body[:_LONGEST_OPENING].split("\n") if line.strip()), 2)]
    last = body[-_LONGEST_OPENING:].rstrip().rpartition("\n")[2]
    for line in filter(is_dateline, (*lines, last)):
        for date in find(line):
            if _DAY.fullmatch(date.edtf):
                return Found(date.edtf, "text", 300, date.verbatim)
    return None
