"""The pictures kept with a saved page: what the page calls them, and their bytes, from the archive alone.

Pages are hostile: what they say is asked of a worker process (`readers.page_viewer`), never read here.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from curator.archive import originals, pictures
from curator.archive.folder import ArchiveFolder
from curator.errors import CuratorError
from curator.i18n import _
from curator.model.article import KeptPicture, Original
from curator.model.progress import Progress
from curator.operations.context import Context
from curator.readers import ViewJob, ViewResult
from curator.readers.picture_kinds import picture_size

MOST_PICTURE_BYTES = 25_000_000
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
        captions = looked_at(context, page[0], found, whole=False).captions if page else {}
    except CuratorError:  # it is told where the page itself is shown
        captions = {}
    return described(context.archive.folder, found, captions)


def described(
    folder: ArchiveFolder, found: Sequence[KeptPicture], captions: Mapping[str, str]
) -> tuple[ShownPicture, ...]:
    """Return pictures with their words and sizes, in the order of their page; the same bytes once.

    Args:
        captions: as of `ViewResult`.
    """
    places = {address: place for place, address in enumerate(captions)}
    shown: dict[str, ShownPicture] = {}
    # Rows that came with a package may stand in another order.
    for each in sorted(found, key=lambda picture: places.get(picture.address, len(places))):
        before = shown.get(each.original.sha256)
        if before is None or not before.words:
            size = _size(folder, each.original)
            shown[each.original.sha256] = ShownPicture(each.original, captions.get(each.address, ""), *size)
    return tuple(shown.values())


def looked_at(context: Context, page: Original, found: Sequence[KeptPicture], whole: bool = True) -> ViewResult:
    """Return what an original looks like, taken apart in a worker process.

    Args:
        context: its progress is called meanwhile; what that raises ends the work.
        found: the pictures kept with it.
        whole: whether the page is wanted; else only what it says of its pictures.

    Raises:
        CuratorError: when its file is missing, or worker processes do not start.
    """
    # Only now: it brings the pool with it, and few articles that are shown first are looked at as received.
    from curator.readers.page_viewer import page_viewer

    path = originals.stored_path(context.archive.folder, page.sha256)
    if not path.is_file():
        raise _missing(page)
    addresses = {each.address: each.original.sha256 for each in found}
    job = ViewJob(0, path, page.file_name, page.media_type, addresses, whole)
    begun = time.monotonic()
    return page_viewer().view(job, lambda: context.progress(Progress(0, 1, time.monotonic() - begun)))


def picture_bytes(context: Context, picture: Original) -> bytes:
    """Return the bytes of a picture.

    Raises:
        CuratorError: when its file is missing or too large.
    """
    if picture.size > MOST_PICTURE_BYTES:
        raise _too_large(picture)
    return _read(context.archive.folder, picture)


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
        raise _missing(original) from error


def _missing(original: Original) -> CuratorError:
    return CuratorError(
        _("The original %(file)s is missing from the archive.") % {"file": original.file_name},
        _("curator check --fixity lists what is missing; a backup may have it."),
    )


def _too_large(original: Original) -> CuratorError:
    return CuratorError(
        _("The original %(file)s is too large to be shown here.") % {"file": original.file_name},
        _("It lies unaltered in the archive, under originals/%(place)s")
        % {"place": f"{original.sha256[:2]}/{original.sha256[2:]}"},
    )
