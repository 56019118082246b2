"""When a page was published: JSON-LD, then meta elements, then marked times, then what is printed, then htmldate.

Dates of change and of capture never stand in for it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml.html import HtmlElement

from curator.model.reading import Found
from curator.readers.headings import text_of_element
from curator.readers.json_ld import Node, article_of, page_of, text_of
from curator.readers.meta_tags import MetaTags
from curator.readers.printed_dates import Printed
from curator.readers.stated_dates import DateStatement, StatedDate, is_past, parse_date

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
_MARKED = "//*[@pubdate or @itemprop='datePublished']"
_MOST_MARKED = 20
_UNIVERSAL = frozenset({"Z", "+00:00"})
_DAY_LENGTH = 10
# Per mille: what may stand against a statement for machines, and what is worth more than a search.
_GOOD, _GUESS = 700, 500
# From here on a statement counts against another; what is left of the confidence of one that another contradicts.
_DISPUTING, _DISPUTED = 900, 600


@dataclass(frozen=True, slots=True)
class Publication:
    """Day, time of day and zone, each None where the page does not state it."""

    day: Found | None = None
    time: Found | None = None
    zone: Found | None = None


def published(page: HtmlElement, nodes: list[Node], tags: MetaTags, printed: Printed) -> Publication:
    """Return when the page says it was published: as stated for machines, else as printed.

    A statement in universal time can fall on the day before or after the one that the outlet printed. The printed
    day is taken then, as a reader would cite it.

    Args:
        page, nodes, tags: the tree, its JSON-LD and its meta elements.
        printed: what is printed by the headline and in the address.
    """
    if statements := list(_read_statements(page, nodes, tags)):
        first = statements[0]
        local = _neighbour(first.stated, printed) if first.stated.zone in _UNIVERSAL else None
        return _publication(local or _weighed(first, statements))
    if printed.layout is None:
        return Publication()
    return _printed(page, printed, _days_of_change(nodes, tags))


def _neighbour(stated: StatedDate, printed: Printed) -> DateStatement | None:
    """The printed date that is one day off what is stated, where none is the same day."""
    dates = [date for date in (*printed.by_headline(), printed.in_address()) if date and date.confidence >= _GOOD]
    if any(date.stated.day == stated.day for date in dates):
        return None
    day = datetime.date.fromisoformat(stated.day) if len(stated.day) == _DAY_LENGTH else None
    near = {(day + datetime.timedelta(days=by)).isoformat() for by in (-1, 1)} if day else set()
    return next((date for date in dates if date.stated.day in near), None)


def _printed(page: HtmlElement, printed: Printed, changed: set[str]) -> Publication:
    """The date by the headline or in the address, surer where both agree; else what htmldate makes of the page."""
    address = printed.in_address()
    dates = printed.by_headline()
    if address:
        same = next((date for date in dates if date.stated.day == address.stated.day), address)
        return _publication(replace(same, confidence=900 if same is not address else address.confidence))
    if dates and dates[0].confidence >= _GUESS:
        days = {date.stated.day for date in dates if date.confidence >= dates[0].confidence}
        first = dates[0] if len(days) == 1 else replace(dates[0], confidence=dates[0].confidence - 150)
        return _publication(first)
    return _searched(page, changed, dates)


def _read_statements(page: HtmlElement, nodes: list[Node], tags: MetaTags) -> Iterator[DateStatement]:
    for source, confidence, verbatim in _statements(page, nodes, tags):
        if (stated := parse_date(verbatim)) and is_past(stated):
            yield DateStatement(stated, source, confidence, verbatim)


def _weighed(first: DateStatement, statements: list[DateStatement]) -> DateStatement:
    """The first statement, less sure where one as good names a day that no other zone explains."""
    good = [other.stated for other in statements if other.confidence >= _DISPUTING]
    is_disputed = any(other.day != first.stated.day and _differ(other, first.stated) for other in good)
    return replace(first, confidence=min(first.confidence, _DISPUTED)) if is_disputed else first


def _differ(one: StatedDate, other: StatedDate) -> bool:
    moments = [date.moment() for date in (one, other)]
    return None in moments or moments[0] != moments[1]


def _statements(page: HtmlElement, nodes: list[Node], tags: MetaTags) -> Iterator[tuple[str, int, str]]:
    yield "json-ld", 980, text_of(article_of(nodes).get("datePublished"))
    for key in _META_KEYS:
        source = "opengraph" if key.startswith(("article:", "og:")) else "meta"
        yield source, 950, tags.first(key)
    yield "json-ld", 850, text_of(page_of(nodes).get("datePublished"))
    for value in _marked_times(page):
        yield "time", 900, value
    yield "json-ld", 800, text_of(article_of(nodes).get("dateCreated") or article_of(nodes).get("uploadDate"))


def _marked_times(page: HtmlElement) -> Iterator[str]:
    """Elements that are marked as the date of publication (microdata, the old `pubdate` attribute)."""
    for element in page.xpath(_MARKED)[:_MOST_MARKED]:
        stamp = element.get("datetime") or element.get("content") or element.get("title")
        yield stamp or text_of_element(element)


def _publication(date: DateStatement) -> Publication:
    def found(value: str) -> Found | None:
        return Found(value, date.source, date.confidence, date.verbatim) if value else None

    return Publication(found(date.stated.day), found(date.stated.time), found(date.stated.zone))


def _searched(page: HtmlElement, changed: set[str], doubtful: list[DateStatement]) -> Publication:
    """A date that htmldate sees somewhere in the page: never sure; the wider its search, the less it is worth."""
    from htmldate import find_date

    for extensive, confidence in ((False, 450), (True, 300)):
        try:
            # A text would be taken for an address to fetch; a tree is not.
            day = find_date(page, extensive_search=extensive, original_date=True)
        except (ValueError, TypeError, AttributeError, OverflowError):  # what odd pages make it raise
            return Publication()
        # Where it has a year alone, such as that of a copyright, it says the first of January.
        if day and day not in changed and not day.endswith("-01-01"):
            return Publication(Found(day, "text", confidence))
    return _publication(doubtful[0]) if doubtful else Publication()


def _days_of_change(nodes: list[Node], tags: MetaTags) -> set[str]:
    """The days on which the page says it was changed: they must not pass for its publication."""
    stated = [tags.first(key) for key in _CHANGE_KEYS] + [text_of(article_of(nodes).get("dateModified"))]
    return {date.day for text in stated if (date := parse_date(text))}
