"""What a reader hands over for each article it found in a file: text, fields with their source, problems."""

from __future__ import annotations

from dataclasses import dataclass, field

from curator.crossing import Crossing
from curator.errors import Problem


@dataclass(frozen=True, slots=True)
class Found(Crossing):
    """A value of a field with where it was found and how sure that is.

    Args:
        value: the value as the archive keeps it.
        source: where it stands: "json-ld", "opengraph", "meta", "heading", "time", "url", "text", "file".
        confidence: 0 to 1000 per mille.
        verbatim: the words of the source when `value` is a reading of them (dates).
    """

    value: str
    source: str
    confidence: int = 1000
    verbatim: str = ""


@dataclass(frozen=True, slots=True)
class Part(Crossing):
    """A stretch of the text as received, in its order: kept in the body, or cut from it.

    Args:
        text: NFC with LF, without empty lines at its ends; usually a paragraph or a line.
        kept: whether it stands in the body. The body is the kept parts with an empty line between them.
        why: for a cut part, a stable word: "navigation", "site", "headline", "section", "date", "byline", "share",
            "related", "comments", "rights", "advertisement", "other-language", "other".
        field: the field of the article that the part went to ("published"), or "".
    """

    text: str
    kept: bool = True
    why: str = ""
    field: str = ""


@dataclass(frozen=True, slots=True)
class Suggestion(Crossing):
    """A value that is not in the file as such and is never entered by itself: a person may take it.

    Args:
        field: "title", "published", "body" (a mended text) ...
        found: the value with its source and confidence.
        reason: why it is suggested, one sentence.
    """

    field: str
    found: Found
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Attachment(Crossing):
    """A file that came with an article: a picture of a saved page.

    Args:
        address: how the page names it ("page_files/a.jpg", "https://...", "cid:..."); kept as `article_original.part`.
        media_type: "image/png" ...
        data: its bytes.
        file_name: as it was named, or made from the address.
    """

    address: str
    media_type: str
    data: bytes
    file_name: str


@dataclass(frozen=True, slots=True)
class ArticleReading(Crossing):
    """One article as read from a file; a field that the source does not give is None, never guessed.

    Args:
        body: the text, NFC, lines ended by LF, paragraphs parted by an empty line.
        title, publication, section, url, rights: as the source states them.
        authors: the names of the byline, in their order.
        published: EDTF ("2020-09-27"); `published_time` "HH:MM[:SS]" and `zone` "+04:00" where stated.
        captured: when the page was saved, EDTF, where the file says so.
        language: BCP 47 code of the body ("az", "ru").
        part: which part of the file it is (a record, a chapter); empty for a whole file.
        encoding: the character encoding that the text was read in ("cp1254"); empty where there is none.
        problems: doubts that a person should know of; the article was read all the same.
        parts: the text as received, kept and cut, in its order; empty when nothing was cut.
        suggestions: what a person may take or leave.
        attachments: pictures kept with the page.
        languages: the language of each paragraph of the body, in their order; empty when all have that of the article.
    """

    body: str
    title: Found | None = None
    publication: Found | None = None
    section: Found | None = None
    authors: tuple[Found, ...] = ()
    published: Found | None = None
    published_time: Found | None = None
    zone: Found | None = None
    captured: Found | None = None
    language: Found | None = None
    url: Found | None = None
    rights: Found | None = None
    part: str = ""
    encoding: str = ""
    problems: tuple[Problem, ...] = field(default=())
    parts: tuple[Part, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    languages: tuple[str, ...] = ()
