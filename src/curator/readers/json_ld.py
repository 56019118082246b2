"""JSON-LD of a page (schema.org): the node that describes the article, from arrays, graphs and broken JSON."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from lxml.etree import _Element

Node = dict[str, Any]

_OPENING = re.compile(r"^\s*(?:<!--|(?://|/\*)?\s*<!\[CDATA\[(?:\s*\*/)?)")
_CLOSING = re.compile(r"(?:-->|(?://|/\*)?\s*\]\]>(?:\s*\*/)?)?[\s;]*$")
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_BAD_ESCAPE = re.compile(r'\\(?!["\\/bfnrtu])')
_ARTICLE = re.compile(r"(Article|Posting|Report|Review|Story|Interview)$|^(Report|Review|LiveBlogPosting)")
_PAGE = re.compile(r"(WebPage|ItemPage|VideoObject|CreativeWork)$")
# A graph holds dozens of nodes; a hostile page could hold millions.
_MOST_NODES = 2_000


def nodes_of(page: _Element) -> list[Node]:
    """Return all JSON-LD objects of `page`, those within arrays and graphs included, in document order."""
    found: list[Node] = []
    for script in page.iter("script"):
        if (script.get("type") or "").split(";")[0].strip().lower() == "application/ld+json":
            for value in parse(script.text or ""):
                found.extend(_objects(value))
                if len(found) >= _MOST_NODES:
                    return found[:_MOST_NODES]
    return found


def article_of(nodes: list[Node]) -> Node:
    """Return the node that describes the article, else the page, else an empty one.

    Among several articles (a list of related ones follows the main one) the fullest of the first wins.
    """
    articles = [node for node in nodes if _is(node, _ARTICLE)]
    whole = [node for node in articles if node.get("headline") or node.get("name")]
    described = [node for node in whole if node.get("datePublished") or node.get("author")]
    return next(iter(described or whole or articles), {}) or page_of(nodes)


def page_of(nodes: list[Node]) -> Node:
    """Return the node that describes the page as such, or an empty one."""
    return next((node for node in nodes if _is(node, _PAGE)), {})


def is_article(node: Node) -> bool:
    """Tell whether the node is of an article type, not a page or a picture."""
    return _is(node, _ARTICLE)


def resolve(value: Any, nodes: list[Node]) -> Any:
    """Return `value`, or the node that it refers to when it is only a reference by "@id"."""
    if isinstance(value, dict) and set(value) <= {"@id", "@type"} and "@id" in value:
        return next((node for node in nodes if node.get("@id") == value["@id"] and node is not value), value)
    return value


def text_of(value: Any) -> str:
    """Return the first text of a JSON-LD value: a string, an array of strings, an object with @value or name."""
    for _step in range(4):
        if isinstance(value, list):
            value = next((item for item in value if item), None)
        elif isinstance(value, dict):
            value = value.get("@value") or value.get("name") or value.get("@id")
        else:
            break
    return html.unescape(value).strip() if isinstance(value, str) else ""


def parse(source: str) -> Iterator[Any]:
    """Yield the JSON values of a script, mending what publishers commonly break; nothing when it is hopeless."""
    source = _CLOSING.sub("", _OPENING.sub("", source))
    for attempt in (source, _mended(source), _mended(html.unescape(source))):
        values, complete = _values(attempt)
        if complete:
            yield from values
            return
    # A whole object before the garbage is still good.
    yield from _values(source)[0]


def _mended(source: str) -> str:
    return _BAD_ESCAPE.sub(r"\\\\", _TRAILING_COMMA.sub(r"\1", source))


def _values(source: str) -> tuple[list[Any], bool]:
    """The JSON values that stand one after another, and whether they are all there is."""
    decoder = json.JSONDecoder(strict=False)
    values: list[Any] = []
    at = 0
    while True:
        while at < len(source) and source[at] in " \t\r\n;,\ufeff":
            at += 1
        if at >= len(source):
            return values, True
        try:
            value, at = decoder.raw_decode(source, at)
        except (ValueError, RecursionError):
            return values, False
        values.append(value)


def _objects(value: Any) -> Iterator[Node]:
    """All objects of arrays and graphs, and the main entity of a page, breadth first and without recursion."""
    queue = [value]
    for _step in range(_MOST_NODES):
        if not queue:
            return
        item = queue.pop(0)
        if isinstance(item, list):
            queue[:0] = item[:_MOST_NODES]
        elif isinstance(item, dict):
            yield item
            queue.extend(item[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if _nested(item.get(key)))


def _nested(value: Any) -> bool:
    return isinstance(value, list) or (isinstance(value, dict) and len(value) > 1)


def _is(node: Node, pattern: re.Pattern[str]) -> bool:
    types = node.get("@type") or ""
    names = types if isinstance(types, list) else [types]
    return any(isinstance(name, str) and pattern.search(name.rsplit("/", 1)[-1]) for name in names)
