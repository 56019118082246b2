"""An archive of any number of invented articles with words as frequent as in a language, put in without the journal."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from bench_facets import fill

from curator.archive import Archive
from curator.archive.articles import body_hash
from curator.operations import upkeep
from curator.operations.context import Context

WORDS = 30_000
_SENTENCES = 40_000
_WORDS_OF_A_SENTENCE = 15
LONG_TITLE = "The long register"
_LONG_CHARACTERS = 300_000
LONG_PASSAGES = 2_000
_SYLLABLES = (
    "ka",
    "lo",
    "mi",
    "tu",
    "ra",
    "sen",
    "vor",
    "bel",
    "dun",
    "gar",
    "hin",
    "pel",
    "zo",
    "şi",
    "mə",
    "до",
    "ру",
)


def large_archive(folder: Path, count: int, length: int) -> Path:
    """Return the archive of `count` articles of `length` words in a folder, made and indexed when it is not there."""
    path = folder / f"Large {count} x {length}.curator"
    done = path.with_suffix(".done")
    if not done.exists():
        folder.mkdir(parents=True, exist_ok=True)
        with Archive.create(path) as archive:
            fill(archive, count, with_text=False)
            _put_texts(archive, count, length // _WORDS_OF_A_SENTENCE)
            upkeep.reindex(Context(archive))
        done.touch()
    return path


def word(rank: int) -> str:
    """Return the invented word of a rank (from 0, the most frequent): each rank has another."""
    letters, rest = "", rank + len(_SYLLABLES)
    while rest:
        rest, at = divmod(rest, len(_SYLLABLES))
        letters += _SYLLABLES[at]
    return letters


def _put_texts(archive: Archive, count: int, length: int) -> None:
    draw = random.Random(2)
    # Zipf: the word of rank n is 1/n as frequent as the first.
    ranks = draw.choices(range(WORDS), [1 / (rank + 3) for rank in range(WORDS)], k=_SENTENCES * _WORDS_OF_A_SENTENCE)
    words = [word(rank) for rank in range(WORDS)]
    sentences = [
        " ".join(words[rank] for rank in ranks[first : first + _WORDS_OF_A_SENTENCE]).capitalize() + "."
        for first in range(0, len(ranks), _WORDS_OF_A_SENTENCE)
    ]
    with sqlite3.connect(archive.database) as database:
        database.execute(
            "INSERT INTO article (id, uid, title, status) VALUES (?, ?, ?, 'read')",
            (count + 1, "article-long", LONG_TITLE),
        )
        database.executemany(
            "INSERT INTO article_text (id, uid, article_id, version, made_by, body_hash, body)"
            " VALUES (?, ?, ?, 'extracted', 'bench 1', ?, ?)",
            _texts(draw, sentences, count, length),
        )
        database.execute("UPDATE article SET text_id = id")
        _put_passages(database, count + 1)


def _texts(draw: random.Random, sentences: list[str], count: int, length: int) -> Iterator[tuple[object, ...]]:
    for at in range(1, count + 1):
        chosen = draw.choices(sentences, k=length)
        body = "\n\n".join(" ".join(chosen[first : first + 8]) for first in range(0, len(chosen), 8))
        yield at, f"text-{at}", at, body_hash(body), body
    paragraphs, written = [], 0
    while written < _LONG_CHARACTERS:
        paragraphs.append(" ".join(draw.choices(sentences, k=8)))
        written += len(paragraphs[-1]) + 2
    body = "\n\n".join(paragraphs)
    yield count + 1, "text-long", count + 1, body_hash(body), body


def _put_passages(database: sqlite3.Connection, article: int) -> None:
    (body,) = database.execute("SELECT body FROM article_text WHERE article_id = ?", (article,)).fetchone()
    step = len(body) // LONG_PASSAGES
    for at in range(1, LONG_PASSAGES + 1):
        start = at * step - step
        end = start + 20 + at % 40
        database.execute(
            'INSERT INTO passage (id, uid, article_id, start, "end", quote, prefix, suffix, body_hash)'
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (at, f"passage-{at}", article, start, end, body[start:end], body[max(0, start - 32) : start],
             body[end : end + 32], body_hash(body)),
        )  # fmt: skip
        database.execute(
            "INSERT INTO mention (uid, article_id, authority_id, passage_id) VALUES (?, ?, ?, ?)",
            (f"passage-mention-{at}", article, at % 500 + 1, at),
        )
