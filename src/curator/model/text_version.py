"""One version of an article's text, as a list of versions shows it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextVersion:
    """A version without its body.

    Args:
        number: 1 for the text as extracted, counting up for each article.
        text_id, based_on: ids of the rows; `based_on` is the version that was in use when this one was made.
        version: "extracted", "cleaned" or "edited".
        made_by: the reader and its version, or the person.
        body_hash: SHA-256 of the body in UTF-8, hex.
        length: code points.
        in_use: whether this is the version that is read, searched and anchored to.
    """

    number: int
    text_id: int
    version: str
    based_on: int | None
    made_by: str
    body_hash: str
    length: int
    in_use: bool
