"""Where a tag stands: a mention of an authority in a whole article or in one passage of its text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from curator.model.authority import Authority


@dataclass(frozen=True, slots=True)
class Passage:
    """An anchor in a text (W3C TextPosition and TextQuote selectors); `start` and `end` in code points."""

    id: int
    article_id: int
    start: int
    end: int
    quote: str
    state: Literal["anchored", "moved", "detached"]


@dataclass(frozen=True, slots=True)
class Mention:
    """An authority (merges resolved) in an article; without a passage it is about the whole article."""

    id: int
    article_id: int
    authority: Authority
    passage: Passage | None
    origin: str
