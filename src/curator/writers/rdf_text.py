"""Statements about resources as Turtle and as RDF/XML (W3C, 2014), piece by piece."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from curator.writers.names_skos import PREFIXES, Literal, Resource

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_IN_TURTLE = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})
_NOT_IN_ADDRESS = re.compile(r'[\x00-\x20<>"{}|^`\\]')


def turtle(resources: Iterable[Resource]) -> Iterator[bytes]:
    """Yield Turtle in UTF-8."""
    yield "".join(f"@prefix {name}: <{base}> .\n" for name, base in PREFIXES.items()).encode()
    for resource in resources:
        said = " ;\n".join(f"    {predicate} {_in_turtle(value)}" for predicate, value in resource.said)
        yield f"\n<{_address(resource.address)}>\n{said} .\n".encode()


def rdf_xml(resources: Iterable[Resource]) -> Iterator[bytes]:
    """Yield RDF/XML in UTF-8. Characters that XML cannot hold are left out."""
    spaces = "".join(f"\n    xmlns:{name}={quoteattr(base)}" for name, base in PREFIXES.items())
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF{spaces}>\n'.encode()
    for resource in resources:
        said = "".join(f"    {_in_xml(predicate, value)}\n" for predicate, value in resource.said)
        about = quoteattr(_address(resource.address))
        yield f"  <rdf:Description rdf:about={about}>\n{said}  </rdf:Description>\n".encode()
    yield b"</rdf:RDF>\n"


def _in_turtle(value: Literal | str) -> str:
    if isinstance(value, str):
        return value if value.partition(":")[0] in PREFIXES else f"<{_address(value)}>"
    quoted = f'"{value.text.translate(_IN_TURTLE)}"'
    if value.language:
        return f"{quoted}@{value.language}"
    return f"{quoted}^^<{value.type}>" if value.type else quoted


def _in_xml(predicate: str, value: Literal | str) -> str:
    if isinstance(value, str):
        prefix, _colon, name = value.partition(":")
        whole = PREFIXES[prefix] + name if prefix in PREFIXES else _address(value)
        return f"<{predicate} rdf:resource={quoteattr(whole)}/>"
    about = f" xml:lang={quoteattr(value.language)}" if value.language else ""
    about += f" rdf:datatype={quoteattr(value.type)}" if value.type else ""
    # A carriage return as such would be read back as a line feed.
    text = escape(_NOT_XML.sub("", value.text), {"\r": "&#13;"})
    return f"<{predicate}{about}>{text}</{predicate}>"


def _address(address: str) -> str:
    return _NOT_IN_ADDRESS.sub(lambda match: f"%{ord(match[0]):02X}", address)
