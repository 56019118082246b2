"""Where a text answers a query: the places of its words, with their forms, and of phrases."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from curator.search.levelled import Range
from curator.search.nodes import And, Every, FieldTerm, Node, Not, Or, TextNode
from curator.search.occurrences import ranges
from curator.search.text_words import TextWords


def hits(text: str, node: Node, title: bool = False, languages: Collection[str] | None = None) -> list[Range]:
    """Find what to highlight in a text.

    Args:
        text: plain text of an article (str).
        node: the query.
        title: `text` is the title, so that terms of `title:` count too.
        languages: those of the text, by which forms of words are told; None for all.

    Returns:
        Ranges (start, end; code points, end excluded), ascending, without overlap. The words
        of a phrase that follow each other are one range. Negated parts are never highlighted.
    """
    return hits_among(TextWords(text, languages, title), node, title)


def hits_among(words: TextWords, node: Node, title: bool = False) -> list[Range]:
    """Do what `hits` does, for a text whose words are known."""
    leaves = (leaf for leaf in _positive(node, True) if title or leaf.field == "text")
    return _merged({found for leaf in leaves for found in ranges(leaf, words)})


def _positive(node: Node, positive: bool) -> Iterator[TextNode]:
    """Yield the leaves of text under an even number of negations."""
    match node:
        case And() | Or():
            for part in node.parts:
                yield from _positive(part, positive)
        case Not():
            yield from _positive(node.part, not positive)
        case Every() | FieldTerm():
            return
        case _:
            if positive:
                yield node


def _merged(found: Collection[Range]) -> list[Range]:
    """Sort ranges and join those that overlap."""
    merged: list[Range] = []
    for start, end in sorted(found):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
