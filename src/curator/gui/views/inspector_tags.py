"""The inspector's tags: those at the cursor, those elsewhere in the article; or those that many articles share."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidgetItem, QMenu, QVBoxLayout, QWidget

from curator.gui.kinds import KINDS
from curator.gui.models.listing import Listing
from curator.gui.session import Session
from curator.gui.theme import theme
from curator.gui.views.inspector_suggestions import menu_words, suggested_rows
from curator.gui.views.suggestion_foot import NEXT
from curator.gui.views.tag_list import TagList
from curator.gui.views.tag_many import shares, turned
from curator.gui.views.tag_rows import ROW, Row
from curator.gui.widgets.empty_state import EmptyState
from curator.gui.widgets.search_frame import SearchFrame
from curator.gui.widgets.words import digits
from curator.i18n import _, ngettext
from curator.model.authority import Authority
from curator.model.date_phrases import describe
from curator.model.dates import parse_edtf
from curator.model.passage import Mention
from curator.operations import passages, tag_many
from curator.operations.suggesting import Suggestion
from curator.operations.tag_many import Shared

_ORDER = tuple(KINDS)
_DIGITS = "123456789"


class TagsPage(QWidget):
    """Lists tags as rows. Enter lists the articles with a tag, Del takes it off, a click goes to its passage.

    Signals:
        asked(): another tag is to be put on.
        listing_wanted(Listing): the articles with a tag.
        passage_wanted(int): the mention whose passage is to be shown.
        pinned(int, int): a record is to be pinned to a digit (1 to 9; 0: no longer).
        suggestion_pressed(str, list[Suggestion]): ACCEPT, REJECT or NEXT (show the next place) on a suggested name.
        name_wanted(int): the page of a record is to be shown.
        merge_wanted(int, str, str): a record (id, kind, name) is to be merged with another.
        mentions_wanted(int): all mentions of a record are to be tagged.
    """

    asked = Signal()
    listing_wanted = Signal(object)
    passage_wanted = Signal(int)
    pinned = Signal(int, int)
    suggestion_pressed = Signal(str, object)
    name_wanted = Signal(int)
    merge_wanted = Signal(int, str, str)
    mentions_wanted = Signal(int)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._mentions: Sequence[Mention] = ()
        self._suggested: Sequence[Sequence[Suggestion]] = ()
        self._here: frozenset[int] = frozenset()
        self._ids: tuple[int, ...] = ()
        self._shown_at: dict[int, int] = {}
        self._pins: Mapping[int, int] = {}
        self.field = SearchFrame(_("Add a tag…"), "Ctrl+T", icon="plus")
        self.field.line.setReadOnly(True)
        self.field.line.installEventFilter(self)
        self.field.submitted.connect(lambda _text: self.asked.emit())
        self.list = TagList(self)
        self.list.itemClicked.connect(self._clicked)
        self.list.itemDoubleClicked.connect(self._double_clicked)
        self._empty = EmptyState(_("No tags yet"), _("Press Ctrl+T, or choose words and press P, O, E, L or T."))
        # Until an article is open there is nothing to say of its tags.
        self._empty.hide()
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.field)
        self._column.addWidget(self.list, 1)
        self._column.addWidget(self._empty, 1)
        theme().changed.connect(self._set_spaces)
        self._set_spaces()

    def show_mentions(self, article_id: int, mentions: Sequence[Mention]) -> None:
        """Show the tags of one article."""
        self._ids, self._mentions = (article_id,), mentions
        self._fill()

    def show_shared(self, ids: tuple[int, ...], shared: Sequence[Shared]) -> None:
        """Show the tags of several articles, with boxes."""
        self._ids, self._mentions = ids, ()
        self._show_rows(shares(shared, len(ids)))

    def set_here(self, mention_ids: Collection[int]) -> None:
        """Tell which mentions are at the cursor of the reader."""
        here = frozenset(mention_ids)
        if here != self._here:
            self._here = here
            if len(self._ids) == 1:
                self._fill()

    def set_suggested(self, names: Sequence[Sequence[Suggestion]]) -> None:
        """Tell which names are suggested in the article, each with all of its places."""
        if names or self._suggested:
            self._suggested = names
            if len(self._ids) == 1:
                self._fill()

    def set_pins(self, pins: Mapping[int, int]) -> None:
        """Tell which records are pinned: id -> digit."""
        self._pins = dict(pins)
        if len(self._ids) == 1:
            self._fill()

    def open(self, row: Row) -> None:
        """List the articles with a tag."""
        number = row.payload[0].id if isinstance(row.payload[0], Authority) else row.payload[1][1:]
        self.listing_wanted.emit(Listing(row.title, f'{row.kind}:"#{number}"'))

    def remove(self, row: Row) -> None:
        """Take a tag off: off the passages at the cursor, or off the whole article and all its passages."""
        if row.box:
            self._session.write(lambda context: tag_many.change(context, self._ids, [], [int(row.payload[1][1:])]))
        else:
            _authority, mentions = row.payload
            self._session.write(lambda context: tag_many.take_off(context, mentions))

    def confirm(self, passage_ids: Sequence[int]) -> None:
        """Confirm passages that moved when the text was edited."""
        self._session.write(lambda context: passages.confirm(context, passage_ids))

    def turn(self, row: Row) -> None:
        """Put a tag on all of the articles, or take it off all of them."""
        tag, ids = row.payload, self._ids
        if turned(row.box, row.box) == "on":
            self._session.write(lambda context: tag_many.change(context, ids, [tag]))
        else:
            self._session.write(lambda context: tag_many.change(context, ids, [], [int(tag[1][1:])]))

    def menu_for(self, row: Row) -> QMenu:
        """Return what can be done with a tag, or with a suggested name."""
        menu = QMenu(self)
        if row.suggested:
            for act, words in menu_words(row):
                menu.addAction(words, partial(self.suggestion_pressed.emit, act, row.payload))
            return menu
        menu.addAction(_("Open its articles") + "\tEnter", lambda: self.open(row))
        if not row.box:
            authority = row.payload[0]
            menu.addAction(_("Open its page"), lambda: self.name_wanted.emit(authority.id))
            name = (authority.id, authority.kind, authority.preferred_name)
            menu.addAction(_("Merge with..."), lambda: self.merge_wanted.emit(*name))
            pins = menu.addMenu(_("Pin to a digit"))
            for digit in _DIGITS:
                action = pins.addAction(digit, partial(self.pinned.emit, authority.id, int(digit)))
                action.setCheckable(True)
                action.setChecked(self._pins.get(authority.id) == int(digit))
            if authority.id in self._pins:
                menu.addAction(_("Unpin"), lambda: self.pinned.emit(authority.id, 0))
            menu.addAction(_("Tag all mentions..."), lambda: self.mentions_wanted.emit(authority.id))
            moved = _in_state(row.payload[1], "moved")
            if moved:
                menu.addAction(_("Confirm what moved"), lambda: self.confirm(moved))
        menu.addAction(_("Remove") + "\tDel", lambda: self.remove(row))
        return menu

    def go_to_passage(self, row: Row) -> None:
        """Go to the passage of a tag; to the next one each time."""
        mentions = [each for each in row.payload[1] if each.passage and each.passage.state != "detached"]
        if mentions:
            authority = row.payload[0]
            place = self._shown_at.get(authority.id, -1) + 1
            self._shown_at[authority.id] = place
            self.passage_wanted.emit(mentions[place % len(mentions)].id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for a tag where the field is pressed, or typed into."""
        typed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.text().strip()
        if typed or event.type() == QEvent.Type.MouseButtonRelease:
            self.asked.emit()
            return True
        return super().eventFilter(watched, event)

    def _clicked(self, item: QListWidgetItem) -> None:
        row: Row = item.data(ROW)
        if row.suggested:
            self.suggestion_pressed.emit(NEXT, row.payload)
        elif row.box:
            self.turn(row)
        elif row.kind:
            self.go_to_passage(row)

    def _double_clicked(self, item: QListWidgetItem) -> None:
        row: Row = item.data(ROW)
        if not row.suggested:
            self.open(row)

    def _fill(self) -> None:
        here = [mention for mention in self._mentions if mention.id in self._here]
        lost = [mention for mention in self._mentions if mention.passage and mention.passage.state == "detached"]
        at_cursor = {mention.authority.id for mention in here}
        # A tag of the whole article stands nowhere else: beside its own passages it would be told twice.
        rest = [
            mention
            for mention in self._mentions
            if mention not in here
            and mention not in lost
            and (mention.passage or mention.authority.id not in at_cursor)
        ]
        elsewhere = _("Elsewhere in this article") if here else _("In this article")
        rows: list[Row] = []
        for title, mentions in ((_("At the cursor"), here), (elsewhere, rest), (_("No longer in the text"), lost)):
            part = [self._row(each) for each in _by_record(mentions)]
            rows += [Row("", title, count=digits(len(part))), *part] if part else []
        self._show_rows(rows + suggested_rows(self._suggested))

    def _row(self, mentions: list[Mention]) -> Row:
        authority, places = mentions[0].authority, [each.passage for each in mentions if each.passage]
        aside = [describe(parse_edtf(authority.dates))] if authority.dates else []
        aside += [] if places else [_("article")]
        lost = [passage.quote for passage in places if passage.state == "detached"]
        aside += [f"“{lost[0]}”"] if lost else []
        moved = len(_in_state(mentions, "moved"))
        aside += [ngettext("%(n)d moved", "%(n)d moved", moved) % {"n": moved}] if moved else []
        if authority.id in self._pins:
            aside.append(_("key %d") % self._pins[authority.id])
        count = digits(len(places)) if places else ""
        payload = (authority, mentions)
        return Row(
            authority.kind,
            authority.preferred_name,
            " · ".join(aside),
            count,
            warns=bool(lost or moved),
            payload=payload,
        )

    def _show_rows(self, rows: list[Row]) -> None:
        self.list.set_rows(rows)
        self.list.setVisible(bool(rows))
        self._empty.setVisible(not rows)

    def _set_spaces(self) -> None:
        metrics = theme().metrics
        self._column.setContentsMargins(*(metrics.space_m,) * 4)
        self._column.setSpacing(metrics.space_s)
        self.list.doItemsLayout()


def _by_record(mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Return mentions put together by record: by kind, then by name."""
    found: dict[int, list[Mention]] = {}
    for mention in mentions:
        found.setdefault(mention.authority.id, []).append(mention)
    return sorted(found.values(), key=lambda own: _place(own[0].authority))


def _in_state(mentions: Sequence[Mention], state: str) -> list[int]:
    """Return the ids of the passages in a state."""
    return [each.passage.id for each in mentions if each.passage and each.passage.state == state]


def _place(record: Authority) -> tuple[int, str]:
    return _ORDER.index(record.kind), record.preferred_name
