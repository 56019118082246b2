"""What the inspector tells of one article or of many: the description they share, where it came from, what was done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from curator.archive import accessions, articles, collections, originals
from curator.model.article import Accession, Original
from curator.model.note import Note
from curator.operations import article_history, notes
from curator.operations.article_history import Act
from curator.operations.context import Context
from curator.operations.field_values import DESCRIBABLE


@dataclass(frozen=True, slots=True)
class Inspection:
    """What is known of one or many articles.

    Args:
        ids: the articles.
        values: field of `DESCRIBABLE` -> its value; None where it is empty, or differs.
        several: the fields that differ.
        sources: field -> (source, confidence per mille); of one article only, as all that follows.
        collections: paths of collections, each with how many of the articles it holds.
        accession, file: the import it came with, and its file then.
        acts: what was done to it, newest first.
    """

    ids: tuple[int, ...]
    values: Mapping[str, str | None]
    several: frozenset[str]
    sources: Mapping[str, tuple[str, int]]
    collections: tuple[tuple[str, int], ...]
    originals: tuple[Original, ...] = ()
    accession: Accession | None = None
    file: str = ""
    notes: tuple[Note, ...] = ()
    acts: tuple[Act, ...] = ()


def inspect(context: Context, article_ids: Sequence[int]) -> Inspection:
    """Return what is known of articles; those that are gone are passed over."""
    connection = context.archive.read()
    gone = set(articles.missing(connection, article_ids))
    ids = tuple(article_id for article_id in article_ids if article_id not in gone)
    values, several = articles.shared_values(connection, ids, DESCRIBABLE)
    counted = tuple(collections.count_articles(connection, ids))
    if len(ids) != 1:
        return Inspection(ids, values, several, {}, counted)
    article = articles.get(connection, ids[0])
    item = accessions.of_article(connection, article.id)
    return Inspection(
        ids,
        values,
        several,
        articles.sources(connection, article.id),
        counted,
        tuple(originals.of_article(connection, article.id)),
        accessions.get(connection, article.accession_id) if article.accession_id else None,
        str(item["path"]) if item else "",
        tuple(notes.of_article(context, article.id)),
        tuple(article_history.acts(context, article.id)),
    )
