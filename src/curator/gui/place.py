"""The place in an archive where somebody was: query, filters, order, article; kept across restart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings

from curator.gui.models.kept_listing import brought_back, kept
from curator.gui.models.listing import Listing
from curator.i18n import _

if TYPE_CHECKING:
    from curator.gui.window import Window


def bring_back(window: Window, state: QSettings) -> None:
    """Show what a window on this archive showed as it was closed, at the article that was open."""
    uid = window.session.archive.uid
    found = brought_back(str(state.value(f"listing/{uid}") or ""))
    listing, article = found or (Listing(_("All articles")), 0)
    window.table.begin_at(article)
    window.list_articles(listing)


def remember(window: Window, state: QSettings) -> None:
    """Keep what a window shows."""
    uid, reading = window.session.archive.uid, window.reader.reading
    state.setValue(f"listing/{uid}", kept(window.articles.listing, reading.article.id if reading else 0))
