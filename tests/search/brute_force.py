"""The oracle: what a query means, said once more without an index, over lists of words."""

from __future__ import annotations

from collections.abc import Mapping

from curator.search import And, Every, FieldTerm, IndexDocument, Node, Not, Or, Phrase, Prefix, Word
from curator.text.tokens import tokens

Sets = Mapping[str, frozenset[int]]


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
            return any(_in_words(node, words) for words in _texts(article, node.field))


def _in_words(node: Word | Phrase | Prefix, words: list[str]) -> bool:
    match node:
        case Word():
            return node.folded in words
        case Prefix():
            return any(word.startswith(node.folded) for word in words)
        case Phrase():
            size = len(node.words)
            return any(tuple(words[at : at + size]) == node.words for at in range(len(words)))


def _texts(article: IndexDocument, field: str) -> list[list[str]]:
    texts = [article.title] if field == "title" else [article.title, article.body]
    return [[folded for _start, _end, folded in tokens(text)] for text in texts]
