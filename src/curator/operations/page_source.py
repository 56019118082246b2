"""The original of an article, to be looked at: pages without anything that runs, moves or is fetched."""

from __future__ import annotations

from dataclasses import dataclass

from curator.archive import originals, pictures
from curator.errors import CuratorError
from curator.i18n import _
from curator.model.article import Original
from curator.operations.context import Context
from curator.operations.page_pictures import PAGE_TYPES, ShownPicture, described, page_text, words_of
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
    connection, folder = context.archive.read(), context.archive.folder
    found = originals.of_article(connection, article_id)
    if not found:
        raise CuratorError(_("Article %(id)d has no original file.") % {"id": article_id})
    original = found[0]
    text = page_text(folder, original)
    if original.media_type not in PAGE_TYPES:
        return PageSource(original, None, text)
    kept = pictures.of_article(connection, article_id)
    by_address = {each.address: each.original.sha256 for each in kept}
    page = page_images(text)
    html = safe_html(text, lambda addresses: next((by_address[each] for each in addresses if each in by_address), ""))
    missing = sum(not any(each in by_address for each in image.addresses) for image in page.images)
    return PageSource(original, html, text, described(folder, kept, words_of(page)), missing)
