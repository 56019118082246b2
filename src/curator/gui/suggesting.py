"""Suggestions in the article that is open: walked in the reader, listed in the inspector, accepted and rejected."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QSettings

from curator.archive import authorities
from curator.gui.session import Session
from curator.gui.views.suggested_places import (
    SuggestedPlace,
    is_named,
    marks_of_places,
    name_of,
    names_of,
    places_of,
)
from curator.gui.views.suggestion_foot import ACCEPT, ALL, NEXT, REJECT
from curator.gui.views.suggestion_popup import SuggestionPopup
from curator.gui.views.tag_popup import new_name
from curator.gui.views.tag_rows import Row
from curator.i18n import _, ngettext
from curator.model.authority import KINDS as RECORDS
from curator.model.date_phrases import describe
from curator.model.dates import parse_edtf
from curator.operations import suggesting, suggestions
from curator.operations.context import Context
from curator.operations.reading import Reading
from curator.operations.suggesting import Suggestion

if TYPE_CHECKING:
    from curator.gui.views.article_text import ArticleText
    from curator.gui.window import Window

_STATE = "suggestions"


def has_current(window: Window) -> bool:
    """A suggestion is selected in the reader, and may be decided about."""
    is_open = window.session.archive.writable and not window.arrangement.is_covered
    return bool(is_open) and window.suggesting.current() is not None


def pressing(act: str) -> Callable[[Window], None]:
    """Return what does an act on the suggestion that is selected."""
    return lambda window: window.suggesting.press(act)


class Suggesting(QObject):
    """Asks what is suggested once the article is painted, and writes what a person decides.

    Args:
        window: whose reader and inspector it serves.
        state: where it is remembered whether suggestions are shown.
    """

    def __init__(self, window: Window, state: QSettings) -> None:
        super().__init__(window)
        self._window, self._state = window, state
        self._session: Session = window.session
        self.popup = SuggestionPopup(window)
        self._asked: Reading | None = None
        self._all: list[Suggestion] = []
        self._places: list[SuggestedPlace] = []
        self._writing = 0
        self._is_shown = state.value(_STATE) in (None, 1, "1")
        self._connect()
        self._reserve()

    @property
    def is_shown(self) -> bool:
        """Whether suggestions are shown."""
        return self._is_shown

    def toggle(self) -> None:
        """Show suggestions, or hide them, from now on."""
        self._is_shown = not self._is_shown
        self._state.setValue(_STATE, int(self._is_shown))
        self._reserve()
        if self._is_shown:
            self._ask()
        else:
            self._take([])
        self._window.say(_("Suggestions are shown.") if self._is_shown else _("Suggestions are hidden."))

    def current(self) -> SuggestedPlace | None:
        """Return the suggestion that is selected in the reader, or None."""
        mark = self._text().suggestion_here()
        return self._places[mark.mention_id] if mark and mark.mention_id < len(self._places) else None

    def press(self, act: str) -> None:
        """Do what a key or a button on the current suggestion is for."""
        place, text = self.current(), self._text()
        text.setFocus()
        if act == NEXT:
            text.step_suggestion(1)
        elif place is None or not self._session.archive.writable:
            return
        elif act == REJECT:
            self.reject(place.choices)
        elif len(place.choices) > 1:
            self._choose(place)
        elif act == ALL:
            self.accept_all(place.choices[0])
        elif act == ACCEPT:
            self.accept([place.choices[0]])

    def _say_end(self, letter: str) -> None:
        """Say why U leads nowhere."""
        if letter not in ("u", "U"):
            return
        if not self._is_shown:
            self._window.say(_("Suggestions are hidden. They are shown again under View."))
        elif not self._places:
            self._window.say(_("No name is suggested in this article."))
        else:
            words = _("No suggestion before this place.") if letter == "U" else _("No suggestion after this place.")
            self._window.say(words)

    def accept(self, chosen: Sequence[Suggestion]) -> None:
        """Tag places with the names that are suggested there."""
        words = ngettext("Accepted: %(name)s", "Accepted %(n)d times: %(name)s", len(chosen))
        self._decide(
            lambda context: suggestions.accept(context, chosen),
            _stand_with(chosen),
            words % {"n": len(chosen), "name": chosen[0].name},
        )

    def accept_all(self, chosen: Suggestion) -> None:
        """Tag all places of the article where a name is suggested."""
        same = [each for each in self._all if is_named(each, chosen)]
        words = ngettext("Accepted: %(name)s", "Accepted %(n)d times: %(name)s", len(same))
        self._decide(
            lambda context: suggestions.accept_all_in_article(context, chosen),
            _stand_with(same),
            words % {"n": len(same), "name": chosen.name},
        )

    def reject(self, refused: Sequence[Suggestion]) -> None:
        """Remember that names are not meant: records at their places, a name that is not on record in the article."""
        gone = set(refused)
        new = {name_of(each) for each in refused if each.authority_id is None}
        self._decide(
            lambda context: suggestions.reject(context, refused),
            lambda each: each in gone or name_of(each) in new,
            _("Rejected: %(name)s") % {"name": ", ".join(dict.fromkeys(each.name for each in refused))},
        )

    def _decide(
        self, operation: Callable[[Context], object], is_decided: Callable[[Suggestion], bool], words: str
    ) -> None:
        """Write, and go on to the next suggestion at once; what is decided stands no longer meanwhile."""
        text = self._text()
        self._take([each for each in self._all if not is_decided(each)])
        if text.suggestion_here() is None and text.hasFocus():
            text.step_suggestion(1)
        self._writing += 1

        def done(_result: object) -> None:
            self._writing -= 1
            self._window.activity.say(words, undoable=True)
            self._ask()

        def failed(error: BaseException) -> None:
            self._writing -= 1
            self._session.failed.emit(error)
            self._ask()

        self._session.write(operation, done, failed)

    def _choose(self, place: SuggestedPlace) -> None:
        text, window = self._text(), self._window
        reading = window.reader.reading
        box = text.passage_box()
        corner = text.viewport().mapTo(window, box.topLeft())
        words = reading.text.body[place.start : place.end] if reading else ""
        self.popup.ask(words, self._rows(place, words), QRect(corner, box.size()))

    def _rows(self, place: SuggestedPlace, words: str) -> list[Row]:
        """Return a row for each record that may be meant, with what tells it apart, and one for a new name."""
        rows = [
            Row(each.kind, each.name, self._aside(each), payload=each)
            for each in place.choices
            if each.authority_id is not None
        ]
        new = [each for each in place.choices if each.authority_id is None]
        first = place.choices[0]
        fresh = new or [replace(first, authority_id=None, name=words)]
        return rows + [
            Row(each.kind, new_name(each.kind, each.name), each.why if new else "", icon="plus", payload=each)
            for each in fresh
        ]

    def _aside(self, suggestion: Suggestion) -> str:
        assert suggestion.authority_id is not None
        record = authorities.root(self._session.archive.read(), suggestion.authority_id)
        dates = describe(parse_edtf(record.dates)) if record.dates else ""
        return " · ".join(part for part in (dates or record.note or "", suggestion.why) if part)

    def _picked(self, chosen: Suggestion, everywhere: bool) -> None:
        self._text().setFocus()
        place = self.current()
        if not everywhere or place is None:
            self.accept([chosen])
        elif any(is_named(each, chosen) for each in self._all):
            self.accept_all(chosen)
        else:
            # A new name instead of those on record: at all places where they may be meant.
            same = [other for other in self._places if is_named(other.choices[0], place.choices[0])]
            self.accept([replace(chosen, start=other.start, end=other.end) for other in same])

    def _opened(self, reading: Reading) -> None:
        before = self._asked
        if before is None or (before.article.id, before.text.id) != (reading.article.id, reading.text.id):
            self._take([])
        self._asked = reading
        self._ask()

    def _ask(self) -> None:
        reading = self._window.reader.reading
        if reading is None or not self._is_shown:
            return
        article, text = reading.article.id, reading.text.id

        def take(found: list[Suggestion]) -> None:
            now = self._window.reader.reading
            # While something is being written the answer is of before; it is asked again then.
            if now is not None and (now.article.id, now.text.id) == (article, text) and not self._writing:
                self._take(found)

        self._session.read(
            "suggestions", lambda context, _interrupt: suggesting.of_article(context, article), take, later=True
        )

    def _take(self, found: list[Suggestion]) -> None:
        self._all, self._places = found, places_of(found)
        self._window.reader.show_suggested(marks_of_places(self._places, self._text().walk))
        self._window.inspector.tags.set_suggested(names_of(found))
        self._tell()

    def _tell(self) -> None:
        place = self.current()
        alike = sum(is_named(each, place.choices[0]) for each in self._all) if place else 0
        self._window.reader.suggestion_foot.show_state(len(self._places), place, alike)

    def _reserve(self) -> None:
        """Keep lanes for names while suggestions are shown: they come after the text, and must not move it."""
        can = self._is_shown and self._session.archive.writable
        self._window.reader.reserve_lanes(RECORDS if can else ())

    def _listed(self, act: str, own: Sequence[Suggestion]) -> None:
        """Do what a key on a name in the inspector is for, at all places of the article."""
        if act == NEXT:
            self._show_next(own)
        elif not self._session.archive.writable:
            return
        elif act == REJECT:
            self.reject(own)
        else:
            self.accept(own)

    def _show_next(self, own: Sequence[Suggestion]) -> None:
        """Select the next place of a name after the current passage, from the last on to the first."""
        passage = self._text().passage()
        placed = [(each.start, each.end) for each in own if each.start is not None and each.end is not None]
        after = [place for place in placed if passage is None or place[0] > passage[0]]
        if placed:
            self._text().show_passage(*(after or placed)[0])

    def _text(self) -> ArticleText:
        return self._window.reader.text

    def _connect(self) -> None:
        window, text = self._window, self._text()
        window.reader.opened.connect(self._opened)
        text.suggestion_pressed.connect(self.press)
        text.key_wanted.connect(self._say_end)
        text.passage_changed.connect(self._tell)
        window.reader.suggestion_foot.pressed.connect(self.press)
        window.inspector.tags.suggestion_pressed.connect(self._listed)
        self.popup.picked.connect(self._picked)
        self.popup.rejected.connect(lambda: self.press(REJECT))
        self.popup.dismissed.connect(text.setFocus)


def _stand_with(chosen: Sequence[Suggestion]) -> Callable[[Suggestion], bool]:
    """Return what tells whether a suggestion is one of those chosen, or stands at the place of one."""
    places = {(each.start, each.end) for each in chosen if each.start is not None}
    return lambda each: each in chosen or (each.start, each.end) in places
