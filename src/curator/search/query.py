"""The query language: a recursive-descent parser from what was typed to a tree of nodes.

either = both {"OR" both} ;  both = one {["AND"] one} ;  one = ("NOT" | "-") one | "(" either ")" | term
"""

from __future__ import annotations

from itertools import pairwise

from curator.i18n import _
from curator.search.nodes import And, Every, FieldTerm, Node, Not, Or, Phrase, Prefix, TextField, Word
from curator.search.query_lexer import Kind, Piece, QueryError, did_you_mean, pieces
from curator.text.tokens import tokens

# Matchers nest as deep as the query does, and Python's stack is finite.
_DEEPEST = 50
_MOST_TERMS = 200
_TEXT_ENDS = {Kind.END, Kind.CLOSE, Kind.AND, Kind.OR}


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
        if self._peek().kind in (Kind.AND, Kind.OR):
            raise _nothing_beside(self._peek(), before=True)
        parts = [self._one()]
        while self._peek().kind not in (Kind.OR, Kind.CLOSE, Kind.END):
            if self._peek().kind is Kind.AND:
                self._operator()
            parts.append(self._one())
        return _joined(And, parts)

    def _operator(self) -> None:
        operator = self._take()
        if self._peek().kind in (Kind.END, Kind.CLOSE):
            raise _nothing_beside(operator, before=False)
        if self._peek().kind in (Kind.AND, Kind.OR):
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
        return _text(piece, "text", piece.start)

    def _field(self, field: Piece) -> Node:
        value = self._peek()
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
            return _text(value, "title", field.start)
        return FieldTerm(field.text, value.text.strip(), field.start, value.end, value.start)

    def _open_bracket(self) -> QueryError:
        column = len(self._query) + 1
        message = _("The query stops at column %(column)d: a bracket is open.") % {"column": column}
        if self._pieces[-2].kind is Kind.OPEN:
            return QueryError(message, _("Write the words of the group after it, and then )."), column)
        meant = self._query[self._open[0].start :].rstrip() + ")" * len(self._open)
        return QueryError(message, did_you_mean(meant), column)


def _text(piece: Piece, field: TextField, start: int) -> Node:
    """Make the node of a chunk or a quotation: a word, a phrase, a prefix, or a phrase and a prefix."""
    if piece.kind is Kind.CHUNK and piece.text == "*" and field == "text":
        return Every(start, piece.end)
    text, starred = _without_star(piece) if piece.kind is Kind.CHUNK else (piece.text, False)
    words = tuple(folded for _start, _end, folded in tokens(text))
    if not words:
        raise _error(_("There is no word at column %(column)d, only signs."), piece.start)
    if not starred:
        return _words(words, start, piece.end, field)
    prefix = Prefix(words[-1], start, piece.end, field)
    if len(words) == 1:
        return prefix
    return And((_words(words[:-1], start, piece.end, field), prefix), start, piece.end)


def _words(words: tuple[str, ...], start: int, end: int, field: TextField) -> Node:
    return Word(words[0], start, end, field) if len(words) == 1 else Phrase(words, start, end, field)


def _without_star(piece: Piece) -> tuple[str, bool]:
    """Return the text of a chunk up to the star after its last word, and whether there is a star."""
    star = piece.text.find("*")
    if star < 0:
        return piece.text, False
    before, after = piece.text[:star], piece.text[star:].strip("*")
    if any(tokens(after)) or not any(end == star for _start, end, _folded in tokens(before)):
        column = piece.start + star + 1
        raise QueryError(
            _("A star can stand only at the end of a word; this one is at column %(column)d.") % {"column": column},
            _("Write the beginning of the word and then the star, as in librar*."),
            column,
        )
    return before, True


def _without_noise(found: list[Piece]) -> list[Piece]:
    """Leave out lone signs such as a dash between words, unless they are the value of a field."""
    values = {after.start for before, after in pairwise(found) if before.kind is Kind.FIELD}
    return [piece for piece in found if piece.start in values or not _is_sign(piece)]


def _is_sign(piece: Piece) -> bool:
    return piece.kind is Kind.CHUNK and "*" not in piece.text and not any(tokens(piece.text))


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
    hint = (
        _('To look for the word itself, write "%(word)s" in quotation marks.') % {"word": operator.text.lower()}
        if operator.text.isalpha()
        else _("Write the word to leave out right after it, as in -word.")
    )
    message = sentence % {"operator": operator.text, "column": operator.start + 1}
    return QueryError(message, hint, operator.start + 1)


def _too_much(message: str, piece: Piece) -> QueryError:
    hint = _("Look for the rarest words alone, or for a phrase in quotation marks.")
    return QueryError(message % {"count": _MOST_TERMS, "column": piece.start + 1}, hint, piece.start + 1)


def _error(message: str, start: int) -> QueryError:
    hint = _("Write a word there, or leave the query empty to find every article.")
    return QueryError(message % {"column": start + 1}, hint, start + 1)
