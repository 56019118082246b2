"""HTML pages: fields by the metadata layer, body by trafilatura, all visible text where that finds nothing."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from importlib.metadata import version
from itertools import islice

from lxml.etree import LxmlError, ParserError
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from curator.model.reading import ArticleReading, Found
from curator.readers.article_blocks import layout_of
from curator.readers.contract import Candidate
from curator.readers.failures import no_text
from curator.readers.metadata import PageFields, fields_of_page
from curator.readers.page_body import PageText, text_of
from curator.readers.page_pictures import page_bytes, with_pictures
from curator.readers.sniffing import HTML, TEXT, has_page_tags, kind_of
from curator.readers.source import all_text_kept, doubts_of, language_found
from curator.readers.visible_text import visible_text
from curator.text.encoding import declared_charset, decode
from curator.text.language import languages_of_paragraphs
from curator.text.plain import without_control_characters

_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".shtml"})
_MOST_ELEMENTS = 100_000
_LONGEST_ARTICLE = 200_000


class HtmlReader:
    """Reads one article from a page of the web."""

    name = "html"
    media_type = "text/html"

    @property
    def version(self) -> str:
        """Its own version and that of trafilatura, which decides what the body is."""
        return _version()

    def score(self, candidate: Candidate) -> int:
        """Return 90 for what opens as HTML, 80 for text named .html, 20 for text with tags in it, else 0."""
        kind = kind_of(candidate.head)
        if not candidate.head or kind not in (HTML, TEXT):
            return 0
        if kind is HTML:
            return 90
        if candidate.suffix in _SUFFIXES:
            return 80
        return 20 if has_page_tags(candidate.head) else 0

    def read(self, candidate: Candidate) -> list[ArticleReading]:
        """Return one article; raises Unreadable "empty", "too-large" or "no-text"."""
        data, files = page_bytes(candidate)
        decoded = decode(data, declared_charset(data))
        source = without_control_characters(decoded.text)
        page, is_workable = parse(source)
        layout = layout_of(page) if page is not None and is_workable else None
        fields = fields_of_page(page, source, layout) if page is not None else None
        text = text_of(page, layout, fields.frame) if page is not None and layout and fields else PageText()
        body = text.body
        problems = doubts_of(decoded, candidate.name)
        if not body:
            body = visible_text(source)
            problems += (all_text_kept(),)
        if not body:
            raise no_text(candidate.name)
        reading = ArticleReading(body, encoding=decoded.encoding, problems=problems, parts=text.parts)
        reading = _described(reading, fields) if fields else replace(reading, language=language_found(body))
        return [with_pictures(reading, source, files, candidate.name)]


@cache
def _version() -> str:
    """Asking for the version of a package reads its metadata from the disk: once is enough."""
    return f"3+trafilatura.{version('trafilatura')}"


def parse(source: str) -> tuple[HtmlElement | None, bool]:
    """Return the tree of an HTML source (None when there is none) and whether it can be worked on.

    It cannot when libxml2 stopped at 2,048 levels of nesting, which it says only in its log, and when it has
    more elements than any article, which would take the search for the text minutes.
    """
    parser = HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True, collect_ids=False
    )
    try:
        page = document_fromstring(source.encode("utf-8"), parser=parser, ensure_head_body=True)
    except (LxmlError, ParserError, ValueError, AssertionError):
        return None, False
    is_cut = any(entry.level_name == "FATAL" for entry in parser.error_log)
    return page, not is_cut and next(islice(page.iter(), _MOST_ELEMENTS, None), None) is None


def _described(reading: ArticleReading, fields: PageFields) -> ArticleReading:
    language = _language(reading.body, fields.language)
    return replace(
        reading,
        title=fields.title,
        publication=fields.publication,
        section=fields.section,
        authors=fields.authors,
        published=fields.published.day,
        published_time=fields.published.time,
        zone=fields.published.zone,
        captured=fields.captured,
        language=language,
        languages=_languages(reading.body, language),
        url=fields.url,
        rights=fields.rights,
    )


def _language(body: str, declared: Found | None) -> Found | None:
    """What the text is goes before what the template says."""
    return language_found(body) or declared


def _languages(body: str, language: Found | None) -> tuple[str, ...]:
    """The language of each paragraph, where there are not more of them than an article has."""
    return languages_of_paragraphs(body, language.value if language else "") if len(body) <= _LONGEST_ARTICLE else ()
