"""The search field: fields as tokens, operators in the accent, mistakes underlined."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from curator.gui.kinds import KINDS
from curator.gui.models.query_tokens import (
    WITHIN,
    Token,
    Typing,
    join,
    joins_by_or,
    live,
    marked,
    take_tokens,
    typing_at,
    within_token,
    without_brackets,
)
from curator.gui.theme import theme
from curator.gui.views.facet_names import FACET_NAMES, value_name
from curator.gui.views.query_look import attribute, ink, wrong
from curator.gui.widgets.chip import Chip, ChipState
from curator.gui.widgets.search_frame import SearchFrame
from curator.i18n import _
from curator.search.query_cursor import at_cursor

_PAUSE_MS = 150
_LEAVING = (
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class SearchField(SearchFrame):
    """One line for words, fields and (after ">") commands.

    Signals:
        searched(str, bool): a query, and whether Enter stands behind it (else it is still being typed).
        typing_changed(): the word at the cursor is another.
        left(): Down leads out of the field.
        given_up(): so does Esc, where nothing stands in it.

    Args:
        name_of: what the value of a token is called ("#12" -> "Lucia Bandini").
    """

    searched = Signal(str, bool)
    typing_changed = Signal()
    left = Signal()
    given_up = Signal()

    def __init__(self, name_of: Callable[[str, str], str] = value_name, parent: QWidget | None = None) -> None:
        super().__init__(_("Search this archive, or type a command"), "Ctrl+K", parent)
        self.name_of = name_of
        self._tokens: list[Token] = []
        self._chips: list[Chip] = []
        self._refused: set[str] = set()
        self._error_at = -1
        self._is_live = False
        # Whoever shows completions below may take a key first.
        self.first: Callable[[QKeyEvent], bool] = lambda _event: False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._search_live)
        self.line.textEdited.connect(self._edited)
        self.line.textChanged.connect(lambda _text: self._format())
        self.submitted.connect(lambda _text: self.submit())
        self.cleared.connect(self.clear)
        theme().changed.connect(self._format)

    # -- the query

    @property
    def tokens(self) -> list[Token]:
        """The fields that are tokens now."""
        return list(self._tokens)

    def query(self) -> str:
        """Return the whole query."""
        return join(self._tokens, self.line.text())[0].strip()

    def is_command(self) -> bool:
        """Return whether a command is being typed."""
        return self.line.text().lstrip().startswith(">")

    def set_query(self, query: str) -> None:
        """Show another query without carrying it out; its fields become tokens."""
        if query == self.query():
            return
        self._pause.stop()
        self._refused.clear()
        self._tokens, rest = take_tokens(query, every=True)
        self._show_tokens()
        self.line.setText(without_brackets(rest))

    def submit(self) -> None:
        """Carry the query out as it stands."""
        self._pause.stop()
        self._is_live = False
        if self.is_command():
            return
        self._take(every=True)
        self.searched.emit(self.query(), True)

    def begin_within(self) -> None:
        """Keep the query as it stands as tokens: what is typed next is looked for in what it finds."""
        self._pause.stop()
        self._is_live = False
        self._take(every=True)
        words = self.line.text().strip()
        if words:
            self._tokens.append(within_token(words))
            self._show_tokens()
            self.line.clear()
        self.line.setFocus()

    def clear(self) -> None:
        """Take everything out, and list all articles."""
        self._tokens = []
        self._show_tokens()
        self.line.clear()
        self.submit()

    def caret(self) -> int:
        """Return where the cursor stands in the line (code points)."""
        # QLineEdit counts UTF-16 units.
        units = self.line.text().encode("utf-16-le")[: 2 * self.line.cursorPosition()]
        return len(units.decode("utf-16-le", "ignore"))

    def typing(self) -> Typing:
        """Return the word at the cursor."""
        return typing_at(self.line.text(), self.caret())

    def replace_typing(self, words: str) -> None:
        """Put `words` in the place of the word at the cursor."""
        typing = self.typing()
        self._replace(typing.start, typing.end, words)

    def replace_value(self, words: str) -> None:
        """Put `words` in the place of the value at the cursor, or of the word there, its end behind the cursor too."""
        place = at_cursor(self.line.text(), self.caret())
        self._replace(place.start, place.end, words)

    def show_error(self, column: int) -> None:
        """Underline the mistake at a column of the query (from 1, code points)."""
        place = column - 1 - join(self._tokens, self.line.text())[1]
        if place < 0 and self._tokens:
            # It lies in a token: that becomes text again, and stays so.
            self._refused.add(self._tokens[-1].text)
            self.open_token(len(self._tokens) - 1)
            place = 0
        self._error_at = max(0, min(place, len(self.line.text())))
        self._format()

    def open_token(self, place: int) -> None:
        """Make a token text again, before the rest."""
        token = self._tokens.pop(place)
        self._refused.add(token.text)
        self._show_tokens()
        rest = self.line.text()
        self.line.setText(f"{token.text} {rest}" if rest.strip() else token.text)
        self.line.setFocus()
        self.line.setCursorPosition(len(token.text.encode("utf-16-le")) // 2)

    def _replace(self, start: int, end: int, words: str) -> None:
        text = self.line.text()
        self.line.setText(text[:start] + words + text[end:].removeprefix(" " * words.endswith(" ")))
        self.line.setCursorPosition(len((text[:start] + words).encode("utf-16-le")) // 2)
        self._edited()

    # -- keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that mean more here than in other lines."""
        pressed = event if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress else None
        if watched is self.line and pressed and (self.first(pressed) or self._take_key(pressed)):
            return True
        if isinstance(event, QFocusEvent) and event.lostFocus() and self._is_live and event.reason() in _LEAVING:
            # What was looked for while typing (wat*) becomes what stands there (wat).
            self.submit()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk over the tokens; from the last one into the line."""
        place = next((number for number, chip in enumerate(self._chips) if chip.hasFocus()), -1)
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if place < 0 or step is None:
            super().keyPressEvent(event)
        elif 0 <= place + step < len(self._chips):
            self._chips[place + step].setFocus()
        elif step > 0:
            self.line.setFocus()

    def _take_key(self, event: QKeyEvent) -> bool:
        key, at_start = event.key(), self.line.cursorPosition() == 0 and not self.line.hasSelectedText()
        if key == Qt.Key.Key_Backspace and at_start and self._tokens:
            self.open_token(len(self._tokens) - 1)
            self._edited()
        elif key == Qt.Key.Key_Left and at_start and self._chips:
            self._chips[-1].setFocus()
        elif key == Qt.Key.Key_Escape:
            if self.line.text() or self._tokens:
                self.clear()
            else:
                self.given_up.emit()
        elif key == Qt.Key.Key_Down and self.query():
            self.submit()
            self.left.emit()
        else:
            return False
        return True

    def _edited(self, _text: str = "") -> None:
        self._error_at = -1
        if self._tokens and joins_by_or(self.line.text()):
            self.open_token(len(self._tokens) - 1)
            self.line.end(False)
        elif not self.is_command():
            self._take()
        self._format()
        self.typing_changed.emit()
        # What was typed before the ">" is no longer to be looked for; a field that waits for its value is no mistake.
        typing = self.typing()
        if self.is_command() or (typing.field and not typing.typed):
            self._pause.stop()
        else:
            self._pause.start()

    def _take(self, every: bool = False) -> None:
        if every:
            self._refused.clear()
        text = self.line.text()
        taken, rest = take_tokens(text, every, self._refused)
        if not taken:
            return
        cursor = self.line.cursorPosition() - (len(text) - len(rest))
        self._tokens += taken
        self._show_tokens()
        self.line.setText(rest)
        self.line.setCursorPosition(max(0, cursor))

    def _search_live(self) -> None:
        self._is_live = True
        self.searched.emit(join(self._tokens, live(self.line.text()))[0].strip(), False)

    # -- looks

    def _show_tokens(self) -> None:
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(place, token) for place, token in enumerate(self._tokens)]
        for place, chip in enumerate(self._chips):
            self.row.insertWidget(1 + place, chip)
            chip.show()
        self._text_changed(self.line.text())

    def _chip(self, place: int, token: Token) -> Chip:
        name = FACET_NAMES.get(token.field)
        chip = Chip(
            self.name_of(token.field, token.value),
            token.field if token.field in KINDS else "",
            prefix=_(name.field) if name else "" if token.field == WITHIN else token.field,
            removable=True,
            state=ChipState.EXCLUDED if token.excluded else ChipState.NORMAL,
        )
        chip.clicked.connect(lambda: self.open_token(place))
        chip.removed.connect(lambda: self._remove(place))
        return chip

    def _remove(self, place: int) -> None:
        del self._tokens[place]
        self._show_tokens()
        self.line.setFocus()
        self.submit()

    def _text_changed(self, text: str) -> None:
        # With tokens there is something to clear, too.
        super()._text_changed(text or " " * bool(self._tokens))

    def _format(self) -> None:
        """Colour operators and fields and underline the mistake; a QLineEdit takes that as an input method's wish."""
        text, cursor = self.line.text(), self.line.cursorPosition()
        attributes = [
            attribute(text, start, end, cursor, ink(what)) for start, end, what in marked(text) if not self.is_command()
        ]
        if self._error_at >= 0 and text:
            start = min(self._error_at, len(text) - 1)
            attributes.append(attribute(text, start, max(start + 1, len(text)), cursor, wrong()))
        QApplication.sendEvent(self.line, QInputMethodEvent("", attributes))
