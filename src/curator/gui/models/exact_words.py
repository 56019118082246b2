"""Queries in one spelling: `=` before each word and phrase, or none before any; and what they find without it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from curator.search import And, Node, Not, Or, Phrase, QueryError, Word, parse
from curator.text.fold import spelling
from curator.text.tokens import tokens

_SIGN = "="


def is_exact(query: str) -> bool:
    """Return whether all words and phrases of a query are looked for in one spelling; False where it has none."""
    leaves = list(_leaves_of(query))
    return bool(leaves) and all(leaf.exact is not None for leaf in leaves)


def has_words(query: str) -> bool:
    """Return whether a query has words or phrases that can be looked for in one spelling."""
    return any(True for _leaf in _leaves_of(query))


def exactly(query: str, exact: bool = True) -> str:
    """Return a query with its words and phrases in one spelling, or in any; as it was where that cannot be."""
    made = query
    for leaf in sorted(_leaves_of(query), key=lambda leaf: -leaf.start):
        place = leaf.start if leaf.field == "text" else query.index(":", leaf.start) + 1
        if exact and leaf.exact is None:
            made = made[:place] + _SIGN + made[place:]
        elif not exact and made[place : place + 1] == _SIGN:
            made = made[:place] + made[place + 1 :]
    return made if made == query or _is_understood(made) else query


def other_spellings(texts: Iterable[str], node: Node) -> list[str]:
    """Return how texts spell the words of a query otherwise than it was typed, the commonest first.

    Args:
        texts: titles and bodies of what was found.
    """
    typed = {leaf.folded: leaf.typed for leaf in _leaves(node) if isinstance(leaf, Word) and leaf.typed}
    found: dict[str, Counter[str]] = {}
    for text in texts:
        for start, end, folded in tokens(text):
            if folded in typed and (other := spelling(text[start:end])) != typed[folded]:
                found.setdefault(other, Counter())[text[start:end]] += 1
    # Of "Gəncə" and "GƏNCƏ" the one that stands there more often.
    ordered = sorted(found.values(), key=lambda forms: -forms.total())
    return [forms.most_common(1)[0][0] for forms in ordered]


def _leaves_of(query: str) -> Iterator[Word | Phrase]:
    try:
        yield from _leaves(parse(query))
    except QueryError:
        return


def _leaves(node: Node) -> Iterator[Word | Phrase]:
    match node:
        case And() | Or():
            for part in node.parts:
                yield from _leaves(part)
        case Not():
            yield from _leaves(node.part)
        case Word() | Phrase():
            yield node


def _is_understood(query: str) -> bool:
    try:
        parse(query)
    except QueryError:
        return False
    return True
