"""Searching, against the oracle and by example: hit sets, totals, ranking, refreshing."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from curator.errors import Cancelled
from curator.search import (
    And,
    Every,
    FieldTerm,
    Fuzzy,
    Index,
    IndexDocument,
    IndexWriter,
    Near,
    Node,
    Not,
    OneOf,
    Or,
    Phrase,
    Prefix,
    Searcher,
    Wildcard,
    Word,
    hits,
    open_index,
    parse,
)
from curator.search.folder import IndexDamaged, checked
from curator.search.searcher import _best_first
from curator.search.snapshot import Ids
from curator.text.fold import fold, spelling
from curator.text.stems import stem, stemming_languages

from .brute_force import found
from .conftest import Fill, documents, nothing

# Few words, so that they meet often; five scripts.
WORDS = ["archive", "Archives", "archíve", "arxiv", "şəhər", "Seher", "şəhərlər.", "գիրք", "գրադարան", "книга", "книги"]
WORDS += ["ბიბლიოთეკა", "ספר", "ספרים"]
FOLDED = [fold(word.strip(".")) for word in WORDS]
LANGUAGES = ["en", "az", "ru", "hy", "ka"]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join)
NAMES = ["A", "B", "none"]
TEXT_FIELDS = st.sampled_from(["text", "title"])


def words_nodes(field: str) -> st.SearchStrategy[Node]:
    """Nodes of one word."""
    words = st.sampled_from(FOLDED)
    patterns = st.lists(st.sampled_from([*"aşr", "?", "*", "книг", "arch"]), min_size=1, max_size=3).map("".join)
    return st.one_of(
        st.builds(lambda word: Word(word, field=field), words),
        st.builds(lambda word, size: Prefix(word[:size], field=field), words, st.integers(1, 9)),
        patterns.map(lambda pattern: Wildcard(fold(pattern) or "*", field=field)),
        st.builds(lambda word, edits: Fuzzy(word, edits, field=field), words, st.integers(1, 2)),
        st.lists(words, max_size=3).map(lambda some: OneOf(tuple(some), field=field)),
    )


def phrases(field: str) -> st.SearchStrategy[Node]:
    """Plain phrases, and such with patterns in them."""
    plain = st.lists(st.sampled_from(FOLDED), min_size=2, max_size=3).map(lambda some: Phrase(tuple(some), field=field))
    patterns = st.lists(words_nodes(field), min_size=2, max_size=3)
    return plain | patterns.map(lambda some: Near(tuple(some), 0, True, field=field))


def near_nodes(field: str) -> st.SearchStrategy[Node]:
    parts = words_nodes(field) | phrases(field)
    several = st.lists(parts, min_size=2, max_size=2).map(lambda some: Or(tuple(some)))
    pairs = st.tuples(parts | several, parts | several)
    return st.builds(lambda pair, between: Near(pair, between, False, field=field), pairs, st.integers(0, 4))


def spelled_nodes(field: str) -> st.SearchStrategy[Node]:
    """Words in one spelling; words with their stems, where articles that spell them as typed come first."""
    raw = st.sampled_from([word.strip(".") for word in WORDS])
    exact = raw.map(lambda word: Word(fold(word), field=field, exact=spelling(word)))
    return exact if field == "title" else exact | raw.map(stemmed)


def stemmed(word: str) -> Node:
    stems = tuple((language, stem(word, language)) for language in stemming_languages(word))
    return Word(fold(word), stems=stems, typed=spelling(word))


def leaf_nodes() -> st.SearchStrategy[Node]:
    in_text = TEXT_FIELDS.flatmap(
        lambda field: words_nodes(field) | phrases(field) | near_nodes(field) | spelled_nodes(field)
    )
    facts = st.sampled_from(NAMES).map(lambda name: FieldTerm("person", name))
    return in_text | in_text | facts | st.just(Every())


def trees() -> st.SearchStrategy[Node]:
    def grow(parts: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
        several = st.lists(parts, min_size=2, max_size=4).map(tuple)
        return st.one_of(several.map(And), several.map(Or), parts.map(Not))

    return st.recursive(leaf_nodes(), grow, max_leaves=8)


SPOKEN = st.sets(st.sampled_from(LANGUAGES), max_size=2)
COMMITS = st.lists(st.lists(st.tuples(st.integers(1, 12), TEXTS, TEXTS, SPOKEN), max_size=8), min_size=1, max_size=4)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(COMMITS, st.lists(trees(), min_size=1, max_size=12), st.sets(st.integers(1, 12)), st.data())
def test_hit_sets_are_those_of_brute_force(
    commits: list[list[tuple[int, str, str, set[str]]]], queries: list[Node], allowed: set[int], data: st.DataObject
) -> None:
    sets = {"A": frozenset({1, 2, 3, 5, 8, 99}), "B": frozenset(range(2, 12, 2)), "none": frozenset()}

    def resolve(term: FieldTerm) -> Ids:
        return np.array(list(sets[term.value]), dtype=np.int64)

    articles: dict[int, IndexDocument] = {}
    with tempfile.TemporaryDirectory() as folder:
        index = open_index(Path(folder) / "index", "archive", create=True)
        with IndexWriter(index) as writer:
            for commit in commits:
                for number, title, body, spoken in commit:
                    articles[number] = IndexDocument(number, title, body, frozenset(spoken))
                    writer.update([articles[number]])
                removed = data.draw(st.sets(st.integers(1, 13), max_size=2))
                writer.remove(removed)
                for number in removed:
                    articles.pop(number, None)
                writer.commit()
        with Searcher(index) as searcher:
            assert searcher.count == len(articles)
            for query in queries:
                expected = found(query, articles, sets)
                hits = searcher.search(query, resolve)
                assert hits.all_ids().tolist() == sorted(expected)
                assert hits.total == len(expected) == len({hit.article_id for hit in hits.items})
                few = searcher.search(query, resolve, 2, np.array(sorted(allowed), dtype=np.int64))
                assert few.all_ids().tolist() == sorted(expected & allowed)
                assert few.total == len(expected & allowed)
                assert list(few.items) == [hit for hit in hits.items if hit.article_id in allowed][:2]


@settings(max_examples=200, deadline=None)
@given(TEXTS, TEXTS, SPOKEN, leaf_nodes())
def test_what_finds_an_article_is_highlighted_in_it(title: str, body: str, spoken: set[str], node: Node) -> None:
    article = IndexDocument(1, title, body, frozenset(spoken))
    highlighted = hits(title, node, title=True, languages=spoken)
    if getattr(node, "field", "text") == "text":
        highlighted += hits(body, node, languages=spoken)
    if not isinstance(node, Every | FieldTerm):
        assert bool(highlighted) == bool(found(node, {1: article}, {}))


def ids(searcher: Searcher, query: str, resolve: Callable[[FieldTerm], Ids] = nothing) -> list[int]:
    return searcher.search(parse(query), resolve).all_ids().tolist()


def ranked(searcher: Searcher, query: str, resolve: Callable[[FieldTerm], Ids] = nothing) -> list[int]:
    return [hit.article_id for hit in searcher.search(parse(query), resolve).items]


def test_a_word_in_the_title_weighs_more(fill: Fill) -> None:
    searcher = fill(
        ("Annual report", "The library lent maps and papers"), ("Library", "The report lent maps and papers")
    )
    assert ranked(searcher, "library") == [2, 1]
    assert ranked(searcher, "report") == [1, 2]


def test_more_of_a_word_and_less_of_others_ranks_higher(fill: Fill) -> None:
    searcher = fill("map " + "paper " * 40, "map map paper", "map paper paper", "paper")
    assert ranked(searcher, "map") == [2, 3, 1]


def test_a_rare_word_tells_more_than_a_common_one(fill: Fill) -> None:
    searcher = fill("paper paper", "parchment paper", "paper atlas", "paper globe", "paper chart")
    assert ranked(searcher, "parchment OR paper")[0] == 2


def test_the_title_alone(fill: Fill) -> None:
    searcher = fill(("Old maps", "in the archive"), ("Archive", "of old maps"))
    assert ids(searcher, "title:archive") == [2]
    assert ids(searcher, 'title:"old maps"') == [1]
    assert ids(searcher, "title:arch* OR title:ma*") == [1, 2]


def test_a_phrase_never_runs_from_title_into_body(fill: Fill) -> None:
    searcher = fill(("Old maps", "maps found"), ("Old", "maps found"))
    assert ids(searcher, '"old maps"') == [1]
    assert ids(searcher, '"maps maps"') == []


def test_sets_do_not_change_the_ranking(fill: Fill) -> None:
    searcher = fill("map map map", "map paper", "map paper paper paper", "paper")
    for query in ("map OR person:X", "map person:Y", "map OR -person:X", "map -person:X", "map OR *"):
        among = [
            number
            for number in ranked(
                searcher, query, lambda term: {"X": np.array([3, 4]), "Y": np.array([1, 2, 3])}[term.value]
            )
            if number != 4
        ]
        assert among == [number for number in [1, 2, 3] if number in among]
        assert 1 in among


def test_set_nodes_work_anywhere_in_the_tree(fill: Fill) -> None:
    searcher = fill("map", "paper", "map paper", "atlas")

    def resolve(term: FieldTerm) -> Ids:
        return np.array({"X": [2, 3], "1966": [1, 4]}[term.value])

    assert ids(searcher, "NOT person:X OR paper", resolve) == [1, 2, 3, 4]
    assert ids(searcher, "NOT person:X", resolve) == [1, 4]
    assert ids(searcher, "(person:X OR date:1966) map", resolve) == [1, 3]
    assert ids(searcher, "NOT (person:X AND paper)", resolve) == [1, 4]
    assert ids(searcher, "", resolve) == [1, 2, 3, 4]


def test_each_field_term_is_resolved_once(fill: Fill) -> None:
    searcher = fill("map", "paper")
    asked: list[FieldTerm] = []

    def resolve(term: FieldTerm) -> Ids:
        asked.append(term)
        return np.array([2, 7_000_000_000, -1])

    node = FieldTerm("person", "X")
    assert searcher.search(Or((node, And((node, Word("map"))))), resolve).all_ids().tolist() == [2]
    assert asked == [node]


def test_what_resolve_raises_comes_through(fill: Fill) -> None:
    searcher = fill("map")

    def resolve(term: FieldTerm) -> Ids:
        raise LookupError(term.value)

    with pytest.raises(LookupError):
        searcher.search(parse("person:X"), resolve)


def test_a_prefix_of_very_many_words(fill: Fill) -> None:
    searcher = fill(*(f"word{number} other" for number in range(1_500)))
    assert searcher.search(parse("word*"), nothing, 5).total == 1_500
    assert searcher.search(parse("word1*"), nothing, 5).total == 611
    assert searcher.search(parse("other -word1*"), nothing, 5).total == 889


def test_many_alternatives_of_very_different_frequency(fill: Fill) -> None:
    searcher = fill(*(" ".join(f"w{word}" for word in range(number)) for number in range(1, 200)))
    query = parse(" OR ".join(f"w{number}" for number in range(199)))
    assert searcher.search(query, nothing, 5).total == 199
    assert searcher.search(parse(" ".join(f"w{number}" for number in range(199))), nothing).total == 1


def test_the_limit_bounds_the_items_only(fill: Fill) -> None:
    searcher = fill(*["map"] * 30)
    hits = searcher.search(parse("map"), nothing, 7)
    assert (hits.total, [hit.article_id for hit in hits.items]) == (30, [1, 2, 3, 4, 5, 6, 7])
    assert searcher.search(parse("map"), nothing, 0).items == ()
    assert searcher.search(parse("map"), nothing, 0).total == 30


def test_a_search_can_be_interrupted_and_repeated(fill: Fill) -> None:
    searcher = fill(*["map paper"] * 1_100)

    def give_up() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        searcher.search(parse("map paper"), nothing, interrupt=give_up)
    assert searcher.search(parse("map paper"), nothing, 1).total == 1_100


def test_refresh_takes_up_commits(index: Index, fill: Fill) -> None:
    searcher = fill("map", "paper")
    assert not searcher.refresh()
    with IndexWriter(index) as writer:
        writer.update(documents(["map"], first=3))
        writer.remove([1])
        assert ids(searcher, "map") == [1]
        writer.commit()
    assert ids(searcher, "map") == [1]
    assert searcher.refresh()
    assert ids(searcher, "map") == [3]
    assert not searcher.refresh()


def test_threads_share_a_searcher_while_the_index_grows(index: Index, fill: Fill) -> None:
    searcher = fill(*["old map"] * 10)

    def look(_turn: int) -> tuple[int, int, int]:
        searcher.refresh()
        words, phrase = searcher.search(parse("old map"), nothing, 3), searcher.search(parse('"old map"'), nothing)
        return words.total, phrase.total, len(phrase.items)

    with ThreadPoolExecutor(3) as pool, IndexWriter(index) as writer:
        looks = []
        for number in range(11, 31):
            writer.update(documents(["old map"], first=number))
            writer.commit()
            looks += [pool.submit(look, number) for _ in range(3)]
        found = [look.result() for look in looks]
    assert all(10 <= words <= phrase == items <= 30 for words, phrase, items in found)
    assert look(0) == (30, 30, 30)


def test_files_that_a_commit_took_away_are_looked_for_again(index: Index) -> None:
    looks = iter([FileNotFoundError(), FileNotFoundError(), None])

    def read() -> str:
        if error := next(looks):
            raise error
        return "read"

    assert checked(index.folder, read) == "read"


def test_files_that_stay_away_are_damage(index: Index) -> None:
    def read() -> None:
        raise FileNotFoundError

    with pytest.raises(IndexDamaged):
        checked(index.folder, read)


def test_an_empty_index_finds_nothing(index: Index) -> None:
    with Searcher(index) as searcher:
        for query in ("map", "-map", "", "ma*", '"old map"', "person:X", "person:X OR map"):
            assert searcher.search(parse(query), lambda term: np.array([1])).total == 0


@given(st.lists(st.integers(0, 40_000_000).map(lambda number: number / 1e6)))
def test_the_best_come_first_and_equals_as_they_stand(points: list[float]) -> None:
    expected = sorted(range(len(points)), key=lambda at: -points[at])
    assert _best_first(np.array(points)).tolist() == expected
