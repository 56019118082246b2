"""The head of the page of a name: all forms that somebody prefers, what it is, when, how often, what can be done."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from curator.gui import icons
from curator.gui.kinds import KINDS
from curator.gui.theme import theme
from curator.gui.views.authority_words import dates_in_words
from curator.gui.widgets.buttons import PushButton
from curator.gui.widgets.eliding import ElidingLabel
from curator.gui.widgets.painting import box
from curator.gui.widgets.words import digits
from curator.i18n import _, ngettext
from curator.model.authority_page import NameInArticles, NameOnRecord


class AuthorityHead(QFrame):
    """Picture, names, dates and counts, and what can be done.

    Signals:
        articles_wanted(): the articles are to be listed.
    """

    articles_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._picture = _Picture()
        self._title = ElidingLabel("", role="page")
        self._about = ElidingLabel("", role="second")
        self._counts = ElidingLabel("", role="meta")
        search = PushButton(_("Articles"), "list")
        search.setToolTip(_("List the articles with this name"))
        search.clicked.connect(self.articles_wanted)
        words = QVBoxLayout()
        words.setSpacing(0)
        for label in (self._title, self._about, self._counts):
            words.addWidget(label)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._picture)
        self._row.addLayout(words, 1)
        self._row.addWidget(search)
        theme().changed.connect(self._retheme)
        self._retheme()

    def add_button(self, button: QWidget) -> None:
        """Put a button before the last one."""
        self._row.insertWidget(self._row.count() - 1, button)

    def show_record(self, record: NameOnRecord) -> None:
        """Show what is on record: all parallel forms, none as the first."""
        authority = record.authority
        self._picture.show_kind(authority.kind)
        forms = list(dict.fromkeys(form.name for form in record.parallel))
        self._title.setText("  ·  ".join(forms))
        about = [KINDS[authority.kind].name.lower(), dates_in_words(authority)]
        about += [", ".join(each.authority.preferred_name for each in record.places)]
        about += [(authority.note or "").partition("\n")[0]]
        self._about.setText("  ·  ".join(part for part in about if part))
        self._counts.setText(_articles(record.articles))

    def show_articles(self, record: NameOnRecord, counted: NameInArticles) -> None:
        """Add what was counted."""
        mentions = len(counted.mentions)
        parts = [ngettext("%s mention", "%s mentions", mentions) % digits(mentions), _articles(record.articles)]
        if counted.with_narrower is not None:
            parts.append(_("%s with what is under it") % digits(counted.with_narrower))
        self._counts.setText("  ·  ".join(parts))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a hairline below."""
        super().paintEvent(event)
        hair = theme().metrics.space_hair
        QPainter(self).fillRect(0, self.height() - hair, self.width(), hair, theme().tokens.line)

    def _retheme(self) -> None:
        metrics = theme().metrics
        self._row.setContentsMargins(metrics.space_l, metrics.space_m, metrics.space_l, metrics.space_m)
        self._row.setSpacing(metrics.space_l)


class _Picture(QWidget):
    """The picture of a kind on its tint."""

    def __init__(self) -> None:
        super().__init__()
        self._kind = "person"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def show_kind(self, kind: str) -> None:
        """Show the picture of another kind."""
        self._kind = kind
        self.setAccessibleName(KINDS[kind].name)
        self.update()

    def sizeHint(self) -> QSize:
        side = theme().metrics.px(44)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, tokens, metrics = QPainter(self), theme().tokens, theme().metrics
        colours = tokens.kinds[self._kind]
        edge = "" if tokens.tints else colours.ink
        box(painter, self.rect(), metrics.radius_button, colours.tint if tokens.tints else "", edge)
        side = metrics.px(24)
        middle = QRect((self.width() - side) // 2, 0, side, self.height())
        icons.paint(painter, KINDS[self._kind].icon, colours.ink, middle, side)


def _articles(number: int) -> str:
    return ngettext("%s article", "%s articles", number) % digits(number)
