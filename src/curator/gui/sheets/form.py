"""A form of labelled controls, as several sheets have it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QSizePolicy, QWidget

from curator.gui.theme import theme

_LEAST_LINE = 320


class Form(QWidget):
    """Labels at the left, controls at the right; the label is the control's accessible name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("plain", True)
        self._rows = QFormLayout(self)
        self._rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        theme().changed.connect(self._retheme)
        self._retheme()

    def add(self, label: str, control: QWidget, about: str = "") -> None:
        """Add a control under a label, with a line about it below."""
        control.setAccessibleName(label)
        control.setAccessibleDescription(about)
        words = QLabel(label)
        words.setBuddy(control)
        self._rows.addRow(words, control)
        if about:
            line = paragraph(about, "faint")
            # A form keeps the height that a line needs at its least width: at 1 px that is a line for each word.
            line.setMinimumWidth(theme().metrics.px(_LEAST_LINE))
            # Of that height it may need one line only: then it stands by its control, not between two.
            line.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            self._rows.addRow("", line)

    def _retheme(self) -> None:
        metrics = theme().metrics
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setHorizontalSpacing(metrics.space_xl)
        self._rows.setVerticalSpacing(metrics.space_m)


def combo(choices: Sequence[tuple[str, object]], chosen: object) -> QComboBox:
    """Return a box to choose from `choices` (words and what they stand for), with `chosen` chosen."""
    box = QComboBox()
    for words, value in choices:
        box.addItem(words, value)
    # What is set may be in no list: somebody edited the settings file, or a font is gone.
    values = [value for _words, value in choices]
    box.setCurrentIndex(values.index(chosen) if chosen in values else 0)
    return box


def caption(words: str) -> QLabel:
    """Return the head of a part of a sheet."""
    label = QLabel(words)
    label.setProperty("role", "strong")
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return label


def paragraph(words: str, role: str = "second") -> QLabel:
    """Return wrapped text, which can be selected."""
    label = QLabel(words)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setMinimumWidth(1)
    # Forms give their whole width only to what asks to expand; else each word stands on a line of its own.
    room = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    room.setHeightForWidth(True)
    label.setSizePolicy(room)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
