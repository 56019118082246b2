"""The rows of the page of a name, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from curator.gui.models.article_list import language_name
from curator.gui.views.authority_rows import FactRow
from curator.gui.widgets.words import digits
from curator.gui.widgets.year_bars import Span
from curator.i18n import N_, _
from curator.model.authority import Authority
from curator.model.authority_links import ExternalId, RelatedName
from curator.model.authority_page import NameBeside, NameForm, NameInArticles, NameOnRecord
from curator.model.date_phrases import describe
from curator.model.dates import UncertainDate
from curator.model.edtf_parts import Point, split_edtf
from curator.model.edtf_parts import Span as Stretch
from curator.model.julian import calendar_day
from curator.model.merging import MergedName
from curator.text.name_key import name_key

_NAME_KINDS = {
    "former": N_("former name"),
    "merged": N_("of a merged name"),
    "transliteration": N_("transliteration"),
    "initials": N_("initials"),
}
_BESIDE = 12
_DAYS_A_YEAR = 365.25


def dates_in_words(dated: Authority | RelatedName) -> str:
    """Return the dates of a record or a relation in words, "" where there are none."""
    if dated.dates is None:
        return ""
    return describe(UncertainDate(dated.dates, dated.dates_earliest, dated.dates_latest))


def form_rows(record: NameOnRecord, counted: NameInArticles | None) -> list[FactRow]:
    """Return the names: those that somebody prefers in parallel, then the others by language."""
    forms = [(form, True) for form in record.parallel] + [(form, False) for form in record.variants]
    return [
        FactRow(
            form.name,
            _about_form(form, strong),
            _uses(form, counted),
            form.language or "–",
            strong=strong,
            payload=form,
        )
        for form, strong in forms
    ]


def relation_rows(related: Iterable[RelatedName], with_type: bool = True) -> list[FactRow]:
    """Return what a record is related with; what is read from there to here has an arrow before its type."""
    return [
        FactRow(
            each.authority.preferred_name,
            " · ".join(part for part in (_type(each, with_type), dates_in_words(each)) if part),
            kind=each.authority.kind,
            payload=each,
        )
        for each in related
    ]


def participant_rows(participants: Iterable[RelatedName]) -> list[FactRow]:
    """Return who took part, with the role."""
    return [
        FactRow(
            each.authority.preferred_name,
            " · ".join(part for part in (each.type or "", dates_in_words(each)) if part),
            kind=each.authority.kind,
            payload=each,
        )
        for each in participants
    ]


def record_rows(records: Iterable[Authority]) -> list[FactRow]:
    """Return broader or narrower names with their dates."""
    return [FactRow(each.preferred_name, dates_in_words(each), kind=each.kind, payload=each) for each in records]


def identifier_rows(identifiers: Iterable[ExternalId]) -> list[FactRow]:
    """Return identifiers elsewhere."""
    return [
        FactRow(f"{each.scheme}  {each.identifier}", _("close match") if each.match == "close" else "", payload=each)
        for each in identifiers
    ]


def merged_rows(merged: Iterable[MergedName]) -> list[FactRow]:
    """Return what was merged into a record, and why."""
    return [
        FactRow(
            each.name,
            " · ".join(part for part in (each.reason or "", each.who or "", (each.when or "")[:10]) if part),
            digits(each.articles),
            kind=each.kind,
            payload=each,
        )
        for each in merged
    ]


def beside_rows(beside: Sequence[NameBeside], whole: bool) -> list[FactRow]:
    """Return the names in the same articles, the first of them unless `whole`, with a tint as long as they are many."""
    most = max((each.articles for each in beside), default=1)
    return [
        FactRow(
            each.name,
            count=digits(each.articles),
            kind=each.kind,
            share=880 * each.articles // most,
            payload=each,
        )
        for each in (beside if whole else beside[:_BESIDE])
    ]


def span_of(record: Authority) -> tuple[Span, ...]:
    """Return when a life or an event was, as far as both ends are known; hatched where any part is a guess."""
    if record.dates is None or record.dates_earliest is None or record.dates_latest is None:
        return ()
    first, last = (_year(day) for day in (record.dates_earliest, record.dates_latest))
    return (Span(first, last + 1 / _DAYS_A_YEAR, _is_certain(record.dates), dates_in_words(record)),)


def _is_certain(edtf: str) -> bool:
    parts = split_edtf(edtf)
    if isinstance(parts, Stretch):
        return all(isinstance(end, Point) and _is_plain(end) for end in (parts.start, parts.end))
    # A year alone for an event says that it was some time in it.
    return isinstance(parts, Point) and _is_plain(parts) and bool(parts.day)


def _is_plain(point: Point) -> bool:
    return not point.qualifiers and "X" not in point.year + point.month + point.day and not point.significant


def _year(day: int) -> float:
    year, month, of_month = calendar_day(day)
    return year + ((month - 1) * 30.44 + of_month - 1) / _DAYS_A_YEAR


def _about_form(form: NameForm, is_parallel: bool) -> str:
    if form.used_by:
        # A language stands as its code, a community in words; the code is beside the name already.
        users = [language_name(each) for each in form.used_by]
        return _("used by: %s") % ", ".join(users)
    if is_parallel:
        return _("used by: not said")
    words = _NAME_KINDS.get(form.name_kind)
    return _(words) if words else ""


def _uses(form: NameForm, counted: NameInArticles | None) -> str:
    found = counted.uses.get(name_key(form.name), 0) if counted else 0
    return digits(found) if found else ""


def _type(related: RelatedName, with_type: bool) -> str:
    if not with_type or not related.type:
        return ""
    return related.type if related.forward else f"← {related.type}"
