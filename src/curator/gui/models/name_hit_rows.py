"""Names of a file that were looked for, as rows: what a table says of each, in which orders, and the sum of all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from curator.gui.widgets.words import digits
from curator.i18n import N_, _, ngettext
from curator.operations.names_search import Count, NameHits
from curator.text.name_key import name_key

HEADS = (N_("Name"), N_("Articles"), N_("Places"), N_("As written"), N_("Variants"), N_("Alike"))
TIPS = (
    N_("The name as the file has it"),
    N_("Articles with the name as written or with a variant"),
    N_("Places in their titles and texts"),
    N_("Places with the name as the file has it; capitals and marks do not count"),
    N_("Places with another name on record, or with another form of one"),
    N_("Places where a word differs in one letter: a person has to look"),
)
_VALUES: tuple[Callable[[NameHits], int], ...] = (
    lambda hits: hits.exact.articles + hits.variants.articles,
    lambda hits: hits.exact.places + hits.variants.places,
    lambda hits: hits.exact.places,
    lambda hits: hits.variants.places,
    lambda hits: hits.alike.places,
)


@dataclass(frozen=True, slots=True)
class NamesFound:
    """What was found of the names of a file.

    Args:
        file: its name.
        hits: in the order of the file; fewer than `total` when it was stopped.
        total: how many names the file has.
        at: the time of day, as it is shown.
    """

    file: str
    hits: tuple[NameHits, ...]
    total: int
    at: str


def cells(hits: NameHits) -> list[str]:
    """Return what stands in the columns of `HEADS`."""
    return [hits.name, *(digits(value(hits)) for value in _VALUES)]


def in_order(every: tuple[NameHits, ...], column: int | None) -> list[NameHits]:
    """Return the names by a column: names by letters, numbers from the greatest; in the order of the file for None."""
    if column is None:
        return list(every)
    if column == 0:
        return sorted(every, key=lambda hits: name_key(hits.name))
    return sorted(every, key=_VALUES[column - 1], reverse=True)


def about_all(found: NamesFound) -> str:
    """Return in a line how many names are in articles, and when that was."""
    there = sum(_VALUES[0](hits) > 0 for hits in found.hits)
    words = _("%(found)s of %(names)s names are in articles") % {
        "found": digits(there),
        "names": digits(len(found.hits)),
    }
    if len(found.hits) < found.total:
        words += " · " + _("stopped: the file has %(n)s names") % {"n": digits(found.total)}
    return words + " · " + _("looked for at %(time)s") % {"time": found.at}


def about_one(hits: NameHits) -> str:
    """Return in a line what was found of a name, for those who hear it too."""
    parts = [_("On record: %s") % ", ".join(hits.records) if hits.records else _("Not on record")]
    parts.append(_("as written: %s") % _counted(hits.exact))
    if hits.variants.places:
        parts.append(_("by variants: %s") % _counted(hits.variants))
    if hits.alike.places:
        parts.append(
            _("spelled alike: %(count)s (%(words)s)")
            % {"count": _counted(hits.alike), "words": ", ".join(hits.alike_spellings)}
        )
    return " · ".join(parts)


def _counted(count: Count) -> str:
    articles = ngettext("%(n)s article", "%(n)s articles", count.articles) % {"n": digits(count.articles)}
    places = ngettext("%(n)s place", "%(n)s places", count.places) % {"n": digits(count.places)}
    return f"{articles}, {places}"
