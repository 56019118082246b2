from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from curator.archive import Archive, accessions, articles, collections, fixity, originals, texts
from curator.errors import CuratorError, Problem
from curator.model.health import Fixity
from curator.model.reading import Found, Suggestion
from curator.operations import (
    backup,
    review_batch,
    review_commit,
    review_item,
    review_reading,
    review_retry,
    watch_folder,
)
from curator.operations.context import Context
from curator.operations.outcomes import ItemOutcome

from .reviewed import BODY, CLEAN, DOUBTFUL, add_to, numbered, review_of

EMPTY = Problem("empty", "It is empty.")


def rows(context: Context, review_id: int) -> list[tuple[int, str, str]]:
    return [(row.id, row.state, row.need) for row in review_batch.items(context, review_id)]


def texts_of(context: Context, article_id: int) -> list[tuple[str, bool, str]]:
    connection = context.archive.read()
    found = texts.versions(connection, article_id)
    return [(each.version, each.in_use, texts.numbered(connection, article_id, each.number).body) for each in found]


def test_what_needs_a_person_comes_first(context: Context, tmp_path: Path) -> None:
    review_id, (clean, doubtful, failed) = review_of(context, tmp_path / "a", CLEAN, DOUBTFUL, EMPTY)
    (same,) = add_to(context, review_id, tmp_path / "a", [CLEAN], bytes=(tmp_path / "a" / "1-0-0.txt").read_bytes())
    assert rows(context, review_id) == [
        (doubtful, "pending", "look"),
        (failed, "pending", "failed"),
        (same, "pending", "duplicate"),
        (clean, "pending", "clean"),
    ]
    state = review_batch.get(context, review_id)
    assert (state.counts.clean, state.counts.need_you, state.counts.total, state.is_open) == (1, 3, 4, True)
    assert [row.id for row in review_batch.items(context, review_id, ["failed", "clean"])] == [failed, clean]
    as_read = [row.id for row in review_batch.items(context, review_id, by_need=False)]
    assert as_read == [clean, same, doubtful, failed]


def test_clean_rows_enter_in_one_act_and_one_undo_brings_them_back(context: Context, tmp_path: Path) -> None:
    defaults = review_batch.understood_defaults(
        {"publication": "Town Paper", "collector": "N. Orlu", "title": "A box", "collection": "Fires / 1966"}
    )
    review_id, (one, two, _doubtful) = review_of(
        context, tmp_path / "a", CLEAN, numbered(CLEAN, 2), DOUBTFUL, defaults=defaults
    )
    assert review_batch.accept_clean(context, review_id) == {one, two}
    before = rows(context, review_id)
    told: list[ItemOutcome] = []
    done = review_commit.commit(context, review_id, told.append)
    assert (done.counts, [each.outcome for each in told]) == ({"added": 2}, ["added", "added"])
    connection = context.archive.read()
    article = articles.get(connection, 1)
    assert (article.title, article.publication, article.published) == ("The cellar opens", "Town Paper", "2019-03-04")
    assert articles.sources(connection, 1)["publication"] == ("batch", 1000)
    accession = accessions.get(connection, article.accession_id or 0)
    assert accession is not None
    assert (accession.title, accession.collector, accession.finished is None) == ("A box", "N. Orlu", False)
    assert collections.of_article(connection, 2) == ["Fires / 1966"]
    assert review_batch.get(context, review_id).counts.committed == 2
    context.archive.undo()
    assert rows(context, review_id) == before
    assert articles.all_ids(connection) == collections.listed(connection) == []
    context.archive.redo()
    assert review_batch.get(context, review_id).counts.committed == 2
    assert articles.all_ids(connection) == [1, 2]


def test_what_was_left_over_belongs_to_the_same_accession(context: Context, tmp_path: Path) -> None:
    review_id, (one, two) = review_of(context, tmp_path / "a", CLEAN, DOUBTFUL)
    review_batch.accept(context, [one])
    review_commit.commit(context, review_id)
    review_batch.accept(context, [two])
    review_commit.commit(context, review_id)
    connection = context.archive.read()
    assert articles.get(connection, 1).accession_id == articles.get(connection, 2).accession_id == 1
    context.archive.undo()
    assert articles.all_ids(connection) == [1]
    assert rows(context, review_id) == [(two, "accepted", "look")]


