"""Which line above the text of a copied page is its headline: the words it shares with the text, repeats, nearness."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator

import numpy as np

from curator.readers.line_context import best_stretch
from curator.readers.line_features import Lines, Matrix

_SHORTEST, _LONGEST = 6, 300
_WITHIN = 6
_FARTHEST = 600
_LIKELY = 0.5
_BESIDE = 4
_AS_LONG_AS_A_HEADLINE = (25, 160)
_SEEN = (
    "finished",
    "question",
    "dated",
    "chrome",
    "legal",
    "repeated often",
    "small words",
    "capitals",
    "bar",
    "digits",
    "clock",
    "picture",
    "commas",
    "colon",
    "quote",
)
TITLE_NAMES = (
    *_SEEN,
    "share of known words",
    "known words",
    "how known",
    "lines until the text",
    "in the text",
    "lines within the text",
    "repeated",
    "repeated and known",
    "size",
    "size squared",
    "too long",
    "date below",
    "sentence below",
    "longest around",
    "chance",
    "like a headline",
    "headline above",
    "headline below",
    "long lines between",
    "many short lines between",
    "found in another line",
    "below a short line",
    "above a longer line",
)


class TitleSearch:
    """The lines of a page with what is needed to tell how much each is like a headline.

    Args:
        lines: the lines of the page.
        chances: how likely each is part of the text.
    """

    def __init__(self, lines: Lines, chances: Matrix) -> None:
        self._lines = lines
        self._chances = chances
        self.first, self.last = best_stretch(chances, lines.counts)
        inside = range(self.first, self.last + 1)
        self._sure = {at for at in inside if chances[at] > _LIKELY}
        self._known = Counter(word for at in self._sure for word in lines.content[at])
        self._times = Counter(lines.folded)
        self._like = [self._headline(at) for at in range(min(len(lines.texts), self.first + _WITHIN + _BESIDE))]

    def candidates(self) -> tuple[list[int], Matrix]:
        """Return the places of the lines that may be the headline, with a row of `TITLE_NAMES` for each."""
        end = min(len(self._lines.texts), self.first + _WITHIN)
        places = [
            at for at in range(max(0, end - _FARTHEST), end) if _SHORTEST <= len(self._lines.texts[at]) <= _LONGEST
        ]
        return places, np.array([list(self._row(at)) for at in places]).reshape(-1, len(TITLE_NAMES))

    def same(self, at: int, other: int) -> bool:
        """Tell whether two lines say the same."""
        return self._lines.folded[at] == self._lines.folded[other]

    def share_of_known(self, at: int) -> float:
        """Return the share of the longer words of line `at` that the text has, too."""
        words = self._lines.content[at]
        return self._known_words(at) / max(1, len(words))

    def _known_words(self, at: int) -> int:
        return sum(self._known[word] > (at in self._sure) for word in self._lines.content[at])

    def _row(self, at: int) -> Iterator[float]:
        lines, size = self._lines, float(self._lines.sizes[at])
        yield from (float(lines.column(name)[at]) for name in _SEEN)
        words, known = lines.content[at], self._known_words(at)
        distance = self.first - at
        is_repeated = self._times[lines.folded[at]] > 1
        between = lines.sizes[at + 1 : max(at + 1, self.first)]
        around = [lines.sizes[other] for other in self._around(at, 2)]
        length = min(size, 120) / 60
        yield known / max(1, len(words))
        yield min(known, 6) / 6
        yield min(sum(self._known[word] for word in words) / max(1, len(words)), 3) / 3
        yield math.log1p(max(0, distance))
        yield distance < 0
        yield min(max(0, -distance), _WITHIN) / _WITHIN
        yield is_repeated
        yield is_repeated and known > 1
        yield length
        yield length**2
        yield size > 140
        yield bool(lines.column("dated")[at + 1 : at + 5].any())
        yield bool(lines.column("finished")[at + 1 : at + 3].any())
        yield max(around, default=0) < size
        yield float(self._chances[at])
        yield self._like[at]
        yield max(self._like[max(0, at - _BESIDE) : at], default=0)
        yield max(self._like[at + 1 : min(self.first + _WITHIN, at + 1 + _BESIDE)], default=0)
        yield int((between >= 40).sum())
        yield int((between < 40).sum()) > 8
        yield self._stands_elsewhere(at)
        yield bool(at and lines.sizes[at - 1] < 40)
        yield bool(at + 1 < len(lines.texts) and lines.sizes[at + 1] > 1.3 * size)

    def _around(self, at: int, width: int) -> Iterator[int]:
        for other in range(max(0, at - width), min(len(self._lines.texts), at + width + 1)):
            if other != at:
                yield other

    def _headline(self, at: int) -> float:
        """How much a line is like a headline without its place."""
        lines = self._lines
        shortest, longest = _AS_LONG_AS_A_HEADLINE
        if not lines.content[at] or not shortest <= lines.sizes[at] <= longest:
            return 0.0
        if lines.column("finished")[at] and not lines.column("question")[at]:
            return 0.0
        share = min(1.0, self._known_words(at) / max(3, len(lines.content[at])))
        return share * (0.3 if lines.column("picture")[at] or lines.column("chrome")[at] else 1)

    def _stands_elsewhere(self, at: int) -> bool:
        """Whether a line off the text has most of its words: a link, a crumb, a caption."""
        words = self._lines.content[at]
        if len(words) < 3:
            return False
        others = [*range(at - 1), *range(self.last + 1, len(self._lines.texts))]
        return any(
            self._lines.sizes[other] < 200 and len(words & self._lines.content[other]) >= 0.8 * len(words)
            for other in others
        )
