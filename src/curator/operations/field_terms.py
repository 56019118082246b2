"""What the fields of a query stand for: `person:"Lucia Bandini"` is a set of articles that the archive knows."""

from __future__ import annotations

from collections.abc import Callable, Collection

from curator.archive import Connection, articles, authorities, collections, mentions
from curator.errors import CuratorError
from curator.i18n import _
from curator.model.authority import KINDS, AuthorityKind
from curator.model.dates import parse_range
from curator.search import FieldTerm
from curator.text.name_key import name_key

_STATUSES = ("inbox", "read", "described")


def resolve(connection: Connection, term: FieldTerm) -> Collection[int]:
    """Return the ids of the articles that a field term stands for.

    Raises:
        CuratorError: when the value cannot be understood (a date, a status, a collection).
    """
    if term.name in KINDS:
        return _tagged(connection, term.value, term.name)
    return _FIELDS[term.name](connection, term.value)


def _tagged(connection: Connection, name: str, kind: AuthorityKind | None) -> list[int]:
    """Articles tagged with the record of that name; without one, with those whose names hold all its words."""
    if not name_key(name):
        return []
    records = authorities.named(connection, name, kind) or authorities.containing(connection, name, kind)
    return mentions.articles_with(connection, [record.id for record in records])


def _any_tag(connection: Connection, name: str) -> list[int]:
    return _tagged(connection, name, None)


def _dated(connection: Connection, value: str) -> list[int]:
    return articles.overlapping_dates(connection, *parse_range(value))


def _collected(connection: Connection, path: str) -> list[int]:
    return collections.items_below(connection, collections.find(connection, path).id)


def _in_language(connection: Connection, code: str) -> list[int]:
    return articles.with_value(connection, "language", code)


def _from_publication(connection: Connection, name: str) -> list[int]:
    words = f" {name_key(name)} "
    return [
        article_id
        for publication in articles.values(connection, "publication")
        if words in f" {name_key(publication)} "
        for article_id in articles.with_value(connection, "publication", publication)
    ]


def _with_status(connection: Connection, status: str) -> list[int]:
    if status.lower() not in _STATUSES:
        raise CuratorError(
            _("“%(value)s” is no status.") % {"value": status},
            _("There are: %(values)s") % {"values": ", ".join(_STATUSES)},
        )
    return articles.with_value(connection, "status", status)


_FIELDS: dict[str, Callable[[Connection, str], Collection[int]]] = {
    "tag": _any_tag,
    "date": _dated,
    "collection": _collected,
    "language": _in_language,
    "publication": _from_publication,
    "status": _with_status,
}