def test_nothing_accepted_is_no_act(context: Context, tmp_path: Path) -> None:
    review_id, _items = review_of(context, tmp_path / "a", CLEAN)
    assert not review_commit.commit(context, review_id).changes
    assert context.archive.read().execute("SELECT count(*) FROM accession").fetchone()[0] == 0


def test_the_text_as_received_is_kept_and_so_is_what_a_person_restored(context: Context, tmp_path: Path) -> None:
    review_id, (one, two) = review_of(context, tmp_path / "a", CLEAN, numbered(CLEAN, 2))
    assert [part.kept for part in review_item.detail(context, one).parts] == [False, True, True, False]
    review_item.toggle_part(context, one, 3)
    assert review_item.detail(context, one).body == f"{BODY}\n\nShare this"
    review_batch.accept_clean(context, review_id)
    review_commit.commit(context, review_id)
    whole = f"Town Paper\n\n{BODY}\n\nShare this"
    assert texts_of(context, 1) == [("extracted", False, whole), ("cleaned", True, f"{BODY}\n\nShare this")]
    made = [row[0] for row in context.archive.read().execute("SELECT made_by FROM article_text WHERE article_id = 1")]
    assert made == ["plain-text 1", "Tester"]
    assert texts_of(context, 2)[1] == ("cleaned", True, f"{BODY}\n\nNumber 2.")
    with pytest.raises(CuratorError, match="in the archive already"):
        review_item.toggle_part(context, two, 0)


def test_a_text_of_which_nothing_would_be_left_is_refused(context: Context, tmp_path: Path) -> None:
    _review, (one,) = review_of(context, tmp_path / "a", CLEAN)
    with pytest.raises(CuratorError, match="Nothing would be left"):
        review_item.keep_parts(context, one, {1: False, 2: False})
    review_item.restore_all(context, one)
    assert review_item.detail(context, one).body.startswith("Town Paper")


def test_fields_are_typed_as_anywhere(context: Context, tmp_path: Path) -> None:
    defaults = {"publication": "Town Paper", "access": "restricted"}
    _review, (one,) = review_of(context, tmp_path / "a", CLEAN, defaults=defaults)
    review_item.set_fields(context, [one], {"published": "early Feb 1992?", "publication": "Courier"})
    fields = {field.field: field for field in review_item.detail(context, one).fields}
    assert (fields["published"].value, fields["published"].source, fields["published"].in_file) == (
        "1992-02?",
        "person",
        "2019-03-04",
    )
    assert (fields["access"].value, fields["access"].source) == ("restricted", "batch")
    assert (fields["title"].source, fields["title"].confidence) == ("heading", 950)
    review_item.set_fields(context, [one], {"publication": None, "access": "open"})
    fields = {field.field: field for field in review_item.detail(context, one).fields}
    assert (fields["publication"].value, fields["publication"].source) == ("Town Paper", "batch")
    assert (fields["access"].value, fields["access"].source) == ("open", "person")
    review_item.as_in_file(context, [one], ["published"])
    fields = {field.field: field for field in review_item.detail(context, one).fields}
    assert (fields["published"].value, fields["published"].verbatim) == ("2019-03-04", "4 March 2019")
    with pytest.raises(CuratorError, match="Date: "):
        review_item.set_fields(context, [one], {"published": "no such day", "title": "Another"})
    assert review_item.detail(context, one).row.title == "The cellar opens"


