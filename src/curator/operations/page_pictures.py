"""The pictures kept with a saved page: what the page calls them, and their bytes, from the archive alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from curator.archive import originals, pictures
from curator.archive.folder import ArchiveFolder
from curator.errors import CuratorError
from curator.i18n import _
from curator.model.article import KeptPicture, Original
from curator.operations.context import Context
from curator.readers.mhtml_parts import split_mhtml, without_pictures
from curator.readers.picture_kinds import picture_size
from curator.text.encoding import declared_charset, decode
from curator.text.inline_pictures import cut_inline
from curator.text.page_images import PageImage, page_images

PAGE_TYPES = ("text/html", "multipart/related")
MOST_PICTURE_BYTES = 25_000_000
_MOST_PAGE_BYTES = 150_000_000
_MOST_BYTES = 5_000_000
# A picture's size stands near its beginning, but JPEG may have a preview before it.
_HEAD_BYTES = 200_000


@dataclass(frozen=True, slots=True)
class ShownPicture:
    """A picture of a page.

    Args:
        original: its file in the archive.
        words: its caption or alternative text in the page; empty where it has none.
        width, height: as its bytes state them (px); 0 where they do not.
    """

    original: Original
    words: str
    width: int = 0
    height: int = 0

    @property
    def name(self) -> str:
        """What it is called by for a person: its words, else the name of its file."""
        return self.words or self.original.file_name


def kept(context: Context, article_id: int) -> tuple[ShownPicture, ...]:
    """Return the pictures kept with an article, each once, in the order of its page."""
    connection = context.archive.read()
    found = pictures.of_article(connection, article_id)
    if not found:
        return ()
    page = originals.of_article(connection, article_id)
    try:
        images = page_images(page_text(context.archive.folder, page[0])).images if page else ()
    except CuratorError:  # it is told where the page itself is shown
        images = ()
    return described(context.archive.folder, found, images)


def described(
    folder: ArchiveFolder, found: Sequence[KeptPicture], images: Sequence[PageImage]
) -> tuple[ShownPicture, ...]:
    """Return pictures with their words and sizes, in the order of their page; the same bytes once.

    Args:
        images: those of the page.
    """
    places = {address: place for place, image in reversed([*enumerate(images)]) for address in image.addresses}
    words = {address: image.words for image in images if image.words for address in image.addresses}
    shown: dict[str, ShownPicture] = {}
    # Rows that came with a package may stand in another order.
    for each in sorted(found, key=lambda picture: places.get(picture.address, len(images))):
        before = shown.get(each.original.sha256)
        if before is None or not before.words:
            size = _size(folder, each.original)
            shown[each.original.sha256] = ShownPicture(each.original, words.get(each.address, ""), *size)
    return tuple(shown.values())


def picture_bytes(context: Context, picture: Original) -> bytes:
    """Return the bytes of a picture.

    Raises:
        CuratorError: when its file is missing or too large.
    """
    if picture.size > MOST_PICTURE_BYTES:
        raise _too_large(picture)
    return _read(context.archive.folder, picture)


def page_text(folder: ArchiveFolder, page: Original) -> str:
    """Return the text of a page as received: its HTML, pictures inside it cut out (`text.inline_pictures`).

    Raises:
        CuratorError: when its file is missing, cannot be understood, or is too large to be shown.
    """
    if page.size > _MOST_PAGE_BYTES:
        raise _too_large(page)
    data, charset = _read(folder, page), ""
    if page.media_type == "multipart/related":
        archive = split_mhtml(without_pictures(data))
        if archive is None:
            raise CuratorError(_("There is no page in %(file)s that could be shown.") % {"file": page.file_name})
        data, charset = archive.page, archive.charset
    data = cut_inline(data).data
    if len(data) > _MOST_BYTES:
        raise _too_large(page)
    return decode(data, charset or declared_charset(data)).text


def _size(folder: ArchiveFolder, picture: Original) -> tuple[int, int]:
    try:
        with originals.stored_path(folder, picture.sha256).open("rb") as file:
            return picture_size(file.read(_HEAD_BYTES), picture.media_type)
    except OSError:
        return 0, 0


def _read(folder: ArchiveFolder, original: Original) -> bytes:
    try:
        return originals.stored_path(folder, original.sha256).read_bytes()
    except OSError as error:
        raise CuratorError(
            _("The original %(file)s is missing from the archive.") % {"file": original.file_name},
            _("curator check --fixity lists what is missing; a backup may have it."),
        ) from error


def _too_large(original: Original) -> CuratorError:
    return CuratorError(
        _("The original %(file)s is too large to be shown here.") % {"file": original.file_name},
        _("It lies unaltered in the archive, under originals/%(place)s")
        % {"place": f"{original.sha256[:2]}/{original.sha256[2:]}"},
    )
