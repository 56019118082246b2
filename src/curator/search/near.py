"""NEAR: what may stand beside it, and how far apart."""

from __future__ import annotations

from curator.i18n import _
from curator.search.nodes import Fuzzy, Near, Node, Or, Phrase, Prefix, TextField, Wildcard, Word
from curator.search.query_lexer import Piece, QueryError

_USUAL = 10


def near(one: Node, other: Node, operator: Piece) -> Near:
    """Return the node of two parts that stand near each other.

    Args:
        operator: NEAR with how many words may stand between them, 10 unless said.

    Raises:
        QueryError: when a part is no word or phrase, or they are looked for in different fields.
    """
    fields = {field for part in (one, other) for field in _fields(part, operator)}
    if len(fields) > 1:
        raise _refused(_("Title and text are different places: NEAR at column %(column)d cannot join them."), operator)
    between = int(operator.text) if operator.text else _USUAL
    return Near((_bare(one), _bare(other)), between, False, one.start, other.end, fields.pop())


def _fields(part: Node, operator: Piece) -> set[TextField]:
    """Return where the words of a part are looked for."""
    if isinstance(part, Or):
        return {field for each in part.parts for field in _fields(each, operator)}
    if isinstance(part, Word | Phrase) and part.exact is not None:
        raise _refused(_("NEAR at column %(column)d cannot join words with the sign = before them."), operator)
    if isinstance(part, Word | Phrase | Prefix | Wildcard | Fuzzy) or (isinstance(part, Near) and part.ordered):
        return {part.field}
    raise _refused(_("NEAR at column %(column)d can join only words and phrases."), operator)


def _bare(part: Node) -> Node:
    """Leave out stems: places of words are asked for, not likeness."""
    if isinstance(part, Or):
        return Or(tuple(map(_bare, part.parts)), part.start, part.end)
    return Word(part.folded, part.start, part.end, part.field) if isinstance(part, Word) else part


def _refused(message: str, operator: Piece) -> QueryError:
    return QueryError(
        message % {"column": operator.start + 1},
        _('Write it between two words or phrases, or groups of them: (mud OR water) NEAR/5 "city library"'),
        operator.start + 1,
    )
