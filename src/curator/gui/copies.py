"""Looks for copies among the articles while nothing else goes on: after imports, and when Curator has started."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from curator.errors import Cancelled
from curator.gui.session import Session
from curator.gui.work import Work, Works
from curator.i18n import _
from curator.model.progress import ProgressSink
from curator.model.revision import Changes
from curator.operations.context import Context

# What was changed last is followed by more: an import commits several times a second.
_SETTLE_MS = 3_000
# Shown only when it takes longer: a page that was pasted needs a hundredth of it.
_HIDDEN_MS = 2_000


class Copies(QObject):
    """Keeps what is known of copies up to date.

    Args:
        settle_ms: how long nothing must have changed.

    Signals:
        found: other articles may be copies now.
    """

    found = Signal()

    def __init__(self, session: Session, works: Works, parent: QObject | None = None, settle_ms: int = _SETTLE_MS):
        super().__init__(parent)
        self._session, self._works = session, works
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(settle_ms)
        self._soon.timeout.connect(self._look)
        if session.archive.writable:
            session.changed.connect(self._changed)
            self._soon.start()

    def _changed(self, changes: Changes) -> None:
        if changes.ids("article") or changes.ids("article_text"):
            self._soon.start()

    def _look(self) -> None:
        if self._session.closed:
            return
        if self._works.open:
            self._soon.start()
            return
        self._session.read("copies", lambda context, _interrupt: _is_behind(context), self._begin, later=True)

    def _begin(self, is_behind: bool) -> None:
        if not is_behind:
            return
        if self._works.open:
            self._soon.start()
            return
        work = Work(_("Looking for copies"), self._catch_up, hidden_ms=_HIDDEN_MS)
        work.done.connect(self.found)
        work.failed.connect(self._fail)
        self._works.start(work, "copies")

    def _catch_up(self, progress: ProgressSink) -> object:
        # Only now: it needs what few starts need.
        from curator.operations import similar_articles

        return similar_articles.catch_up(Context(self._session.archive, progress))

    def _fail(self, error: BaseException) -> None:
        if not isinstance(error, Cancelled):
            self._session.failed.emit(error)


def _is_behind(context: Context) -> bool:
    from curator.operations import similar_articles

    return similar_articles.is_behind(context)
