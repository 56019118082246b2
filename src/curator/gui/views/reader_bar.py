"""The bar above an article: which page of it is shown, its hits, its status, the size of its letters."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from curator.gui import icons
from curator.gui.theme import theme
from curator.gui.widgets.buttons import IconButton
from curator.i18n import N_, _, ngettext

_STATUSES = {
    "inbox": ("inbox", N_("Inbox")),
    "read": ("check-circle", N_("Read")),
    "described": ("check-circle", N_("Described")),
}
_VERSIONS = 2


class ReaderBar(QWidget):
    """Signals: chosen(int), another page; stepped(int), the next (1) or the hit before (-1); status_wanted(int), the
    status after (1) or before (-1); size_wanted(int), larger (1), smaller (-1) or usual (0) letters.
    """

    chosen = Signal(int)
    stepped = Signal(int)
    status_wanted = Signal(int)
    size_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hits = QLabel()
        self.hits.setProperty("role", "meta")
        self.status = QPushButton()
        self.status.setFlat(True)
        self.status.setProperty("tab", True)
        self._state = ""
        self._pages = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 10, 0)
        row.setSpacing(theme().metrics.space_xs)
        for number, words in enumerate((_("Text"), _("Original"), _("Versions"))):
            row.addWidget(self._tab(number, words))
        previous = IconButton("chevron-up", _("Previous hit"), "Shift+F3")
        following = IconButton("chevron-down", _("Next hit"), "F3")
        previous.clicked.connect(lambda: self.stepped.emit(-1))
        following.clicked.connect(lambda: self.stepped.emit(1))
        self._walk = (previous, self.hits, following)
        row.addStretch(1)
        for part in self._walk:
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.status)
        row.addWidget(self._letters())
        self._pages.idClicked.connect(self.chosen)
        self.status.clicked.connect(lambda: self.status_wanted.emit(1))
        theme().changed.connect(self._retheme)
        self._retheme()
        self.show_versions(1)

    @property
    def pages(self) -> int:
        """How many pages the article has."""
        return sum(not button.isHidden() for button in self._pages.buttons())

    def choose(self, page: int) -> None:
        """Turn to a page."""
        self._pages.button(page).setChecked(True)
        self.chosen.emit(page)

    def show_versions(self, count: int) -> None:
        """Say how many versions of the text there are; one needs no page."""
        page = self._pages.button(_VERSIONS)
        page.setText(_("Versions %(n)d") % {"n": count})
        page.setVisible(count > 1)
        if count <= 1 and page.isChecked():
            self.choose(0)

    def tell_hits(self, number: int, count: int) -> None:
        """Say which of how many hits is current."""
        all_of_them = ngettext("%(n)d hit", "%(n)d hits", count) % {"n": count}
        self.hits.setText(_("Hit %(n)d of %(count)d") % {"n": number, "count": count} if number else all_of_them)
        for part in self._walk:
            part.setVisible(count > 0)

    def tell_status(self, status: str) -> None:
        """Say which status the article has, or none."""
        self._state = status
        self.status.setVisible(bool(status))
        if status:
            self.status.setText(_(_STATUSES[status][1]))
            self.status.setToolTip(_("Status. R sets the next one, Shift+R the one before."))
            self._retheme()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, and a hairline below."""
        painter, tokens = QPainter(self), theme().tokens
        painter.fillRect(self.rect(), QColor(tokens.reader))
        hair = theme().metrics.space_hair
        painter.fillRect(0, self.height() - hair, self.width(), hair, QColor(tokens.line))

    def _tab(self, number: int, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setCheckable(True)
        button.setChecked(number == 0)
        button.setProperty("tab", True)
        button.setFlat(True)
        self._pages.addButton(button, number)
        return button

    def _letters(self) -> IconButton:
        button = IconButton("type", _("Size of the letters"))
        menu = QMenu(button)
        for words, by in ((_("Larger text"), 1), (_("Smaller text"), -1), (_("Usual text size"), 0)):
            menu.addAction(words).triggered.connect(lambda _checked=False, by=by: self.size_wanted.emit(by))
        button.setMenu(menu)
        button.setPopupMode(IconButton.ToolButtonPopupMode.InstantPopup)
        return button

    def _retheme(self) -> None:
        self.setFixedHeight(theme().metrics.bar_reader)
        if self._state:
            tokens, size, gap = theme().tokens, theme().metrics.icon_normal, theme().metrics.space_xs
            self.status.setIcon(icons.icon(_STATUSES[self._state][0], tokens.text2, size, gap=gap))
            self.status.setIconSize(QSize(size + gap, size))
