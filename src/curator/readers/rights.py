"""The rights that a page states: a licence, a notice in its metadata, the line at its foot."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from curator.model.reading import Found
from curator.readers.json_ld import Node, article_of, resolve, text_of
from curator.readers.meta_tags import MetaTags
from curator.readers.page_blocks import Block
from curator.text.fold import fold
from curator.text.plain import one_line

_LICENCE = "//*[self::a or self::link][contains(concat(' ', normalize-space(@rel), ' '), ' license ')]/@href"
# Folded, in the languages of text/date_vocabulary.py.
_NOTICE = re.compile(
    r"^(?:©|\(c\) ?(?:19|20)\d\d|copyright)|(?:©|copyright) (?:19|20)\d\d|all rights reserved"
    r"|butun huquqlar|muellif huquq|tum haklari|her hakki saklidir|все права защищены|авторские права"
    r"|(?:усі|всі) права захищені|բոլոր իրավունքները|ყველა უფლება"
    r"|alle rechte vorbehalten|tous droits reserves|todos los derechos"
)
_LONGEST_NOTICE = 300
_LAST_BLOCKS = 40


def rights(page: HtmlElement, nodes: list[Node], tags: MetaTags, blocks: list[Block]) -> Found | None:
    """Return what a page says of rights, from the source that is most about this article; None when it says nothing.

    Args:
        page, nodes, tags: the tree, its JSON-LD and its meta elements.
        blocks: what it shows; the notice at its foot is about the whole site, so it counts least.
    """
    article = article_of(nodes)
    for key in ("license", "copyrightNotice"):
        if value := one_line(text_of(resolve(article.get(key), nodes))):
            return Found(value, "json-ld", 900)
    for address in page.xpath(_LICENCE):
        if str(address).startswith(("http://", "https://")):
            return Found(str(address), "meta", 850)
    stated = tags.found("dc.rights", "dcterms.rights", "copyright", "rights", "dcterms.license")
    return stated or _holder(article, nodes) or _at_foot(blocks)


def _holder(article: Node, nodes: list[Node]) -> Found | None:
    name = one_line(text_of(resolve(article.get("copyrightHolder"), nodes)))
    year = article.get("copyrightYear")
    return Found(f"© {year} {name}" if isinstance(year, int | str) else f"© {name}", "json-ld", 800) if name else None


def _at_foot(blocks: list[Block]) -> Found | None:
    for block in reversed(blocks[-_LAST_BLOCKS:]):
        if (
            block.zone != "caption"
            and len(block.text) <= _LONGEST_NOTICE
            and _NOTICE.search(" ".join(map(fold, block.text.split())))
        ):
            return Found(one_line(block.text), "text", 500)
    return None
