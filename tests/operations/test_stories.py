from __future__ import annotations

import json
import random
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.archive import Archive, articles, sketches
from curator.archive.transaction import Value
from curator.errors import CuratorError
from curator.model.julian import julian_day_of
from curator.model.progress import Progress
from curator.model.revision import Label
from curator.operations import history, similar_articles, stories, trash
from curator.operations.context import Context

VOCABULARY = [f"word{number}" for number in range(3_000)]


def written(seed: int, count: int = 160) -> str:
    draw = random.Random(seed)
    lines = [" ".join(draw.choices(VOCABULARY, k=10)).capitalize() + "." for _line in range(count // 10)]
    return "\n\n".join(lines)


def add(context: Context, title: str, body: str, day: int | None = None) -> int:
    fields: dict[str, Value] = {"title": title}
    if day is not None:
        at = julian_day_of(2020, 9, day)
        fields |= {"published": f"2020-09-{day:02}", "published_earliest": at, "published_latest": at}
    with context.archive.transaction(Label("Add")) as transaction:
        return articles.add(transaction, fields, body, "test 1")


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Context]:
    with Archive.create(tmp_path_factory.mktemp("many") / "Many.curator", "Many", "Test") as archive:
        found = Context(archive)
        for number in range(12):
            add(found, f"Article {number}", f"Text {number}.", 1 + number % 4)
        yield found


@pytest.fixture
def copies(context: Context) -> dict[str, int]:
    body = written(1)
    found = {
        "late": add(context, "Late", body, 20),
        "early": add(context, "Early", body.replace("word12", "other12"), 3),
        "cut": add(context, "Cut", "\n\n".join(body.split("\n\n")[:9])),
        "joined": add(context, "Joined", f"{written(2)}\n\n{body}", 21),
        "own": add(context, "Own report", f"{written(3)}\n\n{body.split(chr(10))[0]}", 4),
    }
    for seed in range(10, 40):
        add(context, f"Another {seed}", written(seed))
    similar_articles.catch_up(context)
    return found


def titles(context: Context) -> list[list[str | None]]:
    return [[version.article.title for version in story] for story in stories.listed(context)]


def test_copies_are_one_story_the_earliest_first(context: Context, copies: dict[str, int]) -> None:
    assert titles(context) == [["Early", "Late", "Joined", "Cut"]]
    assert stories.of_article(context, copies["own"]) == ()
    story = stories.of_article(context, copies["cut"])
    assert [version.article.id for version in story] == [copies[name] for name in ("early", "late", "joined", "cut")]
    assert all(version.like >= 800 for version in story)


@given(
    st.lists(st.tuples(st.integers(1, 12), st.integers(1, 12), st.sampled_from([450, 599, 600, 900])), max_size=14),
    st.lists(st.tuples(st.integers(1, 12), st.integers(1, 12)), max_size=3),
)
def test_the_story_of_an_article_is_the_one_in_the_list(
    many: Context, pairs: list[tuple[int, int, int]], apart: list[tuple[int, int]]
) -> None:
    archive = many.archive
    with archive.unrecorded() as connection:
        connection.execute("DELETE FROM likeness")
        sketches.compared(connection, {one: [(other, share)] for one, other, share in pairs if one != other})
    with archive.transaction(Label("Apart")) as transaction:
        transaction.delete("not_same", [row["id"] for row in transaction.rows("SELECT id FROM not_same")])
        for one, other in apart:
            if one != other:
                articles.not_same(transaction, one, other)
    listed = {version.article.id: story for story in stories.listed(many) for version in story}
    for article_id in range(1, 13):
        assert stories.of_article(many, article_id) == listed.get(article_id, ())


def test_the_story_of_an_article_is_found_by_indexes(context: Context) -> None:
    asked: list[str] = []
    connection = context.archive.read()
    connection.set_trace_callback(asked.append)
    sketches.pairs_with(connection, [1, 2])
    connection.set_trace_callback(None)
    plan = [row["detail"] for row in connection.execute(f"EXPLAIN QUERY PLAN {asked[0]}")]
    assert not [step for step in plan if step.startswith("SCAN") and "json_each" not in step]


def test_one_version_leaves_its_story_in_one_act(context: Context, copies: dict[str, int]) -> None:
    stories.leave(context, copies["late"])
    assert titles(context) == [["Early", "Joined", "Cut"]]
    assert stories.of_article(context, copies["late"]) == ()
    with pytest.raises(CuratorError, match="no version"):
        stories.leave(context, copies["late"])
    history.undo(context)
    assert titles(context) == [["Early", "Late", "Joined", "Cut"]]


def test_what_waits_to_be_compared_is_known(context: Context, copies: dict[str, int]) -> None:
    connection = context.archive.read()
    assert not similar_articles.is_behind(context)
    new = add(context, "New", written(50))
    assert sketches.waiting(connection) == 2
    told: list[Progress] = []
    similar_articles.catch_up(Context(context.archive, told.append))
    assert [(each.done, each.total) for each in told] == [(1, 2), (2, 2)]
    assert not similar_articles.is_behind(context)
    with context.archive.transaction(Label("Remove")) as transaction:
        transaction.update("article", new, {"text_id": None})
    assert similar_articles.is_behind(context)


def test_catching_up_again_changes_nothing(context: Context, copies: dict[str, int]) -> None:
    before = sorted(sketches.pairs(context.archive.read()))
    assert similar_articles.catch_up(context) == 0
    assert sorted(sketches.pairs(context.archive.read())) == before


def test_a_text_is_compared_with_what_is_there(context: Context, copies: dict[str, int]) -> None:
    connection = context.archive.read()
    found = dict(similar_articles.similar_to(connection, written(1)))
    assert found[copies["late"]] == 1000
    assert set(found) == {copies[name] for name in ("late", "early", "cut", "joined")}
    assert similar_articles.similar_to(connection, written(99)) == []
    assert similar_articles.similar_to(connection, "Too short to say.") == []


def test_an_edited_text_is_compared_anew(context: Context, copies: dict[str, int]) -> None:
    with context.archive.transaction(Label("Remove")) as transaction:
        transaction.update("article", copies["cut"], {"text_id": None})
    similar_articles.catch_up(context)
    assert titles(context) == [["Early", "Late", "Joined"]]
    history.undo(context)
    similar_articles.catch_up(context)
    assert titles(context) == [["Early", "Late", "Joined", "Cut"]]


def test_what_a_person_said_differs_stays_apart_until_it_is_undone(context: Context, copies: dict[str, int]) -> None:
    for name in ("early", "cut", "joined"):
        stories.part(context, copies["late"], copies[name])
    assert ["Late"] not in [[title for title in story if title == "Late"] for story in titles(context)]
    for _each in range(3):
        history.undo(context)
    assert titles(context) == [["Early", "Late", "Joined", "Cut"]]
    with pytest.raises(CuratorError, match="Both are article"):
        stories.part(context, copies["late"], copies["late"])


def test_trashed_articles_are_no_versions(context: Context, copies: dict[str, int]) -> None:
    trash.trash(context, [copies["late"]])
    assert titles(context) == [["Early", "Joined", "Cut"]]


def test_texts_are_compared_word_by_word(context: Context, copies: dict[str, int]) -> None:
    found = stories.compare(context, copies["early"], copies["late"])
    assert "".join(found.old[each.old_start : each.old_end] for each in found.differences) == found.old
    changed = [found.new[each.new_start : each.new_end] for each in found.differences if each.kind == "replace"]
    assert changed
    assert all("word12" in words for words in changed)


def test_drafts_are_compared_with_each_other(context: Context) -> None:
    body = written(5)
    rows = {
        "review": {"id": 1, "uid": "r", "started": "", "origin": "import", "source": "", "folder": "", "paths": ""},
        "review_item": {
            **{"id": 4, "uid": "i", "review_id": 1, "position": 0, "path": "a", "need": "clean", "file_name": "a"},
            "body_hash": articles.body_hash(body),
        },
        "review_reading": {"id": 4, "reading": json.dumps({"body": body})},
    }
    with context.archive.unrecorded() as connection:
        for table, row in rows.items():
            marks = ", ".join("?" * len(row))
            connection.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", list(row.values()))
        similar_articles.sketch_drafts(connection, [(4, body)])
    found = similar_articles.similar_to(context.archive.read(), body.replace("word22", "other22"))
    assert [owner for owner, _share in found] == [-4]
    with context.archive.unrecorded() as connection:
        connection.execute("UPDATE review_item SET state = 'rejected'")
    similar_articles.catch_up(context)
    assert similar_articles.similar_to(context.archive.read(), body) == []
