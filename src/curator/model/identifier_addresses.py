"""Identifiers of names as addresses on the web, as linked data has them. Nothing is ever fetched from there."""

from __future__ import annotations

from urllib.parse import quote, unquote

from curator.errors import CuratorError
from curator.model.external_identifiers import identifier_of

_ADDRESSES = {
    "wikidata": "http://www.wikidata.org/entity/{}",
    "viaf": "http://viaf.org/viaf/{}",
    "isni": "https://isni.org/isni/{}",
    "orcid": "https://orcid.org/{}",
    "geonames": "https://sws.geonames.org/{}/",
}
_HOSTS = {"wikidata": "wikidata.org/", "viaf": "viaf.org/", "isni": "isni.org/", "orcid": "orcid.org/"} | {
    "geonames": "geonames.org/"
}
_OTHER = "urn:x-curator:id:"
# The scheme of an address that no other scheme knows.
ADDRESS = "uri"


def address_of(scheme: str, identifier: str) -> str:
    """Return the address that stands for an identifier; a URN where its scheme has none."""
    if scheme in _ADDRESSES:
        return _ADDRESSES[scheme].format(quote(identifier, safe=""))
    if scheme == ADDRESS:
        return identifier
    return f"{_OTHER}{quote(scheme, safe='')}:{quote(identifier, safe='')}"


def identified(address: str) -> tuple[str, str]:
    """Return the scheme and the identifier that an address stands for, as `identifier_of` returns them."""
    if address.startswith(_OTHER):
        scheme, _colon, identifier = address.removeprefix(_OTHER).partition(":")
        return unquote(scheme), unquote(identifier)
    for scheme, host in _HOSTS.items():
        if host in address.partition("?")[0]:
            try:
                return identifier_of(scheme, unquote(address))
            except CuratorError:
                continue
    return ADDRESS, address
