"""The language of a text: paragraphs by their script or small words, else by py3langid, loaded on first use."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from curator.text.scripts import script_of
from curator.text.small_words import SMALL_WORDS
from curator.text.tokens import folded_words

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

# The languages that a press archive meets. Left out are those of the model that take short texts from
# their large relatives (Low German of Luxembourg, Aragonese, Occitan, Volapük, Norwegian Nynorsk ...).
_CODES = (
    "af am ar az be bg bn bs ca cs da de el en es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja jv ka kk"
    " km ko ku ky lo lt lv mk ml mn mr ms mt nb ne nl pa pl ps pt ro ru si sk sl sq sr sv sw ta te th tl tr"
    " ug uk ur vi xh zh zu"
)
LANGUAGES = tuple(_CODES.split())
# Letters that no other language has; the model does not know Azerbaijani as it was written from 1939 to 1991.
_CYRILLIC_AZERBAIJANI = re.compile("[ҝҜҹҸ]|(?s:[әӘ].*[јЈ]|[јЈ].*[әӘ])")
_FEWEST_LETTERS = 20
_LONGEST_PARAGRAPH = 1_000
_LONGEST_SAMPLE = 3_000
_FEWEST_LETTERS_OF_A_PARAGRAPH = 40
_SURE = 0.9
_MOST_PARAGRAPHS = 2_000
_SHORT_PIECE = 120
_SCRIPTS_OF_ONE_LANGUAGE = {"Armn": "hy", "Geor": "ka"}
_FEWEST_SMALL_WORDS, _LEAST_SHARE, _LEAD = 4, 0.15, 3
_SURE_BY_WORDS = 0.99


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    whole = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    known = set(whole.labels)
    whole.set_languages([code for code in LANGUAGES if code in known])
    # One made of these languages alone does not hold on to the others, which take 28 MB.
    return LanguageIdentifier(
        whole.nb_ptc,
        whole.nb_pc,
        whole.nb_classes,
        whole.tk_nextmove,
        whole.tk_output,
        norm_probs=True,
        tk_row=whole.tk_row,
    )


def language_of(text: str) -> tuple[str, int] | None:
    """Return the BCP 47 code of the language of `text` and its confidence in per mille.

    Each paragraph votes with its length; the confidence is the share of the winner, weakened by the doubt
    within its paragraphs. None when there are fewer than 20 letters to go by.

    Source: Lui and Baldwin, "langid.py: An Off-the-shelf Language Identification Tool", ACL 2012.
    """
    votes: dict[str, float] = defaultdict(float)
    total = 0
    for paragraph in _sample(text):
        code, confidence = _classified(paragraph)
        votes[code] += len(paragraph) * confidence
        total += len(paragraph)
    if not total:
        return None
    best = max(votes, key=lambda code: votes[code])
    return best, round(1000 * votes[best] / total)


@lru_cache(maxsize=256)
def _classified(paragraph: str) -> tuple[str, float]:
    """The language of a paragraph and how sure that is (0 to 1)."""
    is_ascii = paragraph.isascii()
    if not is_ascii and _CYRILLIC_AZERBAIJANI.search(paragraph):
        return "az-Cyrl", 1.0
    script = "" if is_ascii else script_of(paragraph)
    if code := _SCRIPTS_OF_ONE_LANGUAGE.get(script) or _by_small_words(paragraph):
        return code, _SURE_BY_WORDS
    code, confidence = _identifier().classify(paragraph)
    return code, float(confidence)


def languages_of_paragraphs(body: str, language: str) -> tuple[str, ...]:
    """Return the language of each paragraph (parted by an empty line) of a text, in their order.

    Args:
        body: the text.
        language: its language as a whole; what a paragraph too short or too doubtful to tell is taken to be in.

    Returns:
        codes; an empty tuple when all paragraphs are in `language`, and for whole books, where it would take too long.
    """
    paragraphs = body.split("\n\n", _MOST_PARAGRAPHS)
    if len(paragraphs) > _MOST_PARAGRAPHS:
        return ()
    found = tuple(_of_paragraph(paragraph, language) for paragraph in paragraphs)
    return found if set(found) != {language} else ()


def _of_paragraph(paragraph: str, language: str) -> str:
    letters = sum(map(str.isalpha, paragraph[:_LONGEST_PARAGRAPH]))
    if letters < _FEWEST_LETTERS_OF_A_PARAGRAPH:
        return language
    code, confidence = _classified(_on_one_line(paragraph))
    return code if confidence >= _SURE else language


def _by_small_words(paragraph: str) -> str | None:
    """The language whose small words a paragraph has and no other nearly as many: much cheaper than the model."""
    words = folded_words(paragraph)
    counts = Counter(chain.from_iterable(SMALL_WORDS[word] for word in words if word in SMALL_WORDS))
    best = max(counts, key=counts.__getitem__, default="")
    most = counts.pop(best, 0)
    second = max(counts.values(), default=0)
    if most < _FEWEST_SMALL_WORDS or most < _LEAST_SHARE * len(words) or most < _LEAD * second:
        return None
    return best


def _sample(text: str) -> list[str]:
    """The paragraphs that have letters enough, cut to length, as many as a verdict needs."""
    chosen: list[str] = []
    size = 0
    for words in _pieces(text):
        if sum(map(str.isalpha, words)) < _FEWEST_LETTERS:
            continue
        chosen.append(words)
        size += len(words)
        if size >= _LONGEST_SAMPLE:
            break
    if chosen:
        return chosen
    whole = " ".join(text[:_LONGEST_SAMPLE].split())
    return [whole] if sum(map(str.isalpha, whole)) >= _FEWEST_LETTERS else []


def _pieces(text: str) -> Iterator[str]:
    """The paragraphs on one line; where none are parted by empty lines, lines, short ones some together."""
    if "\n\n" in text:
        yield from map(_on_one_line, text.split("\n\n"))
        return
    piece = ""
    for line in text.split("\n"):
        piece = f"{piece} {_on_one_line(line)}".strip()
        if len(piece) >= _SHORT_PIECE:
            yield piece
            piece = ""
    yield piece


def _on_one_line(paragraph: str) -> str:
    return " ".join(paragraph[:_LONGEST_PARAGRAPH].split())