def test_a_suggestion_is_taken(context: Context, tmp_path: Path) -> None:
    suggested = (
        Suggestion("title", Found("A letter", "text", 500)),
        Suggestion("published", Found("1966-11-04", "text", 500, "4 noyabr 1966")),
        Suggestion("body", Found("A letter with whole letters.", "text", 500)),
    )
    review_id, (one,) = review_of(context, tmp_path / "a", replace(DOUBTFUL, suggestions=suggested))
    assert review_batch.items(context, review_id)[0].suggested_title == "A letter"
    for number in range(3):
        review_item.take_suggestion(context, one, number)
    assert rows(context, review_id) == [(one, "pending", "clean")]
    review_batch.accept(context, [one])
    review_commit.commit(context, review_id)
    article = articles.get(context.archive.read(), 1)
    assert (article.title, article.published, article.published_verbatim) == ("A letter", "1966-11-04", "4 noyabr 1966")
    assert [body for _version, _used, body in texts_of(context, 1)] == [DOUBTFUL.body, "A letter with whole letters."]
    with pytest.raises(CuratorError, match="no such suggestion"):
        review_item.take_suggestion(context, one, 3)


def test_all_edits_are_undone_in_turn(context: Context, tmp_path: Path) -> None:
    review_id, (one, two) = review_of(context, tmp_path / "a", CLEAN, DOUBTFUL)
    states = [review_item.detail(context, two)]
    for act in (
        lambda: review_item.set_fields(context, [one, two], {"title": "Another"}),
        lambda: review_batch.set_defaults(context, review_id, {"publication": "Courier"}),
        lambda: review_batch.accept_clean(context, review_id),
        lambda: review_batch.reject(context, [two]),
    ):
        act()
        states.append(review_item.detail(context, two))
    assert str(review_batch.next_undo(context, review_id)) == "Reject an item"
    for before in reversed(states[:-1]):
        assert review_batch.undo(context, review_id) is not None
        assert review_item.detail(context, two) == before
    assert review_batch.undo(context, review_id) is None
    for after in states[1:]:
        assert review_batch.redo(context, review_id) is not None
        assert review_item.detail(context, two) == after
    review_batch.undo(context, review_id)
    review_item.set_fields(context, [one], {"title": "A third"})
    assert review_batch.redo(context, review_id) is None


def test_duplicates_are_noted_or_kept(context: Context, tmp_path: Path) -> None:
    review_id, (one,) = review_of(context, tmp_path / "a", CLEAN)
    same = (tmp_path / "a" / "1-0-0.txt").read_bytes()
    noted, kept = add_to(context, review_id, tmp_path / "a", [CLEAN, CLEAN], bytes=same)
    review_item.decide(context, [kept], "keep")
    review_batch.accept(context, [noted, kept])
    first = review_commit.commit(context, review_id)
    # The one that it is the same as waits still, so it waits, too.
    assert first.counts == {"added": 1}
    assert rows(context, review_id) == [(noted, "accepted", "duplicate"), (one, "pending", "clean")]
    review_batch.accept(context, [one])
    assert review_commit.commit(context, review_id).counts == {"added": 1, "duplicate": 1}
    assert len(originals.of_article(context.archive.read(), 1)) == len(originals.of_article(context.archive.read(), 2))


def test_a_duplicate_of_what_was_rejected_enters(context: Context, tmp_path: Path) -> None:
    review_id, (one,) = review_of(context, tmp_path / "a", CLEAN)
    (other,) = add_to(context, review_id, tmp_path / "a", [CLEAN], bytes=(tmp_path / "a" / "1-0-0.txt").read_bytes())
    review_batch.reject(context, [one])
    review_batch.accept(context, [other])
    assert review_commit.commit(context, review_id).counts == {"added": 1}


def test_that_two_are_not_the_same_is_remembered(context: Context, tmp_path: Path) -> None:
    first, (one,) = review_of(context, tmp_path / "a", CLEAN)
    review_batch.accept(context, [one])
    review_commit.commit(context, first)
    second, (other,) = review_of(context, tmp_path / "b", CLEAN)
    assert rows(context, second) == [(other, "pending", "similar")]
    review_item.decide(context, [other], "not same")
    assert rows(context, second) == [(other, "pending", "clean")]
    review_batch.accept_clean(context, second)
    review_commit.commit(context, second)
    pairs = context.archive.read().execute("SELECT article_id, other_article_id FROM not_same").fetchall()
    assert [tuple(pair) for pair in pairs] == [(1, 2)]
    with pytest.raises(CuratorError, match="is like no other"):
        review_item.decide(context, review_of(context, tmp_path / "c", DOUBTFUL)[1], "keep")


