"""What differs between two texts, word by word, with exact offsets.

The shortest series of insertions and deletions (Myers, "An O(ND) Difference Algorithm and Its Variations", 1986; here
by the bit-parallel longest common subsequence of rapidfuzz, Hyyrö 2004).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from rapidfuzz.distance import Indel

# Scripts without spaces between words are taken letter by letter (Thai to Khmer, kana, ideographs).
_SPACELESS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = re.compile(rf"[{_SPACELESS}]|[^\W{_SPACELESS}]+|[^\w\s]+")
_LINE = re.compile(r"[^\n]*\S[^\n]*")
# Pairs of pieces; rapidfuzz keeps a bit for each, so this is 50 MB.
_MOST_PAIRS = 400_000_000

Kind = Literal["equal", "delete", "insert", "replace"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One stretch of the old text and what stands for it in the new; offsets in code points, ends excluded."""

    kind: Kind
    old_start: int
    old_end: int
    new_start: int
    new_end: int


class Cut(NamedTuple):
    """A line of the old text that the new one lacks: its place in the old (code points), and where it would stand in
    the new: after `at`, or before everything where that is 0.
    """

    start: int
    end: int
    at: int


class _Piece(NamedTuple):
    text: str
    start: int
    end: int


def differences(old: str, new: str, lines_first: bool = False) -> list[Difference]:
    """Return how `old` became `new`, as stretches that follow each other and cover both texts.

    Words and runs of punctuation are kept whole, white space is compared too. Equal stretches alternate with others.
    Very long texts are compared line by line first; what then still asks for too much memory is one replacement.

    Args:
        old, new: the texts (str).
        lines_first: whether whole lines are aligned first, so that no word of a line that went is found in another.
    """
    found: list[Difference] = []
    o = n = 0
    for old_start, old_end, new_start, new_end in _equal_stretches(old, new, lines_first):
        found += _between(old, new, o, old_start, n, new_start)
        _append(found, Difference("equal", old_start, old_end, new_start, new_end))
        o, n = old_end, new_end
    found += _between(old, new, o, len(old), n, len(new))
    return _joined(found)


def cut_lines(old: str, new: str) -> list[Cut]:
    """Return the lines of the old text that the new one lacks, in their order."""
    olds, news = _pieces(_LINE, old, 0, len(old)), _pieces(_LINE, new, 0, len(new))
    if len(olds) * len(news) > _MOST_PAIRS:
        return []
    found, done, at = [], 0, 0
    for same_olds, same_news in [*_same(olds, news), ([_Piece("", len(old), len(old))], [])]:
        while done < len(olds) and olds[done].start < same_olds[0].start:
            found.append(Cut(olds[done].start, olds[done].end, at))
            done += 1
        done += len(same_olds)
        at = same_news[-1].end if same_news else at
    return found


def with_line(old: str, new: str, cut: Cut) -> str:
    """Return the new text with a line that was cut from the old one, parted from its neighbours as it was there."""
    line, before, after = old[cut.start : cut.end], old[: cut.start], old[cut.end :]
    if not cut.at:
        return line + (after[: len(after) - len(after.lstrip())] or "\n") + new
    return new[: cut.at] + (before[len(before.rstrip()) :] or "\n") + line + new[cut.at :]


def _equal_stretches(old: str, new: str, lines_first: bool) -> Iterator[tuple[int, int, int, int]]:
    """Yield the stretches (code points) that both texts share, word for word, in their order."""
    for olds, news in _aligned(old, new, lines_first):
        first, last_old, last_new = 0, olds[-1].end, news[-1].end
        if old[olds[0].start : last_old] == new[news[0].start : last_new]:
            yield olds[0].start, last_old, news[0].start, last_new
            continue
        for at in range(1, len(olds) + 1):
            if at == len(olds) or _gap(old, olds, at) != _gap(new, news, at):
                yield olds[first].start, olds[at - 1].end, news[first].start, news[at - 1].end
                first = at


def _gap(text: str, pieces: Sequence[_Piece], at: int) -> str:
    return text[pieces[at - 1].end : pieces[at].start]


