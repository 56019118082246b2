"""What a run of signs or a quotation in a query stands for: words, patterns, likenesses, phrases of these."""

from __future__ import annotations

import re
from collections.abc import Iterator

from curator.i18n import _
from curator.search.nodes import Every, Fuzzy, Near, Node, Phrase, Prefix, TextField, Wildcard, Word
from curator.search.query_lexer import Kind, Piece, QueryError
from curator.text.fold import fold, spelling
from curator.text.stems import stem, stemming_languages
from curator.text.tokens import WORD

# A word, or letters with signs for others among them.
_RUN = re.compile(rf"(?:{WORD}|[*?])+")
_SIGNS = re.compile(r"([*?])")
_LIKE = re.compile(r"~(\d*)\W*$")
_MOST_EDITS = 2
_SHORT = 5


def text_node(piece: Piece, field: TextField, start: int, exact: bool = False) -> Node:
    """Make the node of a chunk or a quotation.

    Args:
        piece: of kind CHUNK or QUOTED.
        field: where to look.
        start: where the term begins in the query (code points), its field included.
        exact: whether only the spelling counts that was typed.

    Raises:
        QueryError: when there is no word in it, or signs stand where they mean nothing.
    """
    if piece.kind is Kind.CHUNK and piece.text == "*" and field == "text" and not exact:
        return Every(start, piece.end)
    text, edits = _without_likeness(piece)
    runs = [run for run in _runs(text) if run.strip("*?")]
    if not runs:
        raise _no_word(piece)
    if exact:
        return _exact(piece, runs, field, start, edits)
    if piece.kind is Kind.QUOTED and any(run.strip("?") == "*" for run in _runs(text)):
        raise _lone_star(piece)
    parts = [_element(run, field, start, piece) for run in runs]
    if edits is not None:
        parts[-1] = _fuzzy(parts[-1], edits, piece)
    return _together(parts, field, start, piece)


def has_word(text: str) -> bool:
    """Tell whether a piece of a query has a letter or digit, or is a lone star."""
    return any(run.strip("?") for run in _runs(text))


def _runs(text: str) -> Iterator[str]:
    """Yield words and patterns; a question mark at the end of a word is one, not a sign for a letter."""
    for match in _RUN.finditer(text):
        if run := match.group().rstrip("?"):
            yield run


def _element(run: str, field: TextField, start: int, piece: Piece) -> Node:
    """Make the node of one word or pattern."""
    pattern = "".join(each if each in ("*", "?") else fold(each) for each in _SIGNS.split(run))
    pattern = re.sub(r"\*+", "*", pattern)
    letters = pattern.rstrip("*")
    if not letters.strip("*?"):
        raise _no_word(piece)
    if "*" in letters or "?" in letters:
        return Wildcard(pattern, start, piece.end, field)
    if letters != pattern:
        return Prefix(letters, start, piece.end, field)
    stems = _stems(run) if piece.kind is Kind.CHUNK and field == "text" else ()
    return Word(letters, start, piece.end, field, stems=stems, typed=spelling(run))


def _stems(word: str) -> tuple[tuple[str, str], ...]:
    return tuple((language, stem(word, language)) for language in stemming_languages(word))


def _together(parts: list[Node], field: TextField, start: int, piece: Piece) -> Node:
    if len(parts) == 1:
        return parts[0]
    words = tuple(part.folded for part in parts if isinstance(part, Word))
    if len(words) == len(parts):
        return Phrase(words, start, piece.end, field)
    bare = tuple(Word(part.folded, start, piece.end, field) if isinstance(part, Word) else part for part in parts)
    return Near(bare, 0, True, start, piece.end, field)


def _exact(piece: Piece, runs: list[str], field: TextField, start: int, edits: int | None) -> Node:
    if edits is not None or any(_SIGNS.search(run) for run in runs):
        raise QueryError(
            _("The sign = at column %(column)d goes before a word or phrase without * ? ~.") % {"column": start + 1},
            _("Leave out = to find all spellings, or the other sign to find this one."),
            start + 1,
        )
    words, exact = tuple(fold(run) for run in runs), tuple(spelling(run) for run in runs)
    if len(words) == 1:
        return Word(words[0], start, piece.end, field, exact=exact[0])
    return Phrase(words, start, piece.end, field, exact=exact)


def _without_likeness(piece: Piece) -> tuple[str, int | None]:
    """Return the text up to ~ or ~2 at its end, and how many edits that allows: -1 where none was typed."""
    found = _LIKE.search(piece.text) if piece.kind is Kind.CHUNK else None
    if found is None or not any(True for _run in _RUN.finditer(piece.text[: found.start()])):
        return piece.text, None
    edits = int(found[1]) if found[1] else -1
    if edits > _MOST_EDITS or edits == 0:
        raise QueryError(
            _("Words can differ in 1 or 2 letters, not in %(count)d, at column %(column)d.")
            % {"count": edits, "column": piece.start + 1},
            _("Write ~1 or ~2 after the word, or ~ alone."),
            piece.start + 1,
        )
    return piece.text[: found.start()], edits


def _fuzzy(last: Node, edits: int, piece: Piece) -> Node:
    if not isinstance(last, Word):
        raise QueryError(
            _("The sign ~ at column %(column)d goes after a word without * and ?.") % {"column": piece.start + 1},
            _("Use one of the signs."),
            piece.start + 1,
        )
    # As in Lucene: five letters are too little for two edits.
    usual = 1 if len(last.folded) <= _SHORT else _MOST_EDITS
    return Fuzzy(last.folded, usual if edits < 0 else edits, last.start, last.end, last.field)


def _no_word(piece: Piece) -> QueryError:
    return QueryError(
        _("There is no word at column %(column)d, only signs.") % {"column": piece.start + 1},
        _("Write a word there, or leave the query empty to find every article."),
        piece.start + 1,
    )


def _lone_star(piece: Piece) -> QueryError:
    return QueryError(
        _("A star alone stands for no word in a phrase, at column %(column)d.") % {"column": piece.start + 1},
        _("For words with others between them: first NEAR/1 second"),
        piece.start + 1,
    )