def test_what_failed_is_tried_again(context: Context, tmp_path: Path) -> None:
    review_id, (one,) = review_of(context, tmp_path / "a", EMPTY)
    with pytest.raises(CuratorError, match="could not be read"):
        review_batch.accept(context, [one])
    (path,) = (tmp_path / "a").iterdir()
    path.write_text("Two lines of a letter,\nthe second of which ends it.\n", encoding="utf-8")
    (outcome,) = review_retry.retry(context, [one])
    assert (outcome.outcome, outcome.item_id) == ("review", one)
    assert rows(context, review_id) == [(one, "pending", "look")]
    with pytest.raises(CuratorError, match="was read well"):
        review_retry.retry(context, [one])


def test_a_failed_file_that_is_gone_is_read_as_it_was_kept(context: Context, tmp_path: Path) -> None:
    _review, (one,) = review_of(context, tmp_path / "a", Problem("crash", "The reader stopped."))
    for path in (tmp_path / "a").iterdir():
        path.unlink()
    (outcome,) = review_retry.retry(context, [one])
    assert outcome.outcome == "review"
    assert "The reader stopped." in review_item.detail(context, one).body


def test_closing_drops_what_waits_and_its_files(archive: Archive, context: Context, tmp_path: Path) -> None:
    review_id, (one, _two) = review_of(context, tmp_path / "a", CLEAN, DOUBTFUL)
    review_batch.accept(context, [one])
    review_commit.commit(context, review_id)
    assert len(list(originals.stored(archive.folder))) == 2
    assert review_batch.close(context, review_id) == 1
    (left,) = originals.stored(archive.folder)
    assert left[0] == originals.of_article(archive.read(), 1)[0].sha256
    archive.undo()
    archive.redo()
    assert list(fixity.orphans(archive)) == []


def test_files_of_drafts_are_checked_and_no_orphans(archive: Archive, context: Context, tmp_path: Path) -> None:
    review_of(context, tmp_path / "a", CLEAN)
    assert list(fixity.orphans(archive)) == []
    found = Fixity()
    assert list(fixity.check(archive, found, whole=True)) == []
    assert (found.total, found.ok) == (1, 1)
    ((_sha256, path),) = originals.stored(archive.folder)
    path.write_bytes(b"another")
    assert [each.code for each in fixity.check(archive, Fixity(), whole=True)] == ["original-changed"]


def test_a_damaged_draft_bars_nothing(archive: Archive, context: Context, tmp_path: Path) -> None:
    review_id, (one, two) = review_of(context, tmp_path / "a", CLEAN, numbered(CLEAN, 2))
    with archive.unrecorded() as connection:
        connection.execute("UPDATE review_reading SET reading = '{' WHERE id = ?", (one,))
        connection.execute("UPDATE review SET defaults = '[', paths = '3'")
        connection.execute("UPDATE review_item SET reasons = '{', edits = ']', duplicates = '7' WHERE id = ?", (one,))
    archive.close()
    with Archive.open(archive.folder.path) as again:
        context = Context(again)
        assert review_batch.get(context, review_id).review.defaults == {}
        assert review_item.detail(context, one).is_damaged
        with pytest.raises(CuratorError, match="could not be read"):
            review_item.set_fields(context, [one], {"title": "Another"})
        review_batch.accept(context, [one, two])
        assert review_commit.commit(context, review_id).counts == {"failed": 1, "added": 1}
        assert [outcome.outcome for outcome in review_retry.retry(context, [one])] == ["review"]


