"""An original as it can be shown: taken apart and made harmless; only ever in a worker process."""

from __future__ import annotations

from pathlib import Path

from curator.i18n import _
from curator.readers.contract import Unreadable
from curator.readers.failures import MIB, too_large
from curator.readers.jobs import ViewJob, ViewResult
from curator.readers.mhtml_parts import split_mhtml, without_pictures
from curator.readers.source import LIMIT_BYTES
from curator.text.encoding import declared_charset, decode
from curator.text.inline_pictures import cut_inline
from curator.text.page_images import PageImage, page_images
from curator.text.safe_html import MOST_CHARACTERS, breakable, safe_html

WEB_ARCHIVE = "multipart/related"
PAGE_TYPES = ("text/html", WEB_ARCHIVE)
# A page with its pictures in it.
_LIMIT_BYTES = 150 * MIB


def viewed(job: ViewJob) -> ViewResult:
    """Return what an original looks like.

    Raises:
        Unreadable: "too-large", or "wrong-kind" for a web archive without a page.
        OSError: the file cannot be opened.
    """
    if job.media_type not in PAGE_TYPES:
        return _text(job)
    source = _page(job)
    images = page_images(source).images
    captions, missing = _captions(job, images)
    if not job.whole:
        return ViewResult(job.key, captions=captions, missing=missing)
    html, is_cut = safe_html(source, lambda found: next((job.pictures[at] for at in found if at in job.pictures), ""))
    return ViewResult(job.key, html, "", is_cut, captions, missing)


def _text(job: ViewJob) -> ViewResult:
    """Return the beginning of a text: no letter takes more than four bytes."""
    most = 4 * MOST_CHARACTERS
    with job.path.open("rb") as file:
        data = file.read(most + 1)
    text = decode(data[:most]).text
    is_cut = len(data) > most or len(text) > MOST_CHARACTERS
    return ViewResult(job.key, text=breakable(text[:MOST_CHARACTERS]), is_cut=is_cut)


def _page(job: ViewJob) -> str:
    data, charset = _bytes(job.path, job.name), ""
    if job.media_type == WEB_ARCHIVE:
        archive = split_mhtml(without_pictures(data))
        if archive is None:
            raise Unreadable("wrong-kind", _("There is no page in %(file)s that could be shown.") % {"file": job.name})
        data, charset = archive.page, archive.charset
    data = cut_inline(data).data
    if len(data) > LIMIT_BYTES:
        raise too_large(job.name, len(data), LIMIT_BYTES)
    return decode(data, charset or declared_charset(data)).text


def _bytes(path: Path, name: str) -> bytes:
    size = path.stat().st_size
    if size > _LIMIT_BYTES:
        raise too_large(name, size, _LIMIT_BYTES)
    return path.read_bytes()


def _captions(job: ViewJob, images: tuple[PageImage, ...]) -> tuple[dict[str, str], int]:
    """Return what the page calls the pictures that are kept, in its order, and how many others it has."""
    captions: dict[str, str] = {}
    missing = 0
    for image in images:
        kept = [address for address in image.addresses if address in job.pictures]
        missing += not kept
        for address in kept:
            captions[address] = image.words or captions.get(address, "")
    return captions, missing
