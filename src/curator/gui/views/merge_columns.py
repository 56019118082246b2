"""The records of a merge side by side: what each has in every field, where they differ, where they stand in texts."""

from __future__ import annotations

import html
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from curator.gui import icons
from curator.gui.kinds import KINDS
from curator.gui.models.review_words import date_words
from curator.gui.theme import theme
from curator.gui.widgets.chip import Chip
from curator.gui.widgets.chip_flow import ChipFlow
from curator.gui.widgets.choice_chip import ChoiceChip
from curator.gui.widgets.eliding import ElidingLabel
from curator.gui.widgets.symbol import Symbol
from curator.gui.widgets.words import digits
from curator.i18n import N_, _, ngettext
from curator.model.merging import MERGE_FIELDS, MentionContext, MergeField, MergePreview, MergeSide
from curator.operations.merging import value_of

_FIELDS: dict[MergeField, str] = {
    "name": N_("Preferred name"),
    "dates": N_("Dates"),
    "scope_note": N_("Scope note"),
    "note": N_("Note"),
}
_LABELS, _SIDE = 110, 160
# Of a record with more names than this the rest is counted.
_MOST_NAMES = 12


class MergeColumns(QWidget):
    """A column for each record.

    Args:
        preview: what would come of the merge.

    Signals:
        kept(int): another record is to be kept.
        picked(str, int): in a field the value of a record is to stand.
    """

    kept = Signal(int)
    picked = Signal(str, int)

    def __init__(self, preview: MergePreview) -> None:
        super().__init__()
        self.setProperty("plain", True)
        self._badges: dict[int, ChoiceChip] = {}
        self._radios: dict[tuple[MergeField, int], QRadioButton] = {}
        self._groups: list[QButtonGroup] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._row = 0
        self._preview = preview
        self._add("", [self._head(side) for side in preview.sides])
        for field in MERGE_FIELDS:
            self._field(field)
        self._plain(_("Identifier"), lambda side: [f"{each.scheme} {each.identifier}" for each in side.identifiers])
        self._plain(_("Broader"), lambda side: [each.preferred_name for each in side.broader])
        self._plain(_("Related"), lambda side: [each.authority.preferred_name for each in side.related])
        self._add(_("Names kept"), [_names(side) for side in preview.sides])
        self._add(_("In context"), [_contexts(side) for side in preview.sides])
        self._retheme()

    def tell(self, kept: int, chosen: dict[MergeField, int]) -> None:
        """Show which record is kept, and whose value stands in each field."""
        for each, badge in self._badges.items():
            badge.setText(_("stays") if each == kept else _("joins"))
            badge.setChecked(each == kept)
        for (field, each), radio in self._radios.items():
            radio.setChecked(chosen.get(field) == each)

    def _head(self, side: MergeSide) -> QWidget:
        record = side.authority
        badge = ChoiceChip("", _("joins"))
        badge.setAutoExclusive(False)
        badge.setAccessibleDescription(_("%s: Enter keeps this record") % record.preferred_name)
        badge.clicked.connect(lambda _checked=False: self.kept.emit(record.id))
        self._badges[record.id] = badge
        box = _box()
        line, column = QHBoxLayout(), QVBoxLayout(box)
        line.setSpacing(theme().metrics.space_m)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        icon, size = QLabel(), theme().metrics.icon_normal
        icon.setPixmap(icons.icon(KINDS[record.kind].icon, theme().tokens.kinds[record.kind].ink, size).pixmap(size))
        line.addWidget(icon)
        line.addWidget(ElidingLabel(record.preferred_name, role="title", hug=True))
        line.addWidget(badge)
        line.addStretch(1)
        column.addLayout(line)
        column.addWidget(ElidingLabel(_extent(side), role="meta"))
        return box

    def _field(self, field: MergeField) -> None:
        conflict = next((each for each in self._preview.conflicts if each.field == field), None)
        if not any(value_of(side.authority, field) for side in self._preview.sides):
            return
        group = QButtonGroup(self)
        self._groups.append(group)
        cells: list[QWidget] = []
        for side in self._preview.sides:
            record = side.authority
            value = date_words(record.dates) if field == "dates" else value_of(record, field)
            if conflict is None or record.id not in conflict.values:
                cells.append(_value(value or ""))
                continue
            radio = QRadioButton(value or "")
            radio.setAccessibleName(f"{_(_FIELDS[field])}: {value}")
            radio.clicked.connect(lambda _checked=False, each=record.id: self.picked.emit(field, each))
            radio.setToolTip(value or "")
            radio.setMinimumWidth(1)
            group.addButton(radio)
            self._radios[field, record.id] = radio
            cells.append(radio)
        is_clash = conflict is not None and field != "name" and len(set(conflict.values.values())) > 1
        self._add(_(_FIELDS[field]), cells, is_clash)

    def _plain(self, label: str, words: Callable[[MergeSide], list[str]]) -> None:
        """Add a row of what all records keep; none where no record has anything."""
        found = [", ".join(words(side)) for side in self._preview.sides]
        if any(found):
            self._add(label, [_value(each) for each in found])

    def _add(self, label: str, cells: list[QWidget], is_clash: bool = False) -> None:
        if self._row:
            line = QWidget()
            line.setProperty("role", "line")
            line.setFixedHeight(theme().metrics.space_hair)
            line.setStyleSheet(f"background: {theme().tokens.line};")
            self._grid.addWidget(line, self._row, 0, 1, len(cells) + 1)
            self._row += 1
        head = _box()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, theme().metrics.px(3), 0, 0)
        words = QLabel(label)
        words.setProperty("role", "meta")
        row.addWidget(words)
        if is_clash:
            mark = Symbol("triangle-alert", "warn", small=True)
            mark.setToolTip(_("They differ: choose one."))
            mark.setAccessibleName(_("They differ: choose one."))
            row.addWidget(mark)
        row.addStretch(1)
        self._grid.addWidget(head, self._row, 0, Qt.AlignmentFlag.AlignTop)
        for column, cell in enumerate(cells, 1):
            self._grid.addWidget(cell, self._row, column, Qt.AlignmentFlag.AlignTop)
        self._row += 1

    def _retheme(self) -> None:
        metrics = theme().metrics
        self._grid.setHorizontalSpacing(metrics.space_xl)
        self._grid.setVerticalSpacing(metrics.space_s)
        self._grid.setColumnMinimumWidth(0, metrics.px(_LABELS))
        for column in range(1, len(self._preview.sides) + 1):
            self._grid.setColumnMinimumWidth(column, metrics.px(_SIDE))
            self._grid.setColumnStretch(column, 1)
        self._grid.setRowStretch(self._row, 1)


