"""A query as it is edited: fields that are finished become tokens, the rest stays text; what is being typed."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from curator.search import And, FieldTerm, Node, Not, Or, QueryError, parse
from curator.search.query_lexer import Kind, Piece, pieces

_OR = re.compile(r"\s*OR\b")
_WORD_ENDS = " \t()"
# The "field" of words that are kept while one searches within what they find.
WITHIN = "words"


@dataclass(frozen=True, slots=True)
class Token:
    """A finished field of a query.

    Args:
        text: as it stands in the query ('-theme:"Fundraising"').
        field: its full name.
        value: without quotation marks.
        excluded: whether it is what articles must not have.
    """

    text: str
    field: str
    value: str
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class Typing:
    """The word at the cursor.

    Args:
        start, end: its place in the text (code points), field and quotation mark included.
        field: the field whose value it is, or empty.
        typed: what there is of it, without field and quotation mark.
        excluded: whether a minus stands before it; `start` lies after that.
    """

    start: int
    end: int
    field: str
    typed: str
    excluded: bool = False


def take_tokens(text: str, every: bool = False, refused: Collection[str] = ()) -> tuple[list[Token], str]:
    """Take out of a query the fields that all articles have to match and that are finished.

    Args:
        every: those at the very end, too; else one is finished when a space follows.
        refused: texts of tokens that are to stay text.

    Returns:
        the tokens, and the text without them; all text as it was where it cannot be understood (yet).
    """
    try:
        node, found = parse(text), list(pieces(text))
    except QueryError:
        return [], text
    if any(piece.kind is Kind.AND for piece in found):
        return [], text
    tokens, rest, shift = [], text, 0
    for part in node.parts if isinstance(node, And) else (node,):
        token = _token(part, text)
        if token is None or token.text in refused or _depth(found, part.start):
            continue
        if not every and not text[part.end : part.end + 1].isspace():
            continue
        tokens.append(token)
        # With the space after it.
        end = part.end + (text[part.end : part.end + 1] == " ")
        rest = rest[: part.start - shift] + rest[end - shift :]
        shift += end - part.start
    return tokens, rest


def within_token(words: str) -> Token:
    """Return words of a query as a token: what is typed behind it is looked for in what they find."""
    try:
        alternatives = isinstance(parse(words), Or)
    except QueryError:
        alternatives = False
    return Token(f"({words})" if alternatives else words, WITHIN, words)


def joins_by_or(text: str) -> bool:
    """Return whether a text goes on with OR, so that the token before it has to become text again."""
    return bool(_OR.match(text))


def join(tokens: Sequence[Token], text: str) -> tuple[str, int]:
    """Return the whole query, and where `text` begins in it (code points)."""
    before = " ".join(token.text for token in tokens)
    if not tokens or not text.strip():
        return before or text, 0
    try:
        alternatives = isinstance(parse(text), Or)
    except QueryError:
        alternatives = False
    # Tokens hold for all of it: "person:X" and "mud OR water".
    return (f"{before} ({text.strip()})", len(before) + 2) if alternatives else (f"{before} {text}", len(before) + 1)


def without_brackets(text: str) -> str:
    """Return a query without brackets around the whole of it: they say nothing."""
    bare = text.strip()
    while bare.startswith("(") and bare.endswith(")"):
        try:
            found = list(pieces(bare))
        except QueryError:
            return bare
        closes = [piece for piece in found if piece.kind is Kind.CLOSE and _depth(found, piece.start) == 1]
        if not closes or closes[0].end != len(bare):
            return bare
        bare = bare[1:-1].strip()
    return bare


def typing_at(text: str, cursor: int) -> Typing:
    """Return the word that ends at the cursor, as far as it goes there."""
    start, quoted = 0, ""
    for place, character in enumerate(text[:cursor]):
        if quoted:
            quoted = "" if character in ("”" if quoted == "“" else quoted) else quoted
            start = place + 1 if not quoted else start
        elif character in '"“':
            quoted = character
        elif character in _WORD_ENDS:
            start = place + 1
    excluded = text[start : start + 1] == "-"
    start += excluded
    word = text[start:cursor]
    match = re.match(r"([^\W\d_]+):", word)
    field = match[1].lower() if match else ""
    value = word[match.end() :] if match else word
    return Typing(start, cursor, field, value.lstrip('"“'), excluded)


def live(text: str) -> str:
    """Return the query to carry out while it is being typed: the last word may go on."""
    return f"{text}*" if len(text) > 1 and text[-2:].isalnum() and _ends_in_word(text) else text


def marked(text: str) -> list[tuple[int, int, str]]:
    """Return where operators and the names of fields stand: start, end, "operator" or "field"."""
    found = []
    try:
        for piece in pieces(text):
            if piece.kind in (Kind.AND, Kind.OR, Kind.NOT, Kind.NEAR):
                found.append((piece.start, piece.end, "operator"))
            elif piece.kind is Kind.EXACT:
                # The sign alone: the word behind it is a word.
                found.append((piece.start, piece.start + 1, "operator"))
            elif piece.kind is Kind.FIELD:
                found.append((piece.start, piece.end, "field"))
    except QueryError:
        # What stands before the mistake keeps its marks.
        pass
    return found


def quoted(field: str, value: str) -> str:
    """Return a field term for a value, in quotation marks where it has more than one word."""
    plain = value.replace('"', "")
    return f'{field}:"{plain}"' if not plain.isalnum() else f"{field}:{plain}"


def _ends_in_word(text: str) -> bool:
    word = typing_at(text, len(text))
    return not word.field and text.count('"') % 2 == 0 and word.typed not in ("AND", "OR", "NOT")


def _token(node: Node, text: str) -> Token | None:
    excluded = isinstance(node, Not)
    term = node.part if isinstance(node, Not) else node
    if not isinstance(term, FieldTerm):
        return None
    return Token(text[node.start : node.end], term.name, term.value, excluded)


def _depth(found: Sequence[Piece], place: int) -> int:
    opened = sum(piece.kind is Kind.OPEN for piece in found if piece.start < place)
    return opened - sum(piece.kind is Kind.CLOSE for piece in found if piece.start < place)
