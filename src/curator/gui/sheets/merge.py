"""Merging names: the records side by side, what would come of them, and why they are one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from curator.errors import CuratorError
from curator.gui import keys
from curator.gui.session import Session
from curator.gui.sheets.form import Form
from curator.gui.views.merge_columns import MergeColumns
from curator.gui.widgets.banner import Banner
from curator.gui.widgets.eliding import ElidingLabel
from curator.gui.widgets.sheet import Sheet
from curator.gui.widgets.words import digits
from curator.i18n import N_, _, ngettext
from curator.model.merging import MergeField, MergePreview, SaidToDiffer
from curator.operations import alike_names, merge_preview, merging
from curator.operations.context import Context

_TITLES = {
    "person": N_("Merge %(n)d people"),
    "organisation": N_("Merge %(n)d organisations"),
    "event": N_("Merge %(n)d events"),
    "place": N_("Merge %(n)d places"),
    "theme": N_("Merge %(n)d themes"),
}


class MergeSheet(Sheet):
    """Asks whether records are one.

    Args:
        window: what it lies over.
        session: the archive.
        ids: the records, at least two; the first one is kept unless another is chosen.
        kind: their kind.
        why: why they are proposed; empty when a person chose them.

    Signals:
        merged(int, str): done; the record that was kept, and what it is called.
        parted(int, int): the two were said to be different.
    """

    merged = Signal(int, str)
    parted = Signal(int, int)

    def __init__(self, window: QWidget, session: Session, ids: Sequence[int], kind: str, why: str = "") -> None:
        super().__init__(window, _(_TITLES[kind]) % {"n": len(ids)})
        self._session, self._order, self._kept = session, list(ids), ids[0]
        self._preview: MergePreview | None = None
        self._columns: MergeColumns | None = None
        self._picked: dict[MergeField, int] = {}
        self._is_writing = False
        self.banner = Banner()
        self.content.addWidget(self.banner)
        if why:
            self.banner.say(_("They look alike: %s") % why)
        self._place_of_columns = QVBoxLayout()
        self.content.addLayout(self._place_of_columns)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(_("Why they are one; may stay empty. It is kept with the merge."))
        form = Form()
        form.add(_("Why"), self.reason)
        self.content.addWidget(form)
        self.content.addStretch(1)
        self._outcome, self._promise = ElidingLabel(role="meta-strong"), ElidingLabel(role="meta")
        self._note.hide()
        words = QVBoxLayout()
        words.setSpacing(0)
        for label in (self._outcome, self._promise):
            words.addWidget(label)
        self.foot.insertLayout(0, words, 1)
        self.apart_button = self.add_button(_("Not the same"))
        self.apart_button.setToolTip(_("Not the same, for good (N)"))
        self.apart_button.setVisible(len(ids) == 2)
        self.apart_button.clicked.connect(self.part)
        self.add_cancel()
        self.merge_button = self.add_button(_("Merge"), primary=True)
        self.merge_button.setEnabled(False)
        self.accepted.connect(self.merge)
        self._read()

    def open_sheet(self, first: QWidget | None = None) -> None:
        """Show it; the focus is on the sheet, so that Enter merges and letters choose."""
        self.panel.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        super().open_sheet(first or self.panel)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter merges, or presses the button that has the focus; K keeps the next record; N: not the same."""
        letter, focused = keys.letter(event).lower(), QApplication.focusWidget()
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers()
        if is_enter and isinstance(focused, QAbstractButton) and not isinstance(focused, QRadioButton):
            focused.click()
        elif is_enter:
            self.merge()
        elif letter == "k":
            self.keep(self._order[(self._order.index(self._kept) + 1) % len(self._order)])
        elif letter == "n" and self.apart_button.isVisible():
            self.part()
        else:
            super().keyPressEvent(event)

    def keep(self, authority_id: int) -> None:
        """Keep another of the records."""
        self._kept = authority_id
        self._read()

    def pick(self, field: MergeField, authority_id: int) -> None:
        """Let the value of a record stand in a field."""
        self._picked[field] = authority_id
        self._tell()

    def merge(self) -> None:
        """Merge, once it is shown what comes of it."""
        if not self.merge_button.isEnabled() or self._is_writing or self._preview is None:
            return
        self._is_writing = True
        kept, others = self._kept, [each for each in self._order if each != self._kept]
        reason, chosen, apart = self.reason.text(), self._chosen(), bool(self._preview.apart)
        name = next(
            side.authority.preferred_name for side in self._preview.sides if side.authority.id == chosen["name"]
        )

        def done(_changes: object) -> None:
            self.close_sheet()
            self.merged.emit(kept, name)

        self._session.write(
            lambda context: merging.merge(context, kept, others, reason, chosen, apart), done, self._fail
        )

    def part(self) -> None:
        """Keep for good that the two are different."""
        one, other = self._order
        if self._is_writing or not self._session.archive.writable:
            return
        self._is_writing = True
        reason = self.reason.text()

        def done(_changes: object) -> None:
            self.close_sheet()
            self.parted.emit(one, other)

        self._session.write(
            lambda context: alike_names.keep_apart(context, f"#{one}", f"#{other}", None, reason), done, self._fail
        )

    # -- showing

    def _read(self) -> None:
        self.merge_button.setEnabled(False)
        ids = [self._kept, *(each for each in self._order if each != self._kept)]

        def ask(context: Context, _interrupt: object) -> MergePreview:
            return merge_preview.preview(context, ids)

        self._session.read("merge preview", ask, self._show, self._fail)

    def _show(self, found: MergePreview) -> None:
        """Show the records in the order in which they were chosen, whichever is kept."""
        place = {each: at for at, each in enumerate(self._order)}
        sides = tuple(sorted(found.sides, key=lambda side: place.get(side.authority.id, 0)))
        self._preview = MergePreview(
            sides, found.conflicts, found.apart, found.obstacle, found.articles, found.mentions, found.names
        )
        if self._columns is None:
            self._columns = MergeColumns(self._preview)
            self._columns.kept.connect(self.keep)
            self._columns.picked.connect(self.pick)
            self._place_of_columns.addWidget(self._columns)
            # How high the columns are is known once they are laid out.
            QTimer.singleShot(0, self._place)
        self._tell()
        self._warn(found)
        self.merge_button.setEnabled(found.obstacle is None and self._session.archive.writable)

    def _tell(self) -> None:
        found = self._preview
        if found is None or self._columns is None:
            return
        self._columns.tell(self._kept, self._chosen())
        mentions = ngettext("%(n)s mention", "%(n)s mentions", found.mentions) % {"n": digits(found.mentions)}
        articles = ngettext("%(n)s article", "%(n)s articles", found.articles) % {"n": digits(found.articles)}
        names = ngettext("%(n)s name", "%(n)s names", len(found.names)) % {"n": digits(len(found.names))}
        parts = {"mentions": mentions, "articles": articles, "names": names}
        self._outcome.setText(_("After merging: %(mentions)s in %(articles)s, %(names)s") % parts)
        self._promise.setText(_("Every link is kept, and the other name still leads here. K keeps the other record."))

    def _warn(self, found: MergePreview) -> None:
        if found.obstacle is not None:
            self.banner.say(f"{found.obstacle.message} {found.obstacle.hint}".strip(), tone="error")
        elif found.apart:
            self.banner.say(_said(found.apart[0]), tone="warn")
            self.merge_button.setText(_("Merge all the same"))

    def _chosen(self) -> dict[MergeField, int]:
        """Return whose value stands in each field: as picked, else as it would be anyway."""
        chosen: dict[MergeField, int] = {"name": self._kept}
        for conflict in self._preview.conflicts if self._preview else ():
            picked = self._picked.get(conflict.field, 0)
            chosen[conflict.field] = picked if picked in conflict.values else conflict.chosen
        return chosen

    def _fail(self, error: BaseException) -> None:
        self._is_writing = False
        words = f"{error.message} {error.hint}" if isinstance(error, CuratorError) else str(error)
        self.banner.say(words.strip(), tone="error")


def _said(pair: SaidToDiffer) -> str:
    names = {"one": pair.one.preferred_name, "other": pair.other.preferred_name, "when": (pair.when or "")[:10]}
    words = (
        _("It was said on %(when)s that “%(one)s” and “%(other)s” are different.") if pair.when
        else _("It was said that “%(one)s” and “%(other)s” are different.")
    )  # fmt: skip
    return " ".join(part for part in (words % names, pair.reason) if part)
