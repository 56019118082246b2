"""The meta and link elements of a page: Open Graph, Dublin Core, news and citation vocabularies."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from lxml.etree import _Element

from curator.model.reading import Found
from curator.text.plain import one_line

_MOST_TAGS = 2_000


@dataclass(frozen=True, slots=True)
class MetaTags:
    """What the head of a page says, by key in lower case ("og:title", "author"), in document order.

    Args:
        values: contents of meta elements by their name, property or itemprop.
        canonical: the address of `<link rel="canonical">`, or "".
        language: the `lang` of the document, or "".
    """

    values: dict[str, list[str]]
    canonical: str = ""
    language: str = ""

    def first(self, *keys: str) -> str:
        """Return the first value that is not empty, in the order of `keys`, or ""."""
        return next((value for key in keys for value in self.values.get(key, ())), "")

    def all(self, *keys: str) -> list[str]:
        """Return all values of the first of `keys` that has any."""
        return next((self.values[key] for key in keys if self.values.get(key)), [])

    def found(self, *keys: str, confidence: int = 900) -> Found | None:
        """Return the first value as a Found with its source, or None."""
        for key in keys:
            if value := self.first(key):
                return Found(value, "opengraph" if key.startswith(("og:", "article:")) else "meta", confidence)
        return None


def meta_tags(page: _Element) -> MetaTags:
    """Read the meta and link elements of `page`, wherever they stand (parsers move them out of the head)."""
    values: dict[str, list[str]] = defaultdict(list)
    for number, element in enumerate(page.iter("meta")):
        if number >= _MOST_TAGS:
            break
        content = one_line(element.get("content") or "")
        for attribute in ("property", "name", "itemprop"):
            if content and (key := (element.get(attribute) or "").strip().lower()):
                values[key].append(content)
    return MetaTags(dict(values), _canonical(page), _language(page))


def _canonical(page: _Element) -> str:
    for link in page.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            return (link.get("href") or "").strip()
    return ""


def _language(page: _Element) -> str:
    root = next(page.iter("html"), page)
    return (root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "").strip()
