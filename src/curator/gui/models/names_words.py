"""What a row of the names manager says, cell by cell and as a whole."""

from __future__ import annotations

from curator.gui.kinds import KINDS
from curator.gui.models.review_words import date_words
from curator.gui.widgets.words import digits
from curator.i18n import N_, _, ngettext
from curator.names.name_filter import Typed, filter_key
from curator.operations.names_listing import Check, ListedName
from curator.text.name_key import name_key

MARK, NAME, BESIDE, DATES, ARTICLES, MENTIONS, LAST = range(7)
NUMBERS = (ARTICLES, MENTIONS)
_HEADS = ("", N_("Name"), N_("Other names"), N_("Dates"), N_("Articles"), N_("Mentions"), N_("Last used"))
_BESIDE = {"look-alike": N_("Looks like"), "merged": N_("Merged into")}
_ALIKE = {BESIDE: N_("Looks like"), DATES: N_("Why")}
_MERGED = {BESIDE: N_("Merged into"), DATES: N_("Why"), MENTIONS: N_("By"), LAST: N_("When")}
_MOST_OTHERS = 6


def head(column: int, check: Check | None) -> str:
    """Return the head of a column; under some checks a column says something else."""
    other = _ALIKE if check == "look-alike" else _MERGED if check == "merged" else {}
    words = other.get(column, _HEADS[column])
    return _(words) if words else ""


def cell(row: ListedName, column: int, typed: Typed) -> str:
    """Return the words of a cell; empty where there is nothing."""
    beside = row.beside
    if column == NAME:
        return row.name
    if column == BESIDE:
        return beside.name if beside else ", ".join(_others(row, typed))
    if column == DATES:
        return beside.why if beside else date_words(row.dates)
    if column == ARTICLES:
        return _number(row.articles)
    if beside and beside.is_merged:
        return {MENTIONS: beside.who, LAST: beside.when[:10]}.get(column, "")
    return {MENTIONS: _number(row.mentions), LAST: row.last_used}.get(column, "")


def spoken(row: ListedName, typed: Typed, marked: bool, place: int, total: int) -> str:
    """Return what a screen reader says of a row."""
    parts = [KINDS[row.kind].name, row.name]
    if marked:
        parts.insert(0, _("Marked"))
    if row.beside and row.beside.is_merged:
        parts.append(_("merged into %s") % row.beside.name)
        parts.append(row.beside.why)
    elif row.beside:
        parts += [_("looks like %s") % row.beside.name, row.beside.why]
    elif row.others:
        parts.append(_("also %s") % ", ".join(_others(row, typed)))
    parts.append(date_words(row.dates))
    if row.articles is not None:
        parts.append(ngettext("%(n)s article", "%(n)s articles", row.articles) % {"n": digits(row.articles)})
    parts.append(_("%(place)s of %(total)s") % {"place": digits(place + 1), "total": digits(total)})
    return ". ".join(part for part in parts if part)


def _others(row: ListedName, typed: Typed) -> list[str]:
    """Return the other names, those that were typed for first."""
    names = list(row.others)
    if typed.words:
        names.sort(key=lambda name: typed.fits(filter_key([(name, name_key(name))])) < 0)
    rest = len(names) - _MOST_OTHERS
    return names if rest <= 0 else [*names[:_MOST_OTHERS], _("%(n)s more") % {"n": digits(rest)}]


def _number(count: int | None) -> str:
    return "" if count is None else digits(count)