def _box() -> QWidget:
    made = QWidget()
    made.setProperty("plain", True)
    return made


def _value(words: str) -> QLabel:
    label = QLabel(words or _("None"))
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setMinimumWidth(1)
    # As far down as the words at the left, and those of a radio button.
    label.setContentsMargins(0, theme().metrics.px(3), 0, theme().metrics.px(3))
    if not words:
        label.setProperty("role", "faint")
    return label


def _extent(side: MergeSide) -> str:
    mentions = ngettext("%(n)s mention", "%(n)s mentions", side.mentions) % {"n": digits(side.mentions)}
    articles = ngettext("%(n)s article", "%(n)s articles", side.articles) % {"n": digits(side.articles)}
    parts = [_("%(mentions)s in %(articles)s") % {"mentions": mentions, "articles": articles}]
    if side.first_year is not None and side.last_year is not None:
        one = side.first_year == side.last_year
        parts.append(str(side.first_year) if one else f"{side.first_year}–{side.last_year}")
    return " · ".join(parts)


def _names(side: MergeSide) -> QWidget:
    names = dict.fromkeys([side.authority.preferred_name, *(name.name for name in side.names)])
    chips = [Chip(name) for name in list(names)[:_MOST_NAMES]]
    if len(names) > _MOST_NAMES:
        chips.append(Chip(_("%(n)s more") % {"n": digits(len(names) - _MOST_NAMES)}))
    for chip in chips:
        chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        chip.setEnabled(False)
    flow = ChipFlow()
    flow.set_chips(chips)
    for chip in chips:
        chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return flow


def _contexts(side: MergeSide) -> QWidget:
    box = _box()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme().metrics.space_s)
    if not side.contexts:
        column.addWidget(_value(_("Tagged nowhere")))
    for context in side.contexts:
        head = ElidingLabel(" · ".join(part for part in (date_words(context.date), context.title) if part), role="meta")
        column.addWidget(head)
        column.addWidget(_sentence(context, side.authority.kind))
    return box


def _sentence(context: MentionContext, kind: str) -> QLabel:
    """Return the sentence with the name in the tint of its kind; the words of a source are never read as HTML."""
    tint, words = theme().tokens.kinds[kind].tint, context.sentence
    before, name, after = (
        html.escape(part) for part in (words[: context.start], words[context.start : context.end], words[context.end :])
    )
    label = QLabel(f'{before}<span style="background:{tint}">{name}</span>{after}' if words else "")
    label.setTextFormat(Qt.TextFormat.RichText)
    if not words:
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setText(_("The article as a whole"))
        label.setProperty("role", "second")
    font = QFont(theme().font())
    label.setFont(font)
    label.setWordWrap(True)
    label.setMinimumWidth(1)
    return label
