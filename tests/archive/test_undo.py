from __future__ import annotations

import pytest

from curator.archive import Archive, articles, authorities, collections, history, mentions
from curator.errors import CuratorError
from curator.model.revision import Label

from .samples import add_articles, describe, process, title_of


def stands(archive: Archive, revision_id: int) -> bool:
    return history.revision(archive.read(), revision_id).stands


def test_undo_goes_back_one_act_at_a_time(archive: Archive) -> None:
    (article_id,) = add_articles(archive, "0")
    for title in "123":
        describe(archive, article_id, title=title)
    for title in "210":
        archive.undo()
        assert title_of(archive, article_id) == title
    archive.undo()
    assert articles.all_ids(archive.read()) == []
    with pytest.raises(CuratorError, match="nothing to undo"):
        archive.undo()


def test_making_the_archive_is_not_undone(archive: Archive) -> None:
    with pytest.raises(CuratorError, match="nothing to undo"):
        archive.undo()
    with pytest.raises(CuratorError, match="“Create the archive” cannot be taken back"):
        archive.revert(1)
    assert archive.uid


def test_redo_goes_forward_as_far_as_undo_went_back(archive: Archive) -> None:
    (article_id,) = add_articles(archive, "0")
    for title in "123":
        describe(archive, article_id, title=title)
    for _time in range(2):
        archive.undo(), archive.undo()
        for title in "23":
            archive.redo()
            assert title_of(archive, article_id) == title
        with pytest.raises(CuratorError, match="nothing to redo"):
            archive.redo()


def test_a_new_act_ends_redo(archive: Archive) -> None:
    (article_id,) = add_articles(archive, "0")
    describe(archive, article_id, title="1")
    archive.undo()
    describe(archive, article_id, byline="Lucia Bandini")
    with pytest.raises(CuratorError, match="nothing to redo"):
        archive.redo()
    assert title_of(archive, article_id) == "0"


def test_undo_says_what_it_took_back(archive: Archive) -> None:
    (article_id,) = add_articles(archive, "0")
    act = describe(archive, article_id, title="1")
    changes, taken_back = archive.undo()
    assert taken_back == act
    assert changes.touched == {"article": frozenset([article_id])}
    undone = history.revisions(archive.read(), 1)[0]
    assert (undone.id, undone.kind, undone.reverts, str(undone.label)) == (
        changes.revision_id,
        "undo",
        act,
        "Describe",
    )
    assert not stands(archive, act)
    archive.redo()
    assert stands(archive, act)
    assert not stands(archive, undone.id)


def test_a_row_comes_back_with_its_id_and_uid(archive: Archive) -> None:
    (article_id,) = add_articles(archive, "0")
    both = "SELECT * FROM article JOIN article_text USING (id)"
    before = [tuple(row) for row in archive.read().execute(both)]
    archive.undo()
    archive.redo()
    assert articles.all_ids(archive.read()) == [article_id]
    assert [
        tuple(row) for row in archive.read().execute("SELECT * FROM article JOIN article_text USING (id)")
    ] == before


def test_an_older_act_is_reverted_and_that_undone_and_redone(archive: Archive) -> None:
    one, other = add_articles(archive, "a", "b")
    older = describe(archive, one, title="A")
    describe(archive, other, title="B")
    archive.revert(older)
    assert (title_of(archive, one), title_of(archive, other)) == ("a", "B")
    archive.undo()
    assert (title_of(archive, one), title_of(archive, other)) == ("A", "B")
    archive.redo()
    assert (title_of(archive, one), title_of(archive, other)) == ("a", "B")
    assert history.revisions(archive.read(), 1)[0].kind == "redo"
    archive.undo(), archive.undo()
    assert (title_of(archive, one), title_of(archive, other)) == ("A", "b")


def test_what_was_taken_back_is_not_taken_back_again(archive: Archive) -> None:
    act = describe(archive, add_articles(archive, "a")[0], title="A")
    archive.revert(act)
    with pytest.raises(CuratorError, match="“Describe” was taken back already"):
        archive.revert(act)
    with pytest.raises(CuratorError, match="There is no revision 999"):
        archive.revert(999)


def test_an_act_under_a_later_one_is_refused_by_name(archive: Archive) -> None:
    (article_id,) = add_articles(archive, "a")
    older = describe(archive, article_id, "Correct the title", title="b")
    later = describe(archive, article_id, "Translate the title", title="c", byline="Lucia Bandini")
    with pytest.raises(CuratorError) as caught:
        archive.revert(older)
    assert caught.value.message == (
        "“Correct the title” cannot be taken back: “Translate the title” changed the same fields after it."
    )
    assert f"revision {later}" in caught.value.hint
    assert title_of(archive, article_id) == "c"
    assert stands(archive, older)
    archive.revert(later)
    archive.revert(older)
    assert title_of(archive, article_id) == "a"


def test_other_fields_of_the_same_row_are_no_obstacle(archive: Archive) -> None:
    (article_id,) = add_articles(archive, "a")
    older = describe(archive, article_id, title="b")
    describe(archive, article_id, byline="Lucia Bandini")
    archive.revert(older)
    article = articles.get(archive.read(), article_id)
    assert (article.title, article.byline) == ("a", "Lucia Bandini")


def test_a_row_that_was_altered_since_is_not_taken_away(archive: Archive) -> None:
    (article_id,) = add_articles(archive, "a")
    added = history.revisions(archive.read(), 1)[0].id
    describe(archive, article_id, "Correct the title", title="b")
    with pytest.raises(CuratorError, match="“Add articles” cannot be taken back: “Correct the title” changed"):
        archive.revert(added)
    assert articles.all_ids(archive.read()) == [article_id]


