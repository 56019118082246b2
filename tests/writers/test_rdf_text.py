from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph, URIRef
from rdflib import Literal as Judge

from curator.writers.names_skos import EDTF, Literal, Resource
from curator.writers.rdf_text import rdf_xml, turtle

PREF = "http://www.w3.org/2004/02/skos/core#prefLabel"
# What XML can hold, line breaks and quotes among it.
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\r\t\"\\<&'"))


def read(data: bytes, format_name: str) -> set[object]:
    return set(Graph().parse(data=data, format=format_name))


@given(TEXTS, st.sampled_from([None, "az", "zh-Hant"]))
def test_both_say_the_same_to_rdflib(text: str, language: str | None) -> None:
    text = text.replace("\ufffe", "").replace("\uffff", "")
    said = [Resource("urn:uuid:1", [("skos:prefLabel", Literal(text, language)), ("skos:exactMatch", "http://x/ <a>")])]
    wanted = {
        (URIRef("urn:uuid:1"), URIRef(PREF), Judge(text, lang=language)),
        (URIRef("urn:uuid:1"), URIRef(PREF.replace("prefLabel", "exactMatch")), URIRef("http://x/%20%3Ca%3E")),
    }
    assert read(b"".join(turtle(said)), "turtle") == wanted
    assert read(b"".join(rdf_xml(said)), "xml") == wanted


@pytest.mark.parametrize(("write", "format_name"), [(turtle, "turtle"), (rdf_xml, "xml")])
def test_dates_have_a_type(write, format_name: str) -> None:
    said = [Resource("urn:uuid:1", [("rdf:type", "skos:Concept"), ("dct:date", Literal("1931~", type=EDTF))])]
    dated = [each for each in read(b"".join(write(said)), format_name) if "1931~" in str(each)]
    assert [str(each[2].datatype) for each in dated] == [EDTF]


def test_xml_leaves_out_what_it_cannot_hold() -> None:
    data = b"".join(rdf_xml([Resource("urn:uuid:1", [("skos:prefLabel", Literal("a\x01\x00b"))])]))
    assert [str(each[2]) for each in read(data, "xml")] == ["ab"]
