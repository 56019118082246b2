"""The pieces of a query: words, phrases, fields, brackets and operators, each with its place."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from curator.errors import CuratorError
from curator.i18n import _

# What may be typed -> the full name.
FIELDS = {
    "person": "person",
    "organisation": "organisation",
    "organization": "organisation",
    "org": "organisation",
    "place": "place",
    "event": "event",
    "theme": "theme",
    "tag": "tag",
    "name": "name",
    "date": "date",
    "collection": "collection",
    "in": "collection",
    "language": "language",
    "lang": "language",
    "publication": "publication",
    "source": "publication",
    "status": "status",
    "has": "has",
    "title": "title",
}
_CLOSING = {'"': '"', "“": "”", "„": "”“", "«": "»"}
_OPERATORS = ("AND", "OR", "NOT")
_FIELD = re.compile(r"([^\W\d_]\w*):")
# Hebrew abbreviations have a quotation mark before their last letter.
_CHUNK = re.compile(r'(?:[^\s()"“„«]|(?<=[א-ת])"(?=[א-ת]))+')
_SPACE = re.compile(r"\s*")
_NEAR = re.compile(r"NEAR(?:/(\d{1,4}))?")


class QueryError(CuratorError):
    """A query that cannot be understood.

    Args:
        message: what is wrong and at which column, a whole sentence.
        hint: what was probably meant.
        column: where, counted from 1 in code points.
    """

    def __init__(self, message: str, hint: str, column: int) -> None:
        super().__init__(message, hint)
        self.column = column

    def __reduce__(self) -> tuple[type[QueryError], tuple[str, str, int]]:  # type: ignore[override]
        """Cross a process border whole."""
        return (type(self), (self.message, self.hint, self.column))


class Kind(Enum):
    """What a piece of a query is."""

    CHUNK = auto()
    QUOTED = auto()
    FIELD = auto()
    OPEN = auto()
    CLOSE = auto()
    AND = auto()
    OR = auto()
    NOT = auto()
    NEAR = auto()
    EXACT = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece: its kind, its text (without quotation marks or colon; of NEAR/5 the 5), its place in code points."""

    kind: Kind
    text: str
    start: int
    end: int


def pieces(query: str) -> Iterator[Piece]:
    """Yield the pieces of `query` (str), ended by one of kind END; raise QueryError for an open quotation."""
    position = _after_space(query, 0)
    value_wanted = False
    while position < len(query):
        piece = _value(query, position) if value_wanted else _piece(query, position)
        value_wanted = piece.kind is Kind.FIELD
        yield piece
        position = _after_space(query, piece.end)
    yield Piece(Kind.END, "", len(query), len(query))


def _after_space(query: str, position: int) -> int:
    space = _SPACE.match(query, position)
    return space.end() if space else position


def _piece(query: str, start: int) -> Piece:
    character = query[start]
    if character == "(":
        return Piece(Kind.OPEN, character, start, start + 1)
    if character == ")":
        return Piece(Kind.CLOSE, character, start, start + 1)
    if character in _CLOSING:
        return _quoted(query, start)
    if character == "-" and query[start + 1 : start + 2].strip():
        return Piece(Kind.NOT, character, start, start + 1)
    if character == "=" and query[start + 1 : start + 2].strip():
        return Piece(Kind.EXACT, character, start, start + 1)
    return _field(query, start) or _chunk(query, start)


def _value(query: str, start: int) -> Piece:
    """Read what follows the colon of a field: dashes and colons have no meaning of their own there."""
    if query[start] in _CLOSING:
        return _quoted(query, start)
    if query[start] in "()=":
        return _piece(query, start)
    return _chunk(query, start, operators=False)


def _quoted(query: str, start: int) -> Piece:
    closing = _CLOSING[query[start]]
    for end in range(start + 1, len(query)):
        if query[end] in closing:
            return Piece(Kind.QUOTED, query[start + 1 : end], start, end + 1)
    column = len(query) + 1
    raise QueryError(
        _("The query stops at column %(column)d: a quotation mark is open.") % {"column": column},
        did_you_mean(query[start:].rstrip() + closing[0]),
        column,
    )


def _field(query: str, start: int) -> Piece | None:
    match = _FIELD.match(query, start)
    if match is None:
        return None
    name = match[1].casefold()
    if name in FIELDS:
        return Piece(Kind.FIELD, FIELDS[name], start, match.end())
    if not query[match.end() : match.end() + 1].strip(" \t\n)"):
        # "Note: ..." is a word with its colon.
        return None
    raise _unknown_field(query, match)


def _chunk(query: str, start: int, operators: bool = True) -> Piece:
    match = _CHUNK.match(query, start)
    end = match.end() if match else start + 1
    text = query[start:end]
    if not operators:
        return Piece(Kind.CHUNK, text, start, end)
    if near := _NEAR.fullmatch(text):
        return Piece(Kind.NEAR, near[1] or "", start, end)
    return Piece(Kind[text] if text in _OPERATORS else Kind.CHUNK, text, start, end)


def _unknown_field(query: str, match: re.Match[str]) -> QueryError:
    name, column = match[1], match.start() + 1
    message = _("There is no field named %(name)s, at column %(column)d.") % {"name": name, "column": column}
    near = difflib.get_close_matches(name.casefold(), FIELDS, n=3)
    sentence = _("Did you mean %(fields)s?") if near else _("The fields are %(fields)s.")
    fields = ", ".join(f"{field}:" for field in near or sorted(set(FIELDS.values())))
    words = _('To look for the words themselves, write "%(words)s".') % {"words": _chunk(query, match.start()).text}
    hint = sentence % {"fields": fields} + " " + words
    return QueryError(message, hint, column)


def did_you_mean(query: str) -> str:
    """Return the hint that offers `query` (str) as what was probably meant."""
    return _("Did you mean %(query)s?") % {"query": query}
