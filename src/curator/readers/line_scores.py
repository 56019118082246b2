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


def body_scores(lines: Lines) -> Matrix:
    """Return for each line the logarithm of the odds that it belongs to the article (0: even)."""
    first, second, _title = _weights()
    near = neighbourhood(lines)
    found: Matrix = surroundings(lines, near, near @ first) @ second
    return found


def headline_of(search: TitleSearch) -> tuple[int, float] | None:
    """Return the place of the line that is most like the headline, and its lead over the next; None without lines."""
    places, columns = search.candidates()
    if not places:
        return None
    scores = columns @ _weights()[2]
    best = int(np.argmax(scores))
    others = np.delete(scores, best)
    return places[best], float(scores[best] - others.max()) if len(others) else 9.0


@lru_cache(maxsize=1)
def _weights() -> tuple[Matrix, Matrix, Matrix]:
    tables = ((FIRST, FIRST_NAMES), (SECOND, SECOND_NAMES), (TITLE, TITLE_NAMES))
    first, second, title = (np.array([table[name] for name in names]) for table, names in tables)
    return first, second, title
