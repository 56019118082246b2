"""Postings as they lie in a segment, decoded without Whoosh's matchers.

Whoosh keeps for each word a tag and blocks of up to 128 postings. A block is its length, a pickle that describes it,
and a pickle, mostly deflated, of documents (as steps), weights and positions. Positions are most of it and of the time,
and whoever asks which documents hold a word needs none. Words that follow each other do so in this file too: all that
begin alike are one piece of it. 100,000 articles, 85,000 words in 51 segments: 1.0 s of processor time instead of 5.5.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from curator.search import plain_pickles

Interrupt = Callable[[], object]
Postings = tuple[NDArray[np.int64], NDArray[np.float64]]
_TAG = b"W3Bl"
_LENGTH = struct.Struct("!i")
# Opcodes of pickle protocol 2: K, M, J are integers of 1, 2, 4 bytes, G is a float of 8, N is None.
_NUMBER = rb"(?:K.|M..|J....)"
# How many postings, the last document, the highest weight, whether deflated, the shortest and the longest document.
_HEAD = re.compile(
    rb"\x80\x02\(K(.)(" + _NUMBER + rb")(?:G.{8}|" + _NUMBER + rb")K(.)(?:K.){2}tq.\.",
    re.DOTALL,
)
# Steps, then the weights: none where all are 1, one where all are the same, else a tuple, whose floats follow.
_STEPS = re.compile(rb"\x80\x02(\(?" + _NUMBER + rb"+[t\x85\x86\x87]q\x00)(?:(N)|(G.{8})(?!G)|\(?(?=G))", re.DOTALL)
_ONE = b"G" + struct.pack("!d", 1.0)
_STEP_BYTES = 5
_AROUND = 16
_BETWEEN_LOOKS = 256
_AT_A_TIME = 50_000


class UnknownLayout(Exception):  # noqa: N818 - no fault: then Whoosh reads it
    """The bytes are damaged, or not laid out as the Whoosh known here does it."""


def read_blocks(file: Any, start: int, words: int, interrupt: Interrupt) -> Postings:
    """Decode the postings of words that follow each other.

    Args:
        file: the `MappedFile` of the postings of a segment.
        start: where those of the first word begin (bytes).
        words: how many words these are.
        interrupt: called now and then; it may raise to give up.

    Returns:
        For each word in turn ascending document numbers, and the weights of the word in them.

    Raises:
        UnknownLayout: it has to be read by Whoosh.
    """
    gathered = _Gathered()
    with file.view() as data:
        at, within, blocks = start, False, 0
        while within or words:
            if not within:
                if data[at : at + len(_TAG)] != _TAG:
                    raise UnknownLayout
                at, words = at + len(_TAG), words - 1
            (length,) = _LENGTH.unpack_from(data, at)
            within, end = length > 0, at + _LENGTH.size + abs(length)
            gathered.add(_block(data, at + _LENGTH.size, end))
            at, blocks = end, blocks + 1
            if not blocks % _BETWEEN_LOOKS:
                interrupt()
    return gathered.all()


# How many postings; their last document and the steps between all, pickled; their weights, each behind a G.
_Block = tuple[int, bytes, bytes, bytes]


def _block(data: memoryview, start: int, end: int) -> _Block:
    head = _HEAD.match(data, start, end)
    if head is None:
        raise UnknownLayout
    (count,), last, (deflated,) = head.groups()
    if deflated:
        # Behind documents and weights come the positions, which are left deflated.
        most = count * (_STEP_BYTES + len(_ONE)) + _AROUND
        body: bytes | memoryview = zlib.decompressobj().decompress(data[head.end() : end], most)
        found = _STEPS.match(body)
    else:
        body = data
        found = _STEPS.match(body, head.end(), end)
    if found is None:
        raise UnknownLayout
    steps, all_one, same = found.groups()
    if all_one or same:
        return count, last, steps, (same or _ONE) * count
    return count, last, steps, bytes(body[found.end() : found.end() + count * len(_ONE)])


class _Gathered:
    """Blocks, made arrays by many at a time: 30 postings each would be little for numpy."""

    def __init__(self) -> None:
        self._blocks: list[_Block] = []
        self._count = 0
        self._pieces: list[Postings] = []

    def add(self, block: _Block) -> None:
        self._blocks.append(block)
        self._count += block[0]
        if self._count >= _AT_A_TIME:
            self._join()

    def all(self) -> Postings:
        if self._blocks:
            self._join()
        docs, weights = zip(*self._pieces, strict=True)
        return np.concatenate(docs), np.concatenate(weights)

    def _join(self) -> None:
        numbers, lasts, steps, weights = zip(*self._blocks, strict=True)
        counts = np.array(numbers, dtype=np.int64)
        ends = counts.cumsum()
        docs = np.fromiter(chain.from_iterable(_unpickled(steps)), dtype=np.int64).cumsum()
        floats = np.frombuffer(b"".join(weights), dtype=np.uint8)
        if not counts.all() or len(docs) != self._count or len(floats) != self._count * len(_ONE):
            raise UnknownLayout
        # The steps of each block begin at 0 again.
        docs[counts[0] :] -= np.repeat(docs[ends[:-1] - 1], counts[1:])
        rows = floats.reshape(-1, len(_ONE))
        # Inflated in part only, so the sum at the end of what was deflated is never checked.
        if not np.array_equal(docs[ends - 1], _unpickled(lasts)) or (rows[:, 0] != _ONE[0]).any():
            raise UnknownLayout
        self._pieces.append((docs, np.ascontiguousarray(rows[:, 1:]).view(">f8").ravel().astype(np.float64)))
        self._blocks, self._count = [], 0


def _unpickled(pickles: tuple[bytes, ...]) -> Any:
    return plain_pickles.loads(b"\x80\x02(" + b"".join(pickles) + b"t.")
