"""What can be worked out of an article before it is shown, in a thread that reads: the window does not wait for it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from curator.gui.models.article_list import language_name
from curator.gui.views.marks import Marks, marks_of
from curator.gui.views.sentence_walk import SentenceWalk
from curator.i18n import _
from curator.model.date_phrases import describe
from curator.model.dates import parse_edtf
from curator.operations.reading import Reading
from curator.search import Node, hits
from curator.text.offsets import Offsets


@dataclass(frozen=True, slots=True, eq=False)
class PreparedArticle:
    """An article with its places in the document that will show it.

    Args:
        about: the line below the title: publication, date, byline.
        body_at: where the body begins in the document (UTF-16 units).
        walk: its sentences.
        marks: what is marked in it.
        title_hits: where the query's words stand in the title (UTF-16 units).
    """

    reading: Reading
    about: str
    body_at: int
    walk: SentenceWalk
    marks: Marks
    title_hits: tuple[tuple[int, int], ...] = ()


def prepare(reading: Reading, node: Node | None = None, languages: Collection[str] | None = None) -> PreparedArticle:
    """Work out sentences and marks of an article, and the hits of a query in its title; from any thread.

    Args:
        languages: those of the article, by which forms of words are told; None for all.
    """
    about, body = provenance(reading), reading.text.body
    heads = [reading.article.title, about] if reading.article.title else [about]
    # Each head is followed by the end of its block, which counts as one.
    body_at = sum(Offsets(head).units(len(head)) + 1 for head in heads)
    marks = marks_of(reading.mentions, reading.notes, Offsets(body), body_at)
    walk = SentenceWalk(body, body_at)
    return PreparedArticle(reading, about, body_at, walk, marks, _title_hits(reading.article.title, node, languages))


def _title_hits(title: str | None, node: Node | None, languages: Collection[str] | None) -> tuple[tuple[int, int], ...]:
    if not title or node is None:
        return ()
    offsets = Offsets(title)
    return tuple(
        (offsets.units(start), offsets.units(end)) for start, end in hits(title, node, title=True, languages=languages)
    )


def provenance(found: Reading) -> str:
    """Return the line below the title of an article."""
    article = found.article
    date = describe(parse_edtf(article.published)) if article.published else None
    by = _("by %(names)s") % {"names": article.byline} if article.byline else None
    return " · ".join(part for part in (article.publication, date, by, language_name(article.language)) if part)
