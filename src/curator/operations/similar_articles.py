"""Articles whose text is a copy of another: the same text, a syndicated copy, one that was cut, edited or joined."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Sequence
from typing import TypeAlias

from curator.archive import Connection, articles, sketches
from curator.archive.sketches import Sketched
from curator.model.progress import Progress
from curator.operations.context import Context
from curator.text.similarity import copied, sketch
from curator.text.tokens import folded_words

# The text of a draft -> (owner, per mille), the most alike first. An owner: an article, or minus an item of a review.
SimilarTo: TypeAlias = Callable[[Connection, str], Sequence[tuple[int, int]]]

_BATCH = 500
# Comparing takes some milliseconds a text, and is to be ended within a second.
_COMPARED = 100
# Candidates that are compared word by word, and shared runs of words that make one.
_MOST_COMPARED = 12
_FEWEST_SHARED = 2
# A run of words in more texts than this may be a formula; in fewer, it tells of a copy.
_RARE = 6
# Share of rare runs, or of all, below which two texts are not compared word by word.
_WORTH_RARE, _WORTH_ALL = 0.12, 0.5


def similar_to(connection: Connection, body: str) -> list[tuple[int, int]]:
    """Return (owner, per mille) of the texts that a text is a copy of, or that are copies of it, the most alike first.

    Args:
        body: a text, NFC, LF.

    Returns:
        articles by their id, items of reviews by minus their id; 1000 for those with the same text, in any version.
    """
    found = dict.fromkeys(articles.with_body(connection, body), 1000)
    words = folded_words(body)
    for owner, share in _alike(connection, words, _sketched(words)):
        found.setdefault(owner, share)
    return sorted(found.items(), key=lambda each: (-each[1], abs(each[0])))


def sketch_drafts(connection: Connection, drafts: Sequence[tuple[int, str]]) -> None:
    """Keep the sketches of items of a review, so that later ones are compared with them; on the writer.

    Args:
        drafts: (id of the item, its text).
    """
    rows = [(-item_id, articles.body_hash(body), _sketched(folded_words(body))) for item_id, body in drafts]
    sketches.put(connection, rows)


def is_behind(context: Context) -> bool:
    """Return whether `catch_up` has something to do."""
    return sketches.waiting(context.archive.read()) > 0


def catch_up(context: Context) -> int:
    """Sketch the articles that have none yet, drop what is out of date, and look for the copies among them.

    Every transaction is short; `progress` may end it between two. A text counts when it is sketched and when compared.

    Returns:
        how many articles were sketched.
    """
    archive, done, started, made = context.archive, 0, time.monotonic(), 0
    gone = sketches.stale(archive.read())
    if gone:
        with archive.unrecorded() as connection:
            sketches.remove(connection, gone)
    total = sketches.waiting(archive.read())

    def tick(count: int) -> None:
        nonlocal done
        done += count
        context.progress(Progress(done, max(done, total), time.monotonic() - started))

    while rows := sketches.unsketched(archive.read(), _BATCH):
        kept = [(article_id, digest, _sketched(folded_words(body))) for article_id, digest, body in rows]
        with archive.unrecorded() as connection:
            sketches.put(connection, kept)
        made += len(rows)
        tick(len(rows))
    while owners := sketches.uncompared(archive.read(), _COMPARED):
        found = {owner: _copies_of(archive.read(), owner) for owner in owners}
        with archive.unrecorded() as connection:
            sketches.compared(connection, found)
        tick(len(owners))
    return made


def _copies_of(connection: Connection, article_id: int) -> list[tuple[int, int]]:
    body = sketches.text_of(connection, article_id)
    if body is None:
        return []
    words = folded_words(body)
    return [each for each in _alike(connection, words, _sketched(words)) if each[0] > 0 and each[0] != article_id]


def _sketched(words: Sequence[str]) -> Sketched:
    made = sketch(words)
    return Sketched(made.hashes, made.largest)


def _alike(connection: Connection, words: Sequence[str], own: Sketched) -> list[tuple[int, int]]:
    """Return (owner, per mille) of the copies of a text among the sketched ones."""
    by_hash = sketches.holders(connection, own.hashes)
    shared = Counter(owner for owners in by_hash.values() for owner in owners)
    likely = [owner for owner, count in shared.most_common() if count >= _FEWEST_SHARED][: 4 * _MOST_COMPARED]
    scored = []
    for owner, other in sketches.of_owners(connection, likely).items():
        rare, whole = _contained(own, other, by_hash)
        if rare >= _WORTH_RARE or whole >= _WORTH_ALL:
            scored.append((rare + whole, owner, rare))
    found = []
    for _score, owner, rare in sorted(scored, reverse=True)[:_MOST_COMPARED]:
        text = sketches.text_of(connection, owner)
        share = copied(words, folded_words(text), rare) if text else 0
        if share:
            found.append((owner, share))
    return found


def _contained(own: Sketched, other: Sketched, by_hash: dict[int, list[int]]) -> tuple[float, float]:
    """Return the share of runs that the smaller sketch has in the larger: of the rare ones, and of all.

    Only hashes up to the lesser of the largest ones are compared: beyond it one of the sketches is silent.
    """
    tops = [each.largest for each in (own, other) if each.largest is not None]
    top = min(tops) if tops else None
    first, second = ({value for value in each.hashes if top is None or value <= top} for each in (own, other))
    smaller, larger = sorted((first, second), key=len)
    if not smaller:
        return 0.0, 0.0
    # What only the other text has is rare as far as can be told here; what has no owners named is a formula.
    rare = [value for value in smaller if value not in by_hash or 0 < len(by_hash[value]) <= _RARE]
    in_both = sum(value in larger for value in rare)
    return (in_both / len(rare) if rare else 0.0), len(smaller & larger) / len(smaller)
