"""The words that tell most of what a text is about, among all texts of an archive."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass

from curator.search.index_words import IndexWords
from curator.text.small_words import SMALL_WORDS
from curator.text.tokens import token_lists

_SHORTEST = 3
_FEWEST_HOLDERS = 2
# A word in more than this share of the articles tells nothing of one of them; in a few of very few it does.
_MOST_SHARE, _FEW = 0.2, 3


@dataclass(frozen=True, slots=True)
class TellingWord:
    """A word of a text: folded, as it is most often written there, and how telling it is (tf-idf)."""

    folded: str
    raw: str
    weight: float


def telling_words(text: str, known: IndexWords, most: int = 30) -> list[TellingWord]:
    """Return the words that tell most of a text, the most telling first.

    Args:
        text: raw text.
        known: the words of the index; a word that no other article holds tells of no other article.
        most: how many at most.

    Source: tf-idf with a logarithmic frequency (Manning, Raghavan, Schütze, "Introduction to Information Retrieval").
    """
    _starts, _ends, raw, folded = token_lists(text)
    counts, written = Counter(folded), Counter(zip(folded, raw, strict=True))
    shown: dict[str, str] = {}
    for (word, as_written), _count in written.most_common():
        shown.setdefault(word, as_written)
    found = []
    for word, count in counts.items():
        if len(word) < _SHORTEST or word in SMALL_WORDS or word.isdecimal():
            continue
        holders = known.articles_with(word)
        if _FEWEST_HOLDERS <= holders <= max(_FEW, known.count * _MOST_SHARE):
            weight = (1 + math.log(count)) * math.log(1 + known.count / holders)
            found.append(TellingWord(word, shown[word], weight))
    return sorted(found, key=lambda each: (-each.weight, each.folded))[:most]
