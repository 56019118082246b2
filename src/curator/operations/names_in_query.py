"""Which words of a query are a name on record, and by which other names it was searched for, or could be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from curator.archive import Connection, authorities, name_rows
from curator.model.authority import Authority, AuthorityKind
from curator.operations.context import Context
from curator.operations.name_terms import FIELD, names_of, records_of
from curator.search import And, FieldTerm, Node, Not, Or, Phrase, QueryError, Word, parse
from curator.text.name_key import name_key

# A name has hardly more words; of each run of words all parts are looked up.
_MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class NameInQuery:
    """A name on record in a query.

    Args:
        start, end: where it stands in the query (code points, end excluded).
        name: its preferred name.
        variants: its names that were searched for, with those of records merged into it; where `is_searched` is
            False, those that were not. Spellings that fold to the same stand once.
        query: the query that searches for all of them; None where it does already.
    """

    start: int
    end: int
    authority_id: int
    kind: AuthorityKind
    name: str
    variants: tuple[str, ...]
    is_searched: bool
    query: str | None


def names_in_query(context: Context, query: str) -> list[NameInQuery]:
    """Return the names in a query by their places: what an answer can say it "also finds", or does not.

    A name is the value of `name:`, or words that stand side by side, or a phrase, and are all of a name on record; one
    that has no other names is left out. Nothing is said of what a query excludes.

    Args:
        query: one that can be understood.
    """
    connection, node = context.archive.read(), parse(query)
    found: list[NameInQuery] = []
    for term in _name_terms(node):
        try:
            records = records_of(connection, term)
        except QueryError:
            continue
        found += [_told(connection, record, term, None) for record in records]
    runs = {(key, first, last): None for words in _runs(node) for key, first, last in _parts(words)}
    known = _known(connection, {key for key, _first, _last in runs})
    taken: list[tuple[int, int]] = []
    # Of names within each other the longest.
    for key, first, last in sorted(runs, key=lambda run: (run[1] - run[2], run[1])):
        if key in known and all(last <= start or end <= first for start, end in taken):
            taken.append((first, last))
            for record in known[key]:
                told = _told(connection, record, (first, last, key), query)
                found += [told] if told.variants else []
    return sorted(found, key=lambda each: (each.start, each.name, each.authority_id))


def _told(
    connection: Connection, record: Authority, place: FieldTerm | tuple[int, int, str], query: str | None
) -> NameInQuery:
    names = {row.folded: row.name for row in reversed(names_of(connection, [record]))}
    searched = isinstance(place, FieldTerm)
    start, end = (place.start, place.end) if isinstance(place, FieldTerm) else place[:2]
    variants = [name for folded, name in reversed(names.items()) if isinstance(place, FieldTerm) or folded != place[2]]
    instead = None
    if query is not None:
        typed = query[start:end].strip('"“”„«»')
        instead = f'{query[:start]}{FIELD}:"{typed}"{query[end:]}'
    return NameInQuery(start, end, record.id, record.kind, record.preferred_name, tuple(variants), searched, instead)


def _known(connection: Connection, keys: set[str]) -> dict[str, list[Authority]]:
    found: dict[str, dict[int, Authority]] = {}
    for key, authority_id, _kind in name_rows.with_keys(connection, sorted(keys)):
        record = authorities.root(connection, authority_id)
        found.setdefault(key, {})[record.id] = record
    return {key: list(records.values()) for key, records in found.items()}


def _name_terms(node: Node, positive: bool = True) -> Iterator[FieldTerm]:
    match node:
        case And() | Or():
            for part in node.parts:
                yield from _name_terms(part, positive)
        case Not():
            yield from _name_terms(node.part, not positive)
        case FieldTerm() if positive and node.name == FIELD:
            yield node


def _runs(node: Node, positive: bool = True) -> Iterator[list[Word | Phrase]]:
    """Yield the words that stand side by side and are all looked for."""
    match node:
        case And():
            run: list[Word | Phrase] = []
            for part in node.parts:
                if isinstance(part, Word) and positive and part.field == "text" and part.exact is None:
                    run.append(part)
                    continue
                yield run
                run = []
                yield from _runs(part, positive)
            yield run
        case Or():
            for part in node.parts:
                yield from _runs(part, positive)
        case Not():
            yield from _runs(node.part, not positive)
        case Word() | Phrase() if positive and node.field == "text" and node.exact is None:
            yield [node]


def _parts(words: list[Word | Phrase]) -> Iterator[tuple[str, int, int]]:
    for first in range(len(words)):
        for last in range(first, min(first + _MOST_WORDS, len(words))):
            run = words[first : last + 1]
            folded = [word for each in run for word in ((each.folded,) if isinstance(each, Word) else each.words)]
            yield name_key(" ".join(folded)), run[0].start, run[-1].end
