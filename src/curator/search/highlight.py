"""Where a text answers a query: the places of its words, beginnings of words and phrases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from curator.search.nodes import And, Node, Not, Or, Phrase, Prefix, Word
from curator.text.tokens import tokens

Range = tuple[int, int]
Place = tuple[int, int, str]


@dataclass(slots=True)
class Wanted:
    """What to look for in a text, gathered from the parts of a query that are not negated."""

    words: set[str] = field(default_factory=set)
    prefixes: set[str] = field(default_factory=set)
    phrases: set[tuple[str, ...]] = field(default_factory=set)


def hits(text: str, node: Node, title: bool = False) -> list[Range]:
    """Find what to highlight in a text.

    Args:
        text: plain text of an article (str).
        node: the query.
        title: `text` is the title, so that terms of `title:` count too.

    Returns:
        Ranges (start, end; code points, end excluded), ascending, without overlap. The words
        of a phrase that follow each other are one range. Negated parts are never highlighted.
    """
    return hits_among(list(tokens(text)), node, title)


def hits_among(places: list[Place], node: Node, title: bool = False) -> list[Range]:
    """Do what `hits` does, for a text whose words, as `tokens` yields them, are known."""
    return _merged(_ranges(places, _wanted(node, title)))


def _wanted(node: Node, title: bool) -> Wanted:
    result = Wanted()
    for leaf in _positive(node, True):
        if isinstance(leaf, Word | Phrase | Prefix) and (title or leaf.field == "text"):
            _add(result, leaf)
    return result


def _ranges(places: list[Place], want: Wanted) -> Iterator[Range]:
    """Yield the ranges of all that is wanted, in no order; they may overlap."""
    prefixes = tuple(want.prefixes)
    for start, end, folded in places:
        if folded in want.words or (prefixes and folded.startswith(prefixes)):
            yield start, end
    for phrase in want.phrases:
        yield from _phrase_ranges(places, phrase)


def _phrase_ranges(places: list[Place], phrase: tuple[str, ...]) -> Iterator[Range]:
    for first in range(len(places) - len(phrase) + 1):
        if places[first][2] != phrase[0]:
            continue
        last = first + len(phrase)
        if tuple(folded for _start, _end, folded in places[first:last]) == phrase:
            yield places[first][0], places[last - 1][1]


def _positive(node: Node, positive: bool) -> Iterator[Node]:
    """Yield the leaves under an even number of negations."""
    match node:
        case And() | Or():
            for part in node.parts:
                yield from _positive(part, positive)
        case Not():
            yield from _positive(node.part, not positive)
        case _:
            if positive:
                yield node


def _add(result: Wanted, leaf: Word | Phrase | Prefix) -> None:
    match leaf:
        case Word():
            result.words.add(leaf.folded)
        case Prefix():
            result.prefixes.add(leaf.folded)
        case Phrase():
            result.phrases.add(leaf.words)


def _merged(ranges: Iterator[Range]) -> list[Range]:
    """Sort ranges and join those that overlap."""
    merged: list[Range] = []
    for start, end in sorted(ranges):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
