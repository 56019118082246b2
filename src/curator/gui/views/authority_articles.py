"""What the articles tell of a name: how many a year, and every mention with its sentence."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from curator.gui.models.mention_list import MentionList
from curator.gui.session import Session
from curator.gui.theme import theme
from curator.gui.views.authority_mentions import MentionView
from curator.gui.views.authority_words import span_of
from curator.gui.widgets.eliding import ElidingLabel
from curator.gui.widgets.plain_table import PlainTable
from curator.gui.widgets.words import digits
from curator.gui.widgets.year_bars import Year, YearBars
from curator.i18n import _, ngettext
from curator.model.authority import Authority
from curator.model.authority_page import NameInArticles

# The height (px at 100 %) from which on there are bars above the mentions.
_ROOM_FOR_BARS = 230


class AuthorityArticles(QWidget):
    """The right side of the page.

    Signals:
        opened(int, int, int): an article, start and end of the name in its text, -1 where it has no place.
    """

    opened = Signal(int, int, int)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("nameArticles")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_("In the articles"))
        self._years: Sequence[Year] = ()
        self.bars = YearBars(_("Articles a year"))
        self.bars.table_wanted.connect(self._show_table)
        self.table = _YearTable()
        self.table.left.connect(self._show_bars)
        self.mentions = MentionView(MentionList(session, self))
        self.mentions.opened.connect(self.opened)
        self._years_head, self._years_about = ElidingLabel(_("Articles a year"), role="strong", hug=True), _about()
        self._head, self._about = ElidingLabel(_("Mentions"), role="strong", hug=True), _about()
        self._empty = ElidingLabel(_("No article has this name yet."), role="second")
        self._heads = [_line(self._years_head, self._years_about), _line(self._head, self._about)]
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._heads[0])
        self._column.addWidget(self.bars)
        self._column.addWidget(self.table)
        self._column.addLayout(self._heads[1])
        self._column.addWidget(self._empty)
        self._column.addWidget(self.mentions, 1)
        self._empty.hide()
        self.table.hide()
        theme().changed.connect(self._retheme)
        self._retheme()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in this order."""
        return self.bars, self.table, self.mentions

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the room of the bars to the mentions where there is little."""
        super().resizeEvent(event)
        if not self.table.isVisible():
            self._show_years()

    def show_record(self, record: Authority) -> None:
        """Prepare for a name before its articles are counted."""
        self.mentions.kind = record.kind
        self._show_bars()
        self.bars.show_years((), span_of(record), record.kind)
        self.mentions.mentions.show(record.id, ())
        self._years_about.setText(_("counting ..."))
        self._about.setText("")
        self._empty.hide()

    def show_articles(self, record: Authority, counted: NameInArticles) -> None:
        """Show what was counted."""
        self.mentions.kind = record.kind
        self._years = [Year(*each) for each in counted.years]
        self.bars.show_years(self._years, span_of(record), record.kind)
        self.table.show_years(self._years)
        self._years_about.setText(_years_in_words(self._years))
        self.mentions.mentions.show(record.id, counted.mentions)
        self._about.setText(digits(len(counted.mentions)) + " · " + _("by date") if counted.mentions else "")
        self._empty.setVisible(not counted.mentions)

    def _show_table(self) -> None:
        if self._years:
            self.bars.hide()
            self.table.show()
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_bars(self) -> None:
        had_focus = self.table.hasFocus()
        self.table.hide()
        self._show_years()
        if had_focus:
            self.bars.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_years(self) -> None:
        has_room = self.height() >= theme().metrics.px(_ROOM_FOR_BARS)
        for part in (self.bars, self._years_head, self._years_about):
            part.setVisible(has_room)

    def _retheme(self) -> None:
        metrics = theme().metrics
        self._column.setSpacing(metrics.space_s)
        self._column.setContentsMargins(0, metrics.space_l, 0, 0)
        for head in self._heads:
            head.setContentsMargins(metrics.space_l, metrics.space_s, metrics.space_l, 0)
            head.setSpacing(metrics.space_m)


class _YearTable(PlainTable):
    """The years as a table. Enter or Esc goes back to the bars.

    Signals:
        left(): Enter or Esc.
    """

    left = Signal()

    def __init__(self) -> None:
        heads = (_("Year"), _("Certain"), _("Possible"))
        super().__init__(_("Articles a year"), heads, 0, {1: 90, 2: 90})
        self.setMinimumHeight(theme().metrics.px(140))
        self.setMaximumHeight(theme().metrics.px(200))

    def show_years(self, years: Sequence[Year]) -> None:
        self.show_rows([(str(each.year), digits(each.certain), digits(each.possible)) for each in years])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _about() -> ElidingLabel:
    return ElidingLabel("", role="meta")


def _line(head: QWidget, about: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.addWidget(head)
    line.addWidget(about, 1)
    return line


def _years_in_words(years: Sequence[Year]) -> str:
    if not years:
        return _("no article with a date")
    dated = sum(each.certain for each in years)
    words = ngettext("%s certain", "%s certain", dated) % digits(dated)
    first, last = years[0].year, years[-1].year
    span = str(first) if first == last else _("%(first)d to %(last)d") % {"first": first, "last": last}
    unsure = any(each.possible for each in years)
    return " · ".join([words, span] + ([_("hatched: possible")] if unsure else []))
