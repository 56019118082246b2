"""The fields of a description: typed ones, read as they are typed, and those with a few values to choose from."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from curator.errors import CuratorError
from curator.gui.models.article_list import language_name
from curator.gui.theme import theme
from curator.gui.views.inspector_page import wrapped
from curator.gui.widgets.eliding import ElidingLabel
from curator.gui.widgets.field import Field
from curator.i18n import N_, _
from curator.operations.field_values import ACCESS, LEVELS, STATUSES, label, understood

DATES = ("published", "captured", "access_review")
# Below this (per mille) where a value came from is shown as a guess.
_SURE = 700
_SOURCES = {
    "json-ld": N_("from the page"),
    "opengraph": N_("from the page"),
    "meta": N_("from the page"),
    "heading": N_("from the heading"),
    "text": N_("from the text"),
    "front-matter": N_("from the file"),
    "file-name": N_("from the file name"),
    "language": N_("from the words"),
}
_WORDS = {
    "status": dict(zip(STATUSES, (N_("Inbox"), N_("Read"), N_("Described")), strict=True)),
    "access": dict(zip(ACCESS, (N_("Open"), N_("Restricted"), N_("Under embargo"), N_("Closed")), strict=True)),
    "level": dict(
        zip(
            LEVELS,
            (N_("Fonds"), N_("Subfonds"), N_("Series"), N_("Subseries"), N_("File"), N_("Item"), N_("Part")),
            strict=True,
        )
    ),
}
CHOICES = tuple(_WORDS)


def value_in_words(field: str, value: str | None) -> str:
    """Return a value for people: a date in words, a status by its name; "—" where there is none."""
    if not value:
        return "—"
    if field in _WORDS:
        return _(_WORDS[field].get(value, value))
    return in_words(field, value) or value


def in_words(field: str, value: str) -> str:
    """Return what a value is understood as, where that is not the value itself."""
    if not value:
        return ""
    if field == "language":
        name = language_name(value)
        return "" if name == value else name
    if field not in DATES:
        return ""
    try:
        return understood(field, value).words
    except CuratorError:
        return ""


class DescribedField(QWidget):
    """A field of the description that is typed.

    Args:
        field: one of `DESCRIBABLE`.

    Signals:
        kept(str): another value was entered, and it is understood.
    """

    kept = Signal(str)

    def __init__(self, field: str) -> None:
        super().__init__()
        self._name = field
        self.field = Field(label(field), check=self._check)
        self._reading = ElidingLabel(role="meta")
        self._hint = wrapped("", "error")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.field, self._reading, self._hint):
            column.addWidget(part)
        self._hint.hide()
        self.field.kept.connect(self.kept)
        self.field.editor.textEdited.connect(self._read)
        self.setFocusProxy(self.field)
        theme().changed.connect(self._set_spaces)
        self._set_spaces()

    def show_value(self, value: str, source: tuple[str, int] | None, *, several: bool) -> None:
        """Show a value; one that is being typed stays.

        Args:
            source: where it came from, and how sure that is (per mille).
            several: the selected articles have different values.
        """
        if self.field.is_editing():
            return
        name, sure = source or ("", 1000)
        words = _("several values") if several else source_words(name, sure)
        self.field.set_value(value, words, guess=bool(name) and sure < _SURE)
        self._tell(value)

    @property
    def reading(self) -> str:
        """What is typed, or was, is understood as."""
        return self._reading.text()

    def _check(self, typed: str) -> str:
        try:
            understood(self._name, typed)
        except CuratorError as error:
            self._hint.setText(error.hint)
            self._hint.setVisible(bool(error.hint))
            return error.message
        self._hint.hide()
        return ""

    def _read(self, typed: str) -> None:
        """Say while it is typed what it is understood as."""
        self._hint.hide()
        self.field.show_error("")
        self._tell(typed)

    def _tell(self, value: str) -> None:
        words = in_words(self._name, value)
        self._reading.setText(words)
        self._reading.setVisible(bool(words))
        self.field.editor.setAccessibleDescription(words)

    def _set_spaces(self) -> None:
        side = theme().metrics.px(7)
        self._reading.setContentsMargins(side, 0, side, 0)
        self._hint.setContentsMargins(side, 0, side, 0)


class ChoiceField(QWidget):
    """A field with a few values.

    Args:
        field: one of `CHOICES`.

    Signals:
        kept(str): another value was chosen.
    """

    kept = Signal(str)

    def __init__(self, field: str) -> None:
        super().__init__()
        self._label = ElidingLabel(label(field), role="meta")
        self.box = _Box()
        self.box.setAccessibleName(label(field))
        self._words: Mapping[str, str] = _WORDS[field]
        for value, words in self._words.items():
            self.box.addItem(_(words), value)
        self.box.activated.connect(self._choose)
        self._value = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._label)
        column.addWidget(self.box)
        self.setFocusProxy(self.box)
        theme().changed.connect(self._set_spaces)
        self._set_spaces()

    def show_value(self, value: str, _source: tuple[str, int] | None, *, several: bool) -> None:
        """Show a value, or that there are several."""
        self._value = value
        self.box.setCurrentIndex(-1 if several else self.box.findData(value))
        self.box.setPlaceholderText(_("several values") if several else "")

    def _choose(self, place: int) -> None:
        value = str(self.box.itemData(place))
        if value != self._value:
            self.kept.emit(value)

    def _set_spaces(self) -> None:
        side = theme().metrics.px(7)
        self._label.setContentsMargins(side, 0, side, 0)


class _Box(QComboBox):
    """Leaves the wheel to the page: turning it over a box would change the archive."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumContentsLength(4)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def source_words(source: str, sure: int) -> str:
    """Return where a value came from, and whether it is a guess (`sure` is per mille)."""
    if not source:
        return ""
    words = _(_SOURCES[source]) if source in _SOURCES else _("from the file (%s)") % source
    return _("%s, a guess") % words if sure < _SURE else words
