"""The original of an article, to be looked at: pages without anything that runs, moves or is fetched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from curator.archive import originals, pictures, review_items
from curator.errors import CuratorError
from curator.i18n import _
from curator.model.article import KeptPicture, Original
from curator.operations.context import Context
from curator.operations.page_pictures import PAGE_TYPES, ShownPicture, described, page_text
from curator.text.page_images import page_images
from curator.text.safe_html import safe_html


@dataclass(frozen=True, slots=True)
class PageSource:
    """An original as it can be shown.

    Args:
        html: safe, its pictures named by the SHA-256 of their files; None for what is no page.
        text: its text otherwise.
        pictures: those kept with it.
        missing: how many pictures the page has that were not.
    """

    original: Original
    html: str | None
    text: str
    pictures: tuple[ShownPicture, ...] = ()
    missing: int = 0


def page_source(context: Context, article_id: int) -> PageSource:
    """Return the first original of an article for looking at.

    Raises:
        CuratorError: when there is none, its file is missing, or it is too large to be shown.
    """
    connection = context.archive.read()
    found = originals.of_article(connection, article_id)
    if not found:
        raise CuratorError(_("Article %(id)d has no original file.") % {"id": article_id})
    return _shown(context, found[0], pictures.of_article(connection, article_id))


def page_source_of_item(context: Context, item_id: int) -> PageSource:
    """Return the file of an item of a review for looking at; see `page_source`.

    Raises:
        CuratorError: when nothing of it was kept, its file is missing, or it is too large to be shown.
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


def _shown(context: Context, original: Original, kept: Sequence[KeptPicture]) -> PageSource:
    folder = context.archive.folder
    text = page_text(folder, original)
    if original.media_type not in PAGE_TYPES:
        return PageSource(original, None, text)
    by_address = {each.address: each.original.sha256 for each in kept}
    page = page_images(text)
    html = safe_html(text, lambda addresses: next((by_address[each] for each in addresses if each in by_address), ""))
    missing = sum(not any(each in by_address for each in image.addresses) for image in page.images)
    return PageSource(original, html, text, described(folder, kept, page.images), missing)