def _aligned(old: str, new: str, lines_first: bool) -> Iterator[tuple[Sequence[_Piece], Sequence[_Piece]]]:
    """Yield runs of words that are the same in both texts, as many on each side."""
    olds, news = _pieces(_WORD, old, 0, len(old)), _pieces(_WORD, new, 0, len(new))
    if lines_first and olds and news:
        yield from _by_lines(old, new, olds, news)
        return
    head = _shared(olds, news)
    if head:
        yield olds[:head], news[:head]
    tail = _shared(olds[head:][::-1], news[head:][::-1])
    middle_olds, middle_news = olds[head : len(olds) - tail], news[head : len(news) - tail]
    if len(middle_olds) * len(middle_news) <= _MOST_PAIRS:
        yield from _same(middle_olds, middle_news)
    else:
        yield from _by_lines(old, new, middle_olds, middle_news)
    if tail:
        yield olds[len(olds) - tail :], news[len(news) - tail :]


def _by_lines(
    old: str, new: str, olds: Sequence[_Piece], news: Sequence[_Piece]
) -> Iterator[tuple[Sequence[_Piece], Sequence[_Piece]]]:
    """Align lines first, and words only within the lines that differ."""
    ends = (olds[0].start, olds[-1].end, news[0].start, news[-1].end)
    old_lines, new_lines = _pieces(_LINE, old, *ends[:2]), _pieces(_LINE, new, *ends[2:])
    runs = list(_same(old_lines, new_lines)) if len(old_lines) * len(new_lines) <= _MOST_PAIRS else []
    o, n = ends[0], ends[2]
    for same_olds, same_news in runs:
        yield from _within(old, new, (o, same_olds[0].start), (n, same_news[0].start))
        yield same_olds, same_news
        o, n = same_olds[-1].end, same_news[-1].end
    yield from _within(old, new, (o, ends[1]), (n, ends[3]))


def _within(
    old: str, new: str, of_old: tuple[int, int], of_new: tuple[int, int]
) -> Iterator[tuple[Sequence[_Piece], Sequence[_Piece]]]:
    olds, news = _pieces(_WORD, old, *of_old), _pieces(_WORD, new, *of_new)
    if len(olds) * len(news) <= _MOST_PAIRS:
        yield from _same(olds, news)


def _pieces(pattern: re.Pattern[str], text: str, start: int, end: int) -> list[_Piece]:
    return [_Piece(match.group(), match.start(), match.end()) for match in pattern.finditer(text, start, end)]


def _same(olds: Sequence[_Piece], news: Sequence[_Piece]) -> Iterator[tuple[Sequence[_Piece], Sequence[_Piece]]]:
    numbers: dict[str, int] = {}
    old_numbers = [numbers.setdefault(piece.text, len(numbers)) for piece in olds]
    new_numbers = [numbers.setdefault(piece.text, len(numbers)) for piece in news]
    for step in Indel.opcodes(old_numbers, new_numbers):
        if step.tag == "equal":
            yield olds[step.src_start : step.src_end], news[step.dest_start : step.dest_end]


def _shared(olds: Sequence[_Piece], news: Sequence[_Piece]) -> int:
    """Return how many pieces are the same from the start on."""
    count = 0
    for one, other in zip(olds, news, strict=False):
        if one.text != other.text:
            break
        count += 1
    return count


def _between(old: str, new: str, o: int, old_end: int, n: int, new_end: int) -> Iterator[Difference]:
    """Yield what stands between two equal stretches: white space that is the same, and around it what differs."""
    head = 0
    while o + head < old_end and n + head < new_end and old[o + head] == new[n + head] and old[o + head].isspace():
        head += 1
    most = min(old_end - o, new_end - n) - head
    tail = 0
    while tail < most and old[old_end - tail - 1] == new[new_end - tail - 1] and old[old_end - tail - 1].isspace():
        tail += 1
    if head:
        yield Difference("equal", o, o + head, n, n + head)
    removed, added = old_end - tail - o - head, new_end - tail - n - head
    if removed or added:
        kind: Kind = "replace" if removed and added else "delete" if removed else "insert"
        yield Difference(kind, o + head, old_end - tail, n + head, new_end - tail)
    if tail:
        yield Difference("equal", old_end - tail, old_end, new_end - tail, new_end)


def _joined(found: Sequence[Difference]) -> list[Difference]:
    joined: list[Difference] = []
    for each in found:
        _append(joined, each)
    return joined


def _append(found: list[Difference], new: Difference) -> None:
    """Add a stretch, joining it to the last one when both are equal."""
    if found and found[-1].kind == new.kind == "equal":
        last = found.pop()
        new = Difference("equal", last.old_start, new.old_end, last.new_start, new.new_end)
    found.append(new)
