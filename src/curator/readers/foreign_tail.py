"""Headlines of other stories below an article that are in another language than it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from curator.readers.text_units import Unit
from curator.text.language import languages_of_paragraphs


def foreign_tail(units: Sequence[Unit], kept: NDArray[np.bool_], language: str) -> list[int]:
    """Return the last of the kept units that are in another language and come after something that was cut.

    Args:
        kept: which units are kept.
        language: the language of the article (BCP 47).
    """
    places = [int(at) for at in np.flatnonzero(kept)]
    if not language or not places:
        return []
    tail: list[int] = []
    for at in reversed(places):
        if languages_of_paragraphs(units[at].text.replace("\n", " "), language) == ():
            break
        tail.append(at)
    if len(tail) == len(places) or not tail:
        return []
    # An article may end in another tongue; the headlines of others come after a button, a heading, a menu.
    last = places[len(places) - len(tail) - 1]
    return sorted(at for at in tail if not kept[last:at].all())
