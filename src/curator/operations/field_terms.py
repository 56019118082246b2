"""What the fields of a query stand for: `person:"Lucia Bandini"` is a set of articles that the archive knows."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping

from curator.archive import Connection, authorities, collections, hierarchy
from curator.errors import CuratorError
from curator.i18n import _
from curator.model.authority import KINDS, AuthorityKind
from curator.model.dates import parse_range
from curator.operations.field_facts import Facts, Ids, nothing
from curator.search import HAS, FieldTerm, QueryError
from curator.text.name_key import name_key
from curator.text.typed_dates import edtf_from_words

_STATUSES = ("inbox", "read", "described")


# A record by its number, as names are told apart everywhere: person:"#12".
NUMBER = re.compile(r"#[0-9]{1,18}")
# "About", as people write it before a date; EDTF has it behind.
# Days that "about" a day reaches, either way.
_ABOUT_A_DAY = 7


def resolve(connection: Connection, facts: Facts, term: FieldTerm) -> Ids:
    """Return the ids of the articles that a field term stands for.

    Args:
        connection: tells which names and collections there are.
        facts: tells which articles have them.

    Raises:
        QueryError: when the value cannot be understood (a date, a status, a collection), at the column of the value.
    """
    try:
        if term.name in KINDS:
            return _tagged(connection, facts, term.value, term.name)
        return _FIELDS[term.name](connection, facts, term.value)
    except CuratorError as error:
        column = term.value_start + 1
        message = _("%(message)s It stands at column %(column)d.") % {"message": error.message, "column": column}
        raise QueryError(message, error.hint, column) from error


def _tagged(connection: Connection, facts: Facts, name: str, kind: AuthorityKind | None) -> Ids:
    """Articles tagged with the record of that name; without one, with those whose names hold all its words.

    Narrower names count with it: `theme:Conservation` finds what is tagged with Drying, that stands under it. A record
    can also be named by its number: `person:"#12"`.
    """
    if NUMBER.fullmatch(name):
        records = [authorities.root(connection, int(name[1:]))]
    elif not name_key(name):
        return nothing()
    else:
        records = authorities.named(connection, name, kind) or authorities.containing(connection, name, kind)
    return facts.tagged(hierarchy.with_narrower(connection, [record.id for record in records]))


def _any_tag(connection: Connection, facts: Facts, name: str) -> Ids:
    return _tagged(connection, facts, name, None)


def _dated(_connection: Connection, facts: Facts, value: str) -> Ids:
    try:
        return facts.dated(*_range(value))
    except CuratorError as error:
        meant = edtf_from_words(value)
        raise CuratorError(error.message, _did_you_mean("date", [meant]) if meant else error.hint) from error


def _range(value: str) -> tuple[int | None, int | None]:
    """Return the first and the last day wanted; with ~ before a side as many days more as that side has itself."""
    start, dots, end = value.partition("..")
    earliest, latest = parse_range(start.removeprefix("~") + dots + end.removeprefix("~"))
    if start.startswith("~") and earliest is not None:
        earliest -= _about(start)
    last = end if dots else start
    if last.startswith("~") and latest is not None:
        latest += _about(last)
    return earliest, latest


def _about(side: str) -> int:
    """Return how many days "about" adds to a date: a year to a year, a month to a month."""
    earliest, latest = parse_range(side.removeprefix("~"))
    assert earliest is not None and latest is not None
    return max(latest - earliest + 1, _ABOUT_A_DAY)


def _collected(connection: Connection, facts: Facts, path: str) -> Ids:
    try:
        return facts.collected(collections.find(connection, path).id)
    except CuratorError as error:
        every = collections.listed(connection)
        by_name = {name_key(name): found.path for found in every for name in (found.title, found.path)}
        near = [] if name_key(path) in by_name else _near(path, by_name)
        raise CuratorError(error.message, _did_you_mean("collection", near) if near else error.hint) from error


def _in_language(_connection: Connection, facts: Facts, code: str) -> Ids:
    """Articles in a language, with or without a region (RFC 4647, basic filtering): en finds en-GB."""
    wanted = code.lower()
    return facts.described("language", lambda there: f"{there.lower()}-".startswith(f"{wanted}-"))


def _from_publication(_connection: Connection, facts: Facts, name: str) -> Ids:
    if not name_key(name):
        return nothing()
    words = f" {name_key(name)} "
    return facts.described("publication", lambda there: words in f" {name_key(there)} ")


def _with_status(_connection: Connection, facts: Facts, value: str) -> Ids:
    status = _one_of("status", value, _STATUSES, _("“%(value)s” is no status."))
    return facts.described("status", lambda there: there == status)


def _having(_connection: Connection, facts: Facts, value: str) -> Ids:
    return facts.having(_one_of("has", value, HAS, _("“%(value)s” is nothing that an article can have.")))


def _one_of(field: str, value: str, known: tuple[str, ...], message: str) -> str:
    """Return which of the `known` words was typed; raise CuratorError where it is none."""
    word = value.lower()
    if word in known:
        return word
    near = _near(word, {name: name for name in known})
    every = _("There are: %(values)s") % {"values": ", ".join(known)}
    raise CuratorError(message % {"value": value}, _did_you_mean(field, near) if near else every)


def _near(value: str, by_key: Mapping[str, str]) -> list[str]:
    """Return the names whose key, folded, is like that of `value`, the likest first."""
    keys = difflib.get_close_matches(name_key(value), by_key)
    return list(dict.fromkeys(by_key[key] for key in keys))


def _did_you_mean(field: str, values: list[str]) -> str:
    queries = [f'{field}:"{value}"' if " " in value else f"{field}:{value}" for value in values]
    return _("Did you mean %(fields)s?") % {"fields": ", ".join(queries)}


_FIELDS: dict[str, Callable[[Connection, Facts, str], Ids]] = {
    "tag": _any_tag,
    "date": _dated,
    "collection": _collected,
    "language": _in_language,
    "publication": _from_publication,
    "status": _with_status,
    "has": _having,
}
