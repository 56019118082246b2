"""Places of names with the sentences that they stand in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from curator.archive import Connection, suggestion_rows
from curator.archive.articles import get_many
from curator.archive.suggestion_rows import Place, TextToRead
from curator.text.sentences import sentence_at


@dataclass(frozen=True, slots=True)
class NameContext:
    """A place of a name with its sentence.

    Args:
        date: when the article was published (EDTF), as far as known.
        before, words, after: the sentence up to the name, the name as it is written, the rest of the sentence.
        start, end: of the name in the text in use (code points); None where it stands only in the title.
    """

    article_id: int
    title: str | None
    date: str | None
    before: str
    words: str
    after: str
    start: int | None
    end: int | None


def contexts_of(connection: Connection, places: Mapping[int, Place]) -> list[NameContext]:
    """Return places of articles with their sentences, in the same order."""
    texts = {text.article_id: text for text in suggestion_rows.texts(connection, list(places))}
    dates = {each.id: each.published for each in get_many(connection, list(places))}
    return [_context(texts[each], dates.get(each), place) for each, place in places.items() if each in texts]


def _context(text: TextToRead, date: str | None, place: Place) -> NameContext:
    start, end = place
    if start is None or end is None:
        return NameContext(text.article_id, text.title, date, "", text.title or "", "", None, None)
    first, last = sentence_at(text.body, start, end)
    body = text.body[first:last].replace("\n", " ")
    at, to = start - first, end - first
    return NameContext(text.article_id, text.title, date, body[:at], body[at:to], body[to:], start, end)
