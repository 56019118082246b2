"""`name:"Lucia Bandini"`: a name on record looked for in texts by all its variants, in all their forms.

The field term becomes words and phrases before a query is evaluated, so that hits and snippets show them.
"""

from __future__ import annotations

from collections.abc import Iterable

from curator.archive import Connection, articles, authorities, name_rows
from curator.i18n import _
from curator.model.authority import Authority
from curator.names.completion import Completer, NameRow
from curator.names.endings import groups_of
from curator.names.word_forms import Slots, slots_of
from curator.operations.field_terms import NUMBER
from curator.search import And, FieldTerm, IndexWords, Near, Node, Not, OneOf, Or, Phrase, QueryError, Word
from curator.search.nodes import TextNode
from curator.text.name_key import name_key

FIELD = "name"
# A beginning of a name that so many records share tells nothing.
_MOST_RECORDS = 50


def has_names(node: Node) -> bool:
    """Tell whether a query holds a `name:`."""
    match node:
        case And() | Or():
            return any(map(has_names, node.parts))
        case Not():
            return has_names(node.part)
        case FieldTerm():
            return node.name == FIELD
        case _:
            return False


def expanded(connection: Connection, node: Node, known: IndexWords) -> Node:
    """Return a query with each `name:` as the words and phrases that it stands for.

    Args:
        connection: tells which names are on record.
        known: the words that texts have: of the forms of a name only these are looked for.

    Raises:
        QueryError: when no such name is on record, at the column of the value.
    """
    return _Expansion(connection, known).of(node)


def records_of(connection: Connection, term: FieldTerm) -> list[Authority]:
    """Return the records that a `name:` means: of that name or number, else those with all its words.

    Raises:
        QueryError: when there is none, or too many.
    """
    if NUMBER.fullmatch(term.value):
        return [authorities.root(connection, int(term.value[1:]))]
    if not name_key(term.value):
        raise _unknown(connection, term)
    found = authorities.named(connection, term.value) or authorities.containing(connection, term.value)
    if not found:
        raise _unknown(connection, term)
    if len(found) > _MOST_RECORDS:
        raise QueryError(
            _("“%(value)s” is in %(count)d names on record, at column %(column)d.")
            % {"value": term.value, "count": len(found), "column": term.value_start + 1},
            _("Write more of the name."),
            term.value_start + 1,
        )
    return found


def names_of(connection: Connection, records: Iterable[Authority]) -> list[NameRow]:
    """Return all names of records, those of records merged into them among them, the preferred ones first."""
    rows = [NameRow(*row) for row in name_rows.rows(connection, [record.id for record in records], counted=False)]
    return sorted(rows, key=lambda row: (not row.is_preferred, row.folded, row.name))


class _Expansion:
    def __init__(self, connection: Connection, known: IndexWords) -> None:
        self._connection = connection
        self._finding = NameFinding(connection, known)

    def of(self, node: Node) -> Node:
        match node:
            case And():
                return And(tuple(map(self.of, node.parts)), node.start, node.end)
            case Or():
                return Or(tuple(map(self.of, node.parts)), node.start, node.end)
            case Not():
                return Not(self.of(node.part), node.start, node.end)
            case FieldTerm() if node.name == FIELD:
                rows = names_of(self._connection, records_of(self._connection, node))
                return self._finding.node(rows, node.start, node.end)
            case _:
                return node


class NameFinding:
    """Makes nodes that find names in any form; keeps what it looked up of the words of an index.

    Args:
        known: the words of the index.
    """

    def __init__(self, connection: Connection, known: IndexWords) -> None:
        self._known = known
        self._groups = groups_of(articles.values(connection, "language"))
        self._beginnings: dict[str, dict[str, int]] = {}

    def node(self, rows: Iterable[NameRow], start: int = 0, end: int = 0) -> Node:
        """Return what finds any of the names, in each of their forms.

        Args:
            start, end: the place of what asks for it in the query.
        """
        every = self.slots(rows)
        single = dict.fromkeys(form for slots in every if len(slots) == 1 for form in slots[0])
        parts: list[Node] = [_word(tuple(single), start, end)] if single else []
        parts += dict.fromkeys(phrase_of(slots, start, end) for slots in every if len(slots) > 1)
        return parts[0] if len(parts) == 1 else Or(tuple(parts), start, end)

    def slots(self, rows: Iterable[NameRow]) -> list[Slots]:
        """Return how the names may stand in texts, each way once."""
        every = (slots for row in rows for slots in slots_of(row.name, row.kind, self._groups, self._beginning))
        return list(dict.fromkeys(every))

    def _beginning(self, stem: str) -> dict[str, int]:
        if stem not in self._beginnings:
            self._beginnings[stem] = self._known.beginning(stem)
        return self._beginnings[stem]


def _word(forms: tuple[str, ...], start: int, end: int) -> Word | OneOf:
    return Word(forms[0], start, end) if len(forms) == 1 else OneOf(forms, start, end)


def phrase_of(slots: Slots, start: int = 0, end: int = 0) -> TextNode:
    """Return what finds words side by side, each in any of its forms."""
    if len(slots) == 1:
        return _word(slots[0], start, end)
    if all(len(forms) == 1 for forms in slots):
        return Phrase(tuple(forms[0] for forms in slots), start, end)
    return Near(tuple(_word(forms, start, end) for forms in slots), 0, True, start, end)


def _unknown(connection: Connection, term: FieldTerm) -> QueryError:
    column = term.value_start + 1
    near = Completer(NameRow(*row) for row in name_rows.rows(connection, counted=False)).complete(term.value, limit=3)
    hint = _("Put it on record, or look for the words themselves, in quotation marks.")
    if near:
        hint = _("Did you mean %(fields)s?") % {"fields": ", ".join(f'name:"{each.matched}"' for each in near)}
    message = _("No name “%(value)s” is on record. It stands at column %(column)d.")
    return QueryError(message % {"value": term.value, "column": column}, hint, column)
