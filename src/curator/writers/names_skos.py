"""Names as SKOS (W3C Recommendation, 2009): a concept for each record, a concept scheme for each kind.

- `skos:prefLabel`: the preferred name, and for each language one form that it prefers. SKOS allows one for each
  language (S14): further ones, and all other names, are `skos:altLabel`. No label is both (S13).
- `skos:scopeNote`, `skos:note`; `dct:date` in EDTF.
- `skos:broader`, `skos:narrower`, `skos:related` (never between a concept and one above it, S27);
  `skos:exactMatch` and `skos:closeMatch` for identifiers elsewhere.
- A record that was merged is deprecated and `dct:isReplacedBy` the one that it was merged into.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from curator.model.authority import KINDS
from curator.model.identifier_addresses import address_of
from curator.model.name_entry import NameEntry
from curator.text.language_tag import language_tag

PREFIXES = {
    "dct": "http://purl.org/dc/terms/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"


class Literal(NamedTuple):
    """A text, with the language that it is in, or the type of what it says (an address)."""

    text: str
    language: str | None = None
    type: str | None = None


Said = list[tuple[str, Literal | str]]


class Resource(NamedTuple):
    """What is said of one address: pairs of a predicate ("skos:prefLabel") and a literal or an address."""

    address: str
    said: Sequence[tuple[str, Literal | str]]


def resources(entries: Sequence[NameEntry], archive_uid: str, title: str) -> Iterator[Resource]:
    """Yield the schemes, then the concepts.

    Args:
        archive_uid, title: of the archive that the names are from.
    """
    by_key = {entry.key: entry for entry in entries}
    narrower: dict[str, list[str]] = defaultdict(list)
    for entry in entries:
        for key in entry.broader:
            narrower[key].append(entry.key)
    for kind in sorted({entry.kind for entry in entries if entry.kind}, key=KINDS.index):
        about: Said = [("rdf:type", "skos:ConceptScheme"), ("skos:notation", Literal(kind))]
        about.append(("dct:title", Literal(title)))
        yield Resource(_scheme(archive_uid, kind), about)
    for entry in entries:
        said: Said = [("rdf:type", "skos:Concept"), ("skos:inScheme", _scheme(archive_uid, entry.kind or ""))]
        said += _labels(entry) + _notes(entry)
        said += [("skos:broader", address(key)) for key in entry.broader]
        said += [("skos:narrower", address(key)) for key in narrower[entry.key]]
        apart = _above(entry.key, by_key)
        said += [
            ("skos:related", address(key))
            for key in dict.fromkeys(relation.key for relation in entry.related)
            if key not in apart and entry.key not in _above(key, by_key)
        ]
        said += [(f"skos:{each.match}Match", address_of(each.scheme, each.identifier)) for each in entry.identifiers]
        if entry.merged_into:
            said += [("owl:deprecated", Literal("true", type=PREFIXES["xsd"] + "boolean"))]
            said += [("dct:isReplacedBy", address(entry.merged_into))]
        yield Resource(address(entry.key), said)


def address(key: str) -> str:
    """Return the address of a record: its uid is a UUID."""
    return f"urn:uuid:{key}"


def _scheme(archive_uid: str, kind: str) -> str:
    return f"urn:uuid:{archive_uid}#{kind}"


def _labels(entry: NameEntry) -> Said:
    preferred: dict[str | None, Literal] = {None: Literal(entry.name)}
    for name in entry.names:
        tag = language_tag(name.language or "")
        if name.preferred_in and tag:
            preferred.setdefault(tag, Literal(name.name, tag))
    others = dict.fromkeys(Literal(name.name, language_tag(name.language or "")) for name in entry.names)
    said: Said = [("skos:prefLabel", label) for label in preferred.values()]
    taken = set(preferred.values())
    return said + [("skos:altLabel", label) for label in others if label not in taken]


def _notes(entry: NameEntry) -> Said:
    said: Said = []
    if entry.dates:
        said.append(("dct:date", Literal(entry.dates, type=EDTF)))
    if entry.scope_note:
        said.append(("skos:scopeNote", Literal(entry.scope_note)))
    if entry.note:
        said.append(("skos:note", Literal(entry.note)))
    return said


def _above(key: str, by_key: Mapping[str, NameEntry]) -> set[str]:
    found: set[str] = set()
    waiting = [key]
    while waiting:
        entry = by_key.get(waiting.pop())
        fresh = [each for each in entry.broader if each not in found] if entry else []
        found.update(fresh)
        waiting += fresh
    return found
