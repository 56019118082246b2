"""Did you mean: whole queries that find more, from the words of the archive and the names on record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from curator.archive import Connection, articles, authorities, name_rows
from curator.errors import CuratorError
from curator.model.authority import KINDS
from curator.names.completion import Completer, NameRow
from curator.names.sound_distance import likeness
from curator.names.sounds import sounds
from curator.operations.find import Finder
from curator.search import FieldTerm, Filters, IndexWords, field_terms, parse
from curator.search.respelling import QueryWord, Respelled, Spelling, respelled, rewritten, spellings, words_of_query
from curator.text.name_key import name_key
from curator.text.tokens import tokens

# Of so few articles it is worth asking whether something else was meant.
LITTLE = 2
# Sounds less alike (per mille) are other names.
_SOUNDS_ALIKE = 860
_SHORTEST_SOUND = 4
_NAME_COST, _COST_OF_SOUND = 0.3, 1 / 100


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A query that was probably meant, and how many articles it finds."""

    query: str
    total: int


def did_you_mean(
    finder: Finder, query: str, total: int = 0, filters: Filters | None = None, limit: int = 3
) -> list[Suggestion]:
    """Return whole queries that find more than the one given, the likeliest first.

    Words are respelt from the words of the archive and of the names on record, also by their sound; values of
    `person:` and the like from the names. Each is tried out.

    Args:
        query: one that can be understood.
        total: how many articles it found; nothing is offered beside more than `LITTLE`.
        filters: what was chosen besides.
        limit: how many at most.
    """
    if total > LITTLE:
        return []
    found: dict[str, Suggestion] = {}
    for each in _respelt(finder, query, _Names(finder.context.archive.read())):
        try:
            tried = finder.find(each.query, "accession", filters)
        except CuratorError:
            continue
        if tried.total > total:
            words = _as_written(finder, query, each, int(tried.ids[0]))
            found.setdefault(words, Suggestion(words, tried.total))
            if len(found) == limit:
                break
    return list(found.values())


def _respelt(finder: Finder, query: str, names: _Names) -> list[Respelled]:
    node = parse(query)
    choices: dict[QueryWord, list[Spelling]] = {}
    unknown: set[QueryWord] = set()
    for term in field_terms(node):
        if offered := names.instead_of(term):
            place = QueryWord(term.value_start, term.end, "")
            choices[place] = offered
            unknown.add(place)
    wanted = words_of_query(query, node)

    def ask(known: IndexWords) -> None:
        for word in wanted:
            is_unknown = not known.articles_with(word.folded)
            choices[word] = spellings(word.folded, known, names.sounding(query, word) if is_unknown else ())
            if is_unknown:
                unknown.add(word)

    if wanted:
        finder.ask(lambda searcher: searcher.words(ask))
    return respelled(query, choices, unknown)


class _Names:
    """The names on record, read when they are first needed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rows: list[NameRow] | None = None
        self._words: dict[str, str] = {}

    def instead_of(self, term: FieldTerm) -> list[Spelling]:
        """Return names in the place of the value of a field that no record is called."""
        if term.name not in (*KINDS, "tag", "name") or not name_key(term.value):
            return []
        kind = next((each for each in KINDS if each == term.name), None)
        if authorities.containing(self._connection, term.value, kind):
            return []
        found = Completer(self._read()).complete(term.value, kind, 4)
        return [Spelling(f'"{each.matched}"', float(at), ()) for at, each in enumerate(found)]

    def sounding(self, query: str, word: QueryWord) -> Iterator[Spelling]:
        """Yield the words of names that sound like one of a query."""
        typed = query[word.start : word.end]
        if len(typed) < _SHORTEST_SOUND or typed.isdecimal():
            return
        own = sounds(typed)
        for folded, raw in self._words_of_names().items():
            score = max(likeness(one, other) for one in own for other in sounds(raw))
            if score >= _SOUNDS_ALIKE:
                yield Spelling(raw, _NAME_COST + (1000 - score) * _COST_OF_SOUND, (folded,))

    def _read(self) -> list[NameRow]:
        if self._rows is None:
            self._rows = [NameRow(*row) for row in name_rows.rows(self._connection, counted=False)]
        return self._rows

    def _words_of_names(self) -> dict[str, str]:
        if not self._words:
            self._words = {
                folded: row.name[start:end]
                for row in self._read()
                for start, end, folded in tokens(row.name)
                if len(folded) >= _SHORTEST_SOUND
            }
        return self._words


def _as_written(finder: Finder, query: str, found: Respelled, article_id: int) -> str:
    """Return a query with its new words as they are most often written in an article that it finds."""
    connection = finder.context.archive.read()
    text = f"{articles.get(connection, article_id).title or ''}\n{articles.text(connection, article_id).body}"
    wanted = {word for _typed, spelling in found.changes for word in spelling.words}
    written: dict[str, Counter[str]] = {word: Counter() for word in wanted}
    for start, end, folded in tokens(text):
        if folded in wanted:
            written[folded][text[start:end]] += 1
    shown = {folded: _plainest(counts) for folded, counts in written.items() if counts}
    changes = [(typed, _shown(spelling, shown)) for typed, spelling in found.changes]
    return rewritten(query, changes)


def _plainest(counts: Counter[str]) -> str:
    """Return a spelling in small letters, which no beginning of a sentence made, or else the commonest."""
    return max(counts, key=lambda raw: (raw.islower(), counts[raw]))


def _shown(spelling: Spelling, shown: dict[str, str]) -> Spelling:
    if not all(word in shown for word in spelling.words) or not spelling.words:
        return spelling
    return Spelling(" ".join(shown[word] for word in spelling.words), spelling.cost, spelling.words)
