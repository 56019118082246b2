"""Splitting a name: mentions that belong to somebody else are ticked, and moved to another name."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from curator.errors import CuratorError
from curator.gui.session import Session
from curator.gui.sheets.form import Form
from curator.gui.views.mention_ticks import MentionTicks, TickedMentions
from curator.gui.views.name_choice import NameChoice
from curator.gui.widgets.banner import Banner
from curator.gui.widgets.sheet import Sheet
from curator.gui.widgets.words import digits
from curator.i18n import _, ngettext
from curator.model.authority import AuthorityKind
from curator.operations import splitting
from curator.operations.context import Context

_LEAST = 240


class SplitSheet(Sheet):
    """Asks which mentions belong to another name, and to which.

    Args:
        window: what it lies over.
        session: the archive.
        authority_id, kind, name: the record.

    Signals:
        moved(int, str, int): done: the record that has the mentions now, what it is called, how many they are.
    """

    moved = Signal(int, str, int)

    def __init__(self, window: QWidget, session: Session, authority_id: int, kind: AuthorityKind, name: str) -> None:
        super().__init__(window, _("Split “%(name)s”") % {"name": name}, _("Tick what belongs to another name"))
        self._session, self._id, self._kind = session, authority_id, kind
        self._is_writing = False
        self.banner = Banner()
        self.mentions = TickedMentions(session)
        self.view = MentionTicks(self.mentions)
        self.view.kind = kind
        self.view.setMinimumHeight(_LEAST)
        self.view.ticked.connect(self._tell)
        self.choice = NameChoice(session, _("They belong to"), kind, (authority_id,), new=True)
        self.choice.changed.connect(self._tell)
        form = Form()
        form.add(_("They belong to"), self.choice)
        self.content.addWidget(self.banner)
        self.content.addWidget(self.view, 1)
        self.content.addWidget(form)
        self.add_cancel()
        self.move_button = self.add_button(_("Move"), primary=True)
        self.accepted.connect(self.move_mentions)
        self.set_note(_("Space ticks and steps down; Tab leads to the name; Ctrl+Enter moves"))
        self._tell()
        session.read("mentions to split", self._ask, self._show, self._fail)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, or moves the mentions from the line of the name."""
        focused = QApplication.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if isinstance(focused, QAbstractButton):
                focused.click()
            elif focused is self.choice.line:
                self.move_mentions()
        else:
            super().keyPressEvent(event)

    def move_mentions(self) -> None:
        """Move what is ticked."""
        ticked, name, to = list(self.mentions.ticked), self.choice.name, self.choice.authority_id
        if self._is_writing or not ticked or not name:
            return
        self._is_writing = True
        authority_id, kind = self._id, self._kind

        def act(context: Context) -> int:
            if to:
                return splitting.split_off(context, authority_id, ticked, to=to)[0]
            return splitting.split_off(context, authority_id, ticked, name, kind)[0]

        def done(moved_to: int) -> None:
            self.close_sheet()
            self.moved.emit(moved_to, name, len(ticked))

        self._session.write(act, done, self._fail)

    def _ask(self, context: Context, _interrupt: object) -> tuple[int, ...]:
        return tuple(each.mention_id for each in splitting.mentions_of(context, self._id))

    def _show(self, found: tuple[int, ...]) -> None:
        self.mentions.show(self._id, found)
        if found:
            self.view.setCurrentIndex(self.mentions.index(0))
        else:
            self.banner.say(_("Nothing is tagged with this name: there is nothing to move."))
        self._tell()

    def _tell(self) -> None:
        number = len(self.mentions.ticked)
        words = ngettext("Move %(n)s mention", "Move %(n)s mentions", number) % {"n": digits(number)}
        self.move_button.setText(words if number else _("Move"))
        self.move_button.setEnabled(bool(number and self.choice.name and self._session.archive.writable))

    def _fail(self, error: BaseException) -> None:
        self._is_writing = False
        words = f"{error.message} {error.hint}" if isinstance(error, CuratorError) else str(error)
        self.banner.say(words.strip(), tone="error")
