"""The language of a text: py3langid over its paragraphs, weighted by their length; loaded on first use."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

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
_FEWEST_LETTERS = 20
_LONGEST_PARAGRAPH = 1_000
_LONGEST_SAMPLE = 6_000


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    known = set(identifier.labels)
    identifier.set_languages([code for code in LANGUAGES if code in known])
    return identifier


def language_of(text: str) -> tuple[str, int] | None:
    """Return the BCP 47 code of the language of `text` and its confidence in per mille.

    Each paragraph votes with its length; the confidence is the share of the winner, weakened by the doubt
    within its paragraphs. None when there are fewer than 20 letters to go by.

    Source: Lui and Baldwin, "langid.py: An Off-the-shelf Language Identification Tool", ACL 2012.
    """
    votes: dict[str, float] = defaultdict(float)
    total = 0
    for paragraph in _sample(text):
        code, confidence = _identifier().classify(paragraph)
        votes[code] += len(paragraph) * confidence
        total += len(paragraph)
    if not total:
        return None
    best = max(votes, key=lambda code: votes[code])
    return best, round(1000 * votes[best] / total)


def _sample(text: str) -> list[str]:
    """The paragraphs that have letters enough, cut to length, as many as a verdict needs."""
    chosen: list[str] = []
    size = 0
    for paragraph in text.split("\n"):
        words = paragraph.strip()[:_LONGEST_PARAGRAPH]
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
