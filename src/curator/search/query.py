"""The query language: a recursive-descent parser from what was typed to a tree of nodes.

either = both {"OR" both} ;  both = near {["AND"] near} ;  near = one {"NEAR/n" one} ;
one = ("NOT" | "-") one | "(" either ")" | term
"""

from __future__ import annotations

from itertools import pairwise

from curator.i18n import _
from curator.search.near import near
from curator.search.nodes import And, Every, FieldTerm, Node, Not, Or, TextField
from curator.search.query_lexer import Kind, Piece, QueryError, did_you_mean, pieces
from curator.search.query_words import has_word, text_node

# Matchers nest as deep as the query does, and Python's stack is finite.
_DEEPEST = 50
_MOST_TERMS = 200
_BETWEEN = {Kind.AND, Kind.OR, Kind.NEAR}
_TEXT_ENDS = {Kind.END, Kind.CLOSE} | _BETWEEN


def parse(query: str) -> Node:
    """Parse a query; never fails but with QueryError.

    Args:
        query: what was typed (str); words are joined by AND.

    Returns:
        The tree; `Every` for a query of nothing but spaces, and for a lone star.

    Raises:
        QueryError: with the column and what was probably meant.
    """
    if not query.strip():
        return Every(0, len(query))
    return _Parser(query).whole()


class _Parser:
    def __init__(self, query: str) -> None:
        self._query = query
        self._pieces = _without_noise(list(pieces(query)))
        self._next = 0
        self._depth = 0
        self._open: list[Piece] = []
        self._terms = 0

    def whole(self) -> Node:
        if self._peek().kind is Kind.END:
            raise _error(_("There is no word in this query, only signs, at column %(column)d."), 0)
        tree = self._either()
        if self._peek().kind is Kind.CLOSE:
            raise _stray_bracket(self._peek())
        return tree

    def _peek(self) -> Piece:
        return self._pieces[self._next]

    def _take(self) -> Piece:
        piece = self._peek()
        self._next += 1
        return piece

    def _either(self) -> Node:
        parts = [self._both()]
        while self._peek().kind is Kind.OR:
            self._operator()
            parts.append(self._both())
        return _joined(Or, parts)

    def _both(self) -> Node:
        if self._peek().kind in _BETWEEN:
            raise _nothing_beside(self._peek(), before=True)
        parts = [self._near()]
        while self._peek().kind not in (Kind.OR, Kind.CLOSE, Kind.END):
            if self._peek().kind is Kind.AND:
                self._operator()
            parts.append(self._near())
        return _joined(And, parts)

    def _near(self) -> Node:
        parts = [self._one()]
        pairs: list[Node] = []
        while self._peek().kind is Kind.NEAR:
            operator = self._peek()
            self._operator()
            parts.append(self._one())
            pairs.append(near(parts[-2], parts[-1], operator))
        return _joined(And, pairs) if pairs else parts[0]

    def _operator(self) -> None:
        operator = self._take()
        if self._peek().kind in (Kind.END, Kind.CLOSE):
            raise _nothing_beside(operator, before=False)
        if self._peek().kind in _BETWEEN:
            raise _nothing_beside(self._peek(), before=True)

    def _one(self) -> Node:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise _too_much(_("The query is nested too deep, at column %(column)d."), self._peek())
        try:
            if self._peek().kind is Kind.NOT:
                return self._not()
            if self._peek().kind is Kind.OPEN:
                return self._group()
            if self._peek().kind is Kind.CLOSE:
                raise _stray_bracket(self._peek())
            return self._term()
        finally:
            self._depth -= 1

    def _not(self) -> Node:
        operator = self._take()
        if self._peek().kind in _TEXT_ENDS:
            raise _nothing_beside(operator, before=False)
        part = self._one()
        return Not(part, operator.start, part.end)

    def _group(self) -> Node:
        opening = self._take()
        if self._peek().kind is Kind.CLOSE:
            raise _error(_("The brackets at column %(column)d hold no word."), opening.start)
        self._open.append(opening)
        if self._peek().kind is Kind.END:
            raise self._open_bracket()
        inside = self._either()
        if self._peek().kind is Kind.END:
            raise self._open_bracket()
        self._take()
        self._open.pop()
        return inside

    def _term(self) -> Node:
        self._terms += 1
        piece = self._take()
        if self._terms > _MOST_TERMS:
            message = _("The query has more than %(count)d words, at column %(column)d.")
            raise _too_much(message, piece)
        if piece.kind is Kind.FIELD:
            return self._field(piece)
        if piece.kind is Kind.EXACT:
            return self._exact(piece, "text", piece.start)
        return text_node(piece, "text", piece.start)

    def _exact(self, sign: Piece, field: TextField, start: int) -> Node:
        value = self._peek()
        if value.kind not in (Kind.CHUNK, Kind.QUOTED) or value.start != sign.end:
            raise _nothing_beside(sign, before=False)
        return text_node(self._take(), field, start, exact=True)

    def _field(self, field: Piece) -> Node:
        value = self._peek()
        if field.text == "title" and value.kind is Kind.EXACT:
            return self._exact(self._take(), "title", field.start)
        if value.kind not in (Kind.CHUNK, Kind.QUOTED) or not value.text.strip():
            message = _("The field %(name)s at column %(column)d has no value.")
            raise QueryError(
                message % {"name": field.text, "column": field.start + 1},
                _('Write the value right after the colon, in quotation marks if it has spaces: %(name)s:"...".')
                % {"name": field.text},
                field.start + 1,
            )
        self._take()
        if field.text == "title":
            return text_node(value, "title", field.start)
        return FieldTerm(field.text, value.text.strip(), field.start, value.end, value.start)

    def _open_bracket(self) -> QueryError:
        column = len(self._query) + 1
        message = _("The query stops at column %(column)d: a bracket is open.") % {"column": column}
        if self._pieces[-2].kind is Kind.OPEN:
            return QueryError(message, _("Write the words of the group after it, and then )."), column)
        meant = self._query[self._open[0].start :].rstrip() + ")" * len(self._open)
        return QueryError(message, did_you_mean(meant), column)


