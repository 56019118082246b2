"""Kinds of queries made of weighted ones: forms of a word, what another leaves over, two runs of words close together.

Whoosh's own matchers can run them too, only slower, and to other scores.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .whoosh_api import SpanNear, queries

Or: Any = queries.Or
AndNot: Any = queries.AndNot
Query: Any = queries.Query


class Forms(Or):  # type: ignore[misc]
    """A word and other forms of it, which count less.

    Where a document holds only other forms its weight is `share` of theirs; else theirs count beyond those of the word.

    Args:
        word: the query of the word itself.
        forms: that of all its forms, itself included.
        share: how much of a word another form is, 0 to 1.
    """

    def __init__(self, word: Any, forms: Any, share: float) -> None:
        super().__init__([word, forms])
        self.share = share


class Beyond(Or):  # type: ignore[misc]
    """The documents where a query of words weighs more than another: a word without certain spellings of it.

    Args:
        query: of words.
        other: of words that are among those of `query`, and weigh the same there.
    """

    def __init__(self, query: Any, other: Any) -> None:
        super().__init__([query, other])

    def matcher(self, searcher: Any, context: Any = None) -> Any:
        """Return Whoosh's matcher, which knows only documents: those of the first without those of the second."""
        return AndNot(*self.subqueries).matcher(searcher, context)


class Close(Query):  # type: ignore[misc]
    """Two runs of words close to each other in one field, in any order, without a word in common.

    Args:
        fieldname: the field.
        parts: two queries of words (`Term`, `Prefix`, ...), phrases (`Phrase`, `Near` in order, side by side), or `Or`
            of such, all in that field.
        between: how many words may stand between them.
        boost: what the score is multiplied by.
    """

    def __init__(self, fieldname: str, parts: Sequence[Any], between: int, boost: float = 1.0) -> None:
        self.fieldname = fieldname
        self.parts = tuple(parts)
        self.between = between
        self.boost = boost

    def is_leaf(self) -> bool:
        """Tell Whoosh that there is nothing inside to be rewritten."""
        return True

    def estimate_size(self, ixreader: Any) -> int:
        """Return how many documents there are at most."""
        return min(int(part.estimate_size(ixreader)) for part in self.parts)

    def matcher(self, searcher: Any, context: Any = None) -> Any:
        """Return Whoosh's matcher for one segment."""
        one, other = self.parts
        return SpanNear(one, other, slop=self.between + 1, ordered=False).matcher(searcher, context)
