"""The pictures of a saved page: which of them belong to its article, and where their bytes are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from urllib.parse import unquote, urljoin

from curator.errors import Problem
from curator.i18n import ngettext
from curator.model.reading import ArticleReading, Attachment
from curator.readers.contract import Candidate
from curator.readers.failures import MIB, empty, too_large
from curator.readers.picture_kinds import HEAD_BYTES, SUFFIXES, SVG, picture_size, picture_type
from curator.readers.picture_places import belongs, region_of
from curator.readers.source import LIMIT_BYTES
from curator.text.inline_pictures import PREFIX, cut_inline, decode_inline
from curator.text.page_images import PageImage, PageImages, page_images

MOST_PICTURES = 500
MOST_BYTES = 25_000_000
MOST_BYTES_TOGETHER = 100_000_000
# A page with its pictures in it.
_LIMIT_BYTES = 150 * MIB
# What is less wide or high (px) is an icon, or counts the visits.
_LEAST_PX = 48
# A drawing of fewer bytes is a sign, or keeps the place of a picture that was to be fetched later.
_LEAST_DRAWING = 1000
# A picture inside the page may be the one that it wants to be shown with.
_SHARED_INSIDE = re.compile(rf"content\s*=\s*[\"']?\s*(?:{PREFIX}|--sf-img-)", re.IGNORECASE)
_UNSAFE = re.compile(r"[\x00-\x1f/\\:*?\"<>|]+")


class PageFiles:
    """The pictures that came with a page, by address: beside it, or inside it."""

    def __init__(self, candidate: Candidate, inline: list[bytes]) -> None:
        self.left_out = candidate.left_out
        self._inline = inline
        self._paths = {_plain(each.address): each.path for each in candidate.companions}
        self._paths |= {each.address: each.path for each in candidate.companions}
        # The folder may have been renamed with its page, while the links of the page were not.
        self._tails = {each.address.partition("/")[2]: each.path for each in candidate.companions}

    def __bool__(self) -> bool:
        return bool(self._inline or self._paths)

    def may_be_of(self, source: str) -> bool:
        """Tell whether any of them may belong to the article: where signs inside a page stand need not be looked at."""
        if self._paths or self.left_out:
            return True
        return any(_size(decode_inline(each)) for each in self._inline) or bool(_SHARED_INSIDE.search(source))

    def bytes_at(self, address: str, base: str) -> bytes:
        """Return what lies at an address of the page; empty when nothing does."""
        if address.startswith(PREFIX):
            number = address.removeprefix(PREFIX)
            place = int(number) if number.isascii() and number.isdigit() and len(number) < 9 else 0
            return decode_inline(self._inline[place - 1]) if 0 < place <= len(self._inline) else b""
        plain = _plain(address)
        path = (
            self._paths.get(address)
            or self._paths.get(plain)
            or self._paths.get(_joined(base, address))
            or ("://" not in plain and self._tails.get(plain.partition("/")[2]))
        )
        return path.read_bytes() if path else b""


def page_bytes(candidate: Candidate) -> tuple[bytes, PageFiles]:
    """Return a page without the pictures inside it, and all pictures that came with it.

    Raises:
        Unreadable: "empty", or "too-large" for what is left.
    """
    size = candidate.path.stat().st_size
    if not size:
        raise empty(candidate.name)
    if size > _LIMIT_BYTES:
        raise too_large(candidate.name, size, LIMIT_BYTES)
    page = cut_inline(candidate.path.read_bytes())
    if len(page.data) > LIMIT_BYTES:
        raise too_large(candidate.name, len(page.data), LIMIT_BYTES)
    return page.data, PageFiles(candidate, page.pictures)


def with_pictures(reading: ArticleReading, source: str, files: PageFiles, name: str) -> ArticleReading:
    """Return a reading with the pictures of its article.

    Args:
        source: the HTML that it was read from.
        files: what came with the page.
        name: of the file, for messages.
    """
    if not files or not files.may_be_of(source):
        return reading
    page = page_images(source)
    found, left_out = _kept(page, reading, files)
    problems = (*reading.problems, _left_out(name, left_out)) if left_out else reading.problems
    return replace(reading, attachments=found, problems=problems)


def _kept(page: PageImages, reading: ArticleReading, files: PageFiles) -> tuple[tuple[Attachment, ...], int]:
    base = reading.url.value if reading.url else ""
    kept: dict[str, Attachment] = {}
    together, left_out = 0, files.left_out
    for address, data in _wanted(page, reading, files, base):
        if address in kept:
            continue
        if len(kept) >= MOST_PICTURES or len(data) > MOST_BYTES or together + len(data) > MOST_BYTES_TOGETHER:
            left_out += 1
            continue
        media_type = picture_type(data[:HEAD_BYTES])
        kept[address] = Attachment(address, media_type, data, _file_name(address, media_type))
        together += len(data)
    return tuple(kept.values()), left_out


def _wanted(page: PageImages, reading: ArticleReading, files: PageFiles, base: str) -> Iterator[tuple[str, bytes]]:
    """Yield the pictures of the article, in its order, then the one that the page is shared with."""
    region = region_of(page, reading.body)

    def data_at(address: str) -> bytes:
        return files.bytes_at(page.variables.get(address, address), base)

    for image in page.images:
        if found := _first(image, data_at):
            address, data, (width, height) = found
            if belongs(image, page, region, width, height):
                yield address, data
    for address in page.shared:
        data = data_at(address)
        if picture_type(data[:HEAD_BYTES]):
            yield address, data


def _first(image: PageImage, data_at: Callable[[str], bytes]) -> tuple[str, bytes, tuple[int, int]] | None:
    """Return the first address of a picture with something larger than an icon: a stand-in may come before it."""
    for address in image.addresses:
        data = data_at(address)
        if size := _size(data, image.width, image.height):
            return address, data, size
    return None


def _size(data: bytes, width: int = 0, height: int = 0) -> tuple[int, int] | None:
    """Return width and height (px) of what is larger than an icon, None for anything else.

    Args:
        width, height: as the page states them, for a picture that does not say.
    """
    media_type = picture_type(data[:HEAD_BYTES]) if data else ""
    if not media_type or (media_type == SVG and len(data) < _LEAST_DRAWING):
        return None
    own_width, own_height = picture_size(data, media_type)
    width, height = own_width or width, own_height or height
    return (width, height) if min(width or _LEAST_PX, height or _LEAST_PX) >= _LEAST_PX else None


def _plain(address: str) -> str:
    """Return an address of a file beside the page as the file is called."""
    bare = unicodedata.normalize("NFC", unquote(address.partition("#")[0].partition("?")[0]))
    return bare.replace("\\", "/").removeprefix("./")


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError:
        return ""


def _file_name(address: str, media_type: str) -> str:
    last = _UNSAFE.sub(" ", unquote(address.partition("?")[0]).rsplit("/", 1)[-1].replace(":", "-")).strip(" .-")
    suffix = SUFFIXES[media_type]
    name = last[-100:] or "picture"
    return name if "." in name[-6:] else name + suffix


def _left_out(name: str, count: int) -> Problem:
    words = {"count": count, "name": name, "size": MOST_BYTES // 1_000_000, "most": MOST_PICTURES}
    message = ngettext(
        "%(count)d picture of %(name)s was left out: more than %(size)d MB, or beyond the limits of a page.",
        "%(count)d pictures of %(name)s were left out: more than %(size)d MB each, or beyond the limits of a page.",
        count,
    )
    hint = ngettext(
        "Up to %(most)d picture of a page is kept. Keep the others apart if they matter.",
        "Up to %(most)d pictures of a page are kept. Keep the others apart if they matter.",
        MOST_PICTURES,
    )
    return Problem("pictures", message % words, hint % words)
