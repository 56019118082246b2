"""What the index holds of an article: its number, the words of title and body with positions, spellings and stems."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from curator.search.columnar import NumberColumn, WordsField
from curator.search.whoosh_parts import Column, Schema
from curator.text.fold import fold, spelling
from curator.text.stems import LANGUAGES, stem, stemming_languages
from curator.text.tokens import folded_words, raw_words

# Raise it when the schema, the layout, the folding or the finding of words changes: older indexes are then built anew.
SCHEMA_VERSION = 4

ARTICLE = "article"
TITLE = "title"
BODY = "body"
# How many times in the body a word in the title counts for.
TITLE_WEIGHT = 3


# How words are spelled that are not spelled as they are folded: `spelled_term`.
TITLE_SPELLINGS = "title_spellings"
BODY_SPELLINGS = "body_spellings"
# Where the spellings of the words of a field are.
SPELLINGS = {TITLE: TITLE_SPELLINGS, BODY: BODY_SPELLINGS}
_BETWEEN = "\x1f"


def schema() -> Any:
    """Return the schema.

    `article` is a column of 64 bits; `title` and `body` are folded words; `title_spellings` and `body_spellings` say
    how those words are spelled that are not spelled as they are folded; `stems_en` and the like hold the stems of
    title and body, the title as many times as it weighs. Nothing of the text itself is stored, and no
    positions but those of the folded words: spellings and stems are looked up as words alone.
    """
    # White space always parts words, so each piece between can be looked at for itself.
    words = {TITLE: WordsField(folded_words), BODY: WordsField(folded_words)}
    spellings = {name: WordsField(_spellings, positions=False) for name in SPELLINGS.values()}
    stems = {stems_field(language): WordsField(_stems_in(language), positions=False) for language in LANGUAGES}
    return Schema(**{ARTICLE: Column(NumberColumn())}, **words, **spellings, **stems)


def stems_field(language: str) -> str:
    """Return the field that holds the stems of a language."""
    return f"stems_{language}"


def spelled_term(folded: str, exact: str = "") -> str:
    """Return the term of a word with a spelling; without, what the terms of all its spellings begin with."""
    return f"{folded}{_BETWEEN}{exact}"


def _spellings(piece: str) -> list[str]:
    # Most pieces are plain, in which small letters are all there is to fold.
    if piece.isascii():
        return []
    found = [(fold(word), spelling(word)) for word in raw_words(piece)]
    return [spelled_term(folded, exact) for folded, exact in found if folded and folded != exact]


def _stems_in(language: str) -> Callable[[str], list[str]]:
    def stems(piece: str) -> list[str]:
        return [stem(word, language) for word in raw_words(piece) if stemming_languages(word, (language,))]

    return stems
