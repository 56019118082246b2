"""Suggestions: names that stand in texts, on record or not yet. Nothing is tagged by them; a person confirms."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from curator.archive import Connection, articles, suggestion_rows
from curator.archive.suggestion_rows import TextToRead
from curator.i18n import ngettext
from curator.model.authority import AuthorityKind
from curator.model.progress import Progress
from curator.names.matcher import Matcher
from curator.operations.context import Context
from curator.operations.text_names import names_in
from curator.operations.undecided import Undecided
from curator.text.name_key import name_key

_CHUNK = 100
# A name in twice as many articles is so much likelier to be one (per mille), up to a limit; told from so many on.
_TWICE, _FREQUENT, _TOLD = 30, 150, 3


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A name that may be meant at a place of a text.

    Args:
        name: the preferred name of the record; of a name that is not on record, its fullest form in the text.
        authority_id: the record; None for a name that is not on record.
        start: code points of the text in use, as is `end` (excluded); None for a name that stands only in the title
            and is suggested for the article as a whole.
        score: per mille; several records at one place share it.
        why: the reason, in words.
    """

    article_id: int
    kind: AuthorityKind
    name: str
    authority_id: int | None
    start: int | None
    end: int | None
    score: int
    why: str


def of_article(context: Context, article_id: int) -> list[Suggestion]:
    """Return what is to be decided about the names in an article, in the order of the text.

    Left out are places that a person has tagged, and names that a person rejected there or for the article.

    Raises:
        CuratorError: when there is no such article.
    """
    return list(suggest(context, [article_id]))


def suggest(context: Context, article_ids: Sequence[int] = (), known: Matcher | None = None) -> Iterator[Suggestion]:
    """Yield what `of_article` returns for several articles, in their order.

    Args:
        article_ids: all articles that are not in the trash unless given.
        known: what finds the names on record; the one that the context keeps unless given.

    Raises:
        CuratorError: when there is no such article.
    """
    connection = context.archive.read()
    finder = known or context.names.current(context.archive)
    ids = list(article_ids) or articles.all_ids(connection)
    started = time.monotonic()
    for first in range(0, len(ids), _CHUNK):
        chunk = ids[first : first + _CHUNK]
        undecided = Undecided(connection, chunk)
        texts = {text.article_id: text for text in suggestion_rows.texts(connection, chunk)}
        for done, article_id in enumerate(chunk, first + 1):
            if article_id not in texts:
                # Says why: there is no such article, or it has no text.
                articles.text(connection, article_id)
            yield from _of_text(connection, finder, undecided, texts[article_id])
            context.progress(Progress(done, len(ids), time.monotonic() - started))


def _of_text(connection: Connection, finder: Matcher, undecided: Undecided, text: TextToRead) -> Iterator[Suggestion]:
    frequencies: dict[tuple[str, str], int] = {}
    for each in names_in(finder, text):
        folded = name_key(each.found)
        if not undecided.open(text.article_id, each.kind, each.authority_id, folded, [each.place]):
            continue
        score, why = each.score, each.why
        if each.authority_id is None:
            key = (each.kind, folded)
            if key not in frequencies:
                frequencies[key] = suggestion_rows.frequency(connection, *key)
            score, why = raised(score, frequencies[key]), _with_frequency(why, frequencies[key])
        yield Suggestion(text.article_id, each.kind, each.name, each.authority_id, *each.place, score, why)


def raised(score: int, number: int) -> int:
    """Return the score (per mille) of a name that stands in a number of articles."""
    return min(score + min(_FREQUENT, round(_TWICE * math.log2(max(number, 1)))), 999)


def _with_frequency(why: str, number: int) -> str:
    if number < _TOLD:
        return why
    return ngettext("%(why)s; in %(n)d article", "%(why)s; in %(n)d articles", number) % {"why": why, "n": number}
