"""The fields of a page, each with its source: JSON-LD, Open Graph, meta elements, headings, marks of the browser."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from curator.model.reading import Found
from curator.readers.article_blocks import Layout
from curator.readers.article_frame import Frame
from curator.readers.bylines import authors
from curator.readers.dates_of_page import Publication, published
from curator.readers.headings import main_headings, title_element
from curator.readers.json_ld import Node, article_of, nodes_of, resolve, text_of
from curator.readers.meta_tags import MetaTags, meta_tags
from curator.readers.printed_dates import Printed
from curator.readers.rights import rights
from curator.readers.saved_page import Saved, saved
from curator.readers.titles import TitleSources, choose_title
from curator.readers.wire_agencies import wire_agency
from curator.text.plain import one_line


@dataclass(frozen=True, slots=True)
class PageFields:
    """What a page states about itself; None where it states nothing. Fields as of ArticleReading.

    `descriptions` are what it tells search engines and other sites; the standfirst is often among them.
    """

    title: Found | None
    publication: Found | None
    section: Found | None
    authors: tuple[Found, ...]
    published: Publication
    captured: Found | None
    language: Found | None
    url: Found | None
    rights: Found | None
    descriptions: tuple[str, ...] = ()

    @property
    def frame(self) -> Frame:
        """What stands around the text in other words, to be told from it."""
        title = self.title.value if self.title else ""
        return Frame(title, tuple(author.value for author in self.authors), self.descriptions)


def fields_of_page(page: HtmlElement, source: str, layout: Layout | None) -> PageFields:
    """Return the fields of a page.

    Args:
        page: its tree.
        source: its HTML, for the comments that parsing drops.
        layout: what it shows, for a date that is printed only; None where it cannot be worked on.
    """
    nodes, tags = nodes_of(page), meta_tags(page)
    article, comments = article_of(nodes), saved(source)
    publication, url = _publication(article, nodes, tags), _address(article, tags, comments)
    sites = _sites(publication, url)
    return PageFields(
        title=_title(page, article, tags, sites),
        publication=publication,
        section=_json(article, "articleSection") or tags.found("article:section", "section"),
        authors=authors(page, nodes, tags, sites) or wire_agency(_opening(layout)),
        published=published(page, nodes, tags, Printed(layout, url.value if url else "", tags.language)),
        captured=comments.captured,
        language=_language(article, tags),
        url=url,
        rights=rights(page, nodes, tags, layout.blocks if layout else []),
        descriptions=(tags.first("description"), tags.first("og:description"), text_of(article.get("description"))),
    )


def _opening(layout: Layout | None) -> str:
    """The first paragraph of the article, "" when it is not known."""
    kept = layout.choice.kept if layout else ()
    return next((layout.blocks[index].text for index in kept if layout.blocks[index].is_prose), "") if layout else ""


def _title(page: HtmlElement, article: Node, tags: MetaTags, sites: tuple[str, ...]) -> Found | None:
    return choose_title(
        TitleSources(
            stated=one_line(text_of(article.get("headline"))),
            shared=tags.first("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title"),
            headings=tuple(main_headings(page)),
            element=title_element(page),
            sites=sites,
        )
    )


def _sites(publication: Found | None, url: Found | None) -> tuple[str, ...]:
    """What the site may be called in its titles: its name, its host ("www." aside), the first part of that."""
    host = (urlsplit(url.value).hostname or "").removeprefix("www.") if url else ""
    names = (publication.value if publication else "", host, host.split(".")[0])
    return tuple(name for name in names if name)


def _publication(article: Node, nodes: list[Node], tags: MetaTags) -> Found | None:
    site = tags.found("og:site_name", confidence=950)
    if site and not urlsplit(site.value).scheme:
        return site
    publisher = one_line(text_of(resolve(article.get("publisher"), nodes)))
    if publisher and not urlsplit(publisher).scheme:
        return Found(publisher, "json-ld", 900)
    return tags.found("application-name", "dc.publisher", "dcterms.publisher", "citation_journal_title", confidence=700)


def _language(article: Node, tags: MetaTags) -> Found | None:
    """The declared language: a hint only, as many pages carry that of their template."""
    stated = tags.language or tags.first("content-language", "og:locale") or text_of(article.get("inLanguage"))
    code = stated.replace("_", "-").split(",")[0].split("-")[0].strip().lower()
    return Found(code, "meta", 600, stated) if 2 <= len(code) <= 3 and code.isalpha() else None


def _address(article: Node, tags: MetaTags, comments: Saved) -> Found | None:
    base = comments.url.value if comments.url else tags.first("og:url")
    candidates = (
        Found(urljoin(base, tags.canonical), "meta", 980) if tags.canonical else None,
        Found(tags.first("og:url"), "opengraph", 950),
        Found(text_of(article.get("url")), "json-ld", 900),
        Found(text_of(article.get("mainEntityOfPage")), "json-ld", 850),
        comments.url,
    )
    return next((found for found in candidates if found and _is_address(found.value)), None)


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def _json(article: Node, key: str) -> Found | None:
    value = one_line(text_of(article.get(key)))
    return Found(value, "json-ld", 900) if value else None
