"""The queue of suggestions in one window: when its page is shown and left, and what is decided there."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu

from curator.gui import acts
from curator.gui.panes import QUEUE
from curator.gui.views.tag_popup import TagPopup
from curator.i18n import N_, _
from curator.model.authority import AuthorityKind
from curator.operations import suggestion_queue
from curator.operations.context import Context
from curator.operations.name_contexts import NameContext
from curator.operations.suggestion_queue import QueuedName

if TYPE_CHECKING:
    from curator.gui.views.suggestion_page import SuggestionPage
    from curator.gui.window import Window

_MENU = (
    ("accept", N_("Accept everywhere"), "Enter"),
    ("choose", N_("Choose articles..."), "Shift+Enter"),
    ("variant", N_("Is a spelling of..."), "S"),
    ("change", N_("Change kind or name..."), "F2"),
    ("reject", N_("Reject everywhere"), "Del"),
)
_FOR_NEW = ("variant", "change")


class SuggestionQueue(QObject):
    """Shows the page in the place of list and reader; it is made when it is first shown.

    Args:
        window: whose it is.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.page: SuggestionPage | None = None
        self.popup = TagPopup(window)
        self.popup.picked.connect(self._picked)
        self.popup.dismissed.connect(self.focus_content)
        window.session.names.ready.connect(self.popup.complete_again)
        self._asked: tuple[QueuedName, bool] | None = None
        self._place: tuple[int, int, int] | None = None
        window.arrangement.covered.connect(self._covered)
        window.works.changed.connect(self._tell)
        window.name_scan.done.connect(self._scanned)
        window.navigator.suggestions_wanted.connect(self.show)
        window.reader.opened.connect(lambda _reading: self._show_place())

    @property
    def is_shown(self) -> bool:
        """Whether the page is shown."""
        return self.page is not None and not self.page.isHidden()

    def show(self) -> None:
        """Show the queue; names that were not looked for yet are looked for now."""
        page = self._made()
        self._window.reviews.leave()
        self._window.arrangement.cover(page, with_navigator=True)
        self._window.looking_back.look_at_page(QUEUE)
        page.begin()
        self._window.name_scan.hurry()
        self._tell()

    def leave(self) -> None:
        """Go back to the list."""
        if self.is_shown:
            self._window.arrangement.uncover()
            self._window.list_pane.focus_list()

    def focus_content(self) -> None:
        """Lead to the table."""
        if self.page is not None:
            self.page.table.enter()

    def step_focus(self, by: int) -> None:
        """Give the focus to the next (1) or the part before (-1) of navigator, table and places."""
        if self.page is None:
            return
        parts = [self._window.navigator] if self._window.navigator.isVisible() else []
        parts = [*parts, self.page.line, self.page.table, self.page.preview.contexts]  # type: ignore[list-item]
        now = next((at for at, part in enumerate(parts) if part.hasFocus()), 0)
        parts[(now + by) % len(parts)].setFocus()

    # -- what is decided

    def act(self, act: str) -> None:
        """Do what a key or a button on the current name is for."""
        name = self.page.current() if self.page else None
        if self.page is None or name is None:
            return
        if act == "menu":
            self._menu(name)
        elif not self._window.session.archive.writable:
            return
        elif act == "accept":
            self._accept(name)
        elif act == "choose":
            self._choose(name)
        elif act == "reject":
            self._decide(
                name,
                lambda context: suggestion_queue.reject_everywhere(context, name),
                _("Rejected: %(name)s") % {"name": name.name},
            )
        elif act in _FOR_NEW:
            self._ask_record(name, act == "variant")

    def _accept(self, name: QueuedName, ids: Collection[int] | None = None) -> None:
        self._decide(
            name,
            lambda context: suggestion_queue.accept_everywhere(context, name, ids),
            _("Accepted: %(name)s") % {"name": name.name},
        )

    def _choose(self, name: QueuedName) -> None:
        from curator.gui.sheets.suggestion_articles import SuggestionArticlesSheet

        sheet = SuggestionArticlesSheet(self._window, self._window.session, name)
        sheet.chosen.connect(lambda ids: self._accept(name, ids))
        sheet.open_sheet(sheet.list)

    def _ask_record(self, name: QueuedName, variant: bool) -> None:
        """Ask of which record a new name is a spelling, or as what else it shall be accepted."""
        if name.authority_id is not None:
            self._window.say(_("This name is on record already. It can be merged or renamed among the names."))
            return
        assert self.page is not None
        session = self._window.session
        session.names.hurry()
        self._asked = (name, variant)
        typed = "" if variant else name.name
        about = _("“%s” is a spelling of") if variant else _("“%s” is accepted as")
        around, known = self.page.row_box(), session.names.completer
        self.popup.ask(name.kind, known, around, typed, only_known=variant, about=about % name.name)

    def _picked(self, kind: str, picked: str) -> None:
        if self._asked is None:
            return
        name, _variant = self._asked
        self.focus_content()
        record = int(picked[1:]) if picked.startswith("#") and picked[1:].isdecimal() else None
        made = cast(AuthorityKind, kind)
        if record is None:

            def write(context: Context) -> object:
                return suggestion_queue.accept_everywhere(context, name, kind=made, name=picked)

            words = _("Accepted: %(name)s") % {"name": picked}
        else:

            def write(context: Context) -> object:
                return suggestion_queue.accept_everywhere(context, name, authority_id=record)

            words = _("Accepted as a spelling: %(name)s") % {"name": name.name}
        self._decide(name, write, words)

    def _decide(self, name: QueuedName, operation: Callable[[Context], object], words: str) -> None:
        """Write, and go on to the next name at once."""
        page = self.page
        assert page is not None
        place = page.table.currentIndex().row()
        page.names.begin_decision(name)
        page.table.select_place(min(place, page.names.rowCount() - 1))

        def done(_changes: object) -> None:
            page.names.end_decision(name)
            self._window.activity.say(words, undoable=True)

        def failed(error: BaseException) -> None:
            page.names.end_decision(name)
            self._window.session.failed.emit(error)

        self._window.session.write(operation, done, failed)

    def _menu(self, name: QueuedName) -> None:
        menu = QMenu(self._window)
        for act, words, key in _MENU:
            made = menu.addAction(f"{_(words)}\t{key}", partial(self.act, act))
            made.setEnabled(name.authority_id is None or act not in _FOR_NEW)
        menu.popup(QCursor.pos())

    # -- what is shown

    def _open(self, found: NameContext) -> None:
        """Open an article at a place of the name."""
        if found.start is not None and found.end is not None:
            self._place = (found.article_id, found.start, found.end)
        self.leave()
        acts.open_article(self._window, found.article_id)
        self._show_place()

    def _show_place(self) -> None:
        reading = self._window.reader.reading
        if self._place and reading and reading.article.id == self._place[0]:
            self._window.reader.text.show_passage(*self._place[1:])
            self._place = None

    def _tell(self) -> None:
        if self.page is not None and self.is_shown:
            self.page.tell_looking(self._window.name_scan.work is not None)

    def _scanned(self) -> None:
        if self.page is not None:
            self.page.names.refresh()
            self._tell()

    def _covered(self, page: object) -> None:
        if self.page is not None and page is not self.page:
            self.page.names.forget()
        self._window.navigator.mark_page("suggestions", page is not None and page is self.page)

    def _made(self) -> SuggestionPage:
        if self.page is None:
            # Only now: most starts look at articles alone.
            from curator.gui.views.suggestion_page import SuggestionPage

            self.page = SuggestionPage(self._window.session)
            self.page.act_wanted.connect(self.act)
            self.page.opened.connect(self._open)
            self.page.left.connect(self.leave)
        return self.page
