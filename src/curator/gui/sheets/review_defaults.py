"""What all articles of a review take where they have no value of their own."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from curator.errors import CuratorError
from curator.gui.sheets.form import Form, combo, paragraph
from curator.gui.views.described_fields import value_in_words
from curator.gui.views.review_batch_line import NAMES
from curator.gui.widgets.sheet import Sheet
from curator.i18n import _
from curator.operations.field_values import ACCESS, label

_LINES = ("collection", "publication", "language", "rights_note", "collector", "title")


class ReviewDefaultsSheet(Sheet):
    """A form of the values of a batch.

    Args:
        window: what it lies over.
        defaults: the values now.

    Signals:
        kept(dict[str, str | None]): the values are to be these; the sheet stays until `close_sheet`.
    """

    kept = Signal(object)

    def __init__(self, window: QWidget, defaults: Mapping[str, str]) -> None:
        super().__init__(window, _("Change for all"), _("What a file or a person gives comes first."))
        self.lines: dict[str, QLineEdit] = {}
        about = {
            "collection": _("A path, such as Fires / Florence 1966. It is made when there is none."),
            "language": _("A code, such as az, hy or ru."),
        }
        form = Form()
        for field in _LINES:
            self.lines[field] = QLineEdit(defaults.get(field, ""))
            form.add(_(NAMES[field]), self.lines[field], about.get(field, ""))
        choices = [(_("As in the file, else open"), ""), *((value_in_words("access", each), each) for each in ACCESS)]
        self.access: QComboBox = combo(choices, defaults.get("access", ""))
        self.review = QLineEdit(defaults.get("access_review", ""))
        form.add(_(NAMES["access"]), self.access)
        form.add(label("access_review"), self.review, _("For an embargo: the day on which it is looked at again."))
        self._fault = paragraph("", "error")
        self._fault.hide()
        self.content.addWidget(form)
        self.content.addWidget(self._fault)
        self.content.addStretch(1)
        self.add_cancel()
        self.add_button(_("Change for all"), primary=True)
        self.accepted.connect(lambda: self.kept.emit(self.values()))

    def values(self) -> dict[str, str | None]:
        """Return what stands in the form; None clears a value."""
        found: dict[str, str | None] = {field: line.text().strip() or None for field, line in self.lines.items()}
        found["access"] = self.access.currentData() or None
        found["access_review"] = self.review.text().strip() or None
        return found

    def show_error(self, error: BaseException) -> None:
        """Say why a value cannot be kept."""
        words = f"{error.message} {error.hint}".strip() if isinstance(error, CuratorError) else str(error)
        self._fault.setText(words)
        self._fault.setAccessibleName(words)
        self._fault.show()
