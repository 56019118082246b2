"""The index against the archive: is it of this state, has it the same articles, do the words of texts find them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from curator.archive import Archive, outbox
from curator.errors import CuratorError
from curator.i18n import _
from curator.model.health import Finding
from curator.operations import index_process
from curator.operations.indexing import Indexer, job_for
from curator.search import Every, IndexDamaged, Node, Phrase, Searcher, Word
from curator.text.tokens import folded_words

SAMPLE = 50
# Looked up in all: many of each article in a small archive, some of each in a large one.
_WORDS = 300
_RUN = 12
_SHOWN = 10


def findings(archive: Archive, counts: dict[str, int]) -> Iterator[Finding]:
    """Yield what is wrong with the index; it can all be repaired by making it anew.

    Articles that the index has not seen yet are brought in first: that is no fault.

    Args:
        counts: the number of articles in the index is put in here.
    """
    job = job_for(archive)
    if archive.writable and not (job.folder / "current").exists() and not outbox.settled(archive.read()):
        yield Finding("no-index", "index", _("There is no search index yet."), _("The first search makes it."), False)
        return
    index = index_process.usable(job, archive.read())
    if index is None:
        yield _unfit("index-unusable", _("The search index is missing, damaged, or of another state of the archive."))
        return
    try:
        if archive.writable and outbox.count(archive.read()):
            with Indexer(archive) as indexer:
                indexer.drain()
        with Searcher(index) as searcher:
            searcher.refresh()
            searcher.check()
            yield from _compared(archive, searcher, counts)
    except IndexDamaged:
        yield _unfit("index-damaged", _("The search index is damaged."))
    except CuratorError as error:
        yield _unfit("index-unusable", error.message)
    except Exception:
        # A flipped bit in a table of contents can raise nearly anything.
        yield _unfit("index-damaged", _("The search index is damaged."))


def _compared(archive: Archive, searcher: Searcher, counts: dict[str, int]) -> Iterator[Finding]:
    there = {int(each) for each in searcher.search(Every(), _no_field, 0).all_ids()}
    counts["indexed"] = len(there)
    ids = outbox.indexable(archive.read())
    for words, odd in (
        (_("The search index lacks the articles %(ids)s."), set(ids) - there),
        (_("The search index holds articles that are not in the archive: %(ids)s."), there - set(ids)),
    ):
        if odd:
            shown = ", ".join(map(str, sorted(odd)[:_SHOWN])) + (" …" if len(odd) > _SHOWN else "")
            yield _unfit("index-articles", words % {"ids": shown})
    chosen = sample(ids)
    unfound = [
        article_id
        for article_id, title, body, _languages in outbox.documents(archive.read(), chosen)
        if article_id in there and not _finds(searcher, article_id, (title, body), _WORDS // len(chosen))
    ]
    for article_id in unfound:
        yield _unfit("index-words", _("Words of article %(id)d do not find it.") % {"id": article_id}, article_id)


def sample(ids: Sequence[int]) -> list[int]:
    """Return some of `ids`, evenly spread, the first and the last among them."""
    if len(ids) <= SAMPLE:
        return list(ids)
    return [ids[round(number * (len(ids) - 1) / (SAMPLE - 1))] for number in range(SAMPLE)]


def _finds(searcher: Searcher, article_id: int, texts: tuple[str, str], number: int) -> bool:
    """Return whether an article is found by the longest words of title and body, and by words that follow another."""
    title, body = (folded_words(text) for text in texts)
    # Long words are in few articles, so a search for them is quick.
    words = sorted({*title, *body}, key=lambda word: (-len(word), word))[:number]
    nodes: list[Node] = [Word(word) for word in words]
    middle = len(body) // 2
    nodes += [Phrase(tuple(run)) for run in (body[:_RUN], body[middle : middle + _RUN], body[-_RUN:]) if len(run) > 1]
    alone = np.array([article_id], dtype=np.int64)
    return all(searcher.search(node, _no_field, 0, alone).total for node in nodes)


def _no_field(_term: Node) -> NDArray[np.int64]:
    return np.empty(0, dtype=np.int64)


def _unfit(code: str, message: str, article_id: int | None = None) -> Finding:
    subject = "index" if article_id is None else f"article {article_id}"
    hint = _("The articles are not in it, and nothing is lost: curator check ARCHIVE --repair makes it anew.")
    return Finding(code, subject, message, hint, derived=True)
