"""What a pane says when there is nothing in it: what that means, and what to do."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from curator.gui import icons
from curator.gui.theme import theme
from curator.gui.widgets.buttons import key_text
from curator.gui.widgets.eliding import ElidingLabel
from curator.gui.widgets.key_hints import KeyCap, cap_width
from curator.gui.widgets.painting import box, ring
from curator.gui.widgets.symbol import Symbol


class Choice(QAbstractButton):
    """A way on: a row with an icon, what it does, a line about it, and its key."""

    def __init__(
        self, text: str, detail: str = "", icon: str = "", key: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon, self._key = icon, key
        self.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(", ".join(part for part in (detail, key_text(key) if key else "") if part))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        words = QVBoxLayout()
        words.setSpacing(0)
        # First into the row: a label without a parent that is shown would be a window, and take the focus.
        self._row.addLayout(words, 1)
        self._words = (ElidingLabel(text, role="strong"), ElidingLabel(detail, role="meta"))
        for label in self._words:
            words.addWidget(label)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            label.setVisible(bool(label.text()))
        if key:
            self._row.addWidget(KeyCap(key_text(key)))
        theme().changed.connect(self._retheme)
        self._retheme()

    def sizeHint(self) -> QSize:
        """Return the room for two lines."""
        metrics = theme().metrics
        return QSize(metrics.limit_chip, metrics.px(46 if self._words[1].text() else 36))

    def minimumSizeHint(self) -> QSize:
        """Return the height of the row and the room of its key."""
        key = cap_width(self._key) if self._key else 0
        return QSize(theme().metrics.px(64) + key, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw icon, hairline, and the ring of focus."""
        painter, tokens, metrics = QPainter(self), theme().tokens, theme().metrics
        if self.underMouse():
            box(painter, self.rect(), metrics.radius_button, tokens.hover)
        if self._icon:
            area = self.rect()
            area.setWidth(metrics.px(44))
            icons.paint(painter, self._icon, tokens.text2, area, metrics.icon_normal)
        line = self.rect().adjusted(metrics.px(44), self.height() - metrics.space_hair, 0, 0)
        painter.fillRect(line, QColor(tokens.line))
        if self.hasFocus():
            ring(painter, self.rect(), metrics.radius_button)

    def _retheme(self) -> None:
        metrics = theme().metrics
        self._row.setContentsMargins(metrics.px(44), metrics.space_s, metrics.space_m, metrics.space_s)


class EmptyState(QWidget):
    """A title, a sentence, and ways on.

    Args:
        title: what is so ("This archive is empty").
        sentence: what that means, or the way on when it needs no button.
        icon: the name of a large icon above, or empty.

    Signals:
        chosen: (str) the name given to `add_choice`.
    """

    chosen = Signal(str)

    def __init__(self, title: str, sentence: str = "", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.addStretch(2)
        if icon:
            self._column.addWidget(Symbol(icon, "text2", size="large"), 0, Qt.AlignmentFlag.AlignHCenter)
        self._title, self._sentence = QLabel(title), QLabel(sentence)
        self._title.setProperty("role", "page")
        self._sentence.setProperty("role", "second")
        for label in (self._title, self._sentence):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setMinimumWidth(1)
            self._column.addWidget(label)
        self._sentence.setVisible(bool(sentence))
        middle, holder = QHBoxLayout(), QWidget()
        self._choices, self._holder = QVBoxLayout(holder), holder
        middle.addStretch(1)
        middle.addWidget(holder, 1000)
        middle.addStretch(1)
        self._column.addLayout(middle)
        self._column.addStretch(3)
        theme().changed.connect(self._retheme)
        self._retheme()

    def set_words(self, title: str, sentence: str = "") -> None:
        """Show other words."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))

    def add_choice(self, name: str, text: str, detail: str = "", icon: str = "", key: str = "") -> Choice:
        """Add a way on and return its row; pressing it emits `chosen(name)`.

        Args:
            name: what `chosen` will say.
            text: the act ("Choose files or a folder").
            detail: a line about it.
            icon: the name of its icon.
            key: its key ("Ctrl+I"); shown, not bound.
        """
        choice = Choice(text, detail, icon, key)
        choice.clicked.connect(lambda: self.chosen.emit(name))
        self._choices.addWidget(choice)
        return choice

    def _retheme(self) -> None:
        metrics = theme().metrics
        self._column.setContentsMargins(*(metrics.space_xxl,) * 4)
        self._column.setSpacing(metrics.space_m)
        self._choices.setSpacing(0)
        self._holder.setMaximumWidth(metrics.limit_choices)
        self._choices.setContentsMargins(0, metrics.space_l, 0, 0)
