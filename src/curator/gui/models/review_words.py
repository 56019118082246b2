"""What a row of a review says: its icon, why it needs a person, and the whole of it for screen readers."""

from __future__ import annotations

from functools import lru_cache
from pathlib import PurePath

from curator.errors import CuratorError
from curator.i18n import N_, _, ngettext
from curator.model.date_phrases import describe
from curator.model.dates import parse_edtf
from curator.model.review import Review, ReviewRow
from curator.paths import display

_NEEDS = {
    "look": ("circle-alert", "warn", N_("Needs you")),
    "similar": ("circle-alert", "warn", N_("Needs you")),
    "failed": ("circle-x", "error", N_("Could not be read")),
    "duplicate": ("copy", "text2", N_("Duplicate")),
    "clean": ("check-circle", "ok", N_("Clean")),
}
_DECISIONS = {
    "skip": N_("A duplicate: it does not enter."),
    "keep": N_("Both are kept."),
    "not same": N_("Not the same, kept for good."),
}
# A reason of these is about that field: E edits it.
_FIELDS = {
    "title": "title",
    "headline": "title",
    "date": "published",
    "language": "language",
    "publication": "publication",
}


def icon_of(row: ReviewRow) -> tuple[str, str, str]:
    """Return the icon of a row, the token of its ink, and what it says."""
    if row.committed:
        return "archive-box", "text2", _("In the archive")
    if row.state == "rejected":
        return "circle-minus", "text2", _("Rejected")
    if row.state == "accepted":
        return (
            ("copy", "text2", _("Duplicate")) if row.decision == "skip" else ("square-check", "accent", _("Accepted"))
        )
    icon, ink, words = _NEEDS[row.need]
    return icon, ink, _(words)


def why(row: ReviewRow) -> str:
    """Return why a row needs a person, or what a person said of it."""
    reasons = " ".join(problem.message for problem in row.reasons)
    said = [_("Rejected.")] if row.state == "rejected" else []
    if row.decision:
        said.append(_(_DECISIONS[row.decision]))
    elif row.state == "accepted":
        said.append(_("Accepted."))
    return " ".join([*said, reasons]).strip()


def hints(row: ReviewRow) -> str:
    """Return the reasons of a row with what to do, a line each."""
    return "\n".join(f"{problem.message} {problem.hint}".strip() for problem in row.reasons)


def is_guess(row: ReviewRow, field: str) -> bool:
    """Return whether the value of a field ("title", "published") is a guess."""
    code = {"published": "date-guess", "title": "title-guess"}.get(field)
    return any(problem.code == code for problem in row.reasons)


def field_in_need(row: ReviewRow) -> str:
    """Return the first field that a reason is about; empty for none."""
    for problem in row.reasons:
        for word in problem.code.split("-"):
            if word in _FIELDS:
                return _FIELDS[word]
    return ""


@lru_cache(maxsize=4_096)
def date_words(edtf: str | None) -> str:
    """Return a date in words; as it is where it cannot be read."""
    if not edtf:
        return ""
    try:
        return describe(parse_edtf(edtf))
    except CuratorError:
        return edtf


def spoken(row: ReviewRow, place: int, total: int) -> str:
    """Return what a screen reader says of a row."""
    title = row.title or _("No title")
    if not row.title and row.suggested_title:
        title += ", " + _("suggested: %(title)s") % {"title": row.suggested_title}
    described = ", ".join(part for part in (date_words(row.published), row.publication, row.language) if part)
    parts = [icon_of(row)[2], title, described, why(row).rstrip(".")]
    parts.append(_("%(place)d of %(total)d") % {"place": place + 1, "total": total})
    return ". ".join(part for part in parts if part) + "."


def batch_name(review: Review) -> str:
    """Return what a review is called, short: its title, else the names of what was given."""
    if review.defaults.get("title") or not review.paths or review.origin == "watch":
        return review.title
    first, others = display(PurePath(review.paths[0]).name) or review.title, len(review.paths) - 1
    if not others:
        return first
    return ngettext("%(first)s and %(n)d other", "%(first)s and %(n)d others", others) % {"first": first, "n": others}
