"""Completing a query while it is typed: fields, their values, names on record, and saved searches."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from curator.archive import articles, collections, saved_searches
from curator.i18n import N_, _
from curator.model.authority import KINDS
from curator.model.saved_search import SavedSearch
from curator.names.completion import Completer
from curator.operations.context import Context
from curator.operations.field_values import STATUSES
from curator.search import FIELDS, HAS
from curator.search.query_cursor import AtCursor, at_cursor
from curator.text.name_key import name_key

_NAMES = (*KINDS, "tag", "name")
_STORED = ("language", "publication")
_ABOUT = {
    "person": N_("tagged with this person"),
    "organisation": N_("tagged with this organisation"),
    "place": N_("tagged with this place"),
    "event": N_("tagged with this event"),
    "theme": N_("tagged with this theme"),
    "tag": N_("tagged with this name, of any kind"),
    "name": N_("this name in the text, by all its variants"),
    "date": N_("published then: 1966, 1966-11, 1966..1970, ~1966"),
    "collection": N_("in this collection"),
    "language": N_("in this language"),
    "publication": N_("from this publication"),
    "status": N_("inbox, read or described"),
    "has": N_("that have something: a date, a note, a person ..."),
    "title": N_("with this word in the title"),
}


@dataclass(frozen=True, slots=True)
class QueryCompletion:
    """What a query could go on with.

    Args:
        text: what to put in the place from `start` to `end` of the query (code points, end excluded).
        shown: what it is called in a list.
        why: what it means, or how it fits; may be empty.
        is_whole: False for a field, after which its value is to be typed.
    """

    text: str
    shown: str
    start: int
    end: int
    why: str
    is_whole: bool = True


def _as_it_is(_field: str, value: str) -> str:
    return value


def complete_query(
    context: Context,
    names: Completer,
    query: str,
    cursor: int,
    limit: int = 10,
    name_of: Callable[[str, str], str] = _as_it_is,
) -> list[QueryCompletion]:
    """Return what could stand at the cursor of a query, the likeliest first.

    A word can become a field (`pers` -> `person:`) or, from two letters on, the tag of a name on record, or what a
    saved search looks for; a value becomes one that the archive has.

    Args:
        names: of this archive (`operations.completion.completer`).
        query: as far as it is typed; it need not be one that can be understood.
        cursor: where (code points, from 0).
        limit: how many at most.
        name_of: what a value is called, by field and value ("language", "az" -> "Azerbaijani"): found by that, too.
    """
    place = at_cursor(query, cursor)
    found = _values(context, names, place, limit, name_of) if place.field else _of_word(context, names, place, limit)
    return list(found)[:limit]


def complete_field(typed: str) -> dict[str, str]:
    """Return the fields that what was typed could become, each with what it means; by their short names, too."""
    begun = typed.casefold()
    fields = dict.fromkeys(full for short, full in sorted(FIELDS.items()) if begun and short.startswith(begun))
    return {field: _(_ABOUT[field]) for field in fields}


def complete_saved(context: Context, typed: str) -> list[SavedSearch]:
    """Return the saved searches with a word in title or folder that begins so; those that list everything are none."""
    known = {found.path: found for found in saved_searches.listed(context.archive.read()) if found.query.strip()}
    return [known[path] for path in _fitting(typed, {path: path for path in known})]


def _of_word(context: Context, names: Completer, place: AtCursor, limit: int) -> Iterator[QueryCompletion]:
    for field, about in complete_field(place.typed).items():
        yield QueryCompletion(f"{field}:", f"{field}:", place.start, place.end, about, is_whole=False)
    if len(place.typed) > 1:
        for each in names.complete(place.typed, limit=limit):
            text = f"{each.kind}:{_quoted(each.name)}"
            yield QueryCompletion(text, each.name, place.start, place.end, each.why)
        for saved in complete_saved(context, place.typed):
            yield QueryCompletion(f"({saved.query})", saved.path, place.start, place.end, saved.query)


def _values(
    context: Context, names: Completer, place: AtCursor, limit: int, name_of: Callable[[str, str], str]
) -> Iterator[QueryCompletion]:
    assert place.field is not None
    if place.field in _NAMES:
        kind = place.field if place.field in KINDS else None
        for each in names.complete(place.typed, kind, limit):
            yield QueryCompletion(_quoted(each.name), each.name, place.start, place.end, each.why)
        return
    called = {value: name_of(place.field, value) for value in _known(context, place.field)}
    for value in _fitting(place.typed, called):
        yield QueryCompletion(_quoted(value), called[value], place.start, place.end, "")


def _known(context: Context, field: str) -> Iterable[str]:
    connection = context.archive.read()
    if field == "collection":
        return [found.path for found in collections.listed(connection)]
    if field in _STORED:
        return articles.values(connection, field)
    return {"status": STATUSES, "has": HAS}.get(field, ())


def _fitting(typed: str, called: Mapping[str, str]) -> list[str]:
    """Return the values that begin with what was typed, then those with a word that does; all for nothing typed.

    Args:
        called: value -> what it is called.
    """
    key = f" {name_key(typed)}"
    keys = {value: (f" {name_key(name)}", f" {name_key(value)}") for value, name in called.items()}
    fitting = [value for value, folded in keys.items() if any(key in each for each in folded)]
    return sorted(fitting, key=lambda value: (not keys[value][0].startswith(key), keys[value][0], value))


def _quoted(value: str) -> str:
    """Return a value as it is written after a colon."""
    plain = value.replace('"', " ")
    return plain if plain.isalnum() else f'"{plain}"'
