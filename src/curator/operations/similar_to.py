"""Articles like one: that share its most telling words and its names, and were published near it; each with why."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from curator.archive import articles, mentions
from curator.model.article import Article
from curator.operations.find import Finder, Found
from curator.search import IndexWords, Or, Word
from curator.search.telling_words import TellingWord, telling_words
from curator.text.tokens import folded_words

# What each counts at most; without tags the words count for the names too.
_WORDS, _NAMES, _DATE = 0.6, 0.3, 0.1
# So many days apart a date counts half.
_HALF_DAYS = 60
_MOST_CANDIDATES = 200
_MOST_SHOWN = 8
# A name in more than this share of the articles tells nothing of one of them; in a few of very few it does.
_MOST_SHARE, _FEW = 0.1, 20


@dataclass(frozen=True, slots=True)
class Similar:
    """An article like another.

    Args:
        score: from 0 to 1; it compares only with others of the same article.
        words: the most telling words that both hold, as they are written in the other.
        names: the names that both are tagged with, the rarest first.
        days: how many days lie between their dates; None where one has no certain day.
    """

    article: Article
    score: float
    words: tuple[str, ...]
    names: tuple[str, ...]
    days: int | None


def similar_to(finder: Finder, article_id: int, limit: int = 20) -> list[Similar]:
    """Return the articles that are most like one, the likest first.

    Args:
        article_id: the article; it may be in the trash.
        limit: how many at most.

    Raises:
        CuratorError: when there is no such article, or the index cannot be used.
    """
    connection = finder.context.archive.read()
    own = articles.get(connection, article_id)
    text = f"{own.title or ''}\n{articles.text(connection, article_id).body}"

    def ask(known: IndexWords) -> tuple[list[TellingWord], int]:
        return telling_words(text, known), known.count

    words, count = finder.ask(lambda searcher: searcher.words(ask))
    found = finder.find(Or(tuple(Word(word.folded) for word in words))) if len(words) > 1 else None
    by_words = _by_words(found, article_id)
    names = _names(finder, article_id, count)
    by_names, best = _by_names(names), sum(weight for weight, _ids in names.values())
    candidates = sorted(by_words, key=by_words.__getitem__, reverse=True)[:_MOST_CANDIDATES]
    candidates += sorted(by_names, key=by_names.__getitem__, reverse=True)[:_MOST_CANDIDATES]
    share = _WORDS if names else _WORDS + _NAMES
    scored = []
    for other in articles.get_many(connection, list(dict.fromkeys(candidates))):
        if other.id == article_id or other.trashed or other.merged_into is not None:
            continue
        days = _apart(own, other)
        score = share * by_words.get(other.id, 0.0) + _NAMES * by_names.get(other.id, 0.0) / (best or 1.0)
        score += _DATE * (0.0 if days is None else _HALF_DAYS / (_HALF_DAYS + days))
        scored.append((score, other, days))
    scored.sort(key=lambda each: (-each[0], each[1].id))
    return [
        Similar(other, round(score, 4), _shared(finder, other, words), _names_of(names, other.id), days)
        for score, other, days in scored[:limit]
    ]


# Name -> how telling it is, and the articles tagged with it.
_Names = Mapping[str, tuple[float, frozenset[int]]]


def _by_words(found: Found | None, article_id: int) -> dict[int, float]:
    """Return for the likest articles how much of the score of the article itself they have."""
    if found is None or not found.total:
        return {}
    ids = found.ids[: _MOST_CANDIDATES + 1].tolist()
    most = max(found.score(ids[0]), found.score(article_id) if article_id in ids else 0.0) or 1.0
    return {other: found.score(other) / most for other in ids}


def _names(finder: Finder, article_id: int, count: int) -> _Names:
    connection = finder.context.archive.read()
    found = {}
    tagged = {mention.authority.id: mention.authority for mention in mentions.of_article(connection, article_id)}
    for authority in tagged.values():
        ids = frozenset(mentions.articles_with(connection, [authority.id]))
        if 1 < len(ids) <= max(_FEW, count * _MOST_SHARE):
            found[authority.preferred_name] = (math.log(1 + count / len(ids)), ids)
    return dict(sorted(found.items(), key=lambda each: (-each[1][0], each[0])))


def _by_names(names: _Names) -> dict[int, float]:
    found: dict[int, float] = {}
    for weight, ids in names.values():
        for other in ids:
            found[other] = found.get(other, 0.0) + weight
    return found


def _names_of(names: _Names, article_id: int) -> tuple[str, ...]:
    return tuple(name for name, (_weight, ids) in names.items() if article_id in ids)[:_MOST_SHOWN]


def _shared(finder: Finder, other: Article, words: list[TellingWord]) -> tuple[str, ...]:
    body = articles.text(finder.context.archive.read(), other.id).body
    there = set(folded_words(f"{other.title or ''}\n{body}"))
    return tuple(word.raw for word in words if word.folded in there)[:_MOST_SHOWN]


def _apart(one: Article, other: Article) -> int | None:
    """Return how many days lie between two dates at least."""
    first, last = one.published_earliest, one.published_latest
    from_, until = other.published_earliest, other.published_latest
    if first is None or last is None or from_ is None or until is None:
        return None
    return max(from_ - last, first - until, 0)
