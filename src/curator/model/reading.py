"""What a reader hands over for each article it found in a file: text, fields with their source, problems."""

from __future__ import annotations

from dataclasses import dataclass, field

from curator.errors import Problem


@dataclass(frozen=True, slots=True)
class Found:
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
class ArticleReading:
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
