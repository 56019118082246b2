"""Suggestions: names that stand in texts, on record or not yet. Nothing is tagged by them; a person confirms."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from curator.archive import articles, decisions, texts
from curator.archive.decisions import Decision
from curator.model.authority import AuthorityKind
from curator.model.progress import Progress
from curator.names.matcher import Matcher
from curator.names.name_match import Candidate, NameMatch
from curator.operations.context import Context
from curator.operations.names_in_texts import matcher

__all__ = ["Suggestion", "matcher", "of_article", "suggest"]


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
        known: from `matcher`; the one that the context keeps unless given.

    Raises:
        CuratorError: when there is no such article.
    """
    connection = context.archive.read()
    finder = known or context.names.current(context.archive)
    ids = list(article_ids) or articles.all_ids(connection)
    started = time.monotonic()
    for done, article_id in enumerate(ids, 1):
        language, text = articles.get(connection, article_id).language, articles.text(connection, article_id)
        languages = texts.languages(connection, text) | ({language} if language else set())
        decided = decisions.of_article(connection, article_id)
        for match in finder.find(text.body, languages):
            yield from _open(article_id, match, decided)
        context.progress(Progress(done, len(ids), time.monotonic() - started))


def _open(article_id: int, match: NameMatch, decided: Sequence[Decision]) -> Iterator[Suggestion]:
    """Yield what is still to be decided about a place."""
    here = [each for each in decided if _is_at(each, match)]
    if any(each.confirmed for each in here):
        return
    rejected = {each.authority_id for each in here}
    rejected |= {each.authority_id for each in decided if not each.confirmed and each.start is None}
    for candidate in match.candidates:
        if candidate.authority_id not in rejected:
            yield _suggestion(article_id, match, candidate)


def _is_at(decision: Decision, match: NameMatch) -> bool:
    start, end = decision.start, decision.end
    return start is not None and end is not None and start < match.end and match.start < end


def _suggestion(article_id: int, match: NameMatch, candidate: Candidate) -> Suggestion:
    return Suggestion(
        article_id,
        candidate.kind,  # type: ignore[arg-type]
        candidate.name,
        candidate.authority_id,
        match.start,
        match.end,
        candidate.score,
        candidate.why,
    )
