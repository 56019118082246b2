"""Names from SKOS, in Turtle or RDF/XML: each concept is a record. Read by rdflib; nothing is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from curator.errors import Problem
from curator.i18n import _
from curator.model.authority import KINDS, AuthorityKind
from curator.model.identifier_addresses import identified
from curator.model.name_entry import EntryIdentifier, EntryName, EntryRelation, NameEntry
from curator.readers.contract import Unreadable

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

_SKOS = "http://www.w3.org/2004/02/skos/core#"
_DCT = "http://purl.org/dc/terms/"
_UUID = re.compile(r"urn:uuid:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})", re.IGNORECASE)
_ENTITY = re.compile(rb"<!\s*(?:ENTITY|DOCTYPE)", re.IGNORECASE)
# What other vocabularies call the same (FOAF, schema.org, CIDOC CRM).
_TYPES: dict[str, AuthorityKind] = {
    "person": "person",
    "organization": "organisation",
    "organisation": "organisation",
    "group": "organisation",
    "event": "event",
    "place": "place",
}


def names_from_skos(data: bytes, name: str, is_xml: bool) -> tuple[list[NameEntry], list[Problem]]:
    """Return the concepts of a file and what is wrong with single ones.

    Args:
        data: the file.
        name: its name, for messages.
        is_xml: RDF/XML; else Turtle.

    Raises:
        Unreadable: when it cannot be read, declares entities, or has no concept.
    """
    if is_xml and _ENTITY.search(data):
        raise Unreadable(
            "entities",
            _("%(name)s declares entities, which are not read: they can blow up or point to other files.")
            % {"name": name},
            _("Save it as Turtle, or without DOCTYPE."),
        )
    from rdflib import Graph, URIRef

    graph = Graph()
    try:
        graph.parse(data=data, format="xml" if is_xml else "turtle", publicID="urn:x-curator:file/")
    except Exception as error:  # the parsers of rdflib raise what they like
        words = {"name": name, "error": str(error).strip().split("\n")[0][:200]}
        raise Unreadable("no-rdf", _("%(name)s cannot be read as RDF: %(error)s.") % words) from error
    of_type = URIRef("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    concepts = sorted(set(graph.subjects(of_type, URIRef(_SKOS + "Concept"))), key=str)
    if not concepts:
        raise Unreadable("no-names", _("%(name)s has no SKOS concept.") % {"name": name})
    entries, problems = [], []
    for number, concept in enumerate(concepts, 1):
        entry = _entry(graph, concept, number)
        if entry.name:
            entries.append(entry)
        else:
            words = {"concept": str(concept)}
            problems.append(Problem("no-label", _("The concept %(concept)s has no label and is left out.") % words))
    return entries, problems


def _entry(graph: Graph, concept: Node, number: int) -> NameEntry:
    name, names = _labels(graph, concept)
    scope = [str(each) for word in ("scopeNote", "definition") for each in _said(graph, concept, _SKOS + word)]
    notes = [str(each) for each in _said(graph, concept, _SKOS + "note")]
    dates = [str(each) for word in ("date", "temporal") for each in _said(graph, concept, _DCT + word)]
    replaced = [str(each) for each in _said(graph, concept, _DCT + "isReplacedBy")]
    return NameEntry(
        key=_key(str(concept)),
        uid=_uid(str(concept)),
        number=number,
        kind=_kind(graph, concept),
        name=name,
        names=tuple(names),
        dates=dates[0] if dates else None,
        scope_note="\n\n".join(dict.fromkeys(scope)) or None,
        note="\n\n".join(dict.fromkeys(notes)) or None,
        broader=tuple(sorted(set(_linked(graph, concept, "broader", "narrower")))),
        related=tuple(EntryRelation(key) for key in sorted(set(_linked(graph, concept, "related", "related")))),
        identifiers=tuple(sorted(_identifiers(graph, concept), key=lambda each: (each.scheme, each.identifier))),
        merged_into=_key(replaced[0]) if replaced else None,
    )


def _labels(graph: Graph, concept: Node) -> tuple[str, list[EntryName]]:
    """Return the preferred name and all others. Of several preferred ones none goes before: the first by language."""
    preferred = sorted((_language(each) or "", _line(each)) for each in _said(graph, concept, _SKOS + "prefLabel"))
    words = ("altLabel", "hiddenLabel")
    others = sorted((_language(each) or "", _line(each)) for at in words for each in _said(graph, concept, _SKOS + at))
    name = (preferred or others or [("", "")])[0][1]
    names = [EntryName(label, tag, (tag,)) for tag, label in preferred if tag and label]
    names += [EntryName(label, None) for tag, label in preferred if not tag and label and label != name]
    names += [EntryName(label, tag or None) for tag, label in others if label and (tag or label != name)]
    return name, list(dict.fromkeys(names))


def _kind(graph: Graph, concept: Node) -> AuthorityKind | None:
    words = {
        str(notation).lower()
        for scheme in _said(graph, concept, _SKOS + "inScheme")
        for notation in graph.objects(scheme, _uri(_SKOS + "notation"))
    }
    for kind in KINDS:
        if kind in words:
            return kind
    types = (re.split(r"[/#]", str(each))[-1].lower() for each in _said(graph, concept, _rdf_type()))
    return next((_TYPES[each] for each in types if each in _TYPES), None)


def _linked(graph: Graph, concept: Node, there: str, back: str) -> Iterator[str]:
    for other in _said(graph, concept, _SKOS + there):
        yield _key(str(other))
    for other in graph.subjects(_uri(_SKOS + back), concept):
        yield _key(str(other))


def _identifiers(graph: Graph, concept: Node) -> Iterator[EntryIdentifier]:
    for other in _said(graph, concept, _SKOS + "exactMatch"):
        yield EntryIdentifier(*identified(str(other)), "exact")
    for other in _said(graph, concept, _SKOS + "closeMatch"):
        yield EntryIdentifier(*identified(str(other)), "close")
    if not _uid(str(concept)) and re.match("https?:", str(concept)):
        yield EntryIdentifier(*identified(str(concept)), "exact")


def _said(graph: Graph, concept: Node, predicate: str) -> list[Node]:
    return sorted(graph.objects(concept, _uri(predicate)), key=str)


def _uri(address: str) -> Node:
    from rdflib import URIRef

    return URIRef(address)


def _rdf_type() -> str:
    return "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


def _language(label: Node) -> str | None:
    from curator.text.language_tag import language_tag

    return language_tag(getattr(label, "language", None) or "")


def _line(label: Node) -> str:
    return " ".join(str(label).split())


def _uid(address: str) -> str:
    match = _UUID.fullmatch(address)
    return match[1].lower() if match else ""


def _key(address: str) -> str:
    return _uid(address) or address
