"""What the window says by itself: what undo would take back, how far the index is, which archive this is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from curator.i18n import _, ngettext
from curator.operations.overview import Overview

if TYPE_CHECKING:
    from curator.gui.window import Window


class Telling(QObject):
    """Keeps the strip, the menu and the titles of a window up to date.

    Args:
        window: whose they are.

    Attributes:
        index_waiting: how many articles wait for the index; -1 while nobody knows.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.index_waiting = -1
        window.session.index_changed.connect(self._tell_index)
        window.session.changed.connect(lambda _changes: self.tell_undo())
        window.navigator.overview_changed.connect(self._tell_overview)

    def tell_undo(self) -> None:
        """Say what undo and redo would do, in the menu and in the strip."""
        window = self._window
        undo, redo = window.reviews.labels() or (window.session.undo_label(), window.session.redo_label())
        window.menus.tell("undo", _("Undo: %(label)s") % {"label": undo} if undo else "")
        window.menus.tell("redo", _("Redo: %(label)s") % {"label": redo} if redo else "")
        window.activity.strip.set_undo(undo)

    def _tell_index(self, waiting: int) -> None:
        self.index_waiting = waiting
        self.tell_index()

    def tell_index(self, is_unready: bool = False) -> None:
        """Say in the strip how far the index is.

        Args:
            is_unready: whether it cannot be asked: it was gone or damaged, and is made anew.
        """
        waiting = self.index_waiting
        if is_unready:
            self._window.activity.strip.set_index(_("The index is being made"), "busy")
            return
        words = ngettext("%(n)d article waits for the index", "%(n)d articles wait for the index", waiting)
        text, state = (words % {"n": waiting}, "busy") if waiting else (_("Index up to date"), "ok")
        self._window.activity.strip.set_index(text, state)

    def _tell_overview(self, found: Overview) -> None:
        counts = ngettext("%(n)d article", "%(n)d articles", found.articles) % {"n": found.articles}
        languages = ngettext("%(n)d language", "%(n)d languages", found.languages) % {"n": found.languages}
        self._window.archive_head.set_title(found.title, f"{counts} · {languages}")
        self._window.setWindowTitle(f"{found.title} - Curator")
