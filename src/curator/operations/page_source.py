"""The original of an article, to be looked at: pages without anything that runs, moves or is fetched."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from curator.archive import originals, pictures, review_items
from curator.errors import CuratorError, Problem
from curator.i18n import _
from curator.model.article import KeptPicture, Original
from curator.operations.context import Context
from curator.operations.page_pictures import ShownPicture, described, looked_at


@dataclass(frozen=True, slots=True)
class PageSource:
    """An original as it can be shown.

    Args:
        html: safe, its pictures named by the SHA-256 of their files; None for what is no page.
        text: its text otherwise.
        pictures: those kept with it.
        missing: how many pictures the page has that were not.
        is_cut: whether it goes on, beyond what can be shown.
        problem: why it cannot be shown; it is kept all the same.
    """

    original: Original
    html: str | None
    text: str
    pictures: tuple[ShownPicture, ...] = ()
    missing: int = 0
    is_cut: bool = False
    problem: Problem | None = None


def page_source(context: Context, article_id: int) -> PageSource:
    """Return the first original of an article for looking at.

    Raises:
        CuratorError: when there is none or its file is missing.
    """
    connection = context.archive.read()
    found = originals.of_article(connection, article_id)
    if not found:
        raise CuratorError(_("Article %(id)d has no original file.") % {"id": article_id})
    return _shown(context, found[0], pictures.of_article(connection, article_id))


def page_source_of_item(context: Context, item_id: int) -> PageSource:
    """Return the file of an item of a review for looking at; see `page_source`.

    Raises:
        CuratorError: when nothing of it was kept or its file is missing.
    """
    kept = review_items.get(context.archive.read(), item_id)
    file = kept.file
    if file.sha256 is None:
        raise CuratorError(
            _("Nothing was kept of %(file)s.") % {"file": file.file_name}, _("Its file could not be read at all.")
        )
    # Nothing has an id before it is in the archive.
    page = Original(0, "", file.sha256, file.file_name, file.media_type, file.encoding or None, file.size)
    found = [
        KeptPicture(Original(0, "", each.sha256, each.file_name, each.media_type, None, each.size), each.address)
        for each in kept.attachments
    ]
    return _shown(context, page, found)


def save_copy(context: Context, original: Original, target: Path) -> None:
    """Write an original to a file, byte for byte.

    Raises:
        CuratorError: when it is missing, or the file cannot be written.
    """
    path = originals.stored_path(context.archive.folder, original.sha256)
    if not path.is_file():
        raise CuratorError(_("The original %(file)s is missing from the archive.") % {"file": original.file_name})
    try:
        shutil.copyfile(path, target)
    except OSError as error:
        words = {"file": str(target), "error": error.strerror or str(error)}
        raise CuratorError(_("%(file)s could not be written: %(error)s.") % words) from error


def _shown(context: Context, original: Original, kept: Sequence[KeptPicture]) -> PageSource:
    seen = looked_at(context, original, kept)
    if seen.problem:
        return PageSource(original, None, "", problem=seen.problem)
    shown = described(context.archive.folder, kept, seen.captions)
    return PageSource(original, seen.html, seen.text, shown, seen.missing, seen.is_cut)