def _without_noise(found: list[Piece]) -> list[Piece]:
    """Leave out lone signs such as a dash between words, unless they are the value of a field."""
    values = {after.start for before, after in pairwise(found) if before.kind is Kind.FIELD}
    return [piece for piece in found if piece.start in values or not _is_sign(piece)]


def _is_sign(piece: Piece) -> bool:
    return piece.kind is Kind.CHUNK and not has_word(piece.text)


def _joined(join: type[And] | type[Or], parts: list[Node]) -> Node:
    return parts[0] if len(parts) == 1 else join(tuple(parts), parts[0].start, parts[-1].end)


def _stray_bracket(piece: Piece) -> QueryError:
    message = _("The bracket at column %(column)d closes nothing.") % {"column": piece.start + 1}
    return QueryError(message, _("Leave it out, or write ( where the group begins."), piece.start + 1)


def _nothing_beside(operator: Piece, before: bool) -> QueryError:
    sentence = (
        _("%(operator)s at column %(column)d has no word before it.")
        if before
        else _("%(operator)s at column %(column)d has no word after it.")
    )
    name = "NEAR" if operator.kind is Kind.NEAR else operator.text
    hint = (
        _('To look for the word itself, write "%(word)s" in quotation marks.') % {"word": name.lower()}
        if name.isalpha()
        else _("Write the word right after it, as in %(sign)sword.") % {"sign": name}
    )
    message = sentence % {"operator": name, "column": operator.start + 1}
    return QueryError(message, hint, operator.start + 1)


def _too_much(message: str, piece: Piece) -> QueryError:
    hint = _("Look for the rarest words alone, or for a phrase in quotation marks.")
    return QueryError(message % {"count": _MOST_TERMS, "column": piece.start + 1}, hint, piece.start + 1)


def _error(message: str, start: int) -> QueryError:
    hint = _("Write a word there, or leave the query empty to find every article.")
    return QueryError(message % {"column": start + 1}, hint, start + 1)
