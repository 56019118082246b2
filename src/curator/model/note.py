"""What a person notes at an article or at a passage of it."""

from __future__ import annotations

from dataclasses import dataclass

from curator.model.passage import Passage


@dataclass(frozen=True, slots=True)
class Note:
    """A note; without a passage it is about the whole article."""

    id: int
    article_id: int
    passage: Passage | None
    text: str
