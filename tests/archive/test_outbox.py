from __future__ import annotations

from curator.archive import Archive, outbox

from .samples import BODY, add_articles, describe


def waiting(archive: Archive) -> list[int]:
    return [article_id for article_id, _seq in outbox.pending(archive.read())]


def test_new_articles_wait_in_the_order_of_their_changes(archive: Archive) -> None:
    ids = add_articles(archive, "a", "b", "c")
    describe(archive, ids[0], title="A")
    assert waiting(archive) == [ids[1], ids[2], ids[0]]
    assert outbox.count(archive.read()) == 3
    seen = outbox.pending(archive.read(), limit=2)
    assert [article_id for article_id, _seq in seen] == ids[1:]
    assert [article_id for article_id, _seq in outbox.pending(archive.read(), after=seen[-1][1])] == [ids[0]]


def test_what_the_index_has_seen_goes(archive: Archive) -> None:
    ids = add_articles(archive, "a", "b")
    outbox.settle(archive, outbox.pending(archive.read())[:1])
    assert waiting(archive) == ids[1:]


def test_what_changed_while_the_index_was_at_it_stays(archive: Archive) -> None:
    ids = add_articles(archive, "a", "b")
    seen = outbox.pending(archive.read())
    describe(archive, ids[0], title="A")
    outbox.settle(archive, seen)
    assert waiting(archive) == [ids[0]]
    outbox.settle(archive, seen)
    assert waiting(archive) == [ids[0]]


def test_how_far_the_index_came_never_falls(archive: Archive) -> None:
    assert outbox.settled(archive.read()) == 0
    ids = add_articles(archive, "a", "b")
    seen = outbox.pending(archive.read())
    outbox.settle(archive, seen[1:])
    assert outbox.settled(archive.read()) == seen[1][1]
    outbox.settle(archive, seen[:1])
    outbox.settle(archive, [])
    assert outbox.settled(archive.read()) == seen[1][1]
    # As numbers, not as text: 10 is more than 9.
    for turn in range(12):
        describe(archive, ids[0], title=f"a {turn}")
        outbox.settle(archive, outbox.pending(archive.read()))
        assert outbox.settled(archive.read()) == outbox.newest_change(archive.read())


def test_settling_is_no_act(archive: Archive) -> None:
    ids = add_articles(archive, "a")
    outbox.settle(archive, outbox.pending(archive.read()))
    archive.undo()
    assert outbox.indexable(archive.read()) == []
    archive.redo()
    assert outbox.indexable(archive.read()) == ids == waiting(archive)


def test_another_language_gives_words_other_stems_and_so_waits(archive: Archive) -> None:
    (one,) = add_articles(archive, "a")
    outbox.settle(archive, outbox.pending(archive.read()))
    describe(archive, one, language="az")
    assert [article for article, _seq in outbox.pending(archive.read())] == [one]
    assert outbox.documents(archive.read(), [one])[0][3] == {"az"}


def test_documents_are_those_that_exist(archive: Archive) -> None:
    one, other = add_articles(archive, "a", "b")
    describe(archive, one, title=None)
    describe(archive, other, text_id=None)
    assert outbox.documents(archive.read(), [one, other, 99]) == [
        (one, "", f"a. {BODY}", frozenset()),
        (other, "b", "", frozenset()),
    ]
