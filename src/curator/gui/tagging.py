"""Tagging by key and by mouse: what the popups are asked for, what they answer, pinned tags, the last tag again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QSettings, Signal

from curator.archive import authorities
from curator.gui.session import Session
from curator.gui.views.article_text import ArticleText
from curator.gui.views.inspector import Inspector
from curator.gui.views.tag_many import TagMany
from curator.gui.views.tag_popup import TagPopup
from curator.i18n import _, ngettext
from curator.model.authority import KINDS as RECORDS
from curator.names.completion import Completer
from curator.operations import passages, tag, tag_many
from curator.operations.context import Context
from curator.operations.tag_many import Shared
from curator.search import Or, Phrase, hits
from curator.text.tokens import folded_words

if TYPE_CHECKING:
    from curator.gui.window import Window

# A longer passage is no name: the popup begins empty.
_LONGEST_NAME = 60
_Tag = tuple[str, str]


class Tagging(QObject):
    """What tags the passage in the reader, the open article, or all that are selected.

    Args:
        window: whose reader, list and inspector it serves.
        completer: knows the names; the window keeps it up to date.
        state: where pinned tags are remembered, apart for each archive.

    Attributes:
        last: kind and name of the tag that was put on last, None before the first.

    Signals:
        said(str): what was done.
    """

    said = Signal(str)

    def __init__(self, window: Window, completer: Completer, state: QSettings) -> None:
        super().__init__(window)
        self._window, self._state = window, state
        self._session: Session = window.session
        self._completer = completer
        self.popup = TagPopup(window)
        self.many = TagMany(window)
        self._passage: tuple[int, int] | None = None
        self.last: _Tag | None = None
        self._pins = self._read_pins()
        self._connect()

    @property
    def pins(self) -> dict[int, int]:
        """The pinned records: id -> digit."""
        return dict(self._pins)

    def ask(self) -> None:
        """Ask for a tag on the selected articles: with several, which of their tags all shall have."""
        self._session.names.hurry()
        ids = self._ids()
        if len(ids) < 2:
            self._passage = None
            self.popup.ask("", self._completer, self._field_box())
            return

        def show(shared: list[Shared]) -> None:
            self.many.ask(shared, len(ids), self._completer, self._field_box())

        self._session.read("tags of many", lambda context, _interrupt: tag_many.shared(context, ids), show)

    def ask_for_passage(self, kind: str, around: QRect) -> None:
        """Ask for a name of a kind for the passage, which is at `around` (px of the reader)."""
        self._session.names.hurry()
        self._passage = self._text().passage()
        words = self._words(self._passage)
        reader = self._window.reader
        box = around.translated(reader.mapTo(self._window, reader.rect().topLeft()))
        self.popup.ask(kind, self._completer, box, words if len(words) <= _LONGEST_NAME else "")

    def repeat(self) -> None:
        """Put the last tag on the passage, or on the selected articles."""
        if self.last:
            self._passage = self._text().passage()
            self._put(*self.last)

    def press(self, letter: str) -> None:
        """Do what a key in the reader is for: a pinned tag on or off by its digit, a note by N."""
        if letter in ("n", "N") and self._window.reader.reading:
            place = self._text().passage()
            self._window.inspector.setVisible(True)
            self._window.inspector.ask_note(place, self._words(place)[:40])
        elif letter.isdecimal() and letter != "0":
            record = next((each for each, digit in self._pins.items() if digit == int(letter)), None)
            if record is None:
                self.said.emit(_("No tag is pinned to %s. Pin one from its menu in the inspector.") % letter)
            else:
                self._turn(record)

    def pin(self, authority_id: int, digit: int) -> None:
        """Pin a record to a digit, which no other has then; 0 unpins it."""
        kept = {each: at for each, at in self._pins.items() if each != authority_id and at != digit}
        self._pins = kept | ({authority_id: digit} if digit else {})
        self._state.setValue(self._key(), [f"{at} {each}" for each, at in self._pins.items()])
        self._window.inspector.tags.set_pins(self._pins)

    def _picked(self, kind: str, name: str) -> None:
        self.last = (kind, name)
        self._put(kind, name)
        (self._text() if self._passage else self._window.table).setFocus()

    def _find_places(self, words: Sequence[str], done: Callable[[list[tuple[int, int]]], None]) -> None:
        """Tell `done` where in the open article any of these words stand, in any spelling (code points)."""
        reading = self._window.reader.reading
        phrases = tuple(Phrase(folded) for each in words if (folded := tuple(folded_words(each))))
        if reading is None or not phrases or len(self._ids()) > 1:
            done([])
            return
        body = reading.text.body
        self._session.read("places", lambda _context, _interrupt: hits(body, Or(phrases)), done)

    def _picked_for_all(self, kind: str, name: str) -> None:
        """Tag all places of the words that the popup asked about."""
        self.last = (kind, name)
        reading = self._window.reader.reading
        made = next(each for each in RECORDS if each == kind)

        def put(places: list[tuple[int, int]]) -> None:
            if reading is None or not places:
                self._put(kind, name)
                return
            article = reading.article.id
            words = ngettext("%(n)d passage tagged", "%(n)d passages tagged", len(places)) % {"n": len(places)}
            self._do(lambda context: passages.tag_places(context, article, places, made, name), words)

        self._find_places(self.popup.words(), put)
        (self._text() if self._passage else self._window.table).setFocus()

    def _put(self, kind: str, name: str) -> None:
        reading, passage, ids = self._window.reader.reading, self._passage, self._ids()
        made = next(each for each in RECORDS if each == kind)
        words = _("Tagged: %(name)s") % {"name": self._name_of(name)}
        if passage and reading:
            article = reading.article.id
            self._do(lambda context: passages.tag_passage(context, article, *passage, made, name), words)
        elif ids:
            self._do(lambda context: tag.add(context, ids, [(made, name)]), words)

    def _name_of(self, name: str) -> str:
        """Return what is called `name`: "#12" is the record of that number."""
        if not (name.startswith("#") and name[1:].isdecimal()):
            return name
        return authorities.root(self._session.archive.read(), int(name[1:])).preferred_name

    def _turn(self, record: int) -> None:
        """Put a pinned tag on the passage or the article, or take it off where it is on."""
        reading = self._window.reader.reading
        if reading is None:
            return
        self._passage = self._text().passage()
        on = [
            mention
            for mention in reading.mentions
            if mention.authority.id == record
            and (mention.passage and (mention.passage.start, mention.passage.end)) == self._passage
        ]
        if on:
            self._do(
                lambda context: tag_many.take_off(context, on), _("Taken off: %s") % on[0].authority.preferred_name
            )
            return
        self._put(authorities.root(self._session.archive.read(), record).kind, f"#{record}")

    def _apply(self, on: Sequence[_Tag], off: Sequence[int]) -> None:
        ids = self._ids()
        self._do(lambda context: tag_many.change(context, ids, on, off), _("The tags are changed."))  # type: ignore[arg-type]
        self._window.table.setFocus()

    def _do(self, operation: Callable[[Context], object], words: str) -> None:
        self._session.write(operation, lambda _done: self.said.emit(words))

    def _here(self) -> None:
        text = self._text()
        self._window.inspector.tags.set_here([mark.mention_id for mark in text.marks_here()])

    def _show_mention(self, mention_id: int) -> None:
        reading = self._window.reader.reading
        for mention in reading.mentions if reading else ():
            if mention.id == mention_id and mention.passage:
                self._text().show_passage(mention.passage.start, mention.passage.end)

    def _words(self, passage: tuple[int, int] | None) -> str:
        reading = self._window.reader.reading
        return reading.text.body[slice(*passage)] if passage and reading else ""

    def _ids(self) -> list[int]:
        return self._window.table.selected_ids()

    def _text(self) -> ArticleText:
        return self._window.reader.text

    def _field_box(self) -> QRect:
        inspector: Inspector = self._window.inspector
        field, table = inspector.tag_field, self._window.table
        if field.isVisible():
            return QRect(field.mapTo(self._window, field.rect().topLeft()), field.size())
        row = table.visualRect(table.currentIndex())
        return QRect(table.viewport().mapTo(self._window, row.topLeft()), row.size())

    def _connect(self) -> None:
        window, inspector = self._window, self._window.inspector
        self.popup.places_wanted.connect(
            lambda words: self._find_places(words, lambda places: self.popup.tell_places(len(places)))
        )
        self.popup.picked.connect(self._picked)
        self.popup.picked_for_all.connect(self._picked_for_all)
        self.popup.dismissed.connect(lambda: (self._text() if self._passage else window.table).setFocus())
        self._session.names.ready.connect(self.popup.complete_again)
        self._session.names.ready.connect(self.many.complete_again)
        self.many.applied.connect(self._apply)
        self.many.dismissed.connect(lambda: window.table.setFocus())
        window.reader.tag_wanted.connect(self.ask_for_passage)
        window.reader.text.key_wanted.connect(self.press)
        window.reader.text.passage_changed.connect(self._here)
        inspector.tag_typed.connect(self.ask)
        inspector.passage_wanted.connect(self._show_mention)
        inspector.place_wanted.connect(lambda start, end: self._text().show_passage(start, end))
        inspector.notes.left.connect(lambda: self._text().setFocus())
        inspector.said.connect(self.said)
        inspector.tags.pinned.connect(self.pin)
        inspector.tags.set_pins(self._pins)

    def _key(self) -> str:
        return f"pins/{self._session.archive.uid}"

    def _read_pins(self) -> dict[int, int]:
        kept = self._state.value(self._key()) or []
        lines = [kept] if isinstance(kept, str) else list(kept)
        return {int(record): int(digit) for digit, record in (line.split() for line in lines)}
