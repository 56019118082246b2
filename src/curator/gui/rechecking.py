"""Passages that moved when their text was edited: confirming them where they stand, or removing them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from curator.i18n import _, ngettext
from curator.operations import passages

if TYPE_CHECKING:
    from curator.gui.window import Window


def has_moved(window: Window) -> bool:
    """Something that moved is marked at the cursor, and may be confirmed."""
    return _writable(window) and any(mark.moved for mark in window.reader.text.marks_here())


def has_mark(window: Window) -> bool:
    """A marked passage is chosen, or the only one at the cursor, and may be removed."""
    return _writable(window) and bool(_meant(window))


def confirm(window: Window) -> None:
    """Confirm what moved and is marked at the cursor."""
    found = list(dict.fromkeys(mark.passage_id for mark in window.reader.text.marks_here() if mark.moved))
    words = ngettext("%(n)d passage confirmed", "%(n)d passages confirmed", len(found)) % {"n": len(found)}
    window.write(lambda context: passages.confirm(context, found), words)


def remove(window: Window) -> None:
    """Remove the passage that is meant, with its tags; notes on it stay with the article."""
    found = _meant(window)
    window.write(lambda context: passages.remove(context, found), _("Passage removed"))


def _meant(window: Window) -> list[int]:
    """Return the passage that is chosen exactly, else the only one at the cursor; of several none is meant."""
    text = window.reader.text
    found = list(dict.fromkeys(mark.passage_id for mark in text.exact_marks() or text.marks_here()))
    return found if len(found) == 1 else []


def _writable(window: Window) -> bool:
    return bool(window.session.archive.writable)
