"""Numbers, speeds and waiting times in words."""

from __future__ import annotations

from curator.i18n import _, ngettext

# Narrow, and no place to break a line.
_THIN_SPACE = "\u202f"


def digits(number: int) -> str:
    """Return a count with a thin space between thousands: "1 284"."""
    return f"{number:,}".replace(",", _THIN_SPACE)


def count_of(done: int, total: int | None) -> str:
    """Return how far something is: "128 of 200", or "128" when nobody knows the end."""
    if total is None:
        return digits(done)
    return _("%(done)s of %(total)s") % {"done": digits(done), "total": digits(total)}


def speed(rate: float) -> str:
    """Return `rate` (items a second) in words; slow work is counted by the minute."""
    if rate >= 1:
        return _("%s a second") % f"{rate:.1f}"
    return _("%s a minute") % f"{rate * 60:.0f}"


def left(seconds: float) -> str:
    """Return a time to wait (seconds) in words: "8 s left", "3 min left", "2 h left"."""
    if seconds < 90:
        return _("%d s left") % max(1, round(seconds))
    if seconds < 5400:
        return _("%d min left") % round(seconds / 60)
    return _("%d h left") % round(seconds / 3600)


def need_you(number: int) -> str:
    """Return how many items wait for a decision: "7 need you"."""
    return ngettext("%d needs you", "%d need you", number) % number