def test_a_row_that_others_need_is_not_taken_away(archive: Archive) -> None:
    ids = add_articles(archive, "a")
    added = history.revisions(archive.read(), 1)[0].id
    with archive.transaction(Label("Collect")) as transaction:
        collections.put(transaction, collections.add(transaction, "Letters"), ids)
    with pytest.raises(CuratorError, match="“Add articles” cannot be taken back: later work stands on it"):
        archive.revert(added)
    assert articles.all_ids(archive.read()) == ids
    assert archive.read().execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_tag_put_on_again_by_hand_is_not_put_on_twice(archive: Archive) -> None:
    ids = add_articles(archive, "a")
    with archive.transaction(Label("Tag")) as transaction:
        person = authorities.add(transaction, "person", "Lucia Bandini")
        mentions.tag(transaction, ids, person)
    with archive.transaction(Label("Untag")) as untagged:
        mentions.untag(untagged, ids, person)
    with archive.transaction(Label("Tag again")) as transaction:
        mentions.tag(transaction, ids, person)
    with pytest.raises(CuratorError, match="“Untag” cannot be taken back"):
        archive.revert(untagged.revision_id)
    assert len(mentions.of_article(archive.read(), ids[0])) == 1


def test_bringing_back_an_old_merge_makes_no_circle(archive: Archive) -> None:
    with archive.transaction(Label("Add")) as transaction:
        one = authorities.add(transaction, "person", "Lucia Bandini")
        other = authorities.add(transaction, "person", "L. Bandini")
    with archive.transaction(Label("Merge")) as transaction:
        authorities.merge(transaction, one, other)
    with archive.transaction(Label("Split")) as split:
        authorities.split(split, other)
    with archive.transaction(Label("Merge the other way")) as transaction:
        authorities.merge(transaction, other, one)
    with pytest.raises(CuratorError, match="“Split” cannot be taken back"):
        archive.revert(split.revision_id)
    assert authorities.root(archive.read(), one).id == authorities.root(archive.read(), other).id == other


def test_an_act_brought_back_out_of_turn_counts_as_later(archive: Archive) -> None:
    """Taking back an undo puts an act above what came between."""
    (article_id,) = add_articles(archive, "0")
    describe(archive, article_id, "First", title="1")
    undo_of_first = archive.undo()[0].revision_id
    second = describe(archive, article_id, "Second", title="2")
    undo_of_second = archive.undo()[0].revision_id
    assert undo_of_first
    assert undo_of_second
    archive.revert(undo_of_first)
    assert title_of(archive, article_id) == "1"
    with pytest.raises(CuratorError, match="“First” changed the same fields"):
        archive.revert(undo_of_second)
    assert title_of(archive, article_id) == "1"
    assert not stands(archive, second)


def test_undo_goes_on_after_reverts_of_reverts(archive: Archive) -> None:
    (article_id,) = add_articles(archive, "0")
    act = describe(archive, article_id, title="1")
    reverted = archive.revert(act).revision_id
    assert reverted
    archive.revert(reverted)
    archive.revert(act)
    for title in ("1", "0", "1", "0"):
        archive.undo()
        assert title_of(archive, article_id) == title
    for title in ("1", "0", "1", "0"):
        archive.redo()
        assert title_of(archive, article_id) == title


def test_batches_of_an_earlier_act_count_as_later_work(archive: Archive) -> None:
    (article_id,) = add_articles(archive, "0")
    with archive.transaction(Label("Import")) as batch:
        batch.update("article", article_id, {"byline": "Lucia Bandini"})
    later = describe(archive, article_id, "Correct", title="1")
    with archive.transaction(Label("Import"), into=batch.revision_id) as transaction:
        transaction.update("article", article_id, {"title": "2"})
    with pytest.raises(CuratorError, match="“Correct” cannot be taken back: “Import” changed"):
        archive.revert(later)
    assert title_of(archive, article_id) == "2"


def test_undo_and_redo_after_a_restart(archive: Archive) -> None:
    (article_id,) = add_articles(archive, "0")
    describe(archive, article_id, title="1")
    archive.close()
    with Archive.open(archive.folder.path) as again:
        again.undo()
        assert title_of(again, article_id) == "0"
    with Archive.open(archive.folder.path) as again:
        again.redo()
        assert title_of(again, article_id) == "1"


def test_another_process_undoes_and_this_one_redoes(archive: Archive) -> None:
    (article_id,) = add_articles(archive, "0")
    describe(archive, article_id, title="1")
    script = """
        import sys
        from pathlib import Path
        from curator.archive import Archive
        with Archive.open(Path(sys.argv[1])) as archive:
            archive.undo()
    """
    output, _nothing = process(script, archive.folder.path).communicate(timeout=60)
    assert output == ""
    assert title_of(archive, article_id) == "0"
    archive.redo()
    assert title_of(archive, article_id) == "1"


def test_two_that_undo_at_once_undo_two_acts(archive: Archive) -> None:
    """What to take back is chosen under the lock, not before it."""
    (article_id,) = add_articles(archive, "0")
    for title in "123456":
        describe(archive, article_id, title=title)
    script = """
        import sys
        from pathlib import Path
        from curator.archive import Archive
        with Archive.open(Path(sys.argv[1])) as archive:
            print("ready", flush=True)
            sys.stdin.readline()
            for turn in range(3):
                archive.undo()
    """
    others = [process(script, archive.folder.path) for _number in range(2)]
    for other in others:
        assert other.stdout is not None
        assert other.stdout.readline() == "ready\n"
    for other in others:
        assert other.stdin is not None
        other.stdin.write("\n")
        other.stdin.flush()
    assert [other.communicate(timeout=60)[0] for other in others] == ["", ""]
    assert title_of(archive, article_id) == "0"
