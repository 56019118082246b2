"""The original of an article, to be looked at: pages without anything that runs, moves or is fetched."""

from __future__ import annotations

from dataclasses import dataclass

from curator.archive import originals
from curator.errors import CuratorError
from curator.i18n import _
from curator.model.article import Original
from curator.operations.context import Context
from curator.text.encoding import declared_charset, decode
from curator.text.safe_html import safe_html

_MOST_BYTES = 5_000_000


@dataclass(frozen=True, slots=True)
class PageSource:
    """An original as it can be shown: `html` is safe, or None; `text` is its text otherwise."""

    original: Original
    html: str | None
    text: str


def page_source(context: Context, article_id: int) -> PageSource:
    """Return the first original of an article for looking at.

    Raises:
        CuratorError: when there is none, its file is missing, or it is too large to be shown.
    """
    found = originals.of_article(context.archive.read(), article_id)
    if not found:
        raise CuratorError(_("Article %(id)d has no original file.") % {"id": article_id})
    original = found[0]
    path = originals.stored_path(context.archive.folder, original.sha256)
    if original.size > _MOST_BYTES:
        raise CuratorError(
            _("The original %(file)s is too large to be shown here.") % {"file": original.file_name},
            _("It lies unaltered at %(path)s") % {"path": path},
        )
    try:
        data = path.read_bytes()
    except OSError as error:
        raise CuratorError(
            _("The original %(file)s is missing from the archive.") % {"file": original.file_name},
            _("curator check --fixity lists what is missing; a backup may have it."),
        ) from error
    text = decode(data, declared_charset(data)).text
    return PageSource(original, safe_html(text) if original.media_type == "text/html" else None, text)
