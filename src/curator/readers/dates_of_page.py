"""When a page was published: JSON-LD, then meta elements, then marked times, then htmldate over the whole page.

Dates of change and of capture never stand in for it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element
from lxml.html import HtmlElement

from curator.model.reading import Found
from curator.readers.json_ld import Node, article_of, page_of, text_of
from curator.readers.meta_tags import MetaTags
from curator.readers.stated_dates import StatedDate, parse_date

_META_KEYS = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.created",
    "citation_publication_date",
    "citation_date",
    "publishdate",
    "publish-date",
    "publish_date",
    "pubdate",
    "published_time",
    "publication_date",
    "date",
    "dc.date",
    "dcterms.date",
    "cxenseparse:recs:publishtime",
)
_CHANGE_KEYS = ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified")


@dataclass(frozen=True, slots=True)
class Publication:
    """Day, time of day and zone, each None where the page does not state it."""

    day: Found | None = None
    time: Found | None = None
    zone: Found | None = None


def published(page: HtmlElement, nodes: list[Node], tags: MetaTags, search: bool = True) -> Publication:
    """Return when the page says it was published, from the most reliable source that states a date.

    Args:
        page, nodes, tags: the tree, its JSON-LD and its meta elements.
        search: whether to look through the text when nothing is stated.
    """
    for source, confidence, verbatim in _statements(page, nodes, tags):
        if (stated := parse_date(verbatim)) and _is_past(stated):
            return _publication(stated, source, confidence, verbatim)
    return _searched(page, _days_of_change(nodes, tags)) if search else Publication()


def _statements(page: _Element, nodes: list[Node], tags: MetaTags) -> Iterator[tuple[str, int, str]]:
    yield "json-ld", 980, text_of(article_of(nodes).get("datePublished"))
    for key in _META_KEYS:
        source = "opengraph" if key.startswith(("article:", "og:")) else "meta"
        yield source, 950, tags.first(key)
    yield "json-ld", 850, text_of(page_of(nodes).get("datePublished"))
    for value in _marked_times(page):
        yield "time", 900, value
    yield "json-ld", 800, text_of(article_of(nodes).get("dateCreated") or article_of(nodes).get("uploadDate"))


def _marked_times(page: _Element) -> Iterator[str]:
    """Elements that are marked as the date of publication (microdata, hAtom, the old `pubdate` attribute)."""
    for element in page.iter("time", "abbr", "span"):
        marks = (element.get("itemprop") or "").lower()
        if marks == "datepublished" or element.get("pubdate") is not None:
            yield element.get("datetime") or element.get("content") or element.get("title") or ""


def _publication(stated: StatedDate, source: str, confidence: int, verbatim: str) -> Publication:
    def found(value: str) -> Found | None:
        return Found(value, source, confidence, verbatim) if value else None

    return Publication(found(stated.day), found(stated.time), found(stated.zone))


def _searched(page: HtmlElement, changed: set[str]) -> Publication:
    """A date that htmldate sees somewhere in the page; the wider its search, the less it is worth."""
    from htmldate import find_date

    for extensive, confidence in ((False, 650), (True, 400)):
        try:
            # A text would be taken for an address to fetch; a tree is not.
            day = find_date(page, extensive_search=extensive, original_date=True)
        except (ValueError, TypeError, AttributeError, OverflowError):  # what odd pages make it raise
            return Publication()
        # Where it has a year alone, such as that of a copyright, it says the first of January.
        if day and day not in changed and not (extensive and day.endswith("-01-01")):
            return Publication(Found(day, "text", confidence))
    return Publication()


def _days_of_change(nodes: list[Node], tags: MetaTags) -> set[str]:
    """The days on which the page says it was changed: they must not pass for its publication."""
    stated = [tags.first(key) for key in _CHANGE_KEYS] + [text_of(article_of(nodes).get("dateModified"))]
    return {date.day for text in stated if (date := parse_date(text))}


def _is_past(stated: StatedDate) -> bool:
    tomorrow = datetime.date.today() + datetime.timedelta(days=1)
    return stated.day <= tomorrow.isoformat()
