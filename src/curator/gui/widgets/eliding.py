"""A label that gives way: too long a text ends in an ellipsis and stands whole in the tool tip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QStyleOption, QWidget


class ElidingLabel(QLabel):
    """One line of plain text that never widens what it stands in.

    Args:
        text: what it says; `text()` keeps all of it, and so do screen readers.
        role: how it looks, a `role` of curator.qss ("title", "meta" ...).
        hug: take no more room than the text needs (else all there is).
        mode: where the ellipsis goes.
    """

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        role: str = "",
        hug: bool = False,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        super().__init__(parent)
        self._mode = mode
        self.setTextFormat(Qt.TextFormat.PlainText)
        horizontal = QSizePolicy.Policy.Maximum if hug else QSizePolicy.Policy.Ignored
        self.setSizePolicy(horizontal, QSizePolicy.Policy.Fixed)
        if role:
            self.setProperty("role", role)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show `text`; line breaks become spaces."""
        super().setText(" ".join(text.split("\n")))
        self._tell()

    def is_elided(self) -> bool:
        """Return whether part of the text is hidden."""
        return self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()

    def minimumSizeHint(self) -> QSize:
        """Return the room for an ellipsis with a letter before it."""
        metrics = self.fontMetrics()
        whole, least = metrics.horizontalAdvance(self.text()), metrics.horizontalAdvance("m…")
        return QSize(min(whole, least), metrics.height())

    def sizeHint(self) -> QSize:
        """Return the room that the whole text takes."""
        # One px more: the advance is rounded, and a text must not end in an ellipsis for half a px.
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 1, self.fontMetrics().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as much of the text as there is room for."""
        painter = QPainter(self)
        option = QStyleOption()
        option.initFrom(self)
        shown = self.fontMetrics().elidedText(self.text(), self._mode, self.contentsRect().width())
        enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
        flags = int(self.alignment()) | int(Qt.TextFlag.TextSingleLine)
        self.style().drawItemText(
            painter, self.contentsRect(), flags, option.palette, enabled, shown, self.foregroundRole()
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the tool tip true."""
        super().resizeEvent(event)
        self._tell()

    def _tell(self) -> None:
        self.setToolTip(self.text() if self.is_elided() else "")
