"""What was done to one article: each act with the fields it changed, as they were and as they became."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from curator.archive import articles, history
from curator.model.revision import Change, Revision
from curator.operations.context import Context
from curator.operations.field_values import DESCRIBABLE


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field (one of `DESCRIBABLE`) with its value before an act and after it, None where empty."""

    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Act:
    """An act on an article, and the fields of its description that it changed."""

    revision: Revision
    fields: tuple[FieldChange, ...]


def acts(context: Context, article_id: int, limit: int = 100) -> list[Act]:
    """Return the newest acts on an article, on its tags, notes and places in collections; newest first.

    Raises:
        CuratorError: when there is no such article.
    """
    connection = context.archive.read()
    article = articles.get(connection, article_id)
    now: dict[str, str | None] = {field: getattr(article, field) for field in DESCRIBABLE}
    found: dict[int, Act] = {}
    described = history.of_record(connection, "article", article_id)
    for revision, change in described:
        found[revision.id] = Act(revision, tuple(_fields(change, now)))
    for revision in history.around_article(connection, article_id, limit):
        found.setdefault(revision.id, Act(revision, ()))
    return [found[revision_id] for revision_id in sorted(found, reverse=True)[:limit]]


def _fields(change: Change, now: dict[str, str | None]) -> Iterable[FieldChange]:
    """Yield what an act changed; `now` holds the fields as they were after it, and afterwards as before it."""
    before: Mapping[str, str | int | None] = change.before or {}
    for field in DESCRIBABLE:
        if change.kind == "update" and field in before:
            was = before[field]
            old = None if was is None else str(was)
            yield FieldChange(field, old, now[field])
            now[field] = old
