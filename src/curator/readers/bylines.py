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
    "twitter:misc:written by",
)
# WordPress tells Twitter cards whose words these are, in the language of the site.
_WRITTEN_BY = re.compile(
    r"written by|by|verfasst von|geschrieben von|von|par|écrit par|escrito por|scritto da|yazan|yazar"
    r"|автор|написано|müəllif|հեղինակ",
    re.I,
)
_MARKED = re.compile(r"(?:^|[\s_-])(?:byline|author|authors|yazar|muellif|müəllif)(?:[_-]*name)?(?:$|\s)", re.I)
_BY = re.compile(r"^\s*(?:by|von|par|por|di|av|af|door|written by|автор|текст|yazan|müəllif|հեղինակ)\b[\s:.]+", re.I)
_BETWEEN = re.compile(
    r"\s*(?:[;|/•\n]|,(?!\s*(?:jr|sr|md|phd|dr)\b\.?)|\s(?:and|und|et|y|og|och|ve|və|и|և|with)\s)\s*", re.I
)
# Initials, agencies, whose pictures they are.
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)?")
_FORM = re.compile(r"comment|form|input|label", re.I)
_ADDRESS = re.compile(r"https?:|www\.|/.*/|\S@\S")
_NOT_A_NAME = re.compile(r"[:@]|^\W*$|\d|\*|^(?:admin|author|editor|null|none|undefined|n/?a|unknown)$", re.I)
_AUTHOR_PAGE = re.compile(
    r"/(?:authors?|autor(?:en|es)?|auteurs?|yazar(?:lar)?|muellif(?:ler)?|profile?s?/[a-z]+)/[^/]+", re.I
)
_LETTERS = re.compile(r"[\W_]+")
_MOST_MARKED = 50
_MOST_MARKED_NAMES = 3
_MOST_WORDS = 8
_MOST_LETTERS = 80
_MOST_AUTHORS = 30
_ASIDE = frozenset({"aside", "footer", "nav"})


def authors(page: _Element, nodes: list[Node], tags: MetaTags, sites: tuple[str, ...] = ()) -> tuple[Found, ...]:
    """Return the authors as the first of the sources states them that names a person, else any.

    Args:
        page, nodes, tags: the parsed page, its JSON-LD and its meta elements.
        sites: names of the publication; alone they are a byline only when no person is named anywhere.
    """
    fallback: tuple[Found, ...] = ()
    for source, confidence, texts in (
        ("json-ld", 950, _stated(nodes)),
        ("meta", 900, _meta(tags)),
        ("heading", 700, _marked(page)),
    ):
        found = tuple(Found(name, source, confidence) for name in names_in(texts))
        if any(not _is_house(author.value, sites) for author in found):
            return found
        fallback = fallback or found
    return fallback


def _is_house(name: str, sites: tuple[str, ...]) -> bool:
    """Tell whether a byline is the publication itself, or one word, as agencies and desks have."""
    plain = _LETTERS.sub("", name).casefold()
    houses = [_LETTERS.sub("", site).casefold() for site in sites]
    return " " not in name or any(plain in house or house in plain for house in houses if house)


def names_in(texts: Iterable[str]) -> list[str]:
    """Return the names in bylines such as "By A. Person and B. Person", each once, in their order."""
    names: dict[str, None] = {}
    for text in texts:
        if _ADDRESS.search(text):
            continue
        for part in _BETWEEN.split(_BY.sub("", _IN_BRACKETS.sub("", one_line(html.unescape(text))))):
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
    if _WRITTEN_BY.fullmatch(tags.first("twitter:label1")):
        yield tags.first("twitter:data1")


def _marked(page: _Element) -> Iterator[str]:
    """The first byline by microdata, by `rel=author`, by class, by a link to an author's page; all its names."""
    for test in (_by_microdata, _by_relation, _by_class, _by_address):
        elements = [element for element in page.iter("a", "span", "div", "p", "address", "li") if test(element)]
        texts = [text_of_element(element) for element in elements[:_MOST_MARKED] if not _is_aside(element)]
        short = [text for text in texts if len(text) <= 2 * _MOST_LETTERS]
        names = names_in(short)
        # More are those of other pieces that the page points to.
        if 0 < len(names) <= _MOST_MARKED_NAMES:
            yield from names
            return


def _by_microdata(element: _Element) -> bool:
    return element.get("itemprop") == "author"


def _by_relation(element: _Element) -> bool:
    return "author" in (element.get("rel") or "").split()


def _by_class(element: _Element) -> bool:
    marks = element.get("class") or ""
    return _MARKED.search(marks) is not None and _FORM.search(marks) is None


def _by_address(element: _Element) -> bool:
    return element.tag == "a" and _AUTHOR_PAGE.search(element.get("href") or "") is not None


def _is_aside(element: _Element) -> bool:
    return any(parent.tag in _ASIDE for parent in element.iterancestors())
