"""The inspector's notes: on the open article and on passages of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from curator.gui.session import Session
from curator.gui.theme import theme
from curator.gui.views.inspector_page import InspectorPage, wrapped
from curator.gui.widgets.buttons import LinkButton, tip
from curator.gui.widgets.eliding import ElidingLabel
from curator.gui.widgets.empty_state import EmptyState
from curator.i18n import _
from curator.model.note import Note
from curator.operations import notes
from curator.operations.inspection import Inspection


class NotesPage(InspectorPage):
    """Lists the notes of one article; each can be edited where it stands.

    Signals:
        place_wanted(int, int): a note's passage is to be shown (code points).
        said(str): a note was kept or removed.
        left(): a note on a passage is written, or given up: back to the text.
    """

    place_wanted = Signal(int, int)
    said = Signal(str)
    left = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(_("Notes"))
        self._session = session
        self._article = 0
        self._place: tuple[int, int] | None = None
        self._about = ElidingLabel(role="meta")
        self.editor = NoteEditor(_("Add a note to the article"))
        self.editor.kept.connect(self._add)
        self._keep = LinkButton(_("Add the note"))
        self._keep.setToolTip(tip(_("Add the note"), "Ctrl+Return"))
        self._keep.clicked.connect(lambda: self._add(self.editor.toPlainText()))
        self.editor.textChanged.connect(self._offer)
        self._keep.hide()
        self.editor.left.connect(self._leave)
        self.add(self._about)
        self.add(self.editor)
        self.add(self._keep)
        self._about.hide()

    def show_found(self, found: Inspection) -> None:
        """Show the notes of one article; a note that is being written stays."""
        article = found.ids[0] if len(found.ids) == 1 else 0
        if article != self._article:
            self.ask_for(None, "")
            self.editor.clear()
        self._article = article
        self.editor.setVisible(bool(article))
        self.clear(keep=3)
        if not article:
            self.add(EmptyState(_("Several articles"), _("Choose one to see its notes.")))
        elif not found.notes:
            self.add(EmptyState(_("No notes yet"), _("Press N on a passage, or write one above.")))
        for note in found.notes:
            self.add(_NoteRow(note, self))

    def ask_for(self, place: tuple[int, int] | None, words: str) -> None:
        """Let a note be written, on a passage (code points) whose `words` are shown, or on the article."""
        self._place = place
        self._about.setText(_("On “%s”") % words if words else "")
        self._about.setVisible(place is not None)
        name = _("Note on the passage “%s”") % words if place else _("Add a note to the article")
        self.editor.setAccessibleName(name)

    def write(self, note: Note, text: str) -> None:
        """Give a note other words."""
        self._session.write(lambda context: notes.edit(context, note.id, text), self._tell(_("Note kept")))

    def remove(self, note: Note) -> None:
        """Remove a note; undo brings it back."""
        self._session.write(lambda context: notes.remove(context, note.id), self._tell(_("Note removed")))

    def _offer(self) -> None:
        self._keep.setVisible(bool(self.editor.toPlainText().strip()))

    def _add(self, text: str) -> None:
        article, place = self._article, self._place
        self.editor.clear()
        self._leave()
        self._session.write(lambda context: notes.add(context, article, text, place), self._tell(_("Note kept")))

    def _leave(self) -> None:
        on_passage = self._place is not None
        self.ask_for(None, "")
        if on_passage:
            self.left.emit()

    def _tell(self, words: str) -> Callable[[object], None]:
        return lambda _done: self.said.emit(words)


class NoteEditor(QPlainTextEdit):
    """Some lines of text. Ctrl+Enter keeps them, Esc leaves.

    Args:
        may_be_empty: whether no words at all can be kept.

    Signals:
        kept(str): other words than before.
        left(): Esc.
    """

    kept = Signal(str)
    left = Signal()

    def __init__(self, name: str, text: str = "", may_be_empty: bool = False) -> None:
        super().__init__(text)
        self._may_be_empty = may_be_empty
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        self.setAccessibleDescription(_("Ctrl+Enter keeps it"))
        self.setTabChangesFocus(True)
        self.setToolTip(_("Ctrl+Enter keeps it"))
        self.textChanged.connect(self._grow)
        theme().changed.connect(self._grow)
        self._grow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep or leave."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control:
            if self.toPlainText().strip() or self._may_be_empty:
                self.kept.emit(self.toPlainText())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _grow(self) -> None:
        lines = min(8, max(2, self.document().blockCount()))
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + theme().metrics.space_xl)


class _NoteRow(QFrame):
    """One note: what it is on, its words, and what can be done with it."""

    def __init__(self, note: Note, page: NotesPage) -> None:
        super().__init__()
        self._note, self._page = note, page
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(4, 6, 4, 6)
        self._column.setSpacing(2)
        if note.passage is not None:
            self._column.addWidget(self._quote(note))
        self._words = wrapped(note.text)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._column.addWidget(self._words)
        self._editor: NoteEditor | None = None
        self._keep = LinkButton(_("Keep"), small=True)
        self._keep.clicked.connect(lambda: self._editor and self._page.write(self._note, self._editor.toPlainText()))
        self._keep.hide()
        self._column.addWidget(self._buttons(note))

    def _quote(self, note: Note) -> QWidget:
        passage = note.passage
        assert passage is not None
        short = passage.quote if len(passage.quote) <= 36 else passage.quote[:35] + "…"
        if passage.state == "detached":
            return wrapped(_("Its passage is gone from the text: “%s”") % passage.quote, "warn")
        link = LinkButton(f"“{short}”", small=True)
        link.setAccessibleName(_("Show the passage “%s”") % short)
        link.clicked.connect(lambda: self._page.place_wanted.emit(passage.start, passage.end))
        return link

    def _buttons(self, note: Note) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        short = note.text[:30]
        edit, remove = LinkButton(_("Edit"), small=True), LinkButton(_("Remove"), small=True)
        edit.setAccessibleName(_("Edit the note “%s”") % short)
        remove.setAccessibleName(_("Remove the note “%s”") % short)
        edit.clicked.connect(self._edit)
        remove.clicked.connect(lambda: self._page.remove(note))
        row.addWidget(self._keep)
        row.addWidget(edit)
        row.addWidget(remove)
        row.addStretch(1)
        return holder

    def _edit(self) -> None:
        if self._editor is None:
            self._editor = NoteEditor(_("Note"), self._note.text)
            self._column.insertWidget(self._column.indexOf(self._words), self._editor)
            self._editor.kept.connect(lambda text: self._page.write(self._note, text))
            self._editor.left.connect(self._leave)
        self._words.hide()
        self._keep.show()
        self._editor.setPlainText(self._note.text)
        self._editor.show()
        self._editor.setFocus()
        self._editor.selectAll()

    def _leave(self) -> None:
        if self._editor is not None:
            self._editor.hide()
        self._keep.hide()
        self._words.show()
