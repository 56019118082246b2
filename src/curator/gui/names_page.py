"""The pages about names in one window: the manager and the page of one name; shown, left, gone back from."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from curator.gui import acts, mentions
from curator.gui.models.names_words import NAME
from curator.gui.names_acts import NamesActs
from curator.gui.widgets.buttons import PushButton
from curator.i18n import N_, _
from curator.model.authority import AuthorityKind
from curator.operations.names_listing import ListedName
from curator.operations.reading import Reading

if TYPE_CHECKING:
    from curator.gui.views.authority_page import AuthorityPage
    from curator.gui.views.names_manager import NamesManager
    from curator.gui.window import Window

_MANAGER = "names"
_MENU = (
    ("open", N_("Open its page"), "Enter"),
    ("merge", N_("Merge..."), "M"),
    ("split", N_("Split..."), "S"),
    ("tag-all", N_("Tag all mentions..."), "T"),
    ("not-same", N_("Not the same"), "N"),
    ("take-out", N_("Take out again"), "O"),
    ("rename", N_("Rename"), "F2"),
    ("remove", N_("Remove"), "Del"),
)
_PAIRS, _MERGED = ("not-same",), ("take-out",)


class NamesPage(QObject):
    """Where the pages about names are shown; each is made when it is first shown.

    Args:
        window: whose they are.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.manager: NamesManager | None = None
        self.name: AuthorityPage | None = None
        self.acts = NamesActs(window)
        self.acts.merged.connect(self._merged)
        self.acts.parted.connect(self._parted)
        # What was shown before the page of a name, innermost last; "" is the list.
        self._under: list[str] = []
        # The article that was asked for, and where in it to go.
        self._passage = (0, -1, -1)
        window.arrangement.covered.connect(self._covered)
        window.reader.opened.connect(self._go_to_passage)
        window.navigator.names_wanted.connect(self.show_manager)
        for view in (window.navigator, window.inspector.tags):
            view.name_wanted.connect(self.show_name)
            view.merge_wanted.connect(self.acts.ask_other)

    @property
    def shown(self) -> QWidget | None:
        """The page that is shown now."""
        return next((page for page in (self.manager, self.name) if page is not None and not page.isHidden()), None)

    def show_manager(self, kind: str = "", check: str = "") -> None:
        """Show the names manager, names of a kind or under a check if given; typing goes to its filter."""
        manager = self._made_manager()
        self._under.clear()
        self._cover(manager, _MANAGER)
        manager.begin(kind, check)

    def show_name(self, authority_id: int) -> None:
        """Show the page of a name; Esc leads back to where it was opened from."""
        before = self._key()
        page = self._made_name()
        self._under = [*self._under, before] if before != f"name {authority_id}" else self._under
        is_here = page.authority_id == authority_id
        page.show_name(authority_id)
        self._cover(page, f"name {authority_id}")
        # Its parts can take the focus once they show something.
        page.setFocus(Qt.FocusReason.OtherFocusReason)
        if is_here:
            page.focus_first()

    def show_look(self, key: str) -> None:
        """Show again what was looked at, by the key that `LookingBack` keeps."""
        if key == _MANAGER:
            manager = self._made_manager()
            self._under.clear()
            manager.names.begin()
            self._cover(manager, key)
            manager.table.enter()
        else:
            self._under = []
            self.show_name(int(key.removeprefix("name ")))

    def step_out(self) -> None:
        """Go back to what was below the page: the manager, another name, or the list."""
        under = self._under.pop() if self._under and self.shown is self.name else ""
        if under:
            kept = self._under
            self.show_look(under)
            self._under = kept if under != _MANAGER else []
        else:
            self.leave()

    def leave(self) -> None:
        """Go back to the list."""
        if self.shown is not None:
            self._window.arrangement.uncover()
            self._window.list_pane.focus_list()

    def step_focus(self, by: int) -> None:
        """Give the focus to the next (1) or the part before (-1) of navigator and page."""
        parts: list[QWidget] = [self._window.navigator] if self._window.navigator.isVisible() else []
        if self.shown is self.manager and self.manager is not None:
            parts += [self.manager.line, self.manager.table]
        elif self.name is not None:
            parts.append(self.name)
        focused = self._window.focusWidget()
        now = next((at for at, part in enumerate(parts) if part is focused or part.isAncestorOf(focused)), 0)
        target = parts[(now + by) % len(parts)]
        if target is self.name and self.name is not None:
            self.name.focus_first()
        else:
            target.setFocus()

    def focus_content(self) -> None:
        """Lead to the table, or to the page of the name."""
        if self.shown is self.manager and self.manager is not None:
            self.manager.table.enter()
        elif self.name is not None:
            self.name.focus_first()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Step out of the page of a name by Esc, where nothing in it takes that key."""
        is_press = watched is self.name and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if is_press and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
            self.step_out()
            return True
        return super().eventFilter(watched, event)

    # -- pages

    def _key(self) -> str:
        shown = self.shown
        if shown is None:
            return ""
        return _MANAGER if shown is self.manager or self.name is None else f"name {self.name.authority_id}"

    def _cover(self, page: QWidget, key: str) -> None:
        self._window.reviews.leave()
        self._window.arrangement.cover(page, with_navigator=True)
        self._window.looking_back.look_at_page(key)

    def _covered(self, page: object) -> None:
        """Let go of the names when neither page is shown any more."""
        if page is None or page not in (self.manager, self.name):
            self._under.clear()
            if self.manager is not None:
                self.manager.names.forget()
        self._window.navigator.mark_page("names", page is not None and page is self.manager)

    def _made_manager(self) -> NamesManager:
        if self.manager is None:
            # Only now: most starts look at articles alone.
            from curator.gui.views.names_manager import NamesManager

            self.manager = NamesManager(self._window.session)
            self.manager.act_wanted.connect(self._act)
            self.manager.left.connect(self.leave)
            self.manager.table.menu_wanted.connect(self._menu)
        return self.manager

    def _made_name(self) -> AuthorityPage:
        if self.name is None:
            from curator.gui.views.authority_page import AuthorityPage

            self.name = page = AuthorityPage(self._window.session)
            page.opened.connect(self._open_article)
            page.name_opened.connect(self.show_name)
            page.listing_wanted.connect(self._window.list_articles)
            page.taken_out.connect(self.acts.take_out)
            page.said.connect(self._window.say)
            page.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            page.shown.connect(lambda _id: page.focus_first() if page.hasFocus() else None)
            page.installEventFilter(self)
            for words, icon, do in (
                (_("Merge..."), "merge", self.acts.ask_other),
                (_("Split..."), "split", self.acts.ask_split),
            ):
                button = PushButton(words, icon)
                button.clicked.connect(partial(self._with_name, do))
                page.add_button(button)
        return self.name

    def _with_name(self, do: Callable[[int, AuthorityKind, str], None], _checked: bool = False) -> None:
        """Do something with the name whose page is shown."""
        record = self.name.authority if self.name is not None else None
        if record is not None:
            do(record.id, record.kind, record.preferred_name)

    def _open_article(self, article_id: int, start: int, end: int) -> None:
        """Open an article at a passage, as soon as its text is here."""
        self._passage = (article_id, start, end)
        acts.open_article(self._window, article_id)
        reading = self._window.reader.reading
        if reading is not None:
            self._go_to_passage(reading)

    def _go_to_passage(self, reading: Reading) -> None:
        article_id, start, end = self._passage
        if reading.article.id == article_id:
            self._passage = (0, -1, -1)
            if start >= 0:
                self._window.reader.text.show_passage(start, end)

    # -- acts

    def _act(self, act: str) -> None:
        manager = self.manager
        row = manager.table.current() if manager else None
        if manager is None or row is None:
            return
        rows = self._meant(manager)
        if act == "open":
            self.show_name(row.beside.id if row.is_merged and row.beside else row.id)
        elif act == "merge":
            self.acts.merge(rows)
        elif act == "not-same":
            self.acts.not_same(row)
        elif act == "take-out" and row.is_merged:
            self.acts.take_out(row.id)
        elif act == "split" and not row.is_merged:
            self.acts.ask_split(row.id, row.kind, row.name)
        elif act == "tag-all" and not row.is_merged:
            mentions.ask(self._window, row.id)
        elif act == "rename":
            self.acts.ask_name(row, self._around(manager))
        elif act == "remove":
            self.acts.remove(rows)

    def _meant(self, manager: NamesManager) -> list[ListedName]:
        """Return the marked names, else the selected rows."""
        return manager.names.of(manager.names.marked) or manager.table.selected()

    def _around(self, manager: NamesManager) -> QRect:
        table, index = manager.table, manager.table.currentIndex()
        cell = table.visualRect(index.siblingAtColumn(NAME))
        place = table.viewport().mapTo(self._window, cell.topLeft())
        # The popup stands at the right end of what it is about: wide enough for it.
        return QRect(place, cell.size()).adjusted(0, 0, max(0, 380 - cell.width()), 0)

    def _menu(self, place: QPoint) -> None:
        manager = self.manager
        row = manager.table.current() if manager else None
        if manager is None or row is None:
            return
        menu = QMenu(manager)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for act, words, key in _MENU:
            is_pair = row.beside is not None and not row.is_merged
            if act == "open" or ((act not in _PAIRS or is_pair) and (act in _MERGED) == row.is_merged):
                menu.addAction(f"{_(words)}\t{key}", partial(self._act, act))
        menu.popup(place)

    def _merged(self, kept: int) -> None:
        if self.manager is not None and not self.manager.isHidden():
            self.manager.names.unmark()
            self.manager.table.select_name(kept)

    def _parted(self, one: int, other: int) -> None:
        if self.manager is not None:
            self.manager.names.part(one, other)
