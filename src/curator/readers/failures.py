"""Why a file gives no article, in words: each function makes the exception that says so."""

from __future__ import annotations

from curator.i18n import _
from curator.readers.contract import Candidate, Unreadable
from curator.readers.sniffing import DATA, Kind, kind_of

MIB = 1024 * 1024
_PAGE_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".shtml"})
_TEXT_SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown"})


def empty(name: str) -> Unreadable:
    """Return the failure of a file without a single byte."""
    return Unreadable("empty", _("%(name)s is empty.") % {"name": name}, _("Save the page again."))


def too_large(name: str, size: int, limit: int) -> Unreadable:
    """Return the failure of a file of `size` bytes where `limit` bytes are read."""
    words = {"name": name, "size": f"{size / MIB:.1f}", "limit": f"{limit / MIB:.0f}"}
    message = _("%(name)s has %(size)s MB; the limit is %(limit)s MB.") % words
    return Unreadable("too-large", message, _("Split it, or save the page without its pictures."))


def no_text(name: str) -> Unreadable:
    """Return the failure of a file in which there is nothing to read."""
    message = _("There is no text in %(name)s.") % {"name": name}
    return Unreadable("no-text", message, _("Open it in a browser and save it once its text shows."))


def not_for_us(candidate: Candidate) -> Unreadable:
    """Return the failure of a file that no reader knows, saying what it is."""
    if not candidate.head:
        return empty(candidate.name)
    kind = kind_of(candidate.head)
    words = {"name": candidate.name, "kind": kind.words}
    if candidate.suffix in _PAGE_SUFFIXES:
        return Unreadable("wrong-kind", _("%(name)s is %(kind)s, not a page.") % words, _renaming(kind))
    if candidate.suffix in _TEXT_SUFFIXES:
        return Unreadable("wrong-kind", _("%(name)s is %(kind)s, not a text.") % words, _renaming(kind))
    return Unreadable("unknown-kind", _("%(name)s is %(kind)s; no reader here can read it.") % words)


def _renaming(kind: Kind) -> str:
    return "" if kind is DATA else _("Give the file the suffix of what it is, or leave it out.")
