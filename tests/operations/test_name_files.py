from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from rdflib import Graph, Namespace

from curator.archive import Archive, authorities, name_entries
from curator.errors import CuratorError
from curator.model.name_entry import NameEntry
from curator.operations import authorities as names
from curator.operations import authority_links, history, merging, name_export, name_import
from curator.operations.context import Context
from curator.operations.name_export import NAME_FORMATS, SUFFIXES, NameFormat

from .record_states import state_of

SKOS = Namespace("http://www.w3.org/2004/02/skos/core#")
DCT = Namespace("http://purl.org/dc/terms/")


@pytest.fixture
def full(context: Context) -> Context:
    """Names of all kinds with all that can be said of them."""
    names.add(context, "place", "Gəncə", ("Кировабад", '=Ganja; the "town" @ home'))
    names.rename(context, "Gəncə", "Gəncə şəhəri")
    authority_links.prefer(context, "Gəncə şəhəri", "Գանձակ", "hy")
    authority_links.prefer(context, "Gəncə şəhəri", "Gyandzha", "residents")
    names.add_variant(context, "Gəncə şəhəri", "Гянджа", language="ru")
    for name in ("Water", "Floods", "Drying", "Damp"):
        names.add(context, "theme", name)
    authority_links.add_broader(context, "Drying", "Floods")
    authority_links.add_broader(context, "Floods", "Water")
    authority_links.set_note(context, "Drying", "Asked for by the\nlibrary.")
    authority_links.set_scope_note(context, "Drying", "Of books.\nNot of hair.")
    names.add(context, "person", "Lucia Bandini", dates="about 1931")
    names.add(context, "person", "L. Bandini")
    names.add(context, "organisation", "Town library")
    names.add(context, "event", "-0043 fair", dates="1966-11-04")
    authority_links.relate(context, "Lucia Bandini", "Town library", None, "member of", "1993 to 1997")
    authority_links.relate(context, "Drying", "Damp")
    authority_links.identify(context, "Gəncə şəhəri", "wikidata", "Q192810")
    authority_links.identify(context, "Gəncə şəhəri", "local file", "A/7", match="close")
    merging.merge(context, names.record_of(context.archive.read(), "Lucia Bandini").id, [7], "signs both ways")
    return context


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Context]:
    with Archive.create(tmp_path / "Other.curator", actor="Tester") as archive:
        yield Context(archive)


def entries(context: Context) -> list[NameEntry]:
    return sorted(
        (replace(each, number=0) for each in name_entries.entries(context.archive.read())), key=lambda e: e.uid
    )


def exported(context: Context, folder: Path, format_name: NameFormat) -> Path:
    out = folder / f"names{SUFFIXES[format_name]}"
    assert name_export.export_names(context, out, format_name).count == len(entries(context))
    return out


def less(entry: NameEntry) -> NameEntry:
    """Leave out what SKOS does not hold: types and dates of relations, kinds of names, why merged."""
    return replace(
        entry,
        names=tuple(sorted((each.name, each.language or "") for each in entry.names)),  # type: ignore[misc]
        related=(),
        merge_reason=None,
    )


def imported(context: Context, file: Path) -> list[str]:
    arrivals = name_import.read(context, file)
    assert arrivals.problems == ()
    _changes, problems = name_import.bring_in(context, arrivals, file.name)
    return [each.message for each in problems]


def test_a_table_comes_back_as_it_was(full: Context, empty: Context, tmp_path: Path) -> None:
    file = exported(full, tmp_path, "csv")
    assert imported(empty, file) == []
    assert entries(empty) == entries(full)
    assert str(history.revisions(empty, 1)[0].label) == "Import names from names.csv"
    history.undo(empty)
    assert entries(empty) == []


@pytest.mark.parametrize("format_name", ["skos-ttl", "skos-xml"])
def test_skos_comes_back_with_all_that_it_holds(
    full: Context, empty: Context, tmp_path: Path, format_name: NameFormat
) -> None:
    file = exported(full, tmp_path, format_name)
    assert imported(empty, file) == []
    assert [less(each) for each in entries(empty)] == [less(each) for each in entries(full)]
    drying = names.record_of(empty.archive.read(), "Drying")
    assert [each.preferred_name for each in _related(empty, drying.id)] == ["Damp"]


def _related(context: Context, authority_id: int) -> list[authorities.Authority]:
    from curator.archive import relations

    return [each.authority for each in relations.related(context.archive.read(), authority_id)]


