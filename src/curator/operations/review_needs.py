"""Whether an item of a review is clean, or why a person has to look at it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from curator.errors import Problem
from curator.i18n import _
from curator.model.date_phrases import describe as in_words
from curator.model.dates import parse_edtf
from curator.model.reading import ArticleReading, Found
from curator.model.review import Decision, Edits, Likeness, Need
from curator.operations.drafts import Draft

# Per mille; a value found with less confidence is called a guess.
SURE = 700
# A word in the code of a reader's problem -> the field that settles it, once a person has set it.
_ABOUT = {
    "title": "title",
    "headline": "title",
    "date": "published",
    "byline": "byline",
    "author": "byline",
    "language": "language",
    "publication": "publication",
    "address": "url",
}


def needs(
    reading: ArticleReading,
    edits: Edits,
    draft: Draft,
    likenesses: Sequence[Likeness],
    decision: Decision | None,
) -> tuple[Need, tuple[Problem, ...]]:
    """Say whether an item is clean, and if not, why, worst first.

    Args:
        reading: what was read from the file.
        edits: what a person changed; a field that a person has set is no reason to look.
        draft: the two together.
        likenesses: what it is like, most alike first.
        decision: what a person said of that.

    Returns:
        the need, and the reasons; each message stands by itself.
    """
    like = [] if decision in ("keep", "not same") else list(likenesses)
    same = [each for each in like if each.same_bytes]
    reasons = [_same_file(each) for each in same[:1]]
    doubts = list(_of_reading(reading, edits, draft))
    said = {doubt.code for doubt in doubts}
    reasons += [*_of_title(reading, edits, draft), *doubts]
    reasons += [reason for reason in _of_date(reading, edits, draft) if reason.code not in said]
    reasons += [_alike(each) for each in like if not each.same_bytes]
    if same:
        return "duplicate", tuple(reasons)
    if like:
        return "similar", tuple(reasons)
    return ("look" if reasons else "clean"), tuple(reasons)


def _same_file(like: Likeness) -> Problem:
    if like.article_id is not None:
        message = _("Same file as article %(id)d.") % {"id": like.article_id}
    else:
        message = _("Same file as item %(id)d of this review.") % {"id": like.item_id}
    return Problem("duplicate", message, _("Accepted, it is noted as a duplicate. Keep it if it is to stand twice."))


def _alike(like: Likeness) -> Problem:
    hint = _("Reject it, keep both, or say that they are not the same.")
    whole = like.per_mille >= 1000
    values = {"percent": like.per_mille // 10, "id": like.article_id or like.item_id}
    if like.article_id is not None:
        words = _("Same text as article %(id)d.") if whole else _("%(percent)d %% like article %(id)d.")
    else:
        words = (
            _("Same text as item %(id)d of this review.")
            if whole
            else _("%(percent)d %% like item %(id)d of this review.")
        )
    return Problem("similar", words % values, hint)


def _of_title(reading: ArticleReading, edits: Edits, draft: Draft) -> Iterator[Problem]:
    if draft.columns.get("title"):
        if "title" not in edits.columns and reading.title and reading.title.confidence < SURE:
            yield Problem("title-guess", _("The title is a guess."), _("Compare it with the page."))
        return
    suggested = suggestion(reading, "title")
    if suggested is not None:
        hint = _("Suggested: “%(title)s”.") % {"title": suggested.value}
        yield Problem("no-title", _("Starts with its first paragraph: no title."), hint)
    else:
        yield Problem("no-title", _("No title."), _("Type one, or accept it without."))


def _of_date(reading: ArticleReading, edits: Edits, draft: Draft) -> Iterator[Problem]:
    if "published" in edits.columns:
        return
    found = reading.published
    if found is None or not draft.columns.get("published"):
        suggested = suggestion(reading, "published")
        hint = _("Suggested: %(date)s.") % {"date": _date(suggested.value)} if suggested else ""
        yield Problem("no-date", _("No date."), hint)
    elif found.confidence < SURE:
        hint = f"“{found.verbatim}”" if found.verbatim else ""
        if found.source == "text":
            yield Problem("date-guess", _("No date in the page; taken from the text."), hint)
        else:
            yield Problem("date-guess", _("The date is a guess."), hint)


def _of_reading(reading: ArticleReading, edits: Edits, draft: Draft) -> Iterator[Problem]:
    """Yield what the reader had doubts about and a person has not settled yet."""
    for problem in (*reading.problems, *draft.doubts):
        if problem.code == "no-title":
            continue  # `_of_title` says it, with what is suggested
        fields = {_ABOUT[word] for word in problem.code.split("-") if word in _ABOUT}
        if not (fields & edits.columns.keys() or (edits.body and not fields)):
            yield problem


def suggestion(reading: ArticleReading, field: str) -> Found | None:
    """Return the first value suggested for a field, or None."""
    return next((each.found for each in reading.suggestions if each.field == field), None)


def _date(edtf: str) -> str:
    return in_words(parse_edtf(edtf))
