"""Readings and what a person changed in them as JSON, as a review keeps them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, replace
from typing import Any

from curator.errors import Problem
from curator.model.reading import ArticleReading, Found, Part, Suggestion
from curator.model.review import Edits, Likeness

_FOUND = ("title", "publication", "section", "published", "published_time", "zone", "captured", "language", "url")
_SINGLE = (*_FOUND, "rights")


def reading_to_json(reading: ArticleReading) -> str:
    """Return a reading as JSON; its attachments are left out, their bytes are originals."""
    kept = {name: value for name, value in asdict(replace(reading, attachments=())).items() if value}
    return json.dumps(kept, ensure_ascii=False)


def reading_from_json(kept: str) -> ArticleReading | None:
    """Return a reading, or None when it can no longer be read: another program or a failing disk wrote to it."""
    try:
        read = json.loads(kept)
        single: dict[str, Any] = {name: _found(read[name]) for name in _SINGLE if name in read}
        return ArticleReading(
            body=_text(read.get("body", "")),
            authors=tuple(_found(each) for each in read.get("authors", ())),
            part=_text(read.get("part", "")),
            encoding=_text(read.get("encoding", "")),
            problems=tuple(Problem(**each) for each in read.get("problems", ())),
            parts=tuple(Part(**each) for each in read.get("parts", ())),
            suggestions=tuple(
                Suggestion(each["field"], _found(each["found"]), each["reason"]) for each in read.get("suggestions", ())
            ),
            languages=tuple(map(_text, read.get("languages", ()))),
            **single,
        )
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def edits_to_json(edits: Edits) -> str:
    """Return what a person changed as JSON."""
    kept: dict[str, Any] = {}
    if edits.columns:
        kept["columns"] = dict(edits.columns)
    if edits.parts:
        kept["parts"] = dict(edits.parts)
    if edits.body:
        kept["body"] = edits.body
    return json.dumps(kept, ensure_ascii=False)


def edits_from_json(kept: str) -> Edits:
    """Return what a person changed; nothing where that can no longer be read."""
    try:
        read = json.loads(kept)
        parts = {int(index): bool(in_body) for index, in_body in read.get("parts", {}).items()}
        return Edits(dict(read.get("columns", {})), parts, _text(read.get("body", "")))
    except (ValueError, TypeError, AttributeError):
        return Edits()


def problems_to_json(problems: Iterable[Problem]) -> str:
    """Return reasons as JSON."""
    return json.dumps([[each.code, each.message, each.hint] for each in problems], ensure_ascii=False)


def problems_from_json(kept: str) -> tuple[Problem, ...]:
    """Return reasons; none where they can no longer be read."""
    try:
        return tuple(Problem(*map(_text, each)) for each in json.loads(kept))
    except (ValueError, TypeError):
        return ()


def likenesses_to_json(found: Iterable[Likeness]) -> str:
    """Return what an item is like as JSON."""
    return json.dumps([{name: value for name, value in asdict(each).items() if value} for each in found])


def likenesses_from_json(kept: str) -> tuple[Likeness, ...]:
    """Return what an item is like; nothing where that can no longer be read."""
    try:
        return tuple(Likeness(**each) for each in json.loads(kept))
    except (ValueError, TypeError):
        return ()


def _found(read: dict[str, Any]) -> Found:
    found = Found(**read)
    if not isinstance(found.value, str) or not isinstance(found.confidence, int):
        raise TypeError(found)
    return found


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value
