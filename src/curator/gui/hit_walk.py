"""From hit to hit through all articles of the list: behind the last hit of one article comes the first of the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from curator.gui.models.listing import Listing
from curator.i18n import _
from curator.operations import listing as list_rows
from curator.operations.context import Context
from curator.operations.listing import ListRow

if TYPE_CHECKING:
    from curator.gui.window import Window

# Articles looked through at a time, and how many of them without a hit (found by a field, say) are passed over.
_AT_A_TIME = 8
_MOST = 2_000


class HitWalk(QObject):
    """Steps through the hits of a window's list.

    Args:
        window: whose list and reader they are.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._listing: Listing | None = None
        # The article that is being opened, and by which step; whether the next step begins at the other end.
        self._coming = (0, 0)
        self._at_end = 0
        window.reader.opened.connect(lambda reading: self._arrive(reading.article.id))
        window.reader.hit_wanted.connect(self.step)
        window.table.hit_wanted.connect(self.step)
        window.articles.listed.connect(lambda _listing: self._forget())

    def step(self, by: int) -> None:
        """Go to the next hit (1) or the one before (-1), in another article where this one has no more."""
        window, text = self._window, self._window.reader.text
        if window.arrangement.is_covered:
            return
        if window.articles.node is None or not window.reader.find_bar.isHidden():
            text.step_hit(by)
        elif text.has_hit(by):
            self._at_end = 0
            text.step_hit(by)
        elif not self._coming[0]:
            self._look_for_article(by)

    def _look_for_article(self, by: int) -> None:
        window = self._window
        ids, node, place = window.articles.ids(), window.articles.node, window.table.currentIndex().row()
        if self._at_end == by:
            waiting: Sequence[int] = ids if by > 0 else ids[::-1]
        else:
            waiting = ids[place + 1 :] if by > 0 else ids[:place][::-1] if place > 0 else ids[:0]
        looked = waiting[:_MOST]

        def ask(context: Context, interrupt: Callable[[], object]) -> ListRow | None:
            for first in range(0, len(looked), _AT_A_TIME):
                interrupt()
                for row in list_rows.rows(context, looked[first : first + _AT_A_TIME], node):
                    if row.hits:
                        return row
            return None

        self._listing = window.articles.listing
        window.session.read("next hit", ask, lambda row: self._found(row, by, len(waiting) > len(looked)))

    def _found(self, row: ListRow | None, by: int, is_cut: bool) -> None:
        window = self._window
        if window.articles.listing is not self._listing:
            return
        if row is None:
            self._tell_end(by, is_cut)
            return
        self._at_end = 0
        words = _("Next article: %(title)s") if by > 0 else _("Article before: %(title)s")
        window.say(words % {"title": row.article.title or _("No title")})
        reading = window.reader.reading
        if reading is not None and reading.article.id == row.article.id:
            window.reader.text.begin_hits(by)
            return
        self._coming = (row.article.id, by)
        window.table.select_place(window.articles.place_of(row.article.id))

    def _tell_end(self, by: int, is_cut: bool) -> None:
        if is_cut:
            self._window.say(_("No hit in the next %(n)d articles.") % {"n": _MOST})
            return
        self._at_end = by
        if by > 0:
            self._window.say(_("This is the last hit of the list. Once more: from its beginning."))
        else:
            self._window.say(_("This is the first hit of the list. Once more: from its end."))

    def _arrive(self, article_id: int) -> None:
        coming, by = self._coming
        if coming == article_id:
            self._coming = (0, 0)
            self._window.reader.text.begin_hits(by)

    def _forget(self) -> None:
        self._coming, self._at_end = (0, 0), 0