@pytest.mark.parametrize("format_name", NAME_FORMATS)
def test_importing_again_brings_nothing(full: Context, tmp_path: Path, format_name: NameFormat) -> None:
    file = exported(full, tmp_path, format_name)
    before = state_of(full.archive.read())
    arrivals = name_import.read(full, file)
    assert {each.verdict for each in arrivals.names} == {"same"}
    assert not any(each.brings or each.conflicts for each in arrivals.names)
    changes, problems = name_import.bring_in(full, arrivals, file.name)
    assert (bool(changes), problems) == (False, [])
    assert state_of(full.archive.read()) == before


@pytest.mark.parametrize("format_name", ["skos-ttl", "skos-xml"])
def test_rdflib_and_the_rules_of_skos_agree(full: Context, tmp_path: Path, format_name: NameFormat) -> None:
    graph = Graph().parse(exported(full, tmp_path, format_name), format=format_name[-3:].replace("ttl", "turtle"))
    labels = (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)
    for concept in set(graph.subjects(SKOS.inScheme)):
        said = [set(graph.objects(concept, label)) for label in labels]
        assert not said[0] & said[1]
        tags = [label.language for label in said[0]]
        assert len(tags) == len(set(tags))
        above = set(graph.transitive_objects(concept, SKOS.broader)) - {concept}
        assert concept not in above
        assert not above & set(graph.objects(concept, SKOS.related))
        assert {(each, SKOS.narrower, concept) for each in graph.objects(concept, SKOS.broader)} <= set(graph)
    merged = next(graph.subjects(DCT.isReplacedBy))
    assert str(graph.value(merged, SKOS.prefLabel)) == "L. Bandini"


def test_cells_that_a_spreadsheet_would_run_are_made_safe(full: Context, tmp_path: Path) -> None:
    lines = exported(full, tmp_path, "csv").read_text("utf-8-sig").splitlines()
    assert any(",'-0043 fair," in line for line in lines)
    assert not any(cell.startswith(("=", "-", "@", "+")) for line in lines for cell in line.split(","))


def test_one_kind_alone(full: Context, empty: Context, tmp_path: Path) -> None:
    out = tmp_path / "themes.ttl"
    assert name_export.export_names(full, out, "skos-ttl", "theme").count == 4
    assert imported(empty, out) == []
    with pytest.raises(CuratorError, match="there already"):
        name_export.export_names(full, out, "skos-ttl")
    out.unlink()
    with pytest.raises(CuratorError, match="no name to export"):
        name_export.export_names(empty, out, kind="person")
    assert not out.exists()


def test_new_same_doubtful_and_conflicts(context: Context, tmp_path: Path) -> None:
    names.add(context, "person", "Vəli Əliyev", dates="1931")
    names.add(context, "person", "Lucia Bandini")
    authority_links.identify(context, "Lucia Bandini", "wikidata", "Q42")
    file = tmp_path / "people.csv"
    file.write_text(
        "name;dates;identifiers;names\n"
        "Vəli Əliyev;1940;;Veli Aliyev\n"
        "VƏLİ ƏLİYEV;;;\n"
        "Вели Алиев;;;\n"
        "Bandini;;wikidata:Q42;\n"
        "Anna Ter;soon;viaf:x;\n"
        "?;;;\n",
        "utf-8",
    )
    arrivals = name_import.read(context, file, "person")
    told = [(each.verdict, each.same_as, [like.id for like in each.like]) for each in arrivals.names]
    assert told == [
        ("same", 1, []),
        ("doubtful", None, [1]),
        ("doubtful", None, [1]),
        ("same", 2, []),
        ("new", None, []),
    ]
    assert dict(arrivals.names[0].conflicts) == {"dates": ("1931", "1940")}
    assert [each.code for each in arrivals.problems] == ["name"]
    _changes, problems = name_import.bring_in(context, arrivals, file.name, {"line 4": None})
    connection = context.archive.read()
    assert [each.authority.preferred_name for each in names.listed(context)] == [
        "Anna Ter",
        "Lucia Bandini",
        "Vəli Əliyev",
        "Вели Алиев",
    ]
    assert names.record_of(connection, "Veli Aliyev").dates == "1931"
    assert names.record_of(connection, "Bandini").id == 2
    assert len(problems) == 2
    assert all(each.message.startswith("6: Anna Ter: ") for each in problems)


