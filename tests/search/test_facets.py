"""Facets, filters and histograms against counting by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from curator.model.dates import parse_edtf, parse_range
from curator.model.julian import calendar_day
from curator.search import (
    FACETS,
    And,
    Dates,
    Every,
    FieldTerm,
    Filters,
    Node,
    Not,
    Or,
    Selection,
    facets,
    found_without_words,
    histogram,
)
from curator.search.columns import HAS
from curator.search.filters import Key
from curator.search.snapshot import Ids

from .curated import ARCHIVES, AUTHORITIES, COLLECTIONS, Made, columns_of

KINDS = {row[0]: row[1] for row in AUTHORITIES}
ROOTS = {1: 1, 2: 1, 3: 3, 4: 1, 5: 5, 6: 5, 7: 7, 9: 9}
ABOVE = {1: {1}, 2: {1, 2}, 3: {1, 2, 3}, 4: {4}}
KEYS: dict[str, list[Key]] = {
    "person": [1, 2, 3, 4],
    "place": [5, 6],
    "theme": [7, 9],
    "collection": [1, 2, 3, 4],
    "publication": ["Gazette", "Town Paper"],
    "language": ["az"],
    "status": ["inbox", "read"],
    "has": ["date", "tag", "note"],
}
SELECTIONS = st.fixed_dictionaries(
    {},
    optional={
        facet: st.builds(
            Selection, st.frozensets(st.sampled_from(keys)), st.frozensets(st.sampled_from(keys), max_size=1)
        )
        for facet, keys in KEYS.items()
    },
)
RANGES = st.sampled_from([None, "1936", "1935..1936-01", "..1936", "1938..", ".."])
TREES = st.recursive(
    st.sampled_from(["a", "b", "c"]).map(lambda name: FieldTerm("person", name)) | st.just(Every()),
    lambda parts: st.one_of(
        st.tuples(parts, parts).map(And), st.lists(parts, min_size=2, max_size=3).map(tuple).map(Or), parts.map(Not)
    ),
    max_leaves=6,
)


def keys_of(made: Made, facet: str) -> set[Key]:
    """Return what an article has in a facet."""
    if facet in KINDS.values() or facet in ("organisation", "event"):
        return {ROOTS[tag] for tag in made.tags if KINDS[tag] == facet}
    if facet == "collection":
        return {above for inside in made.collections for above in ABOVE[inside]}
    if facet == "has":
        kinds = {KINDS[tag] for tag in made.tags}
        fields = {name for name in ("publication", "language") if getattr(made, name)}
        there = {"tag": made.tags, "collection": made.collections, "date": made.published}
        return kinds | fields | made.flags | {name for name, value in there.items() if value}
    value = getattr(made, facet)
    return {value} if value else set()


def passes(made: Made, facet: str, chosen: Selection) -> bool:
    has = keys_of(made, facet)
    include, exclude = (
        {ROOTS[int(key)] for key in keys} if facet in KINDS.values() else set(keys)
        for keys in (chosen.include, chosen.exclude)
    )
    return (not include or bool(has & include)) and not has & exclude


def in_range(made: Made, dates: tuple[int | None, int | None] | None) -> bool:
    if dates is None:
        return True
    if made.published is None:
        return False
    date, (first, last) = parse_edtf(made.published), dates
    return (last is None or date.earliest is None or date.earliest <= last) and (
        first is None or date.latest is None or date.latest >= first
    )


def holds(node: Node, number: int, sets: Mapping[str, frozenset[int]]) -> bool:
    match node:
        case And():
            return all(holds(part, number, sets) for part in node.parts)
        case Or():
            return any(holds(part, number, sets) for part in node.parts)
        case Not():
            return not holds(node.part, number, sets)
        case FieldTerm():
            return number in sets[node.value]
    return True


@settings(max_examples=150)
@given(
    ARCHIVES, TREES, SELECTIONS, RANGES, st.fixed_dictionaries(dict.fromkeys("abc", st.frozensets(st.integers(1, 40))))
)
def test_counts_are_those_of_counting_by_hand(
    articles: dict[int, Made],
    query: Node,
    chosen: dict[str, Selection],
    wanted: str | None,
    sets: dict[str, frozenset[int]],
) -> None:
    columns = columns_of(articles)
    dates = parse_range(wanted) if wanted else None

    def resolve(term: FieldTerm) -> Ids:
        return np.array(sorted(sets[term.value]), dtype=np.int64)

    found = found_without_words(query, columns, resolve)
    by_hand = {number: made for number, made in articles.items() if holds(query, number, sets)}
    assert found.all_ids().tolist() == sorted(by_hand)

    counted = facets(columns, columns.mask(found.all_ids()), Filters(chosen, dates))
    for facet in FACETS:
        others = [
            made
            for made in by_hand.values()
            if in_range(made, dates) and all(passes(made, name, chosen[name]) for name in chosen if name != facet)
        ]
        expected = Counter(key for made in others for key in keys_of(made, facet))
        values = counted.by_name[facet].values()
        shown = {value.value if value.id is None else value.id: value.count for value in values}
        assert {key: count for key, count in shown.items() if count} == expected, facet
    passed = [made for made in by_hand.values() if all(passes(made, name, chosen[name]) for name in chosen)]
    assert counted.total == sum(in_range(made, dates) for made in passed)
    bars = dict(zip(counted.years.labels(), counted.years.certain + counted.years.possible, strict=True))
    for year, count in bars.items():
        assert count == sum(in_range(made, parse_range(year)) for made in passed), year


def test_what_is_chosen_stays_on_top_even_with_nothing_left() -> None:
    columns = columns_of({1: Made(tags=frozenset({3}), language="az"), 2: Made(tags=frozenset({4, 3}), language="en")})
    chosen = Filters({"person": Selection(include=frozenset({2})), "language": Selection(include=frozenset({"az"}))})
    counted = facets(columns, columns.mask(columns.ids), chosen)
    lines = [(line.value, line.count, line.id) for line in counted.by_name["person"].values(1)]
    assert lines == [("Lucia Bandini", 0, 1), ("Əli Vəliyev", 1, 3)]
    assert [(line.value, line.count, line.id) for line in counted.by_name["language"].values()] == [
        ("az", 0, None),
        ("en", 1, None),
    ]
    assert counted.total == 0


@given(ARCHIVES, st.integers(0, 5))
def test_a_short_facet_is_the_beginning_of_the_long_one(articles: dict[int, Made], limit: int) -> None:
    columns = columns_of(articles)
    for facet in facets(columns, columns.mask(columns.ids)).by_name.values():
        assert facet.values(limit) == facet.values()[:limit]
        assert len(facet) == len(facet.values())


def test_names_of_collections_and_flags() -> None:
    columns = columns_of({1: Made(collections=frozenset({3}))})
    counted = facets(columns, columns.mask(columns.ids)).by_name
    assert [(line.value, line.id) for line in counted["collection"].values()] == [
        (path, number) for number, _parent, path in COLLECTIONS[:3]
    ]
    assert [line.value for line in counted["has"].values()] == ["collection"]
    assert set(counted) == set(FACETS)
    assert len(HAS) == len(set(HAS))


@given(ARCHIVES)
def test_certain_is_what_lies_in_one_bar(articles: dict[int, Made]) -> None:
    columns = columns_of(articles)
    known = [parse_edtf(made.published) for made in articles.values() if made.published]
    for unit, length in (("year", 1), ("month", 2)):
        bars = histogram(columns.part(Dates), columns.mask(columns.ids), unit)
        expected = Counter(
            calendar_day(date.earliest)[:length]
            for date in known
            if date.earliest is not None
            and date.latest is not None
            and calendar_day(date.earliest)[:length] == calendar_day(date.latest)[:length]
        )
        labels = ["-".join([_year(bar[0]), *(f"{month:02}" for month in bar[1:])]) for bar in expected]
        found = {label: count for label, count in zip(bars.labels(), bars.certain.tolist(), strict=True) if count}
        assert found == dict(zip(labels, expected.values(), strict=True))


@given(ARCHIVES)
def test_the_unit_that_fits_counts_what_it_counts_everywhere(articles: dict[int, Made]) -> None:
    columns = columns_of(articles)
    everything = columns.mask(columns.ids)
    fitting = facets(columns, everything, unit=None).years
    whole = facets(columns, everything, unit=fitting.unit).years
    counts = dict(zip(fitting.labels(), (fitting.certain + fitting.possible).tolist(), strict=True))
    expected = dict(zip(whole.labels(), (whole.certain + whole.possible).tolist(), strict=True))
    assert {bar: count for bar, count in counts.items() if count} == {bar: n for bar, n in expected.items() if n}
    assert fitting.unit == "year" or (fitting.first % 12 == 0 and len(counts) in (12, 24, 36))


def test_months_are_counted_where_dates_lie_within_three_years_and_one_is_known_to_the_month() -> None:
    for published, unit in (
        (("2018-12", "2020"), "month"),
        (("2018", "2020"), "year"),
        (("2017-12", "2020-01"), "year"),
        (("2020-09-27", "2020-09-30"), "month"),
        ((), "year"),
    ):
        columns = columns_of({number: Made(published=edtf) for number, edtf in enumerate(published, 1)})
        assert facets(columns, columns.mask(columns.ids), unit=None).years.unit == unit


def _year(number: int) -> str:
    return f"-{-number:04}" if number < 0 else f"{number:04}"
