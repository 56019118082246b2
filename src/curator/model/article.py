"""An article as the archive describes it, its texts, its originals, and the accession it came with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

OutcomeKind = Literal["added", "duplicate", "similar", "review", "failed"]


@dataclass(frozen=True, slots=True)
class Article:
    """The description of one article (ISAD(G), DACS); None where unknown.

    Args:
        published: EDTF; `published_earliest` and `published_latest` are its bounds as Julian days;
            `published_verbatim` the words of the source, `published_time` and `published_zone` as stated there.
        captured: when the page was saved, EDTF. Never the same field as `published`.
        language: BCP 47.
        access_review: the day on which the restriction is looked at again, EDTF.
        text_id: the version of the text in use.
    """

    id: int
    uid: str
    title: str | None
    publication: str | None
    section: str | None
    byline: str | None
    published: str | None
    published_earliest: int | None
    published_latest: int | None
    published_verbatim: str | None
    published_time: str | None
    published_zone: str | None
    captured: str | None
    language: str | None
    url: str | None
    reference_code: str | None
    level: str
    container_box: str | None
    container_folder: str | None
    container_page: str | None
    extent: str | None
    access: str
    access_reason: str | None
    access_review: str | None
    rights_uri: str | None
    rights_holder: str | None
    rights_note: str | None
    advisory: str | None
    status: str
    trashed: int
    merged_into: int | None
    accession_id: int | None
    text_id: int | None


@dataclass(frozen=True, slots=True)
class ArticleText:
    """One version of an article's text: body in NFC with LF, and its SHA-256 (hex) as `body_hash`."""

    id: int
    article_id: int
    version: Literal["extracted", "cleaned", "edited"]
    made_by: str
    body_hash: str
    body: str


@dataclass(frozen=True, slots=True)
class Original:
    """A file as received; `size` in bytes, `sha256` in hex."""

    id: int
    uid: str
    sha256: str
    file_name: str
    media_type: str
    encoding: str | None
    size: int


@dataclass(frozen=True, slots=True)
class KeptPicture:
    """A picture kept with an article: its file, and how the page names it ("page_files/a.jpg")."""

    original: Original
    address: str


@dataclass(frozen=True, slots=True)
class Accession:
    """One import run: when (ISO 8601, UTC), by whom, from where; what it is called, and who gathered it."""

    id: int
    uid: str
    started: str
    finished: str | None
    by_whom: str | None
    source: str | None
    note: str | None
    title: str | None = None
    collector: str | None = None