def test_values_of_a_batch_are_understood(context: Context, tmp_path: Path) -> None:
    review_id, _items = review_of(context, tmp_path / "a", CLEAN)
    review_batch.set_defaults(context, review_id, {"language": "AZ-cyrl", "access": "Open", "collector": "N.  Orlu"})
    assert review_batch.get(context, review_id).review.defaults == {
        "language": "az-Cyrl",
        "access": "open",
        "collector": "N. Orlu",
    }
    with pytest.raises(CuratorError, match="embargo without an end"):
        review_batch.set_defaults(context, review_id, {"access": "embargo"})
    review_batch.set_defaults(context, review_id, {"access": "", "language": None})
    assert review_batch.get(context, review_id).review.defaults == {"collector": "N. Orlu"}


def test_reading_goes_on_where_it_was_cut_off(context: Context, tmp_path: Path) -> None:
    box = tmp_path / "box"
    box.mkdir()
    for name in ("a", "b", "c"):
        (box / f"{name}.txt").write_text(f"A letter, the {name} of three.\n", encoding="utf-8")
    read = review_reading.read_into_review(context, [box / "a.txt"], defaults={"title": "Letters"})
    with context.archive.unrecorded() as connection:
        connection.execute("UPDATE review SET finished = NULL, paths = json_array(?)", (str(box),))
    assert review_batch.listed(context)[0].review.finished is None
    again = review_reading.resume(context, read.review_id)
    assert again.counts == {"review": 2}
    found = review_batch.items(context, read.review_id, by_need=False)
    assert [Path(row.path).name for row in found] == ["a.txt", "b.txt", "c.txt"]
    assert review_batch.get(context, read.review_id).review.finished is not None


def test_only_the_newest_reviews_that_are_done_are_kept(context: Context, tmp_path: Path) -> None:
    for number in range(5):
        review_id, _items = review_of(context, tmp_path / str(number), numbered(CLEAN, number))
        review_batch.accept_clean(context, review_id)
        review_commit.commit(context, review_id)
    waiting, _items = review_of(context, tmp_path / "waiting", DOUBTFUL)
    review_batch.tidy(context)
    assert [each.review.id for each in review_batch.listed(context, also_done=True)] == [waiting, 5, 4, 3]
    assert [each.review.id for each in review_batch.listed(context)] == [waiting]


def test_a_full_backup_holds_what_waits(context: Context, tmp_path: Path) -> None:
    review_id, (one,) = review_of(context, tmp_path / "box", CLEAN)
    watch_folder.set_folder(context, tmp_path / "box")
    assert backup.full(context, tmp_path / "backup").copied == 1
    backup.restore(tmp_path / "backup", tmp_path / "Again.curator", "Tester")
    with Archive.open(tmp_path / "Again.curator") as restored:
        again = Context(restored)
        assert watch_folder.folder_of(again) is None
        review_batch.accept(again, [one])
        assert review_commit.commit(again, review_id).counts == {"added": 1}


def test_ten_thousand_rows_are_listed_without_their_texts(archive: Archive, context: Context, tmp_path: Path) -> None:
    review_id, _items = review_of(context, tmp_path / "a", CLEAN)
    with archive.unrecorded() as connection:
        connection.execute(
            """
            WITH RECURSIVE n (n) AS (VALUES (2) UNION ALL SELECT n + 1 FROM n WHERE n < 10000)
            INSERT INTO review_item (uid, review_id, position, path, need, file_name)
                SELECT 'copy ' || n, ?, n, n || '.txt', iif(n % 10, 'clean', 'look'), n || '.txt' FROM n""",
            (review_id,),
        )
    statements: list[str] = []
    archive.read().set_trace_callback(statements.append)
    found = review_batch.items(context, review_id)
    archive.read().set_trace_callback(None)
    assert len(found) == 10_000
    assert [row.need for row in found[:1000]] == ["look"] * 1000
    assert len(statements) == 1
    assert "review_reading" not in statements[0]
    assert len(review_batch.accept_clean(context, review_id)) == 9000
    assert review_batch.undo(context, review_id) is not None
    assert review_batch.get(context, review_id).counts.clean == 9000
