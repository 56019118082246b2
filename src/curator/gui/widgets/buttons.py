"""Buttons: a picture, a word, or a link. Each tells its name and its key."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton, QWidget

from curator.gui import icons
from curator.gui.theme import theme
from curator.gui.widgets.painting import box


def tip(name: str, key: str) -> str:
    """Return the tool tip of what is called `name` and has the key `key` ("Ctrl+F" or empty)."""
    return f"{name}  ({key_text(key)})" if key else name


def key_text(key: str) -> str:
    """Return a key as this system writes it: "Ctrl+F" or "⌘F"."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) or key


class IconButton(QToolButton):
    """A button with a picture only.

    Args:
        icon: the name of its icon.
        name: what it does, for screen readers and the tool tip.
        key: its key ("Ctrl+F"); shown in the tool tip, not bound.
        ink: the token of its colour.
        checkable: whether it stays pressed.
    """

    def __init__(
        self,
        icon: str,
        name: str,
        key: str = "",
        parent: QWidget | None = None,
        *,
        ink: str = "text2",
        checkable: bool = False,
    ) -> None:
        super().__init__(parent)
        self._icon, self._name, self._key, self._ink = icon, name, key, ink
        self.setCheckable(checkable)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_name(name)
        theme().changed.connect(self._retheme)
        self._retheme()

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self._retheme()

    def set_name(self, name: str, reason: str = "") -> None:
        """Give it a name, and where it cannot be used a `reason`, which the tool tip adds."""
        self._name = name
        self.setAccessibleName(name)
        self.setAccessibleDescription(reason)
        self.setToolTip("\n".join(part for part in (tip(name, self._key), reason) if part))

    def _retheme(self) -> None:
        tokens, size = theme().tokens, theme().metrics.icon_normal
        self.setIcon(icons.icon(self._icon, getattr(tokens, self._ink), size, tokens.line2))
        self.setIconSize(QSize(size, size))


class PushButton(QPushButton):
    """A button with a word that names its act.

    Args:
        text: "Merge", "Export 188 articles".
        icon: the name of an icon before it, or empty.
        key: its key; shown in the tool tip, not bound.
        primary: the one main act of a sheet or page.
    """

    def __init__(
        self, text: str, icon: str = "", key: str = "", parent: QWidget | None = None, *, primary: bool = False
    ) -> None:
        super().__init__(text, parent)
        self._icon = icon
        self.setProperty("primary", primary)
        self.setAutoDefault(False)
        if key:
            self.setToolTip(tip(text, key))
        theme().changed.connect(self._retheme)
        self._retheme()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring of the primary button inside, where it can be told from the fill."""
        super().paintEvent(event)
        if self.property("primary") and self.hasFocus():
            metrics, tokens = theme().metrics, theme().tokens
            inset = metrics.focus_ring
            inner = self.rect().adjusted(inset, inset, -inset, -inset)
            box(QPainter(self), inner, metrics.radius_mark, edge=tokens.accent_text)

    def _retheme(self) -> None:
        if not self._icon:
            return
        tokens, size = theme().tokens, theme().metrics.icon_normal
        ink = tokens.accent_text if self.property("primary") else tokens.text
        gap = theme().metrics.space_xs if self.text() else 0
        self.setIcon(icons.icon(self._icon, ink, size, tokens.text3, gap))
        self.setIconSize(QSize(size + gap, size))


class LinkButton(QPushButton):
    """A word that can be pressed, drawn as a link; `small` is the size of meta text."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, small: bool = False) -> None:
        super().__init__(text, parent)
        self.setProperty("link", True)
        self.setProperty("small", small)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
