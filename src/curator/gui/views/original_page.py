"""The original of an article, shown without anything that runs or is fetched; its file stays as it was received."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from curator.errors import CuratorError
from curator.gui.session import Session
from curator.gui.widgets.eliding import ElidingLabel
from curator.i18n import _
from curator.operations import page_source
from curator.operations.page_source import PageSource


class _Browser(QTextBrowser):
    """Shows what it is given and asks nobody for more."""

    def loadResource(self, _type: int, _name: QUrl | str) -> Any:
        """Load nothing: no image, no style, from nowhere."""
        return b""


class OriginalPage(QWidget):
    """Reads the original when it is looked at, not before."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._article = self._shown = 0
        self._head = ElidingLabel(role="meta")
        self._browser = _Browser()
        self._browser.setAccessibleName(_("Original"))
        self._browser.setOpenLinks(False)
        self._browser.setFrameShape(QTextBrowser.Shape.NoFrame)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 0)
        column.addWidget(self._head)
        column.addWidget(self._browser, 1)

    def show_article(self, article_id: int) -> None:
        """Show the original of another article, now or when the page is turned to."""
        self._article = article_id
        if self.isVisible():
            self._ask()

    def showEvent(self, event: QShowEvent) -> None:
        """Read the original now."""
        super().showEvent(event)
        self._ask()

    def _ask(self) -> None:
        if self._article and self._article != self._shown:
            self._shown = article_id = self._article
            self._session.read(
                "original",
                lambda context, _interrupt: page_source.page_source(context, article_id),
                self._show,
                self._tell,
            )

    def _show(self, found: PageSource) -> None:
        original = found.original
        values = {"file": original.file_name, "size": original.size, "hash": original.sha256[:16]}
        self._head.setText(_("%(file)s · %(size)d bytes · SHA-256 %(hash)s… · kept unaltered") % values)
        if found.html is None:
            self._browser.setPlainText(found.text)
        else:
            self._browser.setHtml(found.html)

    def _tell(self, error: BaseException) -> None:
        self._head.setText(error.message if isinstance(error, CuratorError) else str(error))
        self._browser.setPlainText(error.hint if isinstance(error, CuratorError) else "")
