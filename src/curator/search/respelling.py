"""Other spellings of the words of a query that the index knows: what was probably meant where nothing was found."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product

from rapidfuzz.distance import OSA

from curator.search.index_words import IndexWords
from curator.search.nodes import And, Node, Not, Or, Phrase, Word
from curator.text.tokens import tokens

# Words shorter than these are like too many others for one error, or for two.
_ONE_ERROR, _TWO_ERRORS = 4, 8
_OTHER_FIRST_LETTER, _PARTED = 0.5, 1.5
# So many times more often than the typed word a word has to stand in articles to be meant instead of it.
_FAR_COMMONER = 10
_MOST_FOR_A_WORD = 4
# Each query has to be tried out.
_MOST_QUERIES = 24


@dataclass(frozen=True, slots=True)
class QueryWord:
    """A word that a query looks for, and where it stands there (code points, end excluded)."""

    start: int
    end: int
    folded: str


@dataclass(frozen=True, slots=True)
class Spelling:
    """Another spelling of a word; the lower its cost, the likelier. `words`: folded, two where it is to be parted."""

    text: str
    cost: float
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Respelled:
    """A whole query with other words: those typed, by place, and what stands for each."""

    query: str
    changes: tuple[tuple[QueryWord, Spelling], ...]


def words_of_query(query: str, node: Node) -> list[QueryWord]:
    """Return the words and words of phrases that a query looks for; those it excludes are left out."""
    found = []
    for leaf in _wanted(node):
        folded = (leaf.folded,) if isinstance(leaf, Word) else leaf.words
        for start, end, word in tokens(query[leaf.start : leaf.end]):
            at = leaf.start + start
            # The name of a field is no word to look for.
            if word in folded and query[at + end - start : at + end - start + 1] != ":":
                found.append(QueryWord(at, leaf.start + end, word))
    return found


def spellings(word: str, known: IndexWords, others: Iterable[Spelling] = ()) -> list[Spelling]:
    """Return what may be meant by a word, the likeliest first.

    Args:
        word: folded.
        known: what the index knows.
        others: further spellings that somebody vouches for, such as names that sound alike.
    """
    own = known.articles_with(word)
    found = {each.words: each for each in others if each.words != (word,)}
    for spelling in (*_alike(word, known, own), *(() if own else _parted(word, known))):
        there = found.get(spelling.words)
        if there is None or spelling.cost < there.cost:
            found[spelling.words] = spelling if there is None else Spelling(there.text, spelling.cost, there.words)
    return sorted(found.values(), key=lambda each: (each.cost, each.text))[:_MOST_FOR_A_WORD]


def respelled(query: str, choices: Mapping[QueryWord, Sequence[Spelling]], unknown: set[QueryWord]) -> list[Respelled]:
    """Return whole queries with other spellings, the likeliest first.

    Args:
        choices: the spellings of each word.
        unknown: those that no article holds: all of them that can be are replaced; without one, a single word is.
    """
    wanted = [word for word in choices if word in unknown and choices[word]]
    if wanted:
        every = product(*(choices[word] for word in wanted))
        chosen = [tuple(zip(wanted, each, strict=True)) for each in islice(every, _MOST_QUERIES * _MOST_FOR_A_WORD)]
    else:
        chosen = [((word, spelling),) for word in choices for spelling in choices[word]]
    chosen.sort(key=lambda changes: sum(spelling.cost for _word, spelling in changes))
    return [Respelled(rewritten(query, changes), changes) for changes in chosen[:_MOST_QUERIES]]


def rewritten(query: str, changes: Iterable[tuple[QueryWord, Spelling]]) -> str:
    """Return a query with other spellings in their places."""
    for word, spelling in sorted(changes, key=lambda change: -change[0].start):
        query = query[: word.start] + spelling.text + query[word.end :]
    return query


def _wanted(node: Node, positive: bool = True) -> Iterator[Word | Phrase]:
    match node:
        case And() | Or():
            for part in node.parts:
                yield from _wanted(part, positive)
        case Not():
            yield from _wanted(node.part, not positive)
        case Word() | Phrase():
            if positive:
                yield node


def _alike(word: str, known: IndexWords, own: int) -> Iterator[Spelling]:
    if len(word) < _ONE_ERROR:
        return
    errors = 1 if len(word) < _TWO_ERRORS or own else 2
    # Two letters that changed places are one error here and two in the dictionary.
    for like, count in known.like(word, 2).items():
        distance = OSA.distance(word, like)
        if 0 < distance <= errors and count >= own * _FAR_COMMONER and (not like.isdecimal() or not word.isdecimal()):
            other_first = _OTHER_FIRST_LETTER if like[0] != word[0] else 0.0
            yield Spelling(like, distance + other_first - math.log10(1 + count) / 4, (like,))


def _parted(word: str, known: IndexWords) -> Iterator[Spelling]:
    for at in range(2, len(word) - 1):
        first, second = word[:at], word[at:]
        count = min(known.articles_with(first), known.articles_with(second))
        if count > 1:
            yield Spelling(f"{first} {second}", _PARTED - math.log10(count) / 4, (first, second))
