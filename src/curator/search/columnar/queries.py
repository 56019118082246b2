"""Kinds of queries that Whoosh lacks; its own matchers can run them too, only slower."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .whoosh_api import Matcher, NullMatcher, SpanNear, queries

Query: Any = queries.Query
Or: Any = queries.Or
Term: Any = queries.Term


class Together(Or):  # type: ignore[misc]
    """Several queries, such as a word in several fields, that are scored as if they were one word.

    The weights of each, times its boost, are added up before they become a score (BM25F: Robertson, Zaragoza, Taylor,
    "Simple BM25 Extension to Multiple Weighted Fields", 2004).

    Args:
        subqueries: of words, phrases and the like; none that holds others.
    """

    def __init__(self, subqueries: Sequence[Any], boost: float = 1.0) -> None:
        super().__init__(list(subqueries), boost=boost)


class Near(Query):  # type: ignore[misc]
    """Words that stand near each other in one field.

    Args:
        fieldname: the field.
        parts: for each place a query of words (`Term`, `Prefix`, `AnyTerm`, ...) in that field; at least two.
        distance: how many words further the next one stands at most; 1: side by side.
        ordered: whether they stand in this order.
        boost: what the score is multiplied by.
    """

    def __init__(
        self, fieldname: str, parts: Sequence[Any], distance: int = 1, ordered: bool = True, boost: float = 1.0
    ) -> None:
        self.fieldname = fieldname
        self.parts = list(parts)
        self.distance = distance
        self.ordered = ordered
        self.boost = boost

    def is_leaf(self) -> bool:
        """Tell Whoosh that there is nothing inside to be rewritten."""
        return True

    def estimate_size(self, ixreader: Any) -> int:
        """Return how many documents there are at most."""
        return min(int(part.estimate_size(ixreader)) for part in self.parts)

    def matcher(self, searcher: Any, context: Any = None) -> Any:
        """Return Whoosh's matcher for one segment."""
        near = self.parts[0]
        for part in self.parts[1:]:
            near = SpanNear(near, part, slop=self.distance, ordered=self.ordered)
        return near.matcher(searcher, context)


class AnyTerm(Query):  # type: ignore[misc]
    """The terms that begin alike and of which something else is true: those with the same stem, for instance.

    Args:
        fieldname: the field.
        prefix: how they begin.
        accept: tells of a term whether it is meant.
        boost: what the score is multiplied by.
    """

    def __init__(self, fieldname: str, prefix: str, accept: Callable[[str], bool], boost: float = 1.0) -> None:
        self.fieldname = fieldname
        self.prefix = prefix
        self.accept = accept
        self.boost = boost

    def is_leaf(self) -> bool:
        """Tell Whoosh that there is nothing inside."""
        return True

    def estimate_size(self, ixreader: Any) -> int:
        """Return how many documents there are at most."""
        return int(ixreader.doc_count_all())

    def matcher(self, searcher: Any, context: Any = None) -> Any:
        """Return Whoosh's matcher for one segment."""
        terms = searcher.reader().expand_prefix(self.fieldname, self.prefix.encode())
        chosen = [Term(self.fieldname, term) for term in terms if self.accept(term.decode("utf-8", "replace"))]
        union = Or(chosen)
        union.matcher_type = Or.DEFAULT_MATCHER
        return union.matcher(searcher, context) if chosen else NullMatcher()


class Terms(Query):  # type: ignore[misc]
    """Several terms of one field, which count as one.

    Args:
        fieldname: the field.
        terms: any of these.
        boost: what the score is multiplied by.
    """

    def __init__(self, fieldname: str, terms: Sequence[str], boost: float = 1.0) -> None:
        self.fieldname = fieldname
        self.words = tuple(terms)
        self.boost = boost

    def is_leaf(self) -> bool:
        """Tell Whoosh that there is nothing inside."""
        return True

    def estimate_size(self, ixreader: Any) -> int:
        """Return how many documents there are at most."""
        return sum(int(Term(self.fieldname, word).estimate_size(ixreader)) for word in self.words)

    def matcher(self, searcher: Any, context: Any = None) -> Any:
        """Return Whoosh's matcher for one segment."""
        union = Or([Term(self.fieldname, word) for word in self.words])
        union.matcher_type = Or.DEFAULT_MATCHER
        return union.matcher(searcher, context) if self.words else NullMatcher()


class DocSet(Query):  # type: ignore[misc]
    """Documents by number, valid anywhere in a query: tags, dates, whatever is known of them elsewhere.

    Args:
        docs: ascending numbers in the whole index (not in a segment).
    """

    boost = 1.0

    def __init__(self, docs: NDArray[np.int64]) -> None:
        self.docs = docs

    def is_leaf(self) -> bool:
        """Tell Whoosh that there is nothing inside."""
        return True

    def estimate_size(self, _ixreader: Any) -> int:
        """Return how many documents there are."""
        return len(self.docs)

    def matcher(self, searcher: Any, _context: Any = None) -> Any:
        """Return Whoosh's matcher for one segment."""
        offset = getattr(searcher, "docoffset", 0)
        first, last = self.docs.searchsorted([offset, offset + searcher.reader().doc_count_all()])
        alive = searcher.reader().is_deleted
        docs = [doc for doc in (self.docs[first:last] - offset).tolist() if not alive(doc)]
        return DocSetMatcher(docs) if docs else NullMatcher()


class DocSetMatcher(Matcher):  # type: ignore[misc]
    """Walks through ascending document numbers, which all score 0."""

    def __init__(self, docs: list[int]) -> None:
        self._docs = docs
        self._at = 0

    def is_active(self) -> bool:
        """Tell whether there is a document here."""
        return self._at < len(self._docs)

    def id(self) -> int:
        """Return its number."""
        return self._docs[self._at]

    def next(self) -> None:
        """Go to the next."""
        self._at += 1

    def skip_to(self, id: int) -> None:
        """Go to the first that is not before `id`, never backwards."""
        self._at = bisect_left(self._docs, id, self._at)

    def all_ids(self) -> Iterator[int]:
        """Yield the documents from here on."""
        return iter(self._docs[self._at :])

    def reset(self) -> None:
        """Go back to the first."""
        self._at = 0

    def copy(self) -> DocSetMatcher:
        """Return a matcher that stands where this one does."""
        other = DocSetMatcher(self._docs)
        other._at = self._at
        return other

    def score(self) -> float:
        """Return 0."""
        return 0.0

    def weight(self) -> float:
        """Return 0."""
        return 0.0

    def supports_block_quality(self) -> bool:
        """Tell Whoosh that it cannot leave out documents by their score."""
        return False
