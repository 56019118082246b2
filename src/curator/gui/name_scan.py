"""Looks for names in the articles while nothing else goes on, if the person wants that."""

from __future__ import annotations

from PySide6.QtCore import QObject

from curator import settings
from curator.gui.idle_work import IdleWork, Upkeep
from curator.gui.session import Session
from curator.gui.work import Works
from curator.i18n import _
from curator.operations.context import Context

# After what an import leaves to be done first.
_SETTLE_MS = 5_000
_RECORDS = ("article", "article_text", "authority", "variant_name", "rejected_name")


def name_scan(session: Session, works: Works, parent: QObject, settle_ms: int = _SETTLE_MS) -> IdleWork:
    """Return what keeps the queue of suggestions up to date."""
    upkeep = Upkeep("suggestions-scan", _("Looking for names"), _RECORDS, _is_behind, _catch_up, _is_wanted)
    return IdleWork(session, works, upkeep, parent, settle_ms)


def _is_wanted() -> bool:
    return settings.load().look_for_names


def _is_behind(context: Context) -> bool:
    # Only now: it needs what few starts need.
    from curator.operations import scanning

    return scanning.is_behind(context)


def _catch_up(context: Context) -> object:
    from curator.operations import scanning

    return scanning.catch_up(context)
