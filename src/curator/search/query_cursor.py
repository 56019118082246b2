"""What stands at the cursor of a query that is being typed: the name of a field, its value, or a word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from curator.search.query_lexer import FIELDS

_OPENING = '"“„«'
_CLOSING = {'"': '"', "“": "”", "„": "”“", "«": "»"}

Part = Literal["word", "value"]


@dataclass(frozen=True, slots=True)
class AtCursor:
    """The part of a query that is being typed.

    Args:
        part: "word" can become the name of a field, too.
        field: the full name of the field that a value belongs to; None for a word.
        typed: what stands before the cursor of it, without quotation marks.
        start, end: what a completion replaces (code points, end excluded), quotation marks included.
    """

    part: Part
    field: str | None
    typed: str
    start: int
    end: int


def at_cursor(query: str, cursor: int) -> AtCursor:
    """Return what stands at the cursor; never fails, whatever was typed so far.

    Args:
        query: as far as it is typed.
        cursor: where (code points, from 0).
    """
    cursor = max(0, min(cursor, len(query)))
    start, field, quoted = _begun(query, cursor)
    end = _end(query, cursor, quoted)
    typed = query[start + bool(quoted) : cursor]
    return AtCursor("value" if field else "word", field, typed, start, end)


def _begun(query: str, cursor: int) -> tuple[int, str | None, str]:
    """Return where the part at the cursor begins, its field, and the quotation mark that it is in."""
    start, field, quoted = 0, None, ""
    is_start = True
    for at, sign in enumerate(query[:cursor]):
        if quoted:
            if sign in _CLOSING[quoted]:
                start, field, quoted, is_start = at + 1, None, "", True
        elif sign in _OPENING and is_start:
            start, quoted, is_start = at, sign, False
        elif sign.isspace() or sign in "()":
            start, field, is_start = at + 1, None, True
        elif sign in "-=" and is_start and not field:
            start = at + 1
        elif sign == ":" and field is None and query[start:at].casefold() in FIELDS:
            field, start, is_start = FIELDS[query[start:at].casefold()], at + 1, True
        else:
            is_start = False
    return start, field, quoted


def _end(query: str, cursor: int, quoted: str) -> int:
    """Return where the part ends: at its quotation mark, or at the next space or bracket."""
    for at in range(cursor, len(query)):
        if quoted and query[at] in _CLOSING[quoted]:
            return at + 1
        if not quoted and (query[at].isspace() or query[at] in "()"):
            return at
    return cursor if quoted else len(query)
