"""Where in a text a node of a query is answered: runs of words, from the text itself and not from the index."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from curator.search.levelled import Range, beginnings_in, phrases_in, words_in
from curator.search.nodes import Fuzzy, Near, Node, OneOf, Or, Phrase, Prefix, Wildcard, Word
from curator.search.text_words import TextWords, is_like, wildcard

# Numbers of the first word of a run and of the one after its last.
Run = tuple[int, int]


# Beyond so many words of one node, taking the text apart is quicker than looking for each.
_MOST_LOOKED_FOR = 8


def ranges(node: Node, words: TextWords) -> Iterable[Range]:
    """Return where the words of `node` stand (code points, end excluded), in no order; some may overlap.

    Args:
        node: a node of text; others stand nowhere.
    """
    if words.level is not None:
        match node:
            case Word(exact=None):
                return chain(words_in(words.level, node.folded), words.ranges_stemmed(node.stems))
            case OneOf() if len(node.words) <= _MOST_LOOKED_FOR:
                return (found for word in set(node.words) for found in words_in(words.level, word))
            case Prefix():
                return beginnings_in(words.level, node.folded)
            case Phrase(exact=None):
                return phrases_in(words.level, node.words)
    return ((words.starts[first], words.ends[last - 1]) for first, last in runs(node, words))


def runs(node: Node, words: TextWords) -> list[Run]:
    """Return where the words of `node` stand, ascending; runs of phrases and of NEAR may overlap.

    Args:
        node: a node of text, or `Or` of such; others stand nowhere.
    """
    match node:
        case Phrase():
            return list(_phrase(node, words))
        case Near():
            return _near(node, words)
        case Or():
            return sorted(run for part in node.parts for run in runs(part, words))
        case _:
            return [(at, at + 1) for at in _single(node, words)]


def _single(node: Node, words: TextWords) -> Sequence[int]:
    """Return where the words stand that answer a node of one word."""
    match node:
        case Word() if node.exact is not None:
            return words.spelled(node.folded, node.exact)
        case Word():
            return sorted({*words.places.get(node.folded, ()), *words.stemmed(node.stems)})
        case OneOf():
            return sorted(at for word in set(node.words) for at in words.places.get(word, ()))
        case Prefix():
            return words.of(lambda word: word.startswith(node.folded))
        case Wildcard():
            return words.of(wildcard(node.pattern).fullmatch)
        case Fuzzy():
            return words.of(lambda word: is_like(word, node.folded, node.edits))
        case _:
            return []


def _phrase(node: Phrase, words: TextWords) -> Iterator[Run]:
    size = len(node.words)
    for first in words.places.get(node.words[0], ()):
        if tuple(words.folded[first : first + size]) == node.words and (
            node.exact is None or all(_is_spelled(words, first, at, node) for at in range(size))
        ):
            yield first, first + size


def _is_spelled(words: TextWords, first: int, at: int, node: Phrase) -> bool:
    assert node.exact is not None
    return first + at in words.spelled(node.words[at], node.exact[at])


def _near(node: Near, words: TextWords) -> list[Run]:
    found = [runs(part, words) for part in node.parts]
    if node.ordered:
        return _following(found)
    one, other = found
    near = {pair for run in one for pair in _beside(run, other, node.between)}
    return sorted({run for pair in near for run in pair})


def _beside(run: Run, others: list[Run], between: int) -> Iterator[tuple[Run, Run]]:
    """Yield a run with those of `others` that stand apart from it by no more than so many words."""
    longest = max((last - first for first, last in others), default=0)
    for other in others[bisect_left(others, (run[0] - between - longest, 0)) :]:
        if other[0] > run[1] + between:
            break
        if 0 <= other[0] - run[1] <= between or 0 <= run[0] - other[1] <= between:
            yield run, other


def _following(found: list[list[Run]]) -> list[Run]:
    """Return runs that are made of one of each list, one right after the other."""
    joined = found[0]
    for after in found[1:]:
        by_start: dict[int, list[int]] = {}
        for first, last in after:
            by_start.setdefault(first, []).append(last)
        joined = [(first, end) for first, last in joined for end in by_start.get(last, ())]
    return joined
