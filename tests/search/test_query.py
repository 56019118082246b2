"""The query language: what a query means, and what is said when it means nothing."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.search.nodes import And, Every, FieldTerm, Fuzzy, Near, Node, Not, Or, Phrase, Prefix, Wildcard, Word
from curator.search.query import parse
from curator.search.query_lexer import FIELDS, QueryError


def said(node: Node) -> str:
    """Write a tree as short brackets, without places."""
    match node:
        case And() | Or():
            return f"{type(node).__name__}({', '.join(map(said, node.parts))})"
        case Not():
            return f"Not({said(node.part)})"
        case Every():
            return "Every"
        case FieldTerm():
            return f"{node.name}={node.value}"
        case _:
            return ("" if node.field == "text" else "title:") + said_of_words(node)


def said_of_words(node: Node) -> str:
    match node:
        case Word():
            return node.folded if node.exact is None else f"={node.exact}"
        case Phrase():
            return f'"{" ".join(node.words)}"' if node.exact is None else f'="{" ".join(node.exact)}"'
        case Prefix():
            return node.folded + "*"
        case Wildcard():
            return node.pattern
        case Fuzzy():
            return f"{node.folded}~{node.edits}"
        case Near():
            return f"{'Following' if node.ordered else 'Near'}{node.between}({', '.join(map(said, node.parts))})"
    raise AssertionError(node)


@pytest.mark.parametrize(
    ("query", "meaning"),
    [
        ("mud", "mud"),
        ("Mud WATER", "And(mud, water)"),
        ("mud AND water", "And(mud, water)"),
        ("mud OR water fire", "Or(mud, And(water, fire))"),
        ("(mud OR water) fire", "And(Or(mud, water), fire)"),
        ("mud and water or fire not air", "And(mud, and, water, or, fire, not, air)"),
        ("mud NOT water", "And(mud, Not(water))"),
        ("mud -water", "And(mud, Not(water))"),
        ("-mud", "Not(mud)"),
        ("NOT NOT mud", "Not(Not(mud))"),
        ("mud OR NOT water", "Or(mud, Not(water))"),
        ("-(mud water)", "Not(And(mud, water))"),
        ('-"mud water"', 'Not("mud water")'),
        ("mud - water", "And(mud, water)"),
        ("mud — water", "And(mud, water)"),
        ('"mud water"', '"mud water"'),
        ("“mud water” «грязь вода» „Schlamm Wasser“", 'And("mud water", "грязь вода", "schlamm wasser")'),
        ('"mud"', "mud"),
        ("well-known", '"well known"'),
        ("O'Brien", '"o brien"'),
        ("12:30", '"12 30"'),
        ("Note: mud", "And(note, mud)"),
        ('צה"ל', '"צה ל"'),
        ("librar*", "librar*"),
        ("LİBRAR*", "librar*"),
        ("well-kno*", "Following0(well, kno*)"),
        ('"city librar*"', "Following0(city, librar*)"),
        ("wom?n", "wom?n"),
        ("li*ry", "li*ry"),
        ("*Şəhər", "*seher"),
        ("a**b", "a*b"),
        ("who was it?", "And(who, was, it)"),
        ("mud ? water", "And(mud, water)"),
        ("Bandini~", "bandini~2"),
        ("mud~", "mud~1"),
        ("bandini~1", "bandini~1"),
        ("o'brien~", "Following0(o, brien~1)"),
        ("=Gəncə", "=gəncə"),
        ('="Gəncə şəhəri"', '="gəncə şəhəri"'),
        ("title:=Gəncə", "title:=gəncə"),
        ("-=Gəncə", "Not(=gəncə)"),
        ("= mud", "mud"),
        ("mud NEAR water", "Near10(mud, water)"),
        ('mud NEAR/5 "city library"', 'Near5(mud, "city library")'),
        ("(mud OR fire*) NEAR/0 wat?r", "Near0(Or(mud, fire*), wat?r)"),
        ("a NEAR/2 b NEAR/3 c", "And(Near2(a, b), Near3(b, c))"),
        ("mud NEAR/2 water OR fire", "Or(Near2(mud, water), fire)"),
        ("title:mud NEAR title:water", "title:Near10(title:mud, title:water)"),
        ("near", "near"),
        ("date:~2020", "date=~2020"),
        ("libr*, mud", "And(libr*, mud)"),
        ("   ", "Every"),
        ("", "Every"),
        ("*", "Every"),
        ('person:"Lucia Bandini"', "person=Lucia Bandini"),
        ("person:Bandini", "person=Bandini"),
        ("person: Bandini", "person=Bandini"),
        ("PERSON:Bandini", "person=Bandini"),
        ("person:OR", "person=OR"),
        ("org:UNESCO", "organisation=UNESCO"),
        ("in:Box lang:az source:Gazette", "And(collection=Box, language=az, publication=Gazette)"),
        ("date:1966", "date=1966"),
        ("date:2020-09-27..2020-11-09", "date=2020-09-27..2020-11-09"),
        ("date:..1966", "date=..1966"),
        ("-status:read", "Not(status=read)"),
        ('NOT person:"X" OR word', "Or(Not(person=X), word)"),
        ("(person:A OR theme:B) mud", "And(Or(person=A, theme=B), mud)"),
        ("title:mud", "title:mud"),
        ('title:"mud water"', 'title:"mud water"'),
        ("title:mud* water", "And(title:mud*, water)"),
        ('"person:A"', '"person a"'),
    ],
)
def test_meaning(query: str, meaning: str) -> None:
    assert said(parse(query)) == meaning


@pytest.mark.parametrize(
    ("query", "column", "part_of_message", "part_of_hint"),
    [
        ("(mud OR water", 14, "The query stops at column 14: a bracket is open.", "Did you mean (mud OR water)?"),
        ("fire ((mud) (water", 19, "a bracket is open", "Did you mean ((mud) (water))?"),
        ("mud)", 4, "closes nothing", ""),
        (") mud", 1, "The bracket at column 1 closes nothing", ""),
        ("()", 1, "hold no word", ""),
        ("mud (", 6, "The query stops at column 6: a bracket is open.", "Write the words"),
        ("OR water", 1, "OR at column 1 has no word before it", '"or"'),
        ("mud AND", 5, "AND at column 5 has no word after it", '"and"'),
        ("mud AND OR water", 9, "OR at column 9 has no word before it", ""),
        ("(mud OR) water", 6, "OR at column 6 has no word after it", ""),
        ("NOT", 1, "NOT at column 1 has no word after it", ""),
        ("mud OR —", 5, "OR at column 5 has no word after it", ""),
        ('mud "water', 11, "a quotation mark is open", 'Did you mean "water"?'),
        ("«mud", 5, "a quotation mark is open", "Did you mean «mud»?"),
        ("http://x", 1, "no field named http", '"http://x"'),
        ("foo:bar", 1, "no field named foo", "The fields are"),
        ("mud persn:x", 5, "no field named persn", "Did you mean person:"),
        ("colection:x", 1, "no field named colection", "Did you mean collection:"),
        ("person:", 1, "The field person at column 1 has no value", "person:"),
        ('mud person:""', 5, "has no value", ""),
        ("person:(a)", 1, "has no value", ""),
        ("title:—", 7, "no word", ""),
        ('""', 1, "no word at column 1", ""),
        ("—", 1, "only signs", ""),
        ("(" * 60 + "a", 51, "nested too deep", ""),
        ("-" * 60 + "a", 51, "nested too deep", ""),
        ("a " * 300, 401, "more than 200 words", ""),
        ("NEAR/3 mud", 1, "NEAR at column 1 has no word before it", '"near"'),
        ("mud NEAR", 5, "NEAR at column 5 has no word after it", '"near"'),
        ("mud NEAR OR water", 10, "OR at column 10 has no word before it", '"or"'),
        ("mud NEAR (fire water)", 5, "only words and phrases", "(mud OR water) NEAR/5"),
        ("mud NEAR -water", 5, "only words and phrases", ""),
        ("mud NEAR person:Bandini", 5, "only words and phrases", ""),
        ("title:mud NEAR water", 11, "different places", ""),
        ("mud~3", 1, "not in 3", "~1 or ~2"),
        ("librar*~", 1, "without * and ?", ""),
        ("=librar*", 1, "without * ? ~", "Leave out ="),
        ("=library~", 1, "without * ? ~", ""),
        ('"a * b"', 1, "A star alone", "NEAR/1"),
    ],
)
def test_errors_say_what_and_where(query: str, column: int, part_of_message: str, part_of_hint: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse(query)
    assert caught.value.column == column
    assert part_of_message in caught.value.message
    assert part_of_hint in caught.value.hint
    assert caught.value.hint


def test_nodes_know_their_place() -> None:
    query = 'mud OR -person:"Lucia Bandini" title:libr*'
    tree = parse(query)
    assert isinstance(tree, Or)
    word, both = tree.parts
    assert isinstance(both, And)
    places = [query[node.start : node.end] for node in (tree, word, both, *both.parts)]
    assert places == [
        query,
        "mud",
        '-person:"Lucia Bandini" title:libr*',
        '-person:"Lucia Bandini"',
        "title:libr*",
    ]


def test_an_error_crosses_a_process_border() -> None:
    with pytest.raises(QueryError) as caught:
        parse("(mud")
    copy = pickle.loads(pickle.dumps(caught.value))
    assert (copy.message, copy.hint, copy.column) == (caught.value.message, caught.value.hint, 5)


@pytest.mark.parametrize("name", sorted(FIELDS))
def test_every_field_can_be_asked(name: str) -> None:
    node = parse(f"{name}:value")
    assert said(node) == (f"title:{node.folded}" if isinstance(node, Word) else f"{FIELDS[name]}=value")


PIECES = [
    "NEAR",
    "NEAR/2",
    "=",
    "m?d",
    "mud~",
    "mud",
    "AND",
    "OR",
    "NOT",
    "-",
    "(",
    ")",
    '"',
    "«",
    "»",
    "*",
    "person:",
    "title:",
    "x:",
    "12:30",
    " ",
    "—",
]


@given(
    st.text() | st.lists(st.sampled_from(PIECES), max_size=20).map(" ".join) | st.text(alphabet='ab"()*:- ORNTEA/2=~?')
)
def test_any_text_is_a_query_or_an_explained_error(query: str) -> None:
    try:
        tree = parse(query)
    except QueryError as error:
        assert 1 <= error.column <= len(query) + 1
        assert error.message and error.hint
    else:
        assert 0 <= tree.start <= tree.end <= len(query)
