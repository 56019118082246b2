"""What can be done with names: merged, said to be different, renamed, removed, taken out again, split."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QWidget

from curator.archive import authorities as archived
from curator.errors import CuratorError
from curator.gui.views.name_popup import NamePopup
from curator.i18n import _, ngettext
from curator.model.authority import AuthorityKind
from curator.operations import alike_names, authorities, merging, names_removal
from curator.operations.context import Context
from curator.operations.names_listing import ListedName

if TYPE_CHECKING:
    from curator.gui.window import Window


class NamesActs(QObject):
    """Asks and writes.

    Args:
        window: whose names they are.

    Signals:
        merged(int): records were merged into this one.
        parted(int, int): two records were said to be different.
    """

    merged = Signal(int)
    parted = Signal(int, int)

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        self._popup = NamePopup(window)
        self._renamed: tuple[int, AuthorityKind, str] = (0, "person", "")
        self._popup.named.connect(self._rename)
        self._back_to: QWidget = window
        self._popup.dismissed.connect(lambda: self._back_to.setFocus())

    def merge(self, rows: Sequence[ListedName]) -> None:
        """Ask whether records are one; the one in most articles is kept unless another is chosen."""
        if not self._may_write():
            return
        kinds = {row.kind for row in rows}
        ids = list(dict.fromkeys(each for row in rows for each in row.ids))
        if len(ids) < 2:
            self._say(_("Mark or select two names or more to merge them: X marks, Shift+Down selects."))
        elif len(kinds) > 1:
            self._say(_("Names of different kinds cannot be one: a person is no place."))
        else:
            pair = rows[0].beside if len(rows) == 1 else None
            most = max(rows, key=lambda row: (row.articles or 0, row.mentions or 0)).ids[0]
            self.ask_merge([most, *(each for each in ids if each != most)], rows[0].kind, pair.why if pair else "")

    def ask_merge(self, ids: Sequence[int], kind: str, why: str = "") -> None:
        """Show the sheet that merges records, the first of which is kept unless another is chosen."""
        # Only now: most starts merge nothing.
        from curator.gui.sheets.merge import MergeSheet

        sheet = MergeSheet(self._window, self._session, ids, kind, why)
        sheet.merged.connect(self._merged)
        sheet.parted.connect(self._parted)
        sheet.open_sheet()

    def ask_other(self, authority_id: int, kind: str, name: str) -> None:
        """Ask which name a name is to be merged with, and then whether they are one."""
        from curator.gui.sheets.merge_with import MergeWithSheet

        if self._may_write():
            sheet = MergeWithSheet(self._window, self._session, authority_id, kind, name)
            sheet.chosen.connect(lambda other: self.ask_merge([authority_id, other], kind))
            sheet.open_sheet(sheet.choice.line)

    def ask_split(self, authority_id: int, kind: AuthorityKind, name: str) -> None:
        """Ask which mentions of a name belong to another."""
        from curator.gui.sheets.split import SplitSheet

        if self._may_write():
            sheet = SplitSheet(self._window, self._session, authority_id, kind, name)
            sheet.moved.connect(self._moved)
            sheet.open_sheet(sheet.view)

    def not_same(self, row: ListedName) -> None:
        """Keep for good that the two names of a pair are different."""
        if row.beside is None or row.is_merged:
            self._say(_("This is for two names that look alike; the check “Look alike” lists them."))
        elif self._may_write():
            one, other = row.ids
            self._write(
                lambda context: alike_names.keep_apart(context, f"#{one}", f"#{other}"),
                lambda: self._parted(one, other),
            )

    def take_out(self, authority_id: int) -> None:
        """Take a merged name out of the one that it is in."""
        if not self._may_write():
            return

        def act(context: Context) -> tuple[str, list[str]]:
            name = archived.get(context.archive.read(), authority_id).preferred_name
            stays = [f"{each.message} {each.hint}" for each in merging.what_stays(context, authority_id)]
            merging.take_out(context, authority_id)
            return name, stays

        def done(found: tuple[str, list[str]]) -> None:
            name, stays = found
            words = _("%(name)s stands by itself again; what was tagged since stays where it is.") % {"name": name}
            self._window.activity.say(" ".join([words, *stays]), "warn" if stays else "ok", undoable=True)

        self._session.write(act, done, self._refused)

    def ask_name(self, row: ListedName, around: QRect) -> None:
        """Ask for another preferred name; `around` is what it is asked beside (px of the window)."""
        if self._may_write() and not row.is_merged:
            self._back_to = self._window.focusWidget() or self._window
            self._renamed = (row.id, row.kind, row.name)
            about = _("The name until now stays as another name.")
            self._popup.ask(_("Preferred name"), about, row.name, around)

    def remove(self, rows: Sequence[ListedName]) -> None:
        """Take unused names off record."""
        ids = [row.id for row in rows if not row.is_merged]
        if ids and self._may_write():
            words = ngettext("Removed: %(name)s", "%(n)d names removed", len(ids)) % {
                "name": rows[0].name,
                "n": len(ids),
            }
            self._write(lambda context: names_removal.remove_unused(context, ids), lambda: self._said(words))

    def _rename(self, name: str) -> None:
        authority_id, kind, before = self._renamed
        self._back_to.setFocus()
        if name != before:
            words = _("%(old)s is called %(new)s now.") % {"old": before, "new": name}
            self._write(
                lambda context: authorities.rename(context, f"#{authority_id}", name, kind), lambda: self._said(words)
            )

    def _merged(self, kept: int, name: str) -> None:
        self._said(_("Merged into %s.") % name)
        self.merged.emit(kept)

    def _moved(self, _to: int, name: str, number: int) -> None:
        words = ngettext("%(n)d mention moved to %(name)s.", "%(n)d mentions moved to %(name)s.", number)
        self._said(words % {"n": number, "name": name})

    def _parted(self, one: int, other: int) -> None:
        self._said(_("Noted: they are not the same, and are not proposed again."))
        self.parted.emit(one, other)

    def _may_write(self) -> bool:
        if not self._session.archive.writable:
            self._say(_("This archive can only be read here."))
        return bool(self._session.archive.writable)

    def _write(self, operation: Callable[[Context], object], done: Callable[[], None]) -> None:
        self._session.write(operation, lambda _result: done(), self._refused)

    def _refused(self, error: BaseException) -> None:
        if isinstance(error, CuratorError):
            self._say(f"{error.message} {error.hint}".strip())
        else:
            self._window.show_error(error)

    def _said(self, words: str) -> None:
        self._window.activity.say(words, "ok", undoable=True)

    def _say(self, words: str) -> None:
        self._window.activity.say(words, "warn")
