"""How sure it is that each line of a text belongs to the article: two logistic models, one upon the other.

Learned by tests/benchmarks/train_copied_text.py from pages as they are copied; weights in line_weights.py.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from curator.readers.line_context import FIRST_NAMES, SECOND_NAMES, neighbourhood, surroundings
from curator.readers.line_features import Lines, Matrix
from curator.readers.line_weights import FIRST, SECOND, TITLE
from curator.readers.title_lines import TITLE_NAMES, TitleSearch

_ALONE = 9.0


def body_scores(lines: Lines) -> Matrix:
    """Return for each line the logarithm of the odds that it belongs to the article (0: even)."""
    first, second, _title = _weights()
    near = neighbourhood(lines)
    found: Matrix = surroundings(lines, near, near @ first) @ second
    return found


def headline_of(search: TitleSearch) -> tuple[int, float] | None:
    """Return the place of the line most like the headline, and its lead over lines that say something else.

    None without lines.
    """
    places, columns = search.candidates()
    if not places:
        return None
    scores = columns @ _weights()[2]
    best = int(np.argmax(scores))
    others = [score for place, score in zip(places, scores, strict=True) if not search.same(place, places[best])]
    return places[best], float(scores[best] - max(others)) if others else _ALONE


@lru_cache(maxsize=1)
def _weights() -> tuple[Matrix, Matrix, Matrix]:
    tables = ((FIRST, FIRST_NAMES), (SECOND, SECOND_NAMES), (TITLE, TITLE_NAMES))
    first, second, title = (np.array([table[name] for name in names]) for table, names in tables)
    return first, second, title
