"""Tagging all mentions of a name at once: how many, the doubtful ones apart, each article with its sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QSpacerItem, QWidget

from curator.archive.suggestion_rows import Place
from curator.errors import CuratorError
from curator.gui.session import Session
from curator.gui.sheets.form import caption, combo, paragraph
from curator.gui.theme import theme
from curator.gui.views.context_list import ContextList
from curator.gui.widgets.sheet import Sheet
from curator.gui.widgets.words import digits
from curator.i18n import _, ngettext
from curator.operations import tag_mentions
from curator.operations.context import Context
from curator.operations.tag_mentions import MentionPreview

# So many articles of each sort are listed with their sentence; the others are tagged with them.
_LISTED = 200
_HIGH = 340
_ROWS, _DOUBTFUL_ROWS = 6, 3
_MINIMUM, _EXPANDING = QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding
# Words for a choice of articles, and their ids (None: the whole archive).
Scope = tuple[str, Sequence[int] | None]
_Places = dict[int, list[Place]]


class TagMentionsSheet(Sheet):
    """Shows what would be tagged, and asks.

    Args:
        window: what it lies over.
        session: the archive.
        authority_id: the record.
        name: its preferred name.
        scopes: the choices of articles, the first of them chosen.

    Signals:
        wanted(MentionPreview): what is to be tagged, doubtful places too.
    """

    wanted = Signal(object)

    def __init__(self, window: QWidget, session: Session, authority_id: int, name: str, scopes: Sequence[Scope]):
        super().__init__(window, _("Tag all mentions"), name)
        self._session, self._authority_id = session, authority_id
        self._found: MentionPreview | None = None
        self.scope = combo([(words, place) for place, (words, _ids) in enumerate(scopes)], 0)
        self.scope.setAccessibleName(_("Where"))
        self.scope.activated.connect(lambda _place: self._look())
        self._scopes = scopes
        self._about = paragraph("")
        self.sure = ContextList(_("Articles that mention the name"), boxes=True)
        self._doubtful_head = caption("")
        self._doubtful_about = paragraph(
            _("Somebody else, or the ordinary word, may be meant. None is ticked by itself.")
        )
        self.doubtful = ContextList(_("Doubtful mentions"), boxes=True)
        for part in (self.scope, self._about, self.sure, self._doubtful_head, self._doubtful_about, self.doubtful):
            self.content.addWidget(part)
        for each in (self.sure, self.doubtful):
            each.turned.connect(self._tell)
        # The room for the mentions, before they are found: the sheet must not grow under the eye.
        self._room = QSpacerItem(0, theme().metrics.px(_HIGH), _MINIMUM, _EXPANDING)
        self.content.addItem(self._room)
        self.add_cancel()
        self.tag_button = self.add_button("", primary=True)
        self.accepted.connect(self._want)
        self._look()

    def _look(self) -> None:
        """Find the mentions in the articles that are chosen."""
        ids, record = self._scopes[self.scope.currentData()][1], self._authority_id
        self._found = None
        self._about.setText(_("Looking for mentions ..."))
        self._tell()

        def ask(context: Context, interrupt: object) -> MentionPreview:
            stoppable = replace(context, progress=interrupt)  # type: ignore[arg-type]
            return tag_mentions.preview(stoppable, record, ids, examples=_LISTED)

        self._session.read("mentions", ask, self._show, self._refuse)

    def _show(self, found: MentionPreview) -> None:
        self._found = found
        self.sure.show_contexts(found.contexts)
        self.doubtful.show_contexts(found.doubtful_contexts, ticked=False)
        if found.places:
            self._about.setText(_counted(found.places))
        elif found.doubtful:
            self._about.setText(_("No mention is sure."))
        else:
            self._about.setText(_("Nothing to tag: the name does not stand there, or its places are decided."))
        self._doubtful_head.setText(_("Doubtful: %(places)s") % {"places": _counted(found.doubtful)})
        self._tell()
        # Sentences are laid out to the width that they have only now.
        self._room.changeSize(0, 0, _MINIMUM, _EXPANDING)
        self.content.activate()
        for each, most in ((self.sure, _ROWS), (self.doubtful, _DOUBTFUL_ROWS)):
            rows = min(each.count(), most)
            each.setFixedHeight(sum(each.sizeHintForRow(row) for row in range(rows)) + 2)
        if self.sure.count() and self.isVisible():
            self.sure.setFocus()

    def _refuse(self, error: BaseException) -> None:
        self._about.setText(error.message if isinstance(error, CuratorError) else str(error))

    def _chosen(self) -> MentionPreview | None:
        """Return what is to be tagged: articles that are not listed go with the sure ones."""
        if self._found is None:
            return None
        left_out = {each.article_id for each in self.sure.contexts(ticked=False)}
        taken = {each.article_id for each in self.doubtful.contexts(ticked=True)}
        return replace(
            self._found,
            places={each: places for each, places in self._found.places.items() if each not in left_out},
            doubtful={each: places for each, places in self._found.doubtful.items() if each in taken},
        )

    def _tell(self) -> None:
        chosen = self._chosen()
        self.sure.setVisible(chosen is not None and self.sure.count() > 0)
        for part in (self._doubtful_head, self._doubtful_about, self.doubtful):
            part.setVisible(chosen is not None and self.doubtful.count() > 0)
        is_empty = not self.sure.count() and not self.doubtful.count()
        self.set_note("" if is_empty else _("Space turns a box. One undo takes all of it back."))
        number = chosen.count + chosen.doubtful_count if chosen else 0
        articles = len({*chosen.places, *chosen.doubtful}) if chosen else 0
        self.tag_button.setText(_button(number, articles))
        self.tag_button.setEnabled(number > 0)

    def _want(self) -> None:
        chosen = self._chosen()
        self.close_sheet()
        if chosen is not None:
            self.wanted.emit(chosen)


def _counted(places: _Places) -> str:
    """Return how many mentions there are in how many articles; the rest of those that are not listed."""
    mentions = sum(map(len, places.values()))
    words = ngettext("%(n)s mention", "%(n)s mentions", mentions) % {"n": digits(mentions)}
    articles = ngettext("%(n)s article", "%(n)s articles", len(places)) % {"n": digits(len(places))}
    said = _("%(mentions)s in %(articles)s") % {"mentions": words, "articles": articles}
    if len(places) > _LISTED:
        said += ", " + _("the newest %(n)s are listed") % {"n": digits(_LISTED)}
    return said


def _button(mentions: int, articles: int) -> str:
    """Return "Tag 41 mentions in 12 articles"."""
    words = ngettext("Tag %(n)s mention", "Tag %(n)s mentions", mentions) % {"n": digits(mentions)}
    where = ngettext("in %(n)s article", "in %(n)s articles", articles) % {"n": digits(articles)}
    return f"{words} {where}" if mentions else _("Tag mentions")
