"""A search that was asked for before the index can answer: it waits, and is asked again by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from curator.gui.models.listing import Listing
from curator.i18n import _

if TYPE_CHECKING:
    from curator.gui.window import Window

_AGAIN_MS = 700


class UnreadySearch(QObject):
    """Keeps the search that waits for the index.

    Args:
        window: in whose list it will be shown.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._waiting: Listing | None = None
        self._shown = window.articles.listing
        self._has_listed = False
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_AGAIN_MS)
        self._again.timeout.connect(self._ask_again)
        window.articles.listed.connect(self._listed)

    def wait_for(self, wanted: Listing) -> None:
        """Ask again for a listing until the index can answer or another one is shown, and say so."""
        if self._waiting is None:
            words = _("The index of the words is being made. This search is answered as soon as it is there.")
            self._window.list_pane.banner.say(words)
            self._window.telling.tell_index(is_unready=True)
        self._waiting, self._shown = wanted, self._window.articles.listing
        self._again.start()
        if not self._has_listed:
            # Something to read meanwhile.
            self._window.list_articles(Listing(_("All articles")))

    def _ask_again(self) -> None:
        if self._waiting is not None:
            self._window.list_articles(self._waiting)

    def _listed(self, listing: Listing) -> None:
        self._has_listed = True
        # What is shown meanwhile may be listed anew: an import goes on.
        if self._waiting is not None and listing != self._shown:
            self._waiting = None
            self._again.stop()
            self._window.list_pane.banner.hide()
            self._window.telling.tell_index()
