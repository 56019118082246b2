"""A query and the choices of the facets as one state: a field that stands for a facet's value is its choice."""

from __future__ import annotations

from collections.abc import Callable

from curator.errors import CuratorError
from curator.gui.models.listing import Dates, Key
from curator.gui.models.narrowing import parts
from curator.model.dates import parse_range
from curator.search import FACETS, FieldTerm, Filters, Node, Not, Or, QueryError, Selection, parse

# Tells which value of a facet a field of the query stands for; None where it is not exactly one.
Resolve = Callable[[str, str], Key | None]


def parted(query: str, resolve: Resolve) -> tuple[str, Filters]:
    """Return what of a query is to be searched for, and what of it is chosen in facets.

    Several values of one facet that all have to be there stay in the query: a facet takes any of those chosen.
    """
    try:
        words = [words for words, _without in parts(query)]
        nodes = [parse(each) for each in words]
    except QueryError:
        return query, Filters()
    choices = _Choices(resolve)
    rest = [each for each, node in zip(words, nodes, strict=True) if not choices.take(node)]
    return " ".join(rest), Filters(choices.facets, choices.dates)


class _Choices:
    def __init__(self, resolve: Resolve) -> None:
        self._resolve = resolve
        self.facets: dict[str, Selection] = {}
        self.dates: Dates | None = None

    def take(self, node: Node) -> bool:
        """Take a part of a query over as a choice; return whether it is one."""
        excluded = isinstance(node, Not)
        inside = node.part if isinstance(node, Not) else node
        terms = [
            term for term in (inside.parts if isinstance(inside, Or) else (inside,)) if isinstance(term, FieldTerm)
        ]
        if not terms or (isinstance(inside, Or) and len(terms) != len(inside.parts)):
            return False
        if terms[0].name == "date":
            return not excluded and len(terms) == 1 and self._take_dates(terms[0].value)
        if len({term.name for term in terms}) > 1 or terms[0].name not in FACETS:
            return False
        keys = [self._resolve(term.name, term.value) for term in terms]
        return self._take_keys(terms[0].name, frozenset(key for key in keys if key is not None), len(keys), excluded)

    def _take_keys(self, facet: str, keys: frozenset[Key], wanted: int, excluded: bool) -> bool:
        before = self.facets.get(facet, Selection())
        if len(keys) != wanted or (before.include and not excluded):
            return False
        if excluded:
            self.facets[facet] = Selection(before.include, before.exclude | keys)
        else:
            self.facets[facet] = Selection(keys, before.exclude)
        return True

    def _take_dates(self, value: str) -> bool:
        if self.dates is not None:
            return False
        try:
            self.dates = parse_range(value)
        except CuratorError:
            return False
        return True