def test_a_doubtful_one_is_said_to_be_the_same(context: Context, tmp_path: Path) -> None:
    names.add(context, "place", "Gəncə")
    file = tmp_path / "places.csv"
    file.write_text("name,broader\nГянджа,The region\nThe region,\n", "utf-8")
    arrivals = name_import.read(context, file, "place")
    name_import.bring_in(context, arrivals, file.name, {"line 2": 1})
    record = names.record_of(context.archive.read(), "Гянджа")
    assert (record.id, record.preferred_name) == (1, "Gəncə")


def test_what_points_nowhere_or_in_a_circle_is_named(context: Context, tmp_path: Path) -> None:
    file = tmp_path / "themes.csv"
    file.write_text(
        "name,broader,kind\nWater,Floods,theme\nFloods,Water,theme\nDrying,Nothing,theme\nX,,colour\n", "utf-8"
    )
    arrivals = name_import.read(context, file)
    assert [each.code for each in arrivals.problems] == ["kind", "kind"]
    _changes, problems = name_import.bring_in(context, arrivals, file.name)
    assert len(problems) == 2
    assert "would be broader than itself" in problems[0].message
    assert "“Drying” points to “Nothing”" in problems[1].message


def test_one_uid_twice_is_one_record(context: Context, tmp_path: Path) -> None:
    file, uid = tmp_path / "twice.csv", "01a2043e-130d-7f3f-a2fe-afa769b6db79"
    file.write_text(f"uid,kind,name\n{uid},theme,Water\n{uid},theme,Floods\n,theme,Damp\n,theme,Damp\n", "utf-8")
    arrivals = name_import.read(context, file)
    assert [each.message for each in arrivals.problems] == [f"3: {uid} stands in the file twice."]
    name_import.bring_in(context, arrivals, file.name)
    assert [each.authority.preferred_name for each in names.listed(context)] == ["Damp", "Water"]
    assert names.record_of(context.archive.read(), uid).preferred_name == "Water"


def test_skos_of_others(context: Context, tmp_path: Path) -> None:
    file = tmp_path / "theirs.rdf"
    file.write_text(
        '<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
        ' xmlns:skos="http://www.w3.org/2004/02/skos/core#">'
        '<skos:Concept rdf:about="http://example.org/t/1"><skos:prefLabel xml:lang="ru">Вода</skos:prefLabel>'
        '<skos:prefLabel xml:lang="az">Su</skos:prefLabel><skos:definition>Wet.</skos:definition></skos:Concept>'
        '<skos:Concept rdf:about="http://example.org/t/2"><skos:altLabel>Floods</skos:altLabel>'
        '<skos:broader rdf:resource="http://example.org/t/1"/></skos:Concept>'
        '<skos:Concept rdf:about="http://example.org/t/3"/></rdf:RDF>',
        "utf-8",
    )
    arrivals = name_import.read(context, file, "theme")
    assert [each.code for each in arrivals.problems] == ["no-label"]
    _changes, problems = name_import.bring_in(context, arrivals, file.name)
    assert problems == []
    water, floods = sorted(name_entries.entries(context.archive.read()), key=lambda each: each.number)
    assert (water.name, water.scope_note) == ("Su", "Wet.")
    assert {(each.name, each.preferred_in) for each in water.names} == {("Su", ("az",)), ("Вода", ("ru",))}
    assert floods.broader == (water.uid,)
    assert (floods.identifiers[0].scheme, floods.identifiers[0].identifier) == ("uri", "http://example.org/t/2")
    again = name_import.read(context, file, "theme")
    assert {each.verdict for each in again.names} == {"same"}


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.csv", b"", "is empty"),
        ("a.csv", b"title\nWater\n", "no column"),
        ("a.csv", b"name\n", "no name in"),
        ("a.csv", b'name\n"' + b"x" * 1_100_000, "is no table"),
        ("a.ttl", b"@prefix : <", "cannot be read as RDF"),
        ("a.ttl", b"<a:b> <a:c> <a:d> .", "no SKOS concept"),
        ("a.rdf", b"<?xml version='1.0'?><rdf:RDF", "cannot be read as RDF"),
        (
            "a.rdf",
            b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><x>&a;</x>',
            "declares entities",
        ),
    ],
)
def test_what_cannot_be_read_says_why(
    context: Context, tmp_path: Path, name: str, content: bytes, message: str
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(CuratorError, match=message):
        name_import.read(context, file, "theme")
