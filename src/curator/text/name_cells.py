r"""What is said of a name in one cell of a table, written so that people can read and type it, and read back.

- another name: `Гянджа @ru =ru, residents #former`: the language after @, who prefers it after =, its kind after #;
- a relation: `KEY =member of @1993/1997`;
- an identifier: `wikidata:Q2044`, `~geonames:586523` when it fits nearly.

A backslash before @, = or # after a space says that it belongs to the name.
"""

from __future__ import annotations

import re

from curator.model.name_entry import EntryIdentifier, EntryName, EntryRelation

_SIGN = re.compile(r" (\\*[@=#])")
_HIDDEN = re.compile(r" \\(\\*[@=#])")
_NAME = re.compile(r"(.*?)(?: @(\S+))?(?: =(.+?))?(?: #(\S+))?", re.DOTALL)
_RELATION = re.compile(r"(.*?)(?: =(.+?))?(?: @(\S+))?", re.DOTALL)


def name_in_cell(name: EntryName) -> str:
    """Return another name as it stands in a cell."""
    language = f" @{name.language}" if name.language else ""
    preferring = f" ={_hidden(', '.join(each.replace(',', ' ') for each in name.preferred_in))}"
    kind = f" #{name.name_kind}" if name.name_kind != "variant" else ""
    return _hidden(name.name) + language + (preferring if name.preferred_in else "") + kind


def name_of_cell(cell: str) -> EntryName:
    """Read what `name_in_cell` wrote."""
    name, language, preferring, kind = _groups(_NAME, cell)
    who = tuple(each.strip() for each in _shown(preferring or "").split(",") if each.strip())
    return EntryName(_shown(name or ""), language, who, kind or "variant")


def relation_in_cell(relation: EntryRelation) -> str:
    """Return a relation as it stands in a cell."""
    type_ = f" ={_hidden(relation.type)}" if relation.type else ""
    return _hidden(relation.key) + type_ + (f" @{relation.dates}" if relation.dates else "")


def relation_of_cell(cell: str) -> EntryRelation:
    """Read what `relation_in_cell` wrote."""
    key, type_, dates = _groups(_RELATION, cell)
    return EntryRelation(_shown(key or ""), _shown(type_) if type_ else None, dates)


def identifier_in_cell(identifier: EntryIdentifier) -> str:
    """Return an identifier as it stands in a cell."""
    return f"{'~' if identifier.match == 'close' else ''}{identifier.scheme}:{identifier.identifier}"


def identifier_of_cell(cell: str) -> EntryIdentifier | None:
    """Read what `identifier_in_cell` wrote; None when it is none."""
    scheme, _colon, identifier = cell.removeprefix("~").partition(":")
    if not scheme.strip() or not identifier.strip():
        return None
    return EntryIdentifier(scheme.strip(), identifier.strip(), "close" if cell.startswith("~") else "exact")


def _groups(pattern: re.Pattern[str], cell: str) -> tuple[str | None, ...]:
    match = pattern.fullmatch(cell)
    return match.groups() if match else (cell, *[None] * (pattern.groups - 1))


def _hidden(words: str) -> str:
    return _SIGN.sub(r" \\\1", words)


def _shown(words: str) -> str:
    return _HIDDEN.sub(r" \1", words)
