"""What a writer is handed for each article: its description, tags, originals and text, apart from any archive."""

from __future__ import annotations

from dataclasses import dataclass

from curator.model.authority import AuthorityKind


@dataclass(frozen=True, slots=True)
class ExportPassage:
    """Words of the text that a tag stands at: `start` and `end` in code points of the text, end not included."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class ExportTag:
    """A person, organisation, event, place or theme that an article is tagged with.

    Args:
        kind, name, uid: of the authority, merges resolved; `name` is the preferred one.
        variants: its other names.
        dates: of the authority, EDTF; None where unknown.
        passages: where in the text it stands; empty when the tag is for the whole article.
    """

    kind: AuthorityKind
    name: str
    uid: str
    variants: tuple[str, ...] = ()
    dates: str | None = None
    passages: tuple[ExportPassage, ...] = ()


@dataclass(frozen=True, slots=True)
class ExportOriginal:
    """A file as received: SHA-256 in hex, the name it came with, its media type, `size` in bytes."""

    sha256: str
    file_name: str
    media_type: str
    size: int


@dataclass(frozen=True, slots=True)
class ExportPicture:
    """A picture of a saved page: its file as of `ExportOriginal`, its caption or "", its size (px; 0: unknown)."""

    sha256: str
    file_name: str
    media_type: str
    size: int
    words: str = ""
    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True)
class ExportAccession:
    """The import that an article came with: `at` in ISO 8601 (UTC), by whom, from where."""

    at: str
    by_whom: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class ExportOrigin:
    """Where an export comes from.

    Args:
        uid, title, note: of the archive.
        chosen: what was chosen of it, in the user's words (a query, a collection); None for the whole archive.
    """

    uid: str
    title: str
    note: str | None = None
    chosen: str | None = None


@dataclass(frozen=True, slots=True)
class ExportVariant:
    """Another name: its language (BCP 47) and script, what kind of name it is, and who prefers it."""

    name: str
    language: str | None = None
    script: str | None = None
    name_kind: str = "variant"
    preferred_in: str | None = None


@dataclass(frozen=True, slots=True)
class ExportName:
    """A person, organisation, event, place or theme, merges resolved, as it leaves the archive.

    Args:
        uid: identifies it in every archive (UUID).
        name: the preferred one; `variants` are all others, those preferred elsewhere and those of merged records too.
        dates: EDTF; None where unknown.
        replaces: the uids of records that were merged into this one.
    """

    uid: str
    kind: AuthorityKind
    name: str
    variants: tuple[ExportVariant, ...] = ()
    dates: str | None = None
    note: str | None = None
    replaces: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExportRecord:
    """One article as it leaves the archive; None where unknown.

    Args:
        uid: identifies the article in every archive (UUID); `id` only in this one.
        published: EDTF; `published_earliest` and `published_latest` are its first and last day, ISO 8601;
            `published_verbatim` the words of the source, `published_time` and `published_zone` as stated there.
        captured: when the page was saved, EDTF.
        language: BCP 47.
        access_review: the day on which the restriction is looked at again, EDTF.
        collections: the paths of the collections that hold it ("Fires and floods / Florence 1966").
        text: the version in use, NFC, lines ended by LF, no NUL.
    """

    uid: str
    id: int
    text: str
    title: str | None = None
    publication: str | None = None
    section: str | None = None
    byline: str | None = None
    published: str | None = None
    published_earliest: str | None = None
    published_latest: str | None = None
    published_verbatim: str | None = None
    published_time: str | None = None
    published_zone: str | None = None
    captured: str | None = None
    language: str | None = None
    url: str | None = None
    reference_code: str | None = None
    level: str | None = None
    container_box: str | None = None
    container_folder: str | None = None
    container_page: str | None = None
    extent: str | None = None
    access: str | None = None
    access_reason: str | None = None
    access_review: str | None = None
    rights_uri: str | None = None
    rights_holder: str | None = None
    rights_note: str | None = None
    advisory: str | None = None
    status: str | None = None
    collections: tuple[str, ...] = ()
    tags: tuple[ExportTag, ...] = ()
    originals: tuple[ExportOriginal, ...] = ()
    pictures: tuple[ExportPicture, ...] = ()
    accession: ExportAccession | None = None
