"""The keys of a pane, and those that hold everywhere."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from curator.gui.bindings import Bindings
from curator.gui.panes import NAMES, PANE_KEYS
from curator.gui.sheets.form import caption
from curator.gui.theme import theme
from curator.gui.widgets.buttons import key_text
from curator.gui.widgets.key_hints import KeyCap
from curator.gui.widgets.sheet import Sheet
from curator.i18n import _

Line = tuple[tuple[str, ...], str]


class KeyHelpSheet(Sheet):
    """Two columns: this pane, everywhere.

    Args:
        window: what it lies over.
        pane: the pane that had the focus.
        bindings: the keys.
    """

    def __init__(self, window: QWidget, pane: str, bindings: Bindings) -> None:
        super().__init__(window, _("Keys"), _(NAMES[pane]))
        self.lines = pane_lines(pane, bindings)
        everywhere = [
            ((key_text(bindings.key(each)),), _(each.text)) for each in bindings.actions if bindings.key(each)
        ]
        half = max(0, (len(everywhere) - len(self.lines)) // 2)
        columns = QHBoxLayout()
        columns.setSpacing(theme().metrics.space_xxl)
        left = _part(_("In this pane"), self.lines)
        left.addSpacing(theme().metrics.space_l)
        left.addLayout(_part(_("Everywhere"), everywhere[:half]))
        left.addStretch(1)
        columns.addLayout(left, 1)
        columns.addLayout(_part("", everywhere[half:]), 1)
        self.content.addLayout(columns)
        self.set_note(_("Letters hold where no text is typed, on any keyboard layout."))
        self.add_button(_("Close"), primary=True)
        self.accepted.connect(self.close_sheet)


def pane_lines(pane: str, bindings: Bindings) -> list[Line]:
    """Return the keys of a pane, as they are to be shown, with what they do."""
    own = [
        (tuple(key_text(bindings.shown(pane, key)) for key in pressed), _(does)) for pressed, does in PANE_KEYS[pane]
    ]
    letters = [
        ((key_text(bindings.shown(pane, each.letter)),), _(each.text).removesuffix("..."))
        for each in bindings.actions
        if each.letter and (not each.panes or pane in each.panes)
    ]
    return own + letters


def _part(title: str, lines: Sequence[Line]) -> QVBoxLayout:
    part, rows = QVBoxLayout(), QGridLayout()
    rows.setColumnStretch(1, 1)
    rows.setHorizontalSpacing(theme().metrics.space_l)
    rows.setVerticalSpacing(theme().metrics.space_s)
    if title:
        part.addWidget(caption(title))
    for row, (pressed, does) in enumerate(lines):
        caps = QHBoxLayout()
        for key in pressed:
            caps.addWidget(KeyCap(key))
        caps.addStretch(1)
        rows.addLayout(caps, row, 0)
        words = QLabel(does)
        words.setWordWrap(True)
        words.setMinimumWidth(1)
        words.setAccessibleName(f"{' '.join(pressed)}: {does}")
        rows.addWidget(words, row, 1)
    part.setSpacing(theme().metrics.space_m)
    part.addLayout(rows)
    part.addStretch(1)
    return part
