"""The fields of an item as they would enter: value, where it came from, how sure that is; what is suggested."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from curator.gui.models.review_words import date_words
from curator.gui.theme import theme
from curator.gui.views.described_fields import source_words, value_in_words
from curator.gui.widgets.buttons import LinkButton
from curator.gui.widgets.eliding import ElidingLabel
from curator.i18n import _
from curator.operations.drafts import BATCH
from curator.operations.field_values import DESCRIBABLE, label
from curator.operations.review_item import PERSON, FieldOfItem, ItemDetail
from curator.operations.review_needs import SURE

_ALWAYS = ("title", "published", "publication", "byline", "language")
_ALSO = ("section", "url", "captured", "rights_note", "access")
_MOST_SUGGESTED = 60


class ReviewFields(QWidget):
    """Lines of label, value and source.

    Signals:
        suggestion_wanted(int): take what is suggested; its place in `ItemDetail.suggestions`.
    """

    suggestion_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: ItemDetail | None = None
        self._column = QVBoxLayout(self)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 3)
        self._grid.setColumnStretch(2, 2)
        self._column.addLayout(self._grid)
        theme().changed.connect(self._retheme)
        self._retheme()

    def show_detail(self, found: ItemDetail) -> None:
        """Show another item."""
        self._shown = found
        while (item := self._grid.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        fields = {field.field: field for field in found.fields}
        names = [name for name in DESCRIBABLE if name in fields and (name in _ALWAYS or _is_worth(fields[name]))]
        for line, name in enumerate(names):
            self._add(line, fields[name])
        self._add_suggestions(len(names), found)
        self.setVisible(bool(names))

    def _add(self, line: int, field: FieldOfItem) -> None:
        words, source, guess = value_words(field), origin_words(field), is_guess(field)
        name, value = ElidingLabel(label(field.field), role="meta", hug=True), ElidingLabel(words)
        value.setAccessibleName(f"{label(field.field)}: {words}, {source}")
        # A guess says that it is one: the colour only repeats it.
        origin = ElidingLabel(source, role="warn" if guess else "meta")
        origin.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if field.verbatim:
            origin.setAccessibleDescription(field.verbatim)
            value.setToolTip(f"“{field.verbatim}”")
        for column, part in enumerate((name, value, origin)):
            self._grid.addWidget(part, line, column)

    def _add_suggestions(self, line: int, found: ItemDetail) -> None:
        fields = {field.field: field for field in found.fields}
        for place, each in enumerate(found.suggestions):
            there = fields.get(each.field)
            if there is not None and there.value is not None and there.source in (PERSON, BATCH):
                continue
            words = date_words(each.found.value) if each.field == "published" else each.found.value.split("\n")[0]
            words = words if len(words) <= _MOST_SUGGESTED else words[: _MOST_SUGGESTED - 1] + "…"
            name = label(each.field) if each.field in DESCRIBABLE else _("Text")
            text = ElidingLabel(f"“{words}”", role="second")
            text.setToolTip(each.reason)
            take = LinkButton(_("Take it (Enter)") if each.field == "title" else _("Take it"), small=True)
            take.setAccessibleName(_("Take the suggestion for %(field)s: %(value)s") % {"field": name, "value": words})
            take.clicked.connect(lambda _checked=False, place=place: self.suggestion_wanted.emit(place))
            self._grid.addWidget(ElidingLabel(_("Suggested"), role="warn", hug=True), line, 0)
            self._grid.addWidget(text, line, 1)
            # With an alignment, or the button would keep the column as narrow as it is itself.
            self._grid.addWidget(take, line, 2, Qt.AlignmentFlag.AlignRight)
            line += 1

    def _retheme(self) -> None:
        metrics = theme().metrics
        self._column.setContentsMargins(metrics.space_xl, metrics.space_m, metrics.space_l, metrics.space_m)
        self._grid.setHorizontalSpacing(metrics.space_l)
        self._grid.setVerticalSpacing(metrics.space_s)


def value_words(field: FieldOfItem) -> str:
    """Return the value of a field for people; "—" for none."""
    value = "" if field.value is None else str(field.value)
    return value_in_words(field.field, value)


def origin_words(field: FieldOfItem) -> str:
    """Return where a value came from."""
    if field.value is None:
        return _("none found")
    if field.source == PERSON:
        return _("entered by you")
    if field.source == BATCH:
        return _("for all articles of the batch")
    words = source_words(field.source, field.confidence)
    return f"{words}  {field.confidence / 1000:.2f}" if field.field == "language" else words


def is_guess(field: FieldOfItem) -> bool:
    """Return whether a value is a guess."""
    return field.value is not None and field.source not in (PERSON, BATCH) and field.confidence < SURE


def _is_worth(field: FieldOfItem) -> bool:
    """Return whether a field that is not always shown has something to show."""
    return field.value is not None and (field.field in _ALSO or field.source in (PERSON, BATCH))
