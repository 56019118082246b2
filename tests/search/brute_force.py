"""The oracle: what a query means, said once more without an index, over lists of words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase

from curator.search import (
    And,
    Every,
    FieldTerm,
    Fuzzy,
    IndexDocument,
    Near,
    Node,
    Not,
    OneOf,
    Or,
    Phrase,
    Prefix,
    Wildcard,
    Word,
)
from curator.text.fold import spelling
from curator.text.stems import is_name, stem, stemming_languages
from curator.text.tokens import tokens

Sets = Mapping[str, frozenset[int]]


@dataclass(frozen=True)
class Seen:
    """A word of a text: folded, as it is spelled, and its stems by language, none for a name."""

    folded: str
    spelled: str
    stems: frozenset[tuple[str, str]]


def found(node: Node, articles: Mapping[int, IndexDocument], sets: Sets) -> set[int]:
    """Return the ids of `articles` that `node` finds; `sets` gives those of field terms by their value."""
    return {number for number, article in articles.items() if _holds(node, article, sets)}


def _holds(node: Node, article: IndexDocument, sets: Sets) -> bool:
    match node:
        case And():
            return all(_holds(part, article, sets) for part in node.parts)
        case Or():
            return any(_holds(part, article, sets) for part in node.parts)
        case Not():
            return not _holds(node.part, article, sets)
        case Every():
            return True
        case FieldTerm():
            return article.article_id in sets[node.value]
        case _:
            return any(True for words in _texts(article, node.field) for _run in _runs(node, words))


def _runs(node: Node, words: list[Seen]) -> Iterator[tuple[int, int]]:
    """Yield every run of words, from the first to behind the last, that answers a node."""
    match node:
        case Or():
            for part in node.parts:
                yield from _runs(part, words)
        case Phrase():
            size = len(node.words)
            for at in range(len(words) - size + 1):
                run = words[at : at + size]
                if all(word.folded == each for word, each in zip(run, node.words, strict=True)) and (
                    node.exact is None or tuple(word.spelled for word in run) == node.exact
                ):
                    yield at, at + size
        case Near():
            yield from _near(node, words)
        case _:
            yield from ((at, at + 1) for at, word in enumerate(words) if _answers(node, word))


def _near(node: Near, words: list[Seen]) -> Iterator[tuple[int, int]]:
    if node.ordered:
        first, *rest = node.parts
        for start, end in _runs(first, words):
            if not rest:
                yield start, end
                continue
            for after, last in _near(Near(tuple(rest), 0, True), words):
                if after == end:
                    yield start, last
        return
    one, other = ([*_runs(part, words)] for part in node.parts)
    for first_start, first_end in one:
        for start, end in other:
            gap = max(start - first_end, first_start - end)
            if 0 <= gap <= node.between:
                yield min(start, first_start), max(end, first_end)


def _answers(node: Node, word: Seen) -> bool:
    match node:
        case Word():
            if node.exact is not None:
                return (word.folded, word.spelled) == (node.folded, node.exact)
            return word.folded == node.folded or bool(word.stems & set(node.stems))
        case Prefix():
            return word.folded.startswith(node.folded)
        case Wildcard():
            return fnmatchcase(word.folded, node.pattern)
        case Fuzzy():
            return _edits(word.folded, node.folded) <= node.edits
        case OneOf():
            return word.folded in node.words
    raise AssertionError(node)


def _edits(one: str, other: str) -> int:
    """Return the distance of optimal string alignment, by its definition."""
    rows = [[0] * (len(other) + 1) for _letter in range(len(one) + 1)]
    for i in range(len(one) + 1):
        for j in range(len(other) + 1):
            if not i or not j:
                rows[i][j] = i + j
                continue
            rows[i][j] = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (one[i - 1] != other[j - 1]))
            if i > 1 and j > 1 and one[i - 2 : i] == other[j - 2 : j][::-1]:
                rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1)
    return rows[-1][-1]


def _texts(article: IndexDocument, field: str) -> list[list[Seen]]:
    title = [_seen(article.title, *place, article.languages) for place in tokens(article.title)]
    return [title] if field == "title" else [title, [_in_body(article, *place) for place in tokens(article.body)]]


def _in_body(article: IndexDocument, start: int, end: int, folded: str) -> Seen:
    """Names have no stems; in titles, capitals do not tell them."""
    named = is_name(article.body, start, end)
    return _seen(article.body, start, end, folded, frozenset() if named else article.languages)


def _seen(text: str, start: int, end: int, folded: str, languages: frozenset[str]) -> Seen:
    raw = text[start:end]
    return Seen(
        folded,
        spelling(raw),
        frozenset((language, stem(raw, language)) for language in stemming_languages(raw, languages)),
    )
