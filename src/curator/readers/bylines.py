"""Who wrote a page: names from JSON-LD, meta elements and marked bylines, cleaned and in their order."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from typing import Any

from lxml.etree import _Element

from curator.model.reading import Found
from curator.readers.headings import text_of_element
from curator.readers.json_ld import Node, article_of, resolve
from curator.readers.meta_tags import MetaTags
from curator.text.plain import one_line

_META_KEYS = (
    "author",
    "article:author",
    "og:article:author",
    "og:author",
    "book:author",
    "parsely-author",
    "sailthru.author",
    "dcterms.creator",
    "dc.creator",
    "citation_author",
    "byl",
    "cxenseparse:author",
    "author_name",
)
_MARKED = re.compile(r"(?:^|[\s_-])(?:byline|author|authors|yazar|muellif|müəllif)(?:[_-]*name)?(?:$|\s)", re.I)
_BY = re.compile(r"^\s*(?:by|von|par|por|di|av|af|door|written by|автор|текст|yazan|müəllif|հեղինակ)\b[\s:.]+", re.I)
_BETWEEN = re.compile(
    r"\s*(?:[;|/•\n]|,(?!\s*(?:jr|sr|md|phd|dr)\b\.?)|\s(?:and|und|et|y|og|och|ve|və|и|և|with)\s)\s*", re.I
)
_NOT_A_NAME = re.compile(
    r"https?:|www\.|@|^\W*$|^\d|\.(?:com|php|html)/|^(?:admin|author|null|none|undefined|n/?a|unknown)$", re.I
)
_MOST_WORDS = 8
_MOST_LETTERS = 80
_MOST_AUTHORS = 30
_ASIDE = frozenset({"aside", "footer", "nav"})


def authors(page: _Element, nodes: list[Node], tags: MetaTags) -> tuple[Found, ...]:
    """Return the authors as the first of the sources states them that states any."""
    sources: tuple[tuple[str, int, Iterable[str]], ...] = (
        ("json-ld", 950, _stated(nodes)),
        ("meta", 900, _meta(tags)),
        ("heading", 700, _marked(page)),
    )
    for source, confidence, texts in sources:
        if names := names_in(texts):
            return tuple(Found(name, source, confidence) for name in names)
    return ()


def names_in(texts: Iterable[str]) -> list[str]:
    """Return the names in bylines such as "By A. Person and B. Person", each once, in their order."""
    names: dict[str, None] = {}
    for text in texts:
        for part in _BETWEEN.split(_BY.sub("", one_line(html.unescape(text)))):
            name = _BY.sub("", part or "").strip(" ,.:-–—")
            if _is_name(name):
                names.setdefault(name)
    return list(names)[:_MOST_AUTHORS]


def _is_name(text: str) -> bool:
    return 1 < len(text) <= _MOST_LETTERS and len(text.split()) <= _MOST_WORDS and not _NOT_A_NAME.search(text)


def _stated(nodes: list[Node]) -> Iterator[str]:
    article = article_of(nodes)
    yield from _names(article.get("author") or article.get("creator"), nodes)


def _names(value: Any, nodes: list[Node]) -> Iterator[str]:
    queue = [value]
    for _step in range(200):
        if not queue:
            return
        item = resolve(queue.pop(0), nodes)
        if isinstance(item, list):
            queue[:0] = item[:_MOST_AUTHORS]
        elif isinstance(item, dict):
            queue.insert(0, item.get("name"))
        elif isinstance(item, str):
            yield item


def _meta(tags: MetaTags) -> Iterator[str]:
    for key in _META_KEYS:
        values = tags.all(key)
        if names_in(values):
            yield from values
            return


def _marked(page: _Element) -> Iterator[str]:
    """The first byline by microdata, by `rel=author`, by class; each author of it."""
    for test in (_by_microdata, _by_relation, _by_class):
        elements = [element for element in page.iter("a", "span", "div", "p", "address", "li") if test(element)]
        texts = [text_of_element(element) for element in elements if not _is_aside(element)]
        if names := names_in(text for text in texts[:5] if len(text) <= 2 * _MOST_LETTERS):
            yield from names
            return


def _by_microdata(element: _Element) -> bool:
    return element.get("itemprop") == "author"


def _by_relation(element: _Element) -> bool:
    return "author" in (element.get("rel") or "").split()


def _by_class(element: _Element) -> bool:
    return _MARKED.search(element.get("class") or "") is not None


def _is_aside(element: _Element) -> bool:
    return any(parent.tag in _ASIDE for parent in element.iterancestors())
