"""The inspector's history: who did what to the open article, what was before and after, and taking one act back."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from curator.errors import CuratorError
from curator.gui.session import Session
from curator.gui.views.described_fields import value_in_words
from curator.gui.views.inspector_page import InspectorPage, wrapped
from curator.gui.widgets.buttons import LinkButton
from curator.gui.widgets.empty_state import EmptyState
from curator.i18n import _
from curator.operations import history
from curator.operations.article_history import Act, FieldChange
from curator.operations.field_values import label
from curator.operations.inspection import Inspection

_CREATION = 1


class HistoryPage(InspectorPage):
    """Lists the acts on one article, newest first.

    Signals:
        said(str): an act was taken back.
    """

    said = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__(_("History"))
        self._session = session

    def show_found(self, found: Inspection) -> None:
        """Show what was done to one article."""
        self.clear()
        if len(found.ids) != 1:
            self.add(EmptyState(_("Several articles"), _("Choose one to see what was done to it.")))
        for act in found.acts:
            self.add(_Act(act, self))

    def take_back(self, row: _Act) -> None:
        """Take one act back; where later work stands on it, its row says so."""
        revision_id = row.act.revision.id
        self._session.write(
            lambda context: history.revert(context, revision_id),
            lambda found: self.said.emit(_("Taken back: %s") % row.act.revision.label),
            row.refuse,
        )


class _Act(QFrame):
    """One act: label, who and when, the fields it changed."""

    def __init__(self, act: Act, page: HistoryPage) -> None:
        super().__init__()
        self.act = act
        self._page = page
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(4, 4, 4, 8)
        self._column.setSpacing(1)
        self._refusal = wrapped("", "error")
        revision = act.revision
        self._column.addWidget(wrapped(str(revision.label), "" if revision.stands else "second"))
        self._column.addWidget(self._foot(act))
        for change in act.fields:
            self._column.addWidget(_changed(change))
        self._column.addWidget(self._refusal)
        self._refusal.hide()

    def refuse(self, error: BaseException) -> None:
        """Say why the act cannot be taken back."""
        if isinstance(error, CuratorError):
            self._refusal.setText(f"{error.message} {error.hint}".strip())
            self._refusal.show()
        else:
            self._page._session.failed.emit(error)

    def _foot(self, act: Act) -> QWidget:
        revision = act.revision
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        words = f"{revision.actor} · {_when(revision.at)}"
        row.addWidget(wrapped(words if revision.stands else _("%s · taken back") % words, "meta"), 1)
        if revision.stands and revision.id != _CREATION:
            back = LinkButton(_("Take back"), small=True)
            back.setAccessibleName(_("Take back: %s") % revision.label)
            back.clicked.connect(lambda: self._page.take_back(self))
            row.addWidget(back)
        return foot


def _changed(change: FieldChange) -> QWidget:
    values = (value_in_words(change.field, value) for value in (change.before, change.after))
    return wrapped(f"{label(change.field)}: {' → '.join(values)}", "meta")


def _when(at: str) -> str:
    moment = QDateTime.fromString(at, Qt.DateFormat.ISODateWithMs).toLocalTime()
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)
