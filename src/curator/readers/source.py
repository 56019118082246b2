"""The bytes and the text of a candidate, within a limit."""

from __future__ import annotations

from curator.errors import Problem
from curator.i18n import _, ngettext
from curator.model.reading import Found
from curator.readers.contract import Candidate
from curator.readers.failures import MIB, empty, too_large
from curator.text.encoding import Decoded
from curator.text.language import language_of

LIMIT_BYTES = 15 * MIB


def bytes_of(candidate: Candidate, limit: int = LIMIT_BYTES) -> bytes:
    """Return the whole file; raises Unreadable "empty", or "too-large" above `limit` bytes."""
    size = candidate.path.stat().st_size
    if size > limit:
        raise too_large(candidate.name, size, limit)
    if not size:
        raise empty(candidate.name)
    return candidate.path.read_bytes()


def doubts_of(decoded: Decoded, name: str) -> tuple[Problem, ...]:
    """Return the problem of places that could not be decoded; they hold U+FFFD."""
    if not decoded.replaced:
        return ()
    message = ngettext(
        "%(count)d place in %(name)s could not be read as %(encoding)s.",
        "%(count)d places in %(name)s could not be read as %(encoding)s.",
        decoded.replaced,
    )
    words = {"count": decoded.replaced, "name": name, "encoding": decoded.encoding}
    hint = _("Look for the sign \ufffd in the text and mend it by hand.")
    return (Problem("undecodable", message % words, hint),)


def all_text_kept() -> Problem:
    """Return the doubt about a body that holds all of the page, as its article could not be made out."""
    return Problem(
        "all-text",
        _("The text could not be told from the rest of the page; all visible text was kept."),
        _("Cut what does not belong to the article."),
    )


def marks_kept() -> Problem:
    """Return the doubt about a body that is the Markdown source itself."""
    return Problem(
        "all-text",
        _("The file is too large or nested too deep to take its Markdown marks out; they were kept in the text."),
        _("Split the file, or leave the marks as they are."),
    )


def language_found(body: str) -> Found | None:
    """Return the language of a body, None when it is too short to tell."""
    verdict = language_of(body)
    return Found(verdict[0], "text", verdict[1]) if verdict else None
