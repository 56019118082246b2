"""Looks for copies among the articles while nothing else goes on."""

from __future__ import annotations

from PySide6.QtCore import QObject

from curator.gui.idle_work import IdleWork, Upkeep
from curator.gui.session import Session
from curator.gui.work import Works
from curator.i18n import _
from curator.operations.context import Context

_SETTLE_MS = 3_000


def copies(session: Session, works: Works, parent: QObject, settle_ms: int = _SETTLE_MS) -> IdleWork:
    """Return what keeps up to date what is known of copies."""
    upkeep = Upkeep("copies", _("Looking for copies"), ("article", "article_text"), _is_behind, _catch_up)
    return IdleWork(session, works, upkeep, parent, settle_ms)


def _is_behind(context: Context) -> bool:
    # Only now: it needs what few starts need.
    from curator.operations import similar_articles

    return similar_articles.is_behind(context)


def _catch_up(context: Context) -> object:
    from curator.operations import similar_articles

    return similar_articles.catch_up(context)
