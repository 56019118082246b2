"""Acts of the window that ask nothing: undo and redo, the trash, the status of an article, opening one by its id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from curator.gui.models.listing import Listing
from curator.i18n import _
from curator.operations import describe, history
from curator.operations import trash as trashing

if TYPE_CHECKING:
    from curator.gui.window import Window


def undo(window: Window) -> None:
    """Take back the newest act: of the review where one is shown, else of the archive."""
    if window.reviews.is_shown:
        window.reviews.undo()
    else:
        undo_archive(window)


def undo_archive(window: Window) -> None:
    """Take back the newest act in the archive."""
    window.session.write(history.undo, lambda found: window.say(_("Undone: %(label)s") % {"label": found[0].label}))


def redo(window: Window) -> None:
    """Bring back what was undone last."""
    if window.reviews.is_shown:
        window.reviews.undo(redo=True)
        return
    window.session.write(history.redo, lambda found: window.say(_("Done again: %(label)s") % {"label": found[0].label}))


def trash(window: Window) -> None:
    """Put the selected articles into the trash, or take them out of it."""
    ids = window.table.selected_ids()
    act = trashing.restore if window.articles.listing.trash else trashing.trash
    window.write(lambda context: act(context, ids))


def step_status(window: Window, by: int) -> None:
    """Move the open article to the next status (1), or to the one before (-1)."""
    status, ids = window.reader.next_status(by), window.table.selected_ids()
    if status and ids:
        window.write(lambda context: describe.describe(context, ids, {"status": status}))


def back(window: Window) -> None:
    """Show what was looked at before."""
    window.looking_back.go(-1)


def forward(window: Window) -> None:
    """Show what was looked at after that."""
    window.looking_back.go(1)


def close(window: Window) -> None:
    """Close the window."""
    window.close()


def open_article(window: Window, article_id: int) -> None:
    """Open an article where it stands in the list, else among all articles."""
    window.reviews.leave()
    window.names_page.leave()
    window.queue.leave()
    place = window.articles.place_of(article_id)
    if place >= 0:
        window.table.select_place(place)
    else:
        window.table.begin_at(article_id)
        window.list_articles(Listing(_("All articles")))
    window.reader.text.setFocus()
